package org.onrecord.tag.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.tag.text.Sentence;

/** The participants of one event: gathered from its sentence and those around it, then chosen by the event's type. */
final class Participants {
    private static final int MOST_ACTORS = 4;

    /** The sentences in which participants are looked for, by how many they stand before the event's own. */
    private static final int[] SEARCH = {0, 1, 2, 3, 4, -1, -2};

    /** Sentences back in which a company is looked for. */
    private static final int CONCERNED_REACH = 2;

    private final EventType type;
    private final boolean bySponsor;
    private final Set<ActorId> authorities = new LinkedHashSet<>();
    private final Set<ActorId> concerned = new LinkedHashSet<>();
    private final Set<ActorId> persons = new LinkedHashSet<>();

    /**
     * The participants of an event.
     *
     * @param bySponsor whether the event's words name a deed of a bill's sponsor, not of a chamber
     */
    Participants(EventType type, boolean bySponsor) {
        this.type = type;
        this.bySponsor = bySponsor;
    }

    /**
     * Gathers those near the event.
     *
     * @param candidates who stands in a sentence, the nearest to the event first
     * @param number the index of the event's sentence
     */
    void gather(Function<Sentence, List<Candidate>> candidates, List<Sentence> sentences, int number) {
        for (int back : SEARCH) {
            int at = number - back;
            boolean later = back < 0;
            boolean outside = at < 0 || at >= sentences.size();
            if (!outside && (!later || Participation.in(type) == Participation.AUTHORITY_AND_CONCERNED)) {
                gather(candidates.apply(sentences.get(at)), back);
            }
        }
    }

    /** Other sentences than the event's own count only for a part that is still open. */
    private void gather(List<Candidate> candidates, int back) {
        boolean own = back == 0;
        boolean wantsAuthority = own || authorities.isEmpty();
        boolean wantsConcerned = own || concerned.isEmpty() && persons.isEmpty() && back <= CONCERNED_REACH;
        boolean wantsPersons = own || persons.isEmpty() && authorities.isEmpty() && concerned.isEmpty();
        for (Candidate candidate : candidates) {
            ActorId actor = candidate.actor();
            switch (candidate.role()) {
                case BODY -> add(authorities, actor, wantsAuthority);
                case GOVERNMENT -> add(authorities, actor, own || wantsAuthority && authorities.isEmpty());
                case COMPANY -> add(concerned, actor, wantsConcerned);
                case PERSON -> add(persons, actor, wantsPersons);
            }
        }
    }

    private static void add(Set<ActorId> group, ActorId actor, boolean wanted) {
        if (wanted) {
            group.add(actor);
        }
    }

    /** Those who take part in an event of this type, the most important first. */
    List<ActorId> chosen() {
        List<ActorId> actors = new ArrayList<>();
        switch (Participation.in(type)) {
            case AUTHORITY -> {
                add(actors, authorities, 2);
                add(actors, concerned, actors.isEmpty() ? 1 : 0);
            }
            case AUTHORITY_AND_CONCERNED -> {
                add(actors, authorities, 1);
                add(actors, concerned, 2);
                add(actors, persons, type == EventType.ENFORCEMENT ? 2 : 0);
            }
            case CHAMBER_OR_SPONSOR -> {
                add(actors, persons, bySponsor ? 2 : 0);
                add(actors, authorities, actors.isEmpty() ? 1 : 0);
                add(actors, persons, actors.size() < 2 && !bySponsor ? 1 : 0);
            }
            case ALL_SIDES -> {
                add(actors, persons, 2);
                add(actors, authorities, 2);
                add(actors, concerned, actors.size() < 2 ? 1 : 0);
            }
            case PARTNERS -> {
                add(actors, concerned, 2);
                add(actors, authorities, actors.size() < 2 ? 1 : 0);
            }
            case COMPANY -> {
                add(actors, concerned, 1);
                add(actors, authorities, actors.isEmpty() ? 1 : 0);
            }
        }
        return actors.subList(0, Math.min(actors.size(), MOST_ACTORS));
    }

    private static void add(List<ActorId> actors, Set<ActorId> more, int most) {
        more.stream().limit(most).forEach(actors::add);
    }
}
