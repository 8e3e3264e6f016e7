package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;

/** Says who wrote, signed or published a text, or gives its answers when it is an interview. */
final class Byline {
    private static final int LONGEST_HEADING = 100;
    private static final int LONGEST_SIGNATURE = 120;
    private static final int FIRST_NAMES = 40;

    private final String text;
    private final List<Name> names;
    private final Cast cast;
    private final @Nullable Referent author;
    private final @Nullable Referent publisher;

    Byline(Reading reading, List<Name> names, Cast cast) {
        this.text = reading.text();
        this.names = names;
        this.cast = cast;
        this.author = findAuthor();
        Referent heading = inHeading();
        this.publisher = heading != null ? heading : inSignature();
    }

    /** "By Padma Orr", or "Remarks by Padma Orr" at the start: the author of a column; null when there is no such line. */
    @Nullable
    Referent author() {
        return author;
    }

    /** The house whose name opens a short first line, signs below, or is the whole last line; null for none. */
    @Nullable
    Referent publisher() {
        return publisher;
    }

    /** Who gives the answers of an interview: the first person that the text names; null when it names none. */
    @Nullable
    Referent interviewed() {
        for (Name name : names.subList(0, Math.min(names.size(), FIRST_NAMES))) {
            if (name.type() == EntityType.PERSON) {
                return cast.member(name);
            }
        }
        return null;
    }

    /** Whose name stands on a line of its own below a place: who wrote the letter; null for nobody. */
    @Nullable
    Referent signedBelow(int place) {
        for (int k = NamePlaces.firstAfter(names, place), last = k + FIRST_NAMES;
                k < Math.min(names.size(), last);
                k++) {
            Name name = names.get(k);
            int line = lineStart(name.start());
            if (name.type() != EntityType.PERSON || line < 0 || line <= place) {
                continue;
            }
            int end = text.indexOf('\n', name.end());
            String before = text.substring(line, name.start());
            String after = text.substring(name.end(), end < 0 ? text.length() : end);
            boolean opens = before.length() < 16 && before.matches("[—–-]? ?(?:\\p{Lu}[\\p{L}.-]* )*");
            boolean closes = before.length() + name.length() + after.length() < 70
                    && after.indexOf(':') < 0
                    && !after.matches(".*[.?!”\"’].*\\w.*");
            if (opens && closes) {
                return cast.member(name);
            }
        }
        return null;
    }

    private @Nullable Referent findAuthor() {
        for (Name name : names.subList(0, Math.min(names.size(), FIRST_NAMES))) {
            int line = lineStart(name.start());
            String before = line < 0 ? "" : text.substring(line, name.start()).toLowerCase(Locale.ROOT);
            boolean by = before.equals("by ") || line == 0 && before.matches("[a-z]+ (?:by|of) ");
            if (name.type() == EntityType.PERSON && by) {
                return cast.member(name);
            }
        }
        return null;
    }

    private @Nullable Referent inHeading() {
        int first = text.indexOf('\n');
        if (first <= 0 || first > LONGEST_HEADING || names.isEmpty()) {
            return null;
        }
        boolean heading = ".!?”\"".indexOf(text.charAt(first - 1)) < 0;
        Name opening = names.getFirst();
        return heading && opening.start() < first && opening.type() == EntityType.ORG ? cast.member(opening) : null;
    }

    /** "Padma Orr, chief executive, Corvane Devices" or just "Corvane Devices" as the last line. */
    private @Nullable Referent inSignature() {
        for (int k = names.size() - 1; k >= 0 && names.get(k).start() > text.length() - LONGEST_SIGNATURE; k--) {
            Name house = names.get(k);
            int line = lineStart(house.start());
            if (house.type() != EntityType.ORG || line < 0 || text.length() - line > LONGEST_SIGNATURE) {
                continue;
            }
            String before = text.substring(line, house.start());
            Name signer = names.get(NamePlaces.firstAfter(names, line));
            boolean signed = signer.type() == EntityType.PERSON
                    && signer.start() - line < 10
                    && before.contains(",")
                    && before.indexOf(':') < 0;
            boolean alone = before.length() < 5 && k == names.size() - 1 && text.length() - house.end() < 20;
            if (signed || alone) {
                return cast.member(house);
            }
        }
        return null;
    }

    /** Where the line of an offset starts; -1 when that is too far for a heading or a signature. */
    private int lineStart(int offset) {
        for (int i = offset; i > 0 && offset - i < LONGEST_SIGNATURE; i--) {
            if (text.charAt(i - 1) == '\n') {
                return i;
            }
        }
        return offset < LONGEST_SIGNATURE ? 0 : -1;
    }
}
