package org.onrecord.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Span;

/** The addresses of pages. */
final class Links {
    private Links() {}

    static String article(ArticleId id) {
        return "/article/" + segment(id.value());
    }

    /** A finding in its article: {@code kind} is {@code s} for statement, {@code e} for event, {@code f} for figure. */
    static String place(ArticleId id, char kind, Span span) {
        return article(id) + "#" + anchor(kind, span);
    }

    static String anchor(char kind, Span span) {
        return kind + "" + span.start() + "-" + span.end();
    }

    /** The form that corrects a statement, which its place and the words that name its speaker tell from others. */
    static String correct(ArticleId id, Span content, String source) {
        return "/correct/" + segment(id.value()) + "?at=" + content.start() + "-" + content.end() + "&source="
                + value(source);
    }

    /** The form that adds a statement to an article. */
    static String correct(ArticleId id) {
        return "/correct/" + segment(id.value());
    }

    /** The page of a policy event, named by its word in its article. */
    static String event(ArticleId id, Span trigger) {
        return "/event/" + segment(id.value()) + "/" + trigger.start() + "-" + trigger.end();
    }

    static String actor(ActorId id) {
        return "/actor/" + id;
    }

    static String issue(IssueId id) {
        return "/issue/" + id;
    }

    /** The search that lists statements, newest first. */
    static String statements(QueryText query) {
        return "/?show=statements&sort=date&q=" + value(query.text());
    }

    /** The address of an article elsewhere, or null when following it could do anything but fetch a page. */
    static @Nullable String external(@Nullable URI url) {
        if (url == null || url.getScheme() == null || url.getHost() == null) {
            return null;
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? url.toString() : null;
    }

    /** One value of a query string. */
    static String value(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String segment(String text) {
        return value(text).replace("+", "%20");
    }
}
