package org.onrecord.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.CalendarStep;
import org.onrecord.search.OverTime;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;

/** Counts how much there was over the past weeks: by issue who took which side, and of what the searches find how much. */
final class Trends {
    private static final int WEEKS_OF_SIDES = 12;
    private static final int DAYS_OF_VOLUME = 28;
    /** More pictures push the news off the first screen. */
    private static final int MOST = 3;

    private final ArticleSearch search;
    private final Registry registry;
    private final LocalDate today;

    Trends(ArticleSearch search, Registry registry, Instant window) {
        this.search = search;
        this.registry = registry;
        this.today = LocalDate.ofInstant(window, ZoneOffset.UTC);
    }

    /**
     * Those with anything in them, at most {@value #MOST}.
     *
     * @param query what finds everything that the digest searches for; empty when it searches for nothing
     */
    List<Trend> of(Digest digest, List<Stance> stances, String query) {
        List<Trend> trends = new ArrayList<>();
        for (IssueId issue : digest.issues()) {
            trends.add(sides(
                    issue,
                    stances.stream()
                            .filter(stance -> stance.issue().equals(issue))
                            .distinct()
                            .toList()));
        }
        if (!query.isEmpty()) {
            try {
                trends.add(volume(query));
            } catch (QueryException tooLong) {
                // The searches answer, so all of them together are too much to ask at once; a mail does without the
                // picture.
            }
        }
        return trends.stream().filter(trend -> !trend.isEmpty()).limit(MOST).toList();
    }

    private Trend sides(IssueId issue, List<Stance> stances) {
        CalendarStep step = CalendarStep.WEEK;
        List<LocalDate> weeks = step.starts(today.minusWeeks(WEEKS_OF_SIDES - 1), today);
        List<SideTaken> taken = stances.stream()
                .flatMap(stance -> stance.taken().stream())
                .filter(SideTaken::dated)
                .toList();
        String name = registry.issue(issue).map(known -> known.name()).orElse(issue.value());
        return new Trend(
                name,
                true,
                weeks.stream()
                        .map(week -> new Trend.Span(
                                week, count(taken, week, Position.FOR), count(taken, week, Position.AGAINST)))
                        .toList());
    }

    private static long count(List<SideTaken> taken, LocalDate week, Position side) {
        return taken.stream()
                .filter(one -> one.side() == side)
                .filter(one -> CalendarStep.WEEK.start(one.day()).equals(week))
                .count();
    }

    private Trend volume(String query) {
        LocalDate first = today.minusDays(DAYS_OF_VOLUME - 1);
        OverTime overTime = search.articles(
                        SearchRequest.of("(" + query + ") after:" + first + " before:" + today.plusDays(1))
                                .sorted(Sort.DATE)
                                .page(0, 1)
                                .withFacets())
                .overTime();
        Map<LocalDate, Long> days = overTime == null
                ? Map.of()
                : overTime.spans().stream()
                        .collect(Collectors.toMap(OverTime.Span::from, OverTime.Span::count, Long::sum, TreeMap::new));
        return new Trend(
                "articles that the searches find",
                false,
                CalendarStep.DAY.starts(first, today).stream()
                        .map(day -> new Trend.Span(day, days.getOrDefault(day, 0L), 0))
                        .toList());
    }
}
