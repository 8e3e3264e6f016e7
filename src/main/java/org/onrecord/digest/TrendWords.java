package org.onrecord.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.onrecord.digest.MailView.Bar;
import org.onrecord.digest.MailView.Picture;

/** Turns a trend into a small picture and the same in words. */
final class TrendWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private TrendWords() {}

    static Picture picture(Trend trend) {
        long most = trend.spans().stream()
                .mapToLong(span -> Math.max(span.up(), span.down()))
                .max()
                .orElse(1);
        List<Bar> bars = trend.spans().stream()
                .map(span -> new Bar(height(span.up(), most), height(span.down(), most)))
                .toList();
        return new Picture(title(trend), words(trend), trend.sides(), bars);
    }

    /** Whatever is there can be seen. */
    private static int height(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(3, count * Picture.HEIGHT / Math.max(1, most));
    }

    private static String title(Trend trend) {
        String subject = EntryWords.line(trend.subject());
        return trend.sides()
                ? subject + ": for and against, " + trend.spans().size() + " weeks"
                : capitalised(subject) + ", " + trend.spans().size() + " days";
    }

    private static String words(Trend trend) {
        if (trend.sides()) {
            return sum(trend, true) + " for, " + sum(trend, false) + " against; in the last week "
                    + trend.spans().getLast().up() + " and "
                    + trend.spans().getLast().down() + ".";
        }
        Trend.Span peak = trend.spans().stream()
                .max(Comparator.comparingLong(Trend.Span::up))
                .orElseThrow();
        return Words.count(sum(trend, true), "article") + "; most on " + day(peak.from()) + ", with " + peak.up() + ".";
    }

    private static long sum(Trend trend, boolean up) {
        return trend.spans().stream()
                .mapToLong(span -> up ? span.up() : span.down())
                .sum();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
