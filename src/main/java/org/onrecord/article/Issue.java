package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A question on which actors take sides.
 *
 * @param id the id in configuration, queries and the ledger
 * @param name a short name for pages
 * @param proposition the sentence that {@link Position#FOR} agrees with
 * @param subjects phrases that say a text is about this issue at all
 * @param outside phrases for what the issue leaves out, though it may sound like its subjects
 * @param loosening words for acts and things that go in the proposition's direction ("approve", "licence")
 * @param tightening words for acts and things that go against it ("ban", "restrict")
 * @param towards whole phrases that by themselves speak for the proposition
 * @param away whole phrases that by themselves speak against it
 */
public record Issue(
        IssueId id,
        String name,
        String proposition,
        List<String> subjects,
        List<String> outside,
        List<String> loosening,
        List<String> tightening,
        List<String> towards,
        List<String> away) {
    public Issue {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(proposition, "proposition");
        subjects = List.copyOf(subjects);
        outside = List.copyOf(outside);
        loosening = List.copyOf(loosening);
        tightening = List.copyOf(tightening);
        towards = List.copyOf(towards);
        away = List.copyOf(away);
    }
}
