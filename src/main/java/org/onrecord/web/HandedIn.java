package org.onrecord.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.onrecord.article.Actor;
import org.onrecord.article.NewText;
import org.onrecord.article.Published;
import org.onrecord.registry.Registry;

/** Reads a text that a person hands in. */
final class HandedIn {
    private HandedIn() {}

    /**
     * The text; throws {@link IllegalArgumentException} with a sentence for the person.
     *
     * @param published an ISO day, or empty
     * @param actor the id or name of whose words it is, or empty for an article
     */
    static NewText text(String title, String published, String actor, String text, Registry registry) {
        return new NewText(
                title,
                published.isBlank() ? null : Published.on(day(published.strip())),
                actor.isBlank() ? null : actor(actor.strip(), registry),
                text);
    }

    private static Actor actor(String called, Registry registry) {
        return registry.called(called)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no actor is called " + called + ": write an id or a name as on the page of actors"));
    }

    private static LocalDate day(String published) {
        try {
            return LocalDate.parse(published);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the day of publication is written like 2026-01-31, not " + published, e);
        }
    }
}
