package org.onrecord.article;

import java.util.regex.Pattern;

/**
 * The id of a source of {@code config/sources.yaml}: {@code federal-register-bis}.
 *
 * @param value lower-case ASCII letters and digits, in words joined by single hyphens
 */
public record SourceId(String value) implements Comparable<SourceId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public SourceId {
        if (value.length() > 200 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a source id (lower-case words joined by hyphens): " + value);
        }
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
