package org.onrecord.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.article.Act;
import org.onrecord.article.EventType;
import org.onrecord.article.Statement;
import org.onrecord.index.IndexSchema;
import org.onrecord.search.Condition.Nearness;

/** Single terms of a query: what a word, a quoted phrase or a field's value means, and what is wrong with it. */
final class TermReading {
    private static final int SHORTEST_PREFIX = 2;
    private static final List<String> ACTS = Stream.concat(
                    Arrays.stream(Act.values()).map(Act::label), Stream.of(Statement.LOBBYING))
            .toList();
    private static final List<String> EVENT_TYPES =
            Arrays.stream(EventType.values()).map(EventType::label).toList();
    private static final List<String> POSITIONS = List.of("for", "against");
    private static final Pattern FUZZY_OR_BOOST = Pattern.compile("[\\p{L}\\p{N}*][~^][\\w.+-]*$");
    private static final Pattern MIDDLE_QUESTION_MARK = Pattern.compile("[\\p{L}\\p{N}]\\?+[\\p{L}\\p{N}]");
    private static final Pattern SCHEME_AND_WWW = Pattern.compile("^(?:https?://)?(?:www\\.)?");

    private final QueryText text;
    private final String query;
    private final DateValue dates;

    TermReading(QueryText text, DateValue dates) {
        this.text = text;
        this.query = text.query();
        this.dates = dates;
    }

    /** A word outside quotes; empty when it is only punctuation. */
    Optional<Condition> word(int start, String word, QueryField field) throws Mistake {
        if (word.equals("*") || word.equals("*:*")) {
            return Optional.of(new Condition.Everything());
        }
        int end = start + word.length();
        if (word.startsWith(":")) {
            throw new Mistake(
                    start,
                    "a field's name is missing in front of \":\"; " + fields(),
                    text.with(start, start + 1, " "));
        }
        if (word.startsWith("/") && (word.length() > 1 || query.startsWith("(", end))) {
            throw new Mistake(
                    start,
                    "regular expressions cannot be asked for; use prefix* or a phrase",
                    text.with(start, end, spaced(word)));
        }
        if (FUZZY_OR_BOOST.matcher(word).find()) {
            int sign = Math.max(word.lastIndexOf('~'), word.lastIndexOf('^'));
            throw new Mistake(
                    start + sign,
                    "words take no ~ or ^; only a phrase takes ~, as in \"a b\"~10",
                    text.with(start, end, word.substring(0, sign)));
        }
        if (MIDDLE_QUESTION_MARK.matcher(word).find()) {
            int mark = word.indexOf('?');
            throw new Mistake(
                    start + mark,
                    "? does not stand for a letter; use prefix*",
                    text.with(start, end, word.replace('?', ' ')));
        }
        return word.indexOf('*') >= 0 ? Optional.of(prefix(start, word, field)) : plain(word, field);
    }

    private static Optional<Condition> plain(String word, QueryField field) {
        return hasWord(word) ? Optional.of(new Condition.Text(field, word, Nearness.WORD)) : Optional.empty();
    }

    private Condition prefix(int start, String word, QueryField field) throws Mistake {
        int star = word.indexOf('*');
        String letters = word.replace("*", "");
        int end = start + word.length();
        if (star == 0) {
            throw new Mistake(
                    start,
                    "* stands at the end of a word only, after two letters or more",
                    text.with(start, end, hasWord(letters) ? letters : ""));
        }
        if (star < word.length() - 1) {
            throw new Mistake(
                    start + star,
                    "* stands at the end of a word only",
                    text.with(start, end, letters.substring(0, star) + "*"));
        }
        boolean keyword = field.form() != QueryField.Form.TEXT;
        if (!letters.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || (keyword && (c == '-' || c == '.')))) {
            throw new Mistake(start, "in front of * there are letters and digits only", text.with(start, end, letters));
        }
        if (letters.codePointCount(0, letters.length()) < SHORTEST_PREFIX) {
            throw new Mistake(start, "in front of * there are at least two letters", text.with(start, end, letters));
        }
        return new Condition.Prefix(field, letters);
    }

    /** A word after a field's name. */
    Condition value(int start, int valueStart, String value, QueryField field) throws Mistake {
        int end = valueStart + value.length();
        return switch (field.form()) {
            case TEXT -> word(valueStart, value, field).orElseThrow(() -> noValue(start, end, field));
            case ACT -> label(valueStart, value, field, "an act", ACTS);
            case EVENT_TYPE -> label(valueStart, value, field, "a type of event", EVENT_TYPES);
            case STANCE -> stance(valueStart, value);
            case DATE -> date(start, valueStart, value, field);
            case KEY, LANGUAGE, HOST, SAVED -> {
                if (value.equals("*")) {
                    throw new Mistake(
                            valueStart, "* alone is no value of " + field.label() + ":", text.with(start, end, ""));
                }
                yield value.indexOf('*') >= 0
                        ? prefix(valueStart, value, field)
                        : key(start, valueStart, end, value, field);
            }
        };
    }

    /** Words in quotes, after a field's name or without one. */
    Optional<Condition> phrase(int start, int open, int end, String words, QueryField field, Nearness nearness)
            throws Mistake {
        if (!hasWord(words)) {
            throw new Mistake(open, "there is no word between these quotation marks", text.with(start, end, ""));
        }
        if (field.form() == QueryField.Form.TEXT) {
            return Optional.of(new Condition.Text(field, words, nearness));
        }
        if (nearness.within() > 0) {
            throw new Mistake(
                    open,
                    "~ needs words of the text; " + field.label() + ": has single values",
                    text.with(start, end, query.substring(start, query.indexOf('~', open))));
        }
        if (field.form() == QueryField.Form.KEY) {
            return Optional.of(key(start, open, end, words, field));
        }
        if (words.strip().indexOf(' ') >= 0) {
            throw new Mistake(
                    open,
                    field.label() + ": has values of one word",
                    text.with(
                            open, end, words.strip().substring(0, words.strip().indexOf(' '))));
        }
        try {
            return Optional.of(value(start, open + 1, words.strip(), field));
        } catch (Mistake inside) {
            // A place in the quotes may have moved by the stripping, and a mended value needs no quotes.
            throw new Mistake(open, inside.reason(), text.with(open, end, words.strip()));
        }
    }

    /** What is wrong with a word and a colon that name no field; empty when it may be the text of a headline. */
    Optional<Mistake> unknownField(int start, String name, boolean valueless) {
        Optional<String> meant = Nearest.to(name.toLowerCase(Locale.ROOT), QueryField.labels());
        if (valueless
                && (meant.isEmpty()
                        || !meant.get().startsWith(name.substring(0, 1).toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        int colon = start + name.length();
        return Optional.of(meant.map(label -> new Mistake(
                        start,
                        "there is no field \"" + name + "\"; did you mean " + label + ":? " + fields(),
                        text.with(start, colon, label)))
                .orElseGet(() -> new Mistake(
                        start, "there is no field \"" + name + "\"; " + fields(), text.with(colon, colon + 1, " "))));
    }

    Mistake noValue(int start, int end, QueryField field) {
        return new Mistake(start, field.label() + ": needs a value right after the colon", text.with(start, end, ""));
    }

    private Condition label(int start, String value, QueryField field, String what, List<String> labels)
            throws Mistake {
        String label = IndexSchema.key(value);
        if (labels.contains(label)) {
            return new Condition.Text(field, label, Nearness.WORD);
        }
        Optional<String> meant = Nearest.to(label, labels);
        throw new Mistake(
                start,
                "\"" + value + "\" is not " + what
                        + meant.map(word -> "; did you mean " + word + "?").orElse("") + "; there are "
                        + String.join(", ", labels),
                text.with(start, start + value.length(), meant.orElse(labels.getFirst())));
    }

    private Condition stance(int start, String value) throws Mistake {
        int colon = value.indexOf(':');
        String position = (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
        String issue = colon < 0 ? "" : IndexSchema.key(value.substring(colon + 1));
        if (!POSITIONS.contains(position)) {
            String meant = Nearest.to(position, POSITIONS).orElse("for");
            throw new Mistake(
                    start,
                    "a stance is \"for\" or \"against\", with an issue if you like: stance:for:ai-chip-exports",
                    text.with(start, start + value.length(), colon < 0 ? meant : meant + value.substring(colon)));
        }
        Condition side = new Condition.Text(QueryField.STANCE, position, Nearness.WORD);
        if (colon >= 0 && issue.isEmpty()) {
            throw new Mistake(
                    start + colon,
                    "an issue is missing after the colon",
                    text.with(start, start + value.length(), position));
        }
        return issue.isEmpty()
                ? side
                : new Condition.AllOf(List.of(side, new Condition.Text(QueryField.ABOUT, issue, Nearness.WORD)));
    }

    private Condition date(int start, int valueStart, String value, QueryField field) throws Mistake {
        Optional<Condition> condition = dates.condition(field, value);
        if (condition.isPresent()) {
            return condition.get();
        }
        int end = valueStart + value.length();
        throw new Mistake(
                valueStart,
                "\"" + value + "\" is not a date; there are " + DateValue.ALLOWED,
                dates.near(field, value)
                        .map(near -> text.with(valueStart, end, near))
                        .orElseGet(() -> text.with(start, end, "")));
    }

    private Condition key(int start, int valueStart, int end, String value, QueryField field) throws Mistake {
        String key = field.form() == QueryField.Form.HOST
                ? SCHEME_AND_WWW
                        .matcher(value.toLowerCase(Locale.ROOT))
                        .replaceFirst("")
                        .replaceFirst("/.*$", "")
                : IndexSchema.key(value);
        if (key.isEmpty()) {
            throw new Mistake(valueStart, field.label() + ": needs a name or id", text.with(start, end, ""));
        }
        return new Condition.Text(field, key, Nearness.WORD);
    }

    private static boolean hasWord(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String fields() {
        return "there are " + String.join(": ", QueryField.labels()) + ":";
    }

    private static String spaced(String word) {
        return word.replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
