package org.onrecord.tag.speaker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Says whom "who", "which" and "whose" mean: the name they follow, with or without an apposition between. */
final class Antecedents {
    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;

    Antecedents(Reading reading, List<Name> names, Cast cast) {
        this.reading = reading;
        this.names = names;
        this.cast = cast;
    }

    /** Whom the relative pronoun at a token means; null when no name fits. */
    @Nullable
    Referent of(Sentence sentence, int relative) {
        Token word = sentence.get(relative);
        List<Name> before = NamePlaces.in(names, sentence.start(), word.start());
        for (int k = before.size() - 1; k >= 0; k--) {
            Name name = before.get(k);
            boolean person = name.type() == EntityType.PERSON;
            if (word.is("whose") && k > 0 && isHouseOf(name, before.get(k - 1))) {
                return cast.member(before.get(k - 1));
            }
            boolean fits = !(word.is("who") && !person) && !(word.is("which") && person);
            if (fits) {
                return cast.member(name);
            }
        }
        return null;
    }

    /** "Padma Orr of the Chip Guild". */
    private boolean isHouseOf(Name house, Name person) {
        String between = reading.text().substring(Math.min(person.end(), house.start()), house.start());
        return person.type() == EntityType.PERSON && between.matches(" (?:of|at|from) (?:the )?");
    }
}
