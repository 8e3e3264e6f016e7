package org.onrecord.tag.speaker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Finds those who say the same together: "Orr and Halvorsen urged", "Orr, Halvorsen and Minister Lindqvist said". */
public final class Conjuncts {
    private final Reading reading;
    private final List<Name> names;
    private final WordLists words;

    /** @param names in the order of the text, none overlapping another */
    public Conjuncts(Reading reading, List<Name> names, WordLists words) {
        this.reading = reading;
        this.names = names;
        this.words = words;
    }

    /** The names joined to a source that ends in a name, without that one, in the order of the text. */
    public List<Span> of(Span source) {
        int at = reading.sentenceAt(source.start());
        Name own = NamePlaces.at(names, source.end() - 1);
        if (at >= reading.sentences().size() || own == null || own.end() != source.end()) {
            return List.of();
        }
        Sentence sentence = reading.sentences().get(at);
        List<Name> chain = new ArrayList<>();
        for (Name name : NamePlaces.in(names, sentence.start(), sentence.end())) {
            Token link = chain.isEmpty() ? null : link(sentence, chain.getLast(), name);
            if (link == null) {
                chain.clear();
            }
            chain.add(name);
            if (link != null && link.is("and")) {
                if (chain.contains(own) && speaks(sentence, chain)) {
                    return chain.stream()
                            .filter(other -> !other.equals(own))
                            .map(other -> new Span(other.start(), other.end()))
                            .toList();
                }
                chain.clear();
            }
        }
        return List.of();
    }

    /** The comma or "and" between two names that nothing else but titles stands between; null for none. */
    private @Nullable Token link(Sentence sentence, Name first, Name second) {
        int at = sentence.tokenAt(first.end());
        Token link = sentence.at(at);
        if (link.is(",") && sentence.at(at + 1).is("and")) {
            at++;
            link = sentence.at(at);
        }
        if (!link.is(",") && !link.is("and") || beforeTitle(sentence, second) != at) {
            return null;
        }
        return link;
    }

    /** The place before a name's "the" and titles. */
    private int beforeTitle(Sentence sentence, Name name) {
        int at = sentence.tokenAt(name.start()) - 1;
        while (at >= 0 && isTitle(sentence.get(at))) {
            at--;
        }
        return at;
    }

    private boolean isTitle(Token token) {
        return token.is("the") || words.titles.containsKey(token.text()) || words.roles.containsKey(token.lower());
    }

    /** Not "officials from Beijing and Washington", "a call between Orr and Halvorsen", "Orr and Halvorsen's lawyers". */
    private boolean speaks(Sentence sentence, List<Name> chain) {
        int before = beforeTitle(sentence, chain.getFirst());
        Token token = sentence.at(before);
        Token next = sentence.at(sentence.tokenAt(chain.getLast().end()));
        boolean according = token.is("to") && sentence.at(before - 1).is("according");
        boolean part = token.isA("ADP", "PART") || token.is("to") || token.is("'s");
        return (according || !part)
                && !next.is("'s")
                && !next.isA("NOUN")
                && chain.stream().allMatch(Conjuncts::isActor);
    }

    private static boolean isActor(Name name) {
        return name.actor() != null && name.type() != EntityType.PRODUCT && name.type() != EntityType.POLICY;
    }
}
