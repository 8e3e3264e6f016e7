package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of an official gazette by which something was done.
 *
 * @param number its number in the Federal Register, such as {@code 2024-28270}
 * @param rins the regulation identifier numbers of the rules that it is about
 * @param effectiveOn the day on which it takes effect; null if it names none
 * @param commentsCloseOn the last day for comments; null if it asks for none
 */
public record OfficialDocument(
        String number,
        List<String> rins,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate commentsCloseOn) {
    public OfficialDocument {
        requireNonNull(number, "number");
        rins = List.copyOf(rins);
    }

    /** For people: {@code document 2024-28270, RIN 0694-AJ74, effective 2024-12-02, comments close 2025-01-31}. */
    public String inWords() {
        StringBuilder words = new StringBuilder("document ").append(number);
        rins.forEach(rin -> words.append(", RIN ").append(rin));
        words.append(effectiveOn == null ? "" : ", effective " + effectiveOn);
        words.append(commentsCloseOn == null ? "" : ", comments close " + commentsCloseOn);
        return words.toString();
    }
}
