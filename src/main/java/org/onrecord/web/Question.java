package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;

/**
 * What a page with a query box was asked; the address of the page says all of it.
 *
 * @param path the page
 * @param query the query
 * @param show what to list
 * @param sort the order that was asked for; null for the usual one
 * @param page which page of the answers, from 1
 */
record Question(
        String path, QueryText query, Show show, @Nullable Sort sort, int page) {
    /** How many answers a page shows. */
    static final int PAGE = 20;

    private static final int LAST_PAGE = 10_000 / PAGE;

    /** What a page lists. */
    enum Show {
        /** Articles, or whatever the page is usually for. */
        ARTICLES,
        STATEMENTS,
        STORIES,
        /** Each finding by itself, on a page that groups them. */
        LIST;

        /** The word on a page. */
        String title() {
            return name().charAt(0) + label().substring(1);
        }

        static Show of(@Nullable String label) {
            return Arrays.stream(values())
                    .filter(show -> show.label().equals(label))
                    .findFirst()
                    .orElse(ARTICLES);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the address; throws {@link BadRequestResponse} when it makes no sense. */
    static Question of(Context ctx) {
        String query = ctx.queryParam("q");
        String page = ctx.queryParam("page");
        return new Question(
                ctx.path(),
                new QueryText(query == null ? "" : query),
                Show.of(ctx.queryParam("show")),
                sort(ctx.queryParam("sort")),
                page == null ? 1 : pageNumber(page));
    }

    /** Without words to weigh, relevance says nothing: the newest come first. */
    Sort order() {
        if (sort != null) {
            return sort;
        }
        return query.isEmpty() ? Sort.DATE : Sort.RELEVANCE;
    }

    SearchRequest request() {
        return new SearchRequest(query.text(), order(), (page - 1) * PAGE, PAGE, false);
    }

    boolean hasNext(long total) {
        return (long) page * PAGE < total && page < LAST_PAGE;
    }

    /** The number of the first answer on this page, from 1. */
    int first() {
        return (page - 1) * PAGE + 1;
    }

    Question asking(QueryText newQuery) {
        return new Question(path, newQuery, show, sort, 1);
    }

    Question showing(Show newShow) {
        return new Question(path, query, newShow, sort, 1);
    }

    Question sorted(Sort newSort) {
        return new Question(path, query, show, newSort, 1);
    }

    Question at(int newPage) {
        return new Question(path, query, show, sort, newPage);
    }

    /** The address that asks this. */
    String href() {
        StringBuilder href = new StringBuilder(path);
        char joint = '?';
        if (!query.isEmpty()) {
            href.append(joint).append("q=").append(Links.value(query.text()));
            joint = '&';
        }
        if (show != Show.ARTICLES) {
            href.append(joint).append("show=").append(show.label());
            joint = '&';
        }
        if (sort != null) {
            href.append(joint).append("sort=").append(sort.name().toLowerCase(Locale.ROOT));
            joint = '&';
        }
        if (page > 1) {
            href.append(joint).append("page=").append(page);
        }
        return href.toString();
    }

    private static @Nullable Sort sort(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        return switch (word) {
            case "relevance" -> Sort.RELEVANCE;
            case "date" -> Sort.DATE;
            default -> throw new BadRequestResponse("sort is relevance or date, not " + word);
        };
    }

    private static int pageNumber(String page) {
        if (page.matches("[1-9][0-9]{0,3}") && Integer.parseInt(page) <= LAST_PAGE) {
            return Integer.parseInt(page);
        }
        throw new BadRequestResponse("page is a number from 1 to " + LAST_PAGE + ", not " + page);
    }
}
