package org.onrecord.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Verdict;

/** Verdicts in words for people. */
public final class VerdictWords {
    private VerdictWords() {}

    /** What a verdict says: "said by Ida Moss, act: criticize, against AI-chip exports". */
    public static String of(Verdict verdict, Function<ActorId, String> actors, Function<IssueId, String> issues) {
        if (!verdict.statement()) {
            return "no statement";
        }
        List<String> words = new ArrayList<>();
        if (verdict.attribution() != null) {
            ActorId actor = verdict.attribution().actor();
            words.add("said by " + (actor == null ? "nobody known" : actors.apply(actor)));
        }
        if (verdict.deed() != null) {
            words.add("act: " + verdict.deed());
        }
        if (verdict.stand() != null) {
            IssueId issue = verdict.stand().issue();
            words.add(
                    issue == null ? "takes no side" : verdict.stand().position().label() + " " + issues.apply(issue));
        }
        return String.join(", ", words);
    }
}
