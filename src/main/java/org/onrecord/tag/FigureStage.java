package org.onrecord.tag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;
import org.onrecord.article.Passage;

/** Finds quantities: money, percentages, counts of chips and the like, with their subject, measure and period. */
final class FigureStage {
    private static final String NUMBER = "\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String TO = "\\s?(?:to|and|or|-|–|—)\\s?";

    private final Map<String, String> scales;
    private final Map<String, String> symbols;
    private final Map<String, String> currencies;
    private final Map<String, String> units;
    private final Map<String, String> fractions;
    private final Map<String, String> numbers;
    private final Map<String, String> measures;
    private final DateReader dates = new DateReader();
    private final Pattern money;
    private final Pattern moneyAfter;
    private final Pattern percent;
    private final Pattern count;
    private final Pattern span;
    private final Pattern times;
    private final Pattern part;

    FigureStage() {
        Lexicon list = Lexicon.named("figures");
        scales = list.values("scales");
        symbols = list.values("symbols");
        currencies = list.values("currencies");
        units = list.values("units");
        fractions = list.values("fractions");
        numbers = list.values("numbers");
        measures = list.values("measures");
        String scale =
                "(?:\\s?-?(hundred|thousand|million|mln|mn|billion|bln|bn|trillion|tn|lakh|crore|[kKmMbBT](?![A-Za-z0-9])))?";
        String number = "(" + NUMBER + "|" + alternatives(numbers) + ")";
        String range = number + scale + "(?:" + TO + "(?:SYMBOL)?\\s?" + number + scale + ")?";
        String signs = symbols.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        money = Pattern.compile("(?<![A-Za-z0-9])(" + signs + ")\\s?" + range.replace("SYMBOL", signs));
        moneyAfter = Pattern.compile(
                "(?<![\\w.,$€£¥])" + range.replace("SYMBOL", signs) + "\\s(" + alternatives(currencies) + ")\\b");
        percent = Pattern.compile("(?<![\\w.,])(-?)" + range.replace("SYMBOL", signs)
                + "(?:\\s?(?:%|％)|\\s(?:percent|per cent|pct|percentage points)\\b)");
        count = Pattern.compile("(?<![\\w.,$€£¥-])" + range.replace("SYMBOL", signs)
                + "(?:\\s(?:of|more|such|its|the|their|advanced|American|Chinese|AI|new|domestic|artificial|intelligence|used|older|[A-Z][\\w-]*|[a-z]+ed|high-end)){0,5}?[\\s-]("
                + alternatives(units) + ")\\b");
        span = Pattern.compile("(?<![\\w.,$€£¥])(" + NUMBER + ")-(month|day|week|year)\\b");
        times = Pattern.compile("(?<![\\w.,$€£¥])(" + NUMBER + ")(?:x\\b|\\stimes\\b)");
        part = Pattern.compile(
                "\\b(one|two|three|four|five|six|seven|eight|nine)[ -](?:out of|in) (two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\\b|\\b(one-third|two-thirds|one-quarter|three-quarters|one-half|one-fifth|a third|a quarter|a fifth|a tenth|half) of\\b");
    }

    private static String alternatives(Map<String, String> words) {
        return words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    List<Figure> find(Reading reading, List<Name> names) {
        List<Figure> figures = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            if (sentence.end() - sentence.start() > 4_000 || noDigitOrNumber(sentence)) {
                continue;
            }
            new InSentence(reading, sentence, names, figures).find();
        }
        return figures;
    }

    private boolean noDigitOrNumber(Sentence sentence) {
        return sentence.tokens().stream()
                .noneMatch(token -> token.isA("NUM")
                        || Character.isDigit(token.text().charAt(token.text().length() - 1))
                        || token.text().chars().anyMatch(Character::isDigit)
                        || numbers.containsKey(token.lower())
                        || fractions.containsKey(token.lower()));
    }

    private final class InSentence {
        private final Reading reading;
        private final Sentence sentence;
        private final List<Name> names;
        private final List<Figure> figures;
        private final String text;

        InSentence(Reading reading, Sentence sentence, List<Name> names, List<Figure> figures) {
            this.reading = reading;
            this.sentence = sentence;
            this.names = names;
            this.figures = figures;
            this.text = reading.text().substring(sentence.start(), sentence.end());
        }

        void find() {
            for (Matcher m = money.matcher(text); m.find(); ) {
                add(m.start(), m.end(), m.group(2), m.group(3), m.group(4), m.group(5), currency(m.group(1)));
            }
            for (Matcher m = moneyAfter.matcher(text); m.find(); ) {
                add(
                        m.start(),
                        m.end(),
                        m.group(1),
                        m.group(2),
                        m.group(3),
                        m.group(4),
                        currencies.getOrDefault(m.group(5), "USD"));
            }
            for (Matcher m = percent.matcher(text); m.find(); ) {
                add(m.start(), m.end(), m.group(1) + m.group(2), null, m.group(4), null, "percent");
            }
            for (Matcher m = count.matcher(text); m.find(); ) {
                String unit = m.group(5);
                String value = units.getOrDefault(unit, "");
                boolean small = m.group(1).matches("[a-z]+|\\d") && m.group(2) == null;
                boolean time = Set.of("days", "months", "weeks", "years", "employees", "cases", "applications")
                        .contains(value);
                if (small && !time
                        || Set.of("years", "weeks", "employees").contains(value)
                        || small && time && !m.group(1).contains("-") && !value.equals("days")) {
                    continue;
                }
                if (m.group(1).matches("(?:19|20)\\d\\d") && m.group(2) == null) {
                    continue;
                }
                int end = value.isEmpty() || m.end() - m.start() < 24 ? m.end() : m.end();
                add(m.start(), end, m.group(1), m.group(2), m.group(3), m.group(4), value.isEmpty() ? "units" : value);
            }
            for (Matcher m = span.matcher(text); m.find(); ) {
                if (m.group(2).equals("month") || m.group(2).equals("day")) {
                    add(m.start(), m.end(), m.group(1), null, null, null, m.group(2) + "s");
                }
            }
            for (Matcher m = times.matcher(text); m.find(); ) {
                add(m.start(), m.end(), m.group(1), null, null, null, "times");
            }
            for (Matcher m = part.matcher(text); m.find(); ) {
                if (m.group(3) != null) {
                    String fraction = m.group(3).startsWith("a ") ? m.group(3).substring(2) : m.group(3);
                    add(
                            m.start(),
                            m.end() - 3,
                            new BigDecimal(fractions.getOrDefault(fraction, "50")),
                            null,
                            "percent");
                } else {
                    BigDecimal of = new BigDecimal(numbers.getOrDefault(m.group(2), "10"));
                    BigDecimal share =
                            new BigDecimal(numbers.getOrDefault(m.group(1), "1")).multiply(BigDecimal.valueOf(100));
                    add(m.start(), m.end(), share.divide(of, 1, RoundingMode.HALF_UP), null, "percent");
                }
            }
        }

        private String currency(String sign) {
            String currency = symbols.getOrDefault(sign, "USD");
            return currency.equals("JPY")
                            && reading.text().contains("yuan")
                            && !reading.text().contains("yen")
                    ? "CNY"
                    : currency;
        }

        private void add(
                int from,
                int to,
                String number,
                @Nullable String scale,
                @Nullable String second,
                @Nullable String secondScale,
                String unit) {
            BigDecimal first = value(number, scale != null ? scale : second != null ? secondScale : null);
            BigDecimal last = second == null ? null : value(second, secondScale);
            if (first != null) {
                add(from, to, first, last, unit);
            }
        }

        private void add(int from, int to, BigDecimal first, @Nullable BigDecimal last, String unit) {
            int start = sentence.start() + from;
            int end = sentence.start() + to;
            boolean taken = figures.stream()
                    .anyMatch(figure -> figure.passage().start() < end
                            && start < figure.passage().end());
            boolean inName = names.stream()
                    .anyMatch(name -> name.overlaps(start, Math.min(end, start + 2)) && name.start() <= start);
            if (taken || inName) {
                return;
            }
            List<BigDecimal> values = last != null && last.compareTo(first) > 0 ? List.of(first, last) : List.of(first);
            figures.add(new Figure(
                    Passage.of(reading.text(), start, end),
                    subject(start),
                    measure(from, to),
                    values,
                    unit,
                    dates.period(text, from, to, reading.article().published()),
                    0.75));
        }

        private @Nullable BigDecimal value(String number, @Nullable String scale) {
            String plain = number.replace(",", "");
            BigDecimal base;
            if (numbers.containsKey(plain)) {
                base = new BigDecimal(numbers.getOrDefault(plain, "0"));
            } else if (plain.matches("-?\\d{1,15}(?:\\.\\d{1,6})?")) {
                base = new BigDecimal(plain);
            } else {
                return null;
            }
            String factor =
                    scale == null ? null : scales.getOrDefault(scale, scales.get(scale.toLowerCase(Locale.ROOT)));
            BigDecimal whole = factor == null ? base : base.multiply(new BigDecimal(factor));
            return whole.stripTrailingZeros().scale() < 0 ? whole.setScale(0) : whole.stripTrailingZeros();
        }

        /** The name that stands nearest before the figure in the sentence, products first; else the nearest after it. */
        private @Nullable String subject(int start) {
            Name best = null;
            for (Name name : names) {
                if (name.start() < sentence.start() || name.end() > sentence.end()) {
                    continue;
                }
                boolean fits = name.type() == EntityType.PRODUCT || name.type() == EntityType.ORG;
                if (fits && (best == null || distance(name, start) < distance(best, start))) {
                    best = name;
                }
            }
            return best == null ? null : reading.text().substring(best.start(), best.end());
        }

        private int distance(Name name, int start) {
            int gap = Math.abs(name.start() - start);
            return name.type() == EntityType.PRODUCT ? gap : gap + 60;
        }

        private Measure measure(int from, int to) {
            Measure best = Measure.OTHER;
            int nearest = 70;
            for (Token token : sentence.tokens()) {
                String label = measures.get(token.lower());
                if (label != null) {
                    int at = token.start() - sentence.start();
                    int gap = at < from ? from - at : Math.max(0, at - to);
                    if (gap < nearest) {
                        nearest = gap;
                        best = Measure.ofLabel(label);
                    }
                }
            }
            return best;
        }
    }
}
