package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveException;
import org.onrecord.article.SourceId;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.job.SourceCondition.Verdict;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.CaptureTimes;
import org.onrecord.state.KnownLink;
import org.onrecord.state.LinkCounts;
import org.onrecord.state.LinkStatistics;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;

/** Looks at sources as a doctor would: at what is written down of them, and at their newest pages. Changes nothing. */
public final class SourceCheckup {
    private static final Duration MONTH = Duration.ofDays(28);
    private static final Duration HALF_A_YEAR = Duration.ofDays(26 * 7);

    /** A source is silent when nothing came for so many times its usual gap, and not before a week. */
    private static final int SILENT_GAPS = 5;

    private static final Duration SHORTEST_SILENCE = Duration.ofDays(7);

    /** Fewer pages show no habit. */
    private static final int HABIT = 5;

    /** What is asked often and brought nothing for so long never will. */
    private static final Duration NOTHING_YET = Duration.ofDays(14);

    private static final int PAGES_LOOKED_AT = 6;
    private static final int SAME_TEXTS = 3;
    private static final int REASONS_SHOWN = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    /** Fewer characters are a teaser, a caption or a notice. */
    private static final int SHORT_TEXT = 400;

    private final StateStore state;
    private final Archive archive;
    private final Clock clock;
    private final PageReader reader = new PageReader();

    public SourceCheckup(StateStore state, Archive archive, Clock clock) {
        this.state = state;
        this.archive = archive;
        this.clock = clock;
    }

    /** The condition of each source, in the order given. */
    public List<SourceCondition> look(List<Source> sources) {
        Instant now = clock.instant();
        Map<SourceId, CaptureTimes> month = state.captures().times(now.minus(MONTH));
        Map<SourceId, CaptureTimes> halfYear = state.captures().times(now.minus(HALF_A_YEAR));
        Map<SourceId, CaptureTimes> ever = state.captures().times(Instant.EPOCH);
        Map<SourceId, LinkCounts> links = state.linkStatistics().counts();
        return sources.stream()
                .map(source -> condition(
                        source,
                        month.get(source.id()),
                        halfYear.get(source.id()),
                        ever.get(source.id()),
                        links.getOrDefault(source.id(), LinkCounts.NONE),
                        now))
                .toList();
    }

    private SourceCondition condition(
            Source source,
            @Nullable CaptureTimes month,
            @Nullable CaptureTimes halfYear,
            @Nullable CaptureTimes ever,
            LinkCounts links,
            Instant now) {
        Optional<SourceState> known = state.sourceStates().find(source.id());
        List<String> findings = new ArrayList<>();
        known.flatMap(round -> failing(round, now)).ifPresent(findings::add);
        silence(known, halfYear, now).ifPresent(findings::add);
        findings.addAll(pages(source));
        findings.addAll(reasons(source));
        return new SourceCondition(
                source,
                verdict(source, known, findings),
                known.map(SourceState::roundAt).orElse(null),
                known.map(SourceState::successAt).orElse(null),
                source.about().enabled() ? known.map(SourceState::nextDueAt).orElse(null) : null,
                known.map(SourceState::outcome).orElse(""),
                month == null ? 0 : month.count() / 4.0,
                halfYear == null ? null : halfYear.last(),
                links.captured() > 0 || ever == null ? links.captured() : ever.count(),
                links,
                findings);
    }

    private static Verdict verdict(Source source, Optional<SourceState> known, List<String> findings) {
        if (!source.about().enabled()) {
            return Verdict.DISABLED;
        }
        if (known.isEmpty()) {
            return Verdict.NEW;
        }
        return known.get().failures() > 0 ? Verdict.FAILING : findings.isEmpty() ? Verdict.GOOD : Verdict.LOOK;
    }

    private static Optional<String> failing(SourceState round, Instant now) {
        if (round.failures() == 0) {
            return Optional.empty();
        }
        Instant success = round.successAt();
        String since =
                success == null ? "it never answered well" : "it answered well last " + days(success, now) + " ago";
        return Optional.of("failed " + round.failures() + " times in a row (" + round.outcome() + "); " + since);
    }

    private static Optional<String> silence(Optional<SourceState> known, @Nullable CaptureTimes times, Instant now) {
        if (known.isEmpty() || known.get().failures() > 0) {
            return Optional.empty();
        }
        if (times == null) {
            Instant success = known.get().successAt();
            Instant full = known.get().fullAt();
            boolean longEnough =
                    success != null && full != null && full.plus(NOTHING_YET).isBefore(success);
            return longEnough
                    ? Optional.of("it answers, and no page of it came for half a year; is it still the right address?")
                    : Optional.empty();
        }
        Duration quiet = Duration.between(times.last(), now);
        Duration usual = times.gap();
        boolean silent = times.count() >= HABIT
                && quiet.compareTo(SHORTEST_SILENCE) > 0
                && quiet.compareTo(usual.multipliedBy(SILENT_GAPS)) > 0;
        return silent
                ? Optional.of("silent for " + days(times.last(), now) + ", where something came every " + words(usual)
                        + " before; is it still the right address?")
                : Optional.empty();
    }

    /** What is wrong with its newest pages. */
    private List<String> pages(Source source) {
        int pages = 0;
        int empty = 0;
        int brief = 0;
        int notices = 0;
        Map<String, Integer> texts = new HashMap<>();
        for (Capture capture : state.captures().newest(source.id(), PAGES_LOOKED_AT)) {
            pages++;
            ExtractedArticle article = read(capture, source);
            String text = article.text();
            if (text.isBlank()) {
                empty++;
            } else if (PageReader.isNotice(article)) {
                notices++;
            } else if (text.length() < SHORT_TEXT) {
                brief++;
            }
            if (!text.isBlank()) {
                texts.merge(text, 1, Integer::sum);
            }
        }
        int same = texts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> findings = new ArrayList<>();
        addIf(findings, notices, pages, "look like error pages although they came as good ones");
        addIf(
                findings,
                same >= SAME_TEXTS ? same : 0,
                pages,
                "have one and the same text: a notice in place of articles?");
        addIf(findings, empty, pages, "have no text: pictures, or put there by scripts?");
        addIf(
                findings,
                2 * brief > pages ? brief : 0,
                pages,
                "have less than " + SHORT_TEXT
                        + " characters of text: teasers, or closed to programs? \"select\" may help");
        return findings;
    }

    private static void addIf(List<String> findings, int bad, int pages, String words) {
        if (bad > 0) {
            findings.add(bad + " of the newest " + pages + " pages " + words);
        }
    }

    private ExtractedArticle read(Capture capture, Source source) {
        try {
            return reader.read(archive.read(capture), source.about().reading());
        } catch (ArchiveException e) {
            return new ExtractedArticle("", List.of(), null, "", "und", null); // nothing to read: that is the finding
        }
    }

    private List<String> reasons(Source source) {
        List<String> findings = new ArrayList<>();
        reasons(source, KnownLink.State.REFUSED)
                .forEach(reason -> findings.add(words(reason.links())
                        + " refused: " + reason.reason() + "; the rules are looked up again from "
                        + time(reason.nextAttemptAt())));
        reasons(source, KnownLink.State.FAILED)
                .forEach(reason -> findings.add(words(reason.links()) + " given up: " + reason.reason()
                        + "; `onrecord fetch --retry " + source.id() + "` asks again"));
        reasons(source, KnownLink.State.PENDING)
                .forEach(reason -> findings.add(words(reason.links()) + " waiting for another try: " + reason.reason()
                        + "; next from " + time(reason.nextAttemptAt())));
        return findings;
    }

    private List<LinkStatistics.Reason> reasons(Source source, KnownLink.State linkState) {
        return state.linkStatistics().reasons(source.id(), linkState, REASONS_SHOWN);
    }

    private static String words(long links) {
        return links == 1 ? "1 link" : links + " links";
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "never" : TIME.format(time);
    }

    private static String days(Instant from, Instant now) {
        return words(Duration.between(from, now));
    }

    private static String words(Duration time) {
        return time.toDays() >= 2 ? time.toDays() + " days" : Math.max(1, time.toHours()) + " hours";
    }
}
