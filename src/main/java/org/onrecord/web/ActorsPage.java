package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Facet;

/** {@code GET /actors}: who is on record, most often first, narrowed by a part of the name. */
final class ActorsPage implements Handler {
    private static final int MOST = 1_000;

    private final ArticleSearch search;
    private final Registry registry;
    private final Labels labels;
    private final Templates templates;

    ActorsPage(ArticleSearch search, Registry registry, Labels labels, Templates templates) {
        this.search = search;
        this.registry = registry;
        this.labels = labels;
        this.templates = templates;
    }

    /** An actor with what it is and in how many articles it speaks. */
    record Row(String name, String href, String what, String articles) {}

    /** What the template shows. */
    record View(Frame frame, String filter, List<Row> rows) {
        View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public void handle(Context ctx) {
        String filter = filter(ctx);
        List<Row> rows = onRecord(search, labels, filter).stream()
                .map(count -> row(new ActorId(count.value()), count.count()))
                .toList();
        templates.show(
                ctx,
                "actors",
                new View(
                        templates.frame("Actors", Section.ACTORS).with(PageForms.ofList("/actors", ctx.queryString())),
                        filter,
                        rows));
    }

    /** The part of a name that the caller asks for. */
    static String filter(Context ctx) {
        String name = ctx.queryParam("name");
        return name == null ? "" : name.strip();
    }

    /** Who is on record under a name with this part, by id with the number of articles, most often first. */
    static List<Facet.Count> onRecord(ArticleSearch search, Labels labels, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        return search.speakers(MOST).stream()
                .filter(count -> labels.actor(new ActorId(count.value()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private Row row(ActorId id, long articles) {
        String what = registry.actor(id).map(actor -> what(actor, labels)).orElse("");
        return new Row(labels.actor(id), Links.actor(id), what, Labels.count(articles, "article"));
    }

    /** "senator, United States Senate", "company, United States". */
    static String what(Actor actor, Labels labels) {
        String what = ActorPage.kind(actor);
        @Nullable ActorId body = actor.affiliation() != null ? actor.affiliation() : actor.country();
        return body == null ? what : what + ", " + labels.actor(body);
    }
}
