package org.onrecord.article;

/**
 * A half-open range of a text, in UTF-16 code units (the indices of a Java {@link String}).
 *
 * @param start the first unit, at least 0
 * @param end the unit after the last, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    /** Whether both have at least one unit in common. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly inside this span, or is the same. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The passage of {@code text} at this span; throws {@link IndexOutOfBoundsException} when the text is shorter. */
    public Passage in(String text) {
        return new Passage(this, text.substring(start, end));
    }

    /** By start, then the longer one first, so that an outer span comes before the inner ones. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
