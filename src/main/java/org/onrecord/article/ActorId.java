package org.onrecord.article;

import java.util.regex.Pattern;

/**
 * The canonical id of an actor, the same in every article: {@code jensen-huang}, {@code us-commerce-department}.
 *
 * @param value lower-case ASCII letters and digits, in words joined by single hyphens
 */
public record ActorId(String value) implements Comparable<ActorId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

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
}
