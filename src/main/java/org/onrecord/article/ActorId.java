package org.onrecord.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The canonical id of an actor, the same in every article: {@code jensen-huang}, {@code us-commerce-department}.
 *
 * @param value lower-case ASCII letters and digits, in words joined by single hyphens
 */
public record ActorId(String value) implements Comparable<ActorId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Set<String> INITIALS = Set.of("ai", "eu", "uk", "un", "us");
    private static final Set<String> SMALL_WORDS = Set.of("and", "for", "in", "of", "on", "the", "to");

    public ActorId {
        if (value.length() > 200 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an actor id (lower-case words joined by hyphens): " + value);
        }
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The id written as a name, for somebody whom no registry knows: {@code office-of-trade} is "Office of Trade". */
    public String asName() {
        return Arrays.stream(value.split("-", -1)).map(ActorId::capitalised).collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        if (word.isEmpty() || SMALL_WORDS.contains(word)) {
            return word;
        }
        int capitals = INITIALS.contains(word) ? word.length() : 1;
        return word.substring(0, capitals).toUpperCase(Locale.ROOT) + word.substring(capitals);
    }
}
