package org.onrecord.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.PagePath;
import org.onrecord.article.Span;
import org.onrecord.search.Listing;

/** The addresses of pages. */
final class Links {
    private Links() {}

    static String article(ArticleId id) {
        return PagePath.article(id);
    }

    /** A finding in its article: {@code kind} is {@code s} for statement, {@code e} for event, {@code f} for figure. */
    static String place(ArticleId id, char kind, Span span) {
        return PagePath.place(id, kind, span);
    }

    static String anchor(char kind, Span span) {
        return PagePath.anchor(kind, span);
    }

    /** The form that corrects a statement, which its place and the words that name its speaker tell from others. */
    static String correct(ArticleId id, Span content, String source) {
        return "/correct/" + PagePath.segment(id.value()) + "?at=" + content.start() + "-" + content.end() + "&source="
                + value(source);
    }

    /** The form that adds a statement to an article. */
    static String correct(ArticleId id) {
        return "/correct/" + PagePath.segment(id.value());
    }

    /** The page of a policy event, named by its word in its article. */
    static String event(ArticleId id, Span trigger) {
        return PagePath.event(id, trigger);
    }

    static String actor(ActorId id) {
        return PagePath.actor(id);
    }

    static String issue(IssueId id) {
        return PagePath.issue(id);
    }

    /** The page that lists answers of a kind one by one, up to its query. */
    static String list(Listing listing) {
        return switch (listing) {
            case ARTICLES -> "/?q=";
            case STATEMENTS -> "/?show=statements&sort=date&q=";
            case STORIES -> "/?show=stories&sort=date&q=";
            case EVENTS -> "/events?q=";
            case FIGURES -> "/figures?show=list&q=";
        };
    }

    /** The search that lists statements, newest first. */
    static String statements(QueryText query) {
        return list(Listing.STATEMENTS) + value(query.text());
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
        return PagePath.value(text);
    }
}
