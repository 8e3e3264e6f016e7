package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.registry.Registry;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Tells who holds public office and who has private business, among those whom a text names. */
public final class Interests {
    private static final Set<ActorKind> PUBLIC = Set.of(ActorKind.AGENCY, ActorKind.LEGISLATURE, ActorKind.PLACE);

    private static final Set<String> WHERE = Set.of("in", "at", "from", "near", "across", "of", "on", "outside");

    private final List<Name> names;
    private final Registry registry;
    private final Cast cast;
    private final Set<String> offices;
    private final Set<String> business;

    public Interests(Reading reading, List<Name> names, Registry registry, WordLists words, Lexicon list) {
        this.names = Name.inOrder(names);
        this.registry = registry;
        this.cast = new Cast(reading, names, registry, words);
        this.offices = list.section("offices");
        this.business = list.section("business");
    }

    /** Whether somebody has private business: a company, an association, or one of their people. */
    public boolean isPrivate(ActorId actor) {
        Referent member = cast.member(actor);
        if (member == null || holdsOffice(member)) {
            return false;
        }
        return switch (member.kind) {
            case BODY -> isPrivate(member.bodyKind);
            case PERSON ->
                member.houses.stream().anyMatch(this::isPrivateHouse)
                        || member.nouns.stream().anyMatch(business::contains);
            default -> false;
        };
    }

    private boolean isPrivateHouse(ActorId house) {
        Referent member = cast.member(house);
        return isPrivate(
                member != null
                        ? member.bodyKind
                        : registry.actor(house).map(Actor::kind).orElse(null));
    }

    private static boolean isPrivate(@Nullable ActorKind kind) {
        return kind == ActorKind.COMPANY || kind == ActorKind.ORGANISATION;
    }

    private boolean holdsOffice(Referent member) {
        return switch (member.kind) {
            case BODY, PLACE -> member.bodyKind != null && PUBLIC.contains(member.bodyKind);
            case PERSON ->
                member.houses.stream().noneMatch(this::isPrivateHouse)
                        && member.nouns.stream().anyMatch(offices::contains);
            default -> false;
        };
    }

    /** Whether a name only tells where something was: "told reporters in Taipei". */
    private static boolean isWhereabouts(Sentence sentence, Name name) {
        return WHERE.contains(sentence.at(sentence.tokenAt(name.start()) - 1).lower());
    }

    /** Whether words of one sentence name or describe a public official or body. */
    public boolean isOfficeIn(Sentence sentence, int start, int end) {
        for (Token token : sentence.tokens()) {
            if (token.start() >= start && token.end() <= end && offices.contains(token.lower())) {
                return true;
            }
        }
        for (Name name : NamePlaces.in(names, start, end)) {
            Referent member = cast.member(name);
            if (member != null && holdsOffice(member) && !isWhereabouts(sentence, name)) {
                return true;
            }
        }
        return false;
    }
}
