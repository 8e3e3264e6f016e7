package org.onrecord.article;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where on the web page things stand: the paths that pages, feeds and mails link to. */
public final class PagePath {
    private PagePath() {}

    public static String article(ArticleId id) {
        return "/article/" + segment(id.value());
    }

    public static String statement(ArticleId id, Statement statement) {
        return place(id, 's', statement.content().span());
    }

    public static String figure(ArticleId id, Figure figure) {
        return place(id, 'f', figure.passage().span());
    }

    /** A finding in its article: {@code kind} is {@code s} for statement, {@code e} for event, {@code f} for figure. */
    public static String place(ArticleId id, char kind, Span span) {
        return article(id) + "#" + anchor(kind, span);
    }

    /** The name of a finding's place within the page of its article. */
    public static String anchor(char kind, Span span) {
        return kind + "" + span.start() + "-" + span.end();
    }

    /** The page of a policy event, named by its word in its article. */
    public static String event(ArticleId id, Span trigger) {
        return "/event/" + segment(id.value()) + "/" + trigger.start() + "-" + trigger.end();
    }

    public static String actor(ActorId id) {
        return "/actor/" + id;
    }

    public static String issue(IssueId id) {
        return "/issue/" + id;
    }

    /** One value of a query string. */
    public static String value(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** One step of a path. */
    public static String segment(String text) {
        return value(text).replace("+", "%20");
    }
}
