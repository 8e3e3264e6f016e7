package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.SavedSearchException;
import org.onrecord.search.SavedSearches;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.SavedSearch;

/** {@code /searches}: the saved searches, and the forms that save, rename and forget them. */
final class SearchesPage {
    /** So many searches are asked for every view of the page; the count of a further one is asked when it is looked at. */
    private static final int COUNTED = 10;

    private final ArticleSearch search;
    private final SavedSearches saved;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    SearchesPage(ArticleSearch search, SavedSearches saved, Templates templates, Posted posted, FormGuard guard) {
        this.search = search;
        this.saved = saved;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /**
     * A saved search.
     *
     * @param found "36 articles", or why it cannot be asked any more; null when that is asked later
     * @param countHref where it can be asked
     * @param inOthers how other queries refer to it
     */
    record Row(
            String name,
            String query,
            @Nullable String found,
            String countHref,
            String created,
            String href,
            String inOthers) {}

    /** How much a search finds, alone. */
    record Count(String found) {}

    /**
     * What the template shows; {@code name} and {@code query} are what was to be saved and could not.
     *
     * @param taken whether it could not because the name is taken
     */
    record View(
            Frame frame,
            List<Row> rows,
            String token,
            String name,
            String query,
            boolean taken,
            @Nullable String wrong) {
        View {
            rows = List.copyOf(rows);
        }
    }

    /** {@code GET /searches}. */
    void list(Context ctx) {
        show(ctx, "", "", false, null);
    }

    /** {@code GET /searches/count} with {@code name}: how much one of them finds, as a piece of the page. */
    void count(Context ctx) {
        String name = ctx.queryParam("name");
        SavedSearch one = saved.find(name == null ? "" : name)
                .orElseThrow(() -> new NotFoundResponse("there is no saved search of this name"));
        templates.show(ctx, "searchcount", new Count(found(one)));
    }

    /**
     * {@code POST /searches} with {@code name} and {@code query}: saves. The query takes the place of the one that the name
     * had only with {@code replace}.
     */
    void save(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String name = form.getOrDefault("name", "");
        String query = form.getOrDefault("query", "");
        Optional<SavedSearch> old = form.containsKey("replace") ? Optional.empty() : saved.find(name);
        if (old.isPresent() && !old.get().query().equals(query.strip())) {
            ctx.status(422);
            show(
                    ctx,
                    name,
                    query,
                    true,
                    "“" + old.get().name() + "” is the name of another search: choose another one, or replace that.");
            return;
        }
        try {
            saved.save(name, query);
            ctx.redirect("/searches", HttpStatus.SEE_OTHER);
        } catch (QueryException | SavedSearchException e) {
            ctx.status(422);
            show(ctx, name, query, false, e.getMessage());
        }
    }

    /** {@code POST /searches/change} with {@code name}, and {@code new} as its new name or {@code delete}. */
    void change(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String name = form.getOrDefault("name", "");
        try {
            if (form.containsKey("delete")) {
                saved.delete(name);
            } else {
                saved.rename(name, form.getOrDefault("new", ""));
            }
            ctx.redirect("/searches", HttpStatus.SEE_OTHER);
        } catch (SavedSearchException e) {
            ctx.status(422);
            show(ctx, "", "", false, e.getMessage());
        }
    }

    private void show(Context ctx, String name, String query, boolean taken, @Nullable String wrong) {
        List<SavedSearch> all = saved.all();
        templates.show(
                ctx,
                "searches",
                new View(
                        templates.frame("Saved searches", Section.SEARCHES).with(PageForms.ofList("/searches", null)),
                        IntStream.range(0, all.size())
                                .mapToObj(i -> row(all.get(i), i < COUNTED))
                                .toList(),
                        guard.token(ctx),
                        name,
                        query,
                        taken,
                        wrong));
    }

    private Row row(SavedSearch one, boolean counted) {
        return new Row(
                one.name(),
                one.query(),
                counted ? found(one) : null,
                "/searches/count?name=" + Links.value(one.name()),
                Labels.day(one.created().atOffset(ZoneOffset.UTC).toLocalDate()),
                "/?q=" + Links.value(one.query()),
                QueryText.term("search", one.name()));
    }

    private String found(SavedSearch one) {
        try {
            return Labels.count(
                    search.articles(SearchRequest.of(one.query()).page(0, 1)).total(), "article");
        } catch (QueryException e) {
            return "cannot be asked: " + e.getMessage();
        }
    }
}
