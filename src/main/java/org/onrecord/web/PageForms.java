package org.onrecord.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Csv;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other forms of pages: {@code .json} behind the address of a page gives what the API gives for it, under the same query;
 * behind that of a list {@code .csv} and {@code .jsonl} give all answers to the last one, newest first. The search page, whose
 * address has no name, is called after what it lists: {@code /search.json}, {@code /statements.csv}.
 */
final class PageForms {
    /** The media type of a table. */
    static final String CSV = "text/csv";

    /** The media type of JSON objects, one a line. */
    static final String JSON_LINES = "application/jsonl";

    private PageForms() {}

    /** The routes; they come before those of the pages, whose ids would take the suffix for a part of theirs. */
    static void route(RoutesConfig routes, Api api, ArticleSearch search) {
        routes.get("/search.json", api::articles);
        routes.get("/statements.json", api::statements);
        routes.get("/events.json", api::events);
        routes.get("/figures.json", api::figures);
        routes.get("/stories.json", api::stories);
        routes.get("/article/{id}.json", api::article);
        routes.get("/actor/{id}.json", api::actor);
        routes.get("/issue/{id}.json", api::issue);
        for (Listing listing : Listing.values()) {
            String path = path(listing);
            routes.get(path + ".csv", ctx -> {
                all(
                        ctx,
                        CSV,
                        ".csv",
                        listing,
                        search,
                        Csv.header(listing.columns()),
                        answer -> Csv.line(listing.columns(), answer));
            });
            routes.get(path + ".jsonl", ctx -> {
                all(ctx, JSON_LINES, ".jsonl", listing, search, "", answer -> answer + "\n");
            });
        }
    }

    /** The forms of a page about one thing. */
    static List<PageForm> of(Context ctx) {
        String query = ctx.queryString();
        return List.of(
                new PageForm("JSON", "application/json", ctx.path() + ".json" + (query == null ? "" : "?" + query)));
    }

    /** The forms of a page that lists answers. */
    static List<PageForm> of(Question question) {
        return ofList(path(question), "q=" + Links.value(question.query().text()));
    }

    /** The forms of a page that lists answers, and can be followed. */
    static List<PageForm> of(Question question, FeedLinks feeds) {
        List<PageForm> forms = new ArrayList<>(of(question));
        forms.add(new PageForm("Atom", AtomFeed.TYPE, feeds.atom()));
        forms.add(new PageForm("JSON Feed", JsonFeedWriter.TYPE, feeds.json()));
        return forms;
    }

    /**
     * The forms of a page that lists something.
     *
     * @param query what narrows the list; null for nothing
     */
    static List<PageForm> ofList(String path, @Nullable String query) {
        String rest = query == null ? "" : "?" + query;
        return List.of(
                new PageForm("JSON", "application/json", path + ".json" + rest),
                new PageForm("CSV", CSV, path + ".csv" + rest),
                new PageForm("JSON Lines", JSON_LINES, path + ".jsonl" + rest));
    }

    /** What a list is called. */
    private static String path(Question question) {
        if (!question.path().equals("/")) {
            return question.path();
        }
        return switch (question.show()) {
            case ARTICLES, LIST -> path(Listing.ARTICLES);
            case STATEMENTS -> path(Listing.STATEMENTS);
            case STORIES -> path(Listing.STORIES);
        };
    }

    /** The address of a list, without a suffix. */
    static String path(Listing listing) {
        return listing == Listing.ARTICLES ? "/search" : "/" + listing.name().toLowerCase(Locale.ROOT);
    }

    /** The answer is a file to keep. */
    static void asFile(Context ctx, String type, String name) {
        ctx.contentType(type + ";charset=utf-8")
                .header("Cache-Control", "no-cache")
                .header("Content-Disposition", "attachment; filename=\"onrecord-" + name + "\"");
    }

    /** Sends all answers as they are found; stops when nobody reads any more. */
    private static void all(
            Context ctx,
            String type,
            String suffix,
            Listing listing,
            ArticleSearch search,
            String header,
            Function<ObjectNode, String> line) {
        String asked = ctx.queryParam("q");
        String query = asked == null ? "" : asked;
        search.check(query);
        asFile(ctx, type, path(listing).substring(1) + suffix);
        Writer out = new BufferedWriter(new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8));
        try {
            out.write(header);
            listing.each(search, query, answer -> write(out, line.apply(answer)));
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of " + ctx.path() + " went away", e);
        } catch (RuntimeException e) {
            breakOff(ctx, e);
            throw e;
        }
    }

    /** A list that cannot be told to the end must not look whole: under way it breaks off, before that it is no file. */
    private static void breakOff(Context ctx, RuntimeException cause) {
        if (ctx.res().isCommitted()) {
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getServletChannel()
                    .abort(cause);
        } else {
            ctx.res().setHeader("Content-Disposition", null);
        }
    }

    private static boolean write(Writer out, String line) {
        try {
            out.write(line);
            return true;
        } catch (IOException nobodyReads) {
            return false;
        }
    }
}
