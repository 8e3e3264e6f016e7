package org.onrecord.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.config.Section;

/** The sitting members of Congress. */
final class Members {
    private final Committees committees;
    private final LocalDate today;
    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();

    Members(Committees committees, LocalDate today) {
        this.committees = committees;
        this.today = today;
    }

    List<Actor> actors() {
        return List.copyOf(actors.values());
    }

    Actor add(Section member) {
        Names names = Names.read(member);
        Section term = member.sections("terms").getLast();
        boolean senator = term.text("type").equals("sen");
        String state = States.name(term.text("state"));
        ActorId id = new ActorId(Names.slug(names.usual()));
        String name = names.usual();
        List<Alias> aliases = new ArrayList<>(names.aliases());
        if (actors.containsKey(id)) {
            id = new ActorId(Names.slug(names.usual() + " " + state));
            name = names.usual() + " (" + state + ")";
        }
        Actor.Gender gender = gender(member);
        Actor actor = new Actor(
                id,
                name,
                ActorKind.PERSON,
                role(term),
                new ActorId(senator ? "us-senate" : "us-house-of-representatives"),
                new ActorId("united-states"),
                gender,
                descriptions(member, term, state, gender),
                aliases);
        if (actors.putIfAbsent(id, actor) != null) {
            throw new IllegalArgumentException("two members from " + state + " are called " + names.usual());
        }
        return actor;
    }

    static Actor.Gender gender(Section person) {
        return person.section("bio").text("gender").equals("F") ? Actor.Gender.FEMALE : Actor.Gender.MALE;
    }

    private static String role(Section term) {
        if (term.text("type").equals("sen")) {
            return "senator";
        }
        return States.isState(term.text("state")) ? "representative" : "delegate";
    }

    private List<String> descriptions(Section member, Section term, String state, Actor.Gender gender) {
        String party = term.text("party").toLowerCase(Locale.ROOT);
        String partyAdjective = party.equals("democrat") ? "democratic" : party;
        String home = state.toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        if (role(term).equals("senator")) {
            words.addAll(List.of("senator", "lawmaker", partyAdjective + " senator", home + " senator"));
        } else {
            String congressperson = gender == Actor.Gender.FEMALE ? "congresswoman" : "congressman";
            words.addAll(List.of(congressperson, "representative", "lawmaker", partyAdjective + " representative"));
            words.add(home + " representative");
        }
        words.addAll(List.of(partyAdjective + " lawmaker", party, home + " " + party));
        leadership(member).forEach(title -> words.add(title.toLowerCase(Locale.ROOT)));
        words.addAll(committees.descriptionsOf(member.section("id").text("bioguide")));
        return List.copyOf(words);
    }

    /** Posts such as Senate Majority Leader that are held today. */
    private List<String> leadership(Section member) {
        return member.sections("leadership_roles").stream()
                .filter(post -> !day(post.text("start")).isAfter(today))
                .filter(post -> !post.has("end") || !day(post.text("end")).isBefore(today))
                .map(post -> post.text("title"))
                .toList();
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
