package org.onrecord.tag;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;

/** Says who "I" and "we" are: the one quoted, the one before the colon in a transcript, the author of an article. */
final class FirstPerson {
    private static final Set<String> WORDS = Set.of("i", "we", "my", "our", "me", "us");
    private static final Set<String> SEVERAL = Set.of("we", "our", "us");
    private static final int HEAD = 70;

    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;
    private final Attention attention;
    private @Nullable Referent house;

    FirstPerson(Reading reading, List<Name> names, Cast cast, Attention attention) {
        this.reading = reading;
        this.names = names;
        this.cast = cast;
        this.attention = attention;
    }

    static boolean isFirstPerson(Token token) {
        return WORDS.contains(token.lower()) && !token.text().equals("US");
    }

    /** Who speaks of themselves at a place; null when the text does not say. */
    @Nullable
    Referent meaning(Token word) {
        int place = word.start();
        Span quote = reading.quotes().at(place).orElse(null);
        if (quote != null) {
            Referent after = firstPersonAfter(quote.end());
            return after != null ? after : attention.lastSpeaker(place);
        }
        Referent speaker = beforeColon(place);
        if (speaker == null && SEVERAL.contains(word.lower())) {
            speaker = house(word);
        }
        if (speaker == null) {
            speaker = answers(place) ? interviewed() : signed(place);
        }
        if (speaker == null) {
            speaker = author();
        }
        return speaker != null ? speaker : publisher();
    }

    /** The house whose name opens a short first line, or is the whole last line. */
    private @Nullable Referent publisher() {
        String text = reading.text().strip();
        if (names.isEmpty() || text.isEmpty()) {
            return null;
        }
        int first = text.indexOf('\n');
        String line = first < 0 ? "" : text.substring(0, first).strip();
        Name opening = names.getFirst();
        boolean heading = !line.isEmpty() && line.length() < 100 && ".!?".indexOf(line.charAt(line.length() - 1)) < 0;
        if (heading && opening.start() < line.length() && opening.type() == EntityType.ORG) {
            return cast.member(opening);
        }
        for (int k = names.size() - 1; k >= 0; k--) {
            Name name = names.get(k);
            int lineStart = reading.text().lastIndexOf('\n', name.start()) + 1;
            if (reading.text().length() - lineStart > 120) {
                break;
            }
            if (name.type() == EntityType.ORG && isSignature(lineStart, name)) {
                return cast.member(name);
            }
        }
        Name closing = names.getLast();
        int start = reading.text().lastIndexOf('\n', closing.start()) + 1;
        boolean alone = closing.start() - start < 5
                && reading.text().substring(closing.end()).strip().length() < 20;
        return alone && closing.type() == EntityType.ORG ? cast.member(closing) : null;
    }

    /** "We at the Chip Guild", or the house that signs or publishes. */
    private @Nullable Referent house(Token word) {
        String after =
                reading.text().substring(word.end(), Math.min(reading.text().length(), word.end() + 8));
        if (after.startsWith(" at ")) {
            int k = NamePlaces.firstAfter(names, word.end());
            boolean near = k < names.size() && names.get(k).start() <= word.end() + 8;
            if (near && names.get(k).type() == EntityType.ORG) {
                house = cast.member(names.get(k));
            }
        }
        return house != null ? house : publisher();
    }

    /** "Padma Orr, chief executive, Corvane Devices" on a line of its own. */
    private boolean isSignature(int lineStart, Name house) {
        int k = NamePlaces.firstAfter(names, lineStart);
        String line = reading.text().substring(lineStart, house.start());
        return names.get(k).type() == EntityType.PERSON
                && names.get(k).start() - lineStart < 10
                && line.contains(",")
                && line.indexOf(':') < 0;
    }

    /** Who gives the answers of an interview: the first person that the text names; null when it names none. */
    @Nullable
    Referent interviewed() {
        for (int k = 0; k < Math.min(names.size(), 30); k++) {
            if (names.get(k).type() == EntityType.PERSON) {
                return cast.member(names.get(k));
            }
        }
        return null;
    }

    /** Whether the line of a place is an answer: "A: …". */
    private boolean answers(int place) {
        String text = reading.text();
        int line = text.lastIndexOf('\n', place - 1) + 1;
        return text.startsWith("A:", line) || text.startsWith("A. ", line);
    }

    /** Whose name stands alone on a line below: who wrote the letter. */
    private @Nullable Referent signed(int place) {
        String text = reading.text();
        for (int k = NamePlaces.firstAfter(names, place), last = k + 40; k < Math.min(names.size(), last); k++) {
            Name name = names.get(k);
            if (name.type() != EntityType.PERSON) {
                continue;
            }
            int line = text.lastIndexOf('\n', name.start()) + 1;
            int end = text.indexOf('\n', name.end());
            end = end < 0 ? text.length() : end;
            boolean opens = name.start() - line < 16
                    && text.substring(line, name.start()).matches("[—–-]? ?(?:\\p{Lu}[\\p{L}.-]* )*");
            if (line > place
                    && opens
                    && end - line < 70
                    && !text.substring(name.end(), end).matches(".*[:.?!”\"’].*\\w.*")
                    && !text.substring(name.end(), end).contains(":")) {
                return cast.member(name);
            }
        }
        return null;
    }

    private @Nullable Referent firstPersonAfter(int end) {
        int stop = reading.text().indexOf('\n', end);
        int limit = Math.min(stop < 0 ? reading.text().length() : stop, end + 60);
        for (int k = NamePlaces.firstAfter(names, end);
                k < names.size() && names.get(k).start() < limit;
                k++) {
            if (names.get(k).type() == EntityType.PERSON) {
                return cast.member(names.get(k));
            }
        }
        return null;
    }

    /** "Padma Orr, CEO: …": who the name at the start of the line is. */
    private @Nullable Referent beforeColon(int place) {
        String text = reading.text();
        int line = text.lastIndexOf('\n', place - 1) + 1;
        int colon = text.indexOf(':', line);
        if (colon < 0 || colon > place || colon - line > HEAD) {
            return null;
        }
        int k = NamePlaces.firstAfter(names, line);
        return k < names.size() && names.get(k).start() < colon ? cast.member(names.get(k)) : null;
    }

    /** "By Padma Orr": the author of a column. */
    private @Nullable Referent author() {
        for (int k = 0; k < Math.min(names.size(), 40); k++) {
            Name name = names.get(k);
            String before = reading.text().substring(Math.max(0, name.start() - 3), name.start());
            boolean opens = name.start() < 4 || reading.text().charAt(name.start() - 4) == '\n';
            if (name.type() == EntityType.PERSON && before.equalsIgnoreCase("by ") && opens) {
                return cast.member(name);
            }
        }
        return null;
    }
}
