package org.onrecord.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.digest.DigestItem.NewPosition;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LedgerWords;
import org.onrecord.search.PositionChange;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;
import org.onrecord.search.Strength;

/** Finds in the ledger who changed sides lately, and who took one for the first time. */
final class Positions {
    private record Taken(
            ActorId actor, IssueId issue, @Nullable SideTaken before, SideTaken now) {}

    private Positions() {}

    /**
     * Changes of side first, then first positions, each of them newest first; each actor once on an issue.
     *
     * @param fresh the articles that are new enough
     */
    static List<NewPosition> taken(List<Stance> stances, Set<ArticleId> fresh, ArticleSearch search) {
        List<Taken> taken = stances.stream()
                .distinct()
                .flatMap(stance -> taken(stance, fresh).stream())
                .sorted(Comparator.comparing((Taken one) -> one.before() == null)
                        .thenComparing(one -> one.now().day(), Comparator.reverseOrder()))
                .toList();
        List<SideTaken> wanted = new ArrayList<>();
        for (Taken one : taken) {
            wanted.add(one.now());
            if (one.before() != null) {
                wanted.add(one.before());
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        LedgerWords words = new LedgerWords(wanted, search);
        return taken.stream().flatMap(one -> position(one, words).stream()).toList();
    }

    private static Optional<Taken> taken(Stance stance, Set<ArticleId> fresh) {
        if (!stance.changes().isEmpty()) {
            PositionChange last = stance.changes().getLast();
            return fresh.contains(last.after().article())
                            || fresh.contains(last.before().article())
                    ? Optional.of(new Taken(stance.actor(), stance.issue(), last.before(), last.after()))
                    : Optional.empty();
        }
        boolean firstTime = stance.taken().stream().allMatch(one -> fresh.contains(one.article()))
                && stance.strength().grade() != Strength.Grade.UNCLEAR;
        return firstTime
                ? Optional.of(new Taken(stance.actor(), stance.issue(), null, stance.newest()))
                : Optional.empty();
    }

    private static Optional<NewPosition> position(Taken taken, LedgerWords words) {
        return words.of(taken.now())
                .flatMap(now -> taken.before() == null
                        ? Optional.of(new NewPosition(taken.actor(), taken.issue(), null, now, 0))
                        : words.of(taken.before())
                                .map(before -> new NewPosition(taken.actor(), taken.issue(), before, now, 0)));
    }
}
