package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.EventHit;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.FigureHit;
import org.onrecord.search.StatementHit;
import org.onrecord.search.StoryHit;

/** One thing that a digest reports. Its keys are the same in every digest, so that nobody gets it twice. */
public sealed interface DigestItem {
    /** What to record when a subscriber gets it; at least one. */
    List<String> keys();

    /** What to look up before: the subscriber who has got any of these may have got it. */
    default List<String> lookups() {
        return keys();
    }

    /** The item for a subscriber who has got these; null when it is among them. */
    default @Nullable DigestItem unless(Set<String> got) {
        return lookups().stream().anyMatch(got::contains) ? null : this;
    }

    /** The articles that it comes from, at least one; the one that is quoted first. */
    List<ArticleRef> articles();

    /** The first of its articles. */
    default ArticleRef article() {
        return articles().getFirst();
    }

    /**
     * An actor that takes another side on an issue than it is known to have taken before, or takes one for the first time.
     *
     * @param before the surest statement on the other side; null when it took none
     * @param now the statement that shows the side it takes
     * @param turn how many times the subscriber was told where it stands, this one included; 0 while nobody has looked
     */
    record NewPosition(
            ActorId actor, IssueId issue, @Nullable StatementHit before, StatementHit now, int turn)
            implements DigestItem {
        /** Nobody is told more often where one actor stands. */
        private static final int MOST_TURNS = 20;

        public NewPosition {
            requireNonNull(actor, "actor");
            requireNonNull(issue, "issue");
            requireNonNull(now, "now");
        }

        Position side() {
            return now.statement().stand().position();
        }

        /** The statement itself need not be told once more. */
        @Override
        public List<String> keys() {
            return Stream.concat(Stream.of(key(side(), Math.max(1, turn))), ItemKeys.of(now).stream())
                    .toList();
        }

        @Override
        public List<String> lookups() {
            return Stream.iterate(1, each -> each <= MOST_TURNS, each -> each + 1)
                    .flatMap(each -> Stream.of(key(Position.FOR, each), key(Position.AGAINST, each)))
                    .toList();
        }

        /**
         * By the side told last, not by the statements: of one change another statement may be the surest tomorrow.
         */
        @Override
        public @Nullable DigestItem unless(Set<String> got) {
            int told = MOST_TURNS;
            while (told > 0 && !got.contains(key(Position.FOR, told)) && !got.contains(key(Position.AGAINST, told))) {
                told--;
            }
            boolean known = told > 0 && (before == null || got.contains(key(side(), told)));
            return known || told == MOST_TURNS ? null : new NewPosition(actor, issue, before, now, told + 1);
        }

        @Override
        public List<ArticleRef> articles() {
            return List.of(now.article());
        }

        private String key(Position position, int number) {
            return ItemKeys.ofPosition(actor, issue, position, number);
        }
    }

    /**
     * A policy event.
     *
     * @param others other reports of it
     * @param keys made once, because every subscriber's are compared with them
     */
    record NewEvent(EventHit hit, List<EventHit> others, List<String> keys) implements DigestItem {
        public NewEvent {
            requireNonNull(hit, "hit");
            others = List.copyOf(others);
            keys = List.copyOf(keys);
        }

        NewEvent(EventHit hit, List<EventHit> others) {
            this(
                    hit,
                    others,
                    Stream.concat(Stream.of(hit), others.stream())
                            .flatMap(report -> ItemKeys.of(report).stream())
                            .distinct()
                            .toList());
        }

        @Override
        public List<ArticleRef> articles() {
            return Stream.concat(Stream.of(hit), others.stream())
                    .map(EventHit::article)
                    .toList();
        }
    }

    /**
     * A quantity for which articles give different values.
     *
     * @param line the values of one period and unit
     */
    record FigureDispute(FigureComparison quantity, FigureComparison.Line line) implements DigestItem {
        public FigureDispute {
            requireNonNull(quantity, "quantity");
            if (line.figures().isEmpty()) {
                throw new IllegalArgumentException("a disagreement has figures: " + quantity.subject());
            }
        }

        @Override
        public List<String> keys() {
            return List.of(ItemKeys.of(quantity, line));
        }

        @Override
        public List<ArticleRef> articles() {
            return line.figures().stream().map(FigureHit::article).toList();
        }
    }

    /**
     * A statement of a followed actor, or one that takes a side on a followed issue.
     *
     * @param keys made once, because every subscriber's are compared with them
     */
    record NewStatement(StatementHit hit, List<String> keys) implements DigestItem {
        public NewStatement {
            requireNonNull(hit, "hit");
            keys = List.copyOf(keys);
        }

        NewStatement(StatementHit hit) {
            this(hit, ItemKeys.of(hit));
        }

        @Override
        public List<ArticleRef> articles() {
            return List.of(hit.article());
        }
    }

    /** A story that matches a saved search. Whoever has got one of its articles has got it: others come in for days. */
    record NewStory(StoryHit hit) implements DigestItem {
        public NewStory {
            requireNonNull(hit, "hit");
        }

        @Override
        public List<String> keys() {
            return hit.articles().stream()
                    .map(article -> "article:" + article.id())
                    .toList();
        }

        @Override
        public List<ArticleRef> articles() {
            return hit.articles();
        }
    }
}
