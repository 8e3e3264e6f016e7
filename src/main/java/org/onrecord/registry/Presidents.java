package org.onrecord.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.config.Section;

/** Presidents and vice presidents with a term that began in 2001 or later. */
final class Presidents {
    private static final LocalDate FROM = LocalDate.of(2001, 1, 1);

    private Presidents() {}

    static List<Actor> read(Section executive, LocalDate today) {
        List<Actor> actors = new ArrayList<>();
        for (Section person : executive.sections("file")) {
            List<Section> terms = person.sections("terms");
            if (terms.stream().anyMatch(term -> !Members.day(term.text("start")).isBefore(FROM))) {
                actors.add(actor(person, terms, today));
            }
        }
        return actors;
    }

    private static Actor actor(Section person, List<Section> terms, LocalDate today) {
        Names names = Names.read(person);
        boolean presidentOnce =
                terms.stream().anyMatch(term -> term.text("type").equals("prez"));
        List<Section> now = terms.stream()
                .filter(term -> !Members.day(term.text("start")).isAfter(today)
                        && Members.day(term.text("end")).isAfter(today))
                .toList();
        boolean presidentNow = now.stream().anyMatch(term -> term.text("type").equals("prez"));
        String office = (now.isEmpty() ? presidentOnce : presidentNow) ? "president" : "vice president";
        String role = now.isEmpty() ? "former " + office : office;
        return new Actor(
                new ActorId(Names.slug(names.usual())),
                names.usual(),
                ActorKind.PERSON,
                role,
                now.isEmpty() ? null : new ActorId("white-house"),
                new ActorId("united-states"),
                Members.gender(person),
                List.copyOf(now.isEmpty() ? Set.of(role) : Set.of(office)),
                aliases(names, presidentNow));
    }

    /** The surname of the president in office needs no introduction: "the Trump administration". */
    private static List<Alias> aliases(Names names, boolean inOffice) {
        return names.aliases().stream()
                .map(alias -> inOffice && alias.text().equals(names.surname()) ? Alias.always(alias.text()) : alias)
                .toList();
    }
}
