package org.onrecord.article;

import java.util.regex.Pattern;

/**
 * The id of an issue of {@code config/issues.yaml}: {@code ai-chip-exports}.
 *
 * @param value lower-case ASCII letters and digits, in words joined by single hyphens
 */
public record IssueId(String value) implements Comparable<IssueId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public IssueId {
        if (value.length() > 200 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an issue id (lower-case words joined by hyphens): " + value);
        }
    }

    @Override
    public int compareTo(IssueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
