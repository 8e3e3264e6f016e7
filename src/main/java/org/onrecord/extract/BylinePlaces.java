package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The elements of a page that are marked or named as its byline. Of many, as on pages with teasers of other articles, those
 * nearest to the headline.
 *
 * @param heading the number of the headline's element, if there is one
 */
record BylinePlaces(PageOutline outline, OptionalInt heading) {
    /** A longer text is about the author, or is not about one. */
    private static final int LONGEST = 120;

    /** More than these belong to other articles. */
    private static final int MOST = 6;

    /** How many elements before and after the headline a link may stand. */
    private static final int ABOVE = 300;

    private static final int BELOW = 1_500;

    private static final Pattern TO_PERSON = Pattern.compile(
            "(?i)/(?:authors?|autor(?:en|es|in)?|auteurs?|autore|contributors?|journalists?"
                    + "|people|persons?|profiles?|profil|team|staff|columnists?|writers?|reporters?|by|redaktion)/[^/?#]+");

    /** What stands in them, the surest kind of place first. */
    List<Supplier<Stream<String>>> texts() {
        return List.of(
                () -> texts(number -> isProperty(number, "author"), this::names),
                () -> texts(number -> isProperty(number, "author"), IntStream::of),
                () -> texts(number -> isLink(number) && has(number, "rel", "author"), IntStream::of),
                () -> texts(number -> is(number, Sign.AUTHOR_NAME), IntStream::of),
                () -> texts(number -> is(number, Sign.BYLINE), this::links),
                () -> texts(number -> is(number, Sign.BYLINE), IntStream::of),
                () -> texts(number -> is(number, Sign.AUTHOR), this::links),
                () -> texts(number -> is(number, Sign.AUTHOR), IntStream::of),
                this::linksToPeople);
    }

    /** Full names with a link to a page about the person. */
    private Stream<String> linksToPeople() {
        int from = heading.orElse(0);
        int[] links = outline.named("a")
                .filter(number -> number > from - ABOVE && number < from + BELOW)
                .filter(number ->
                        TO_PERSON.matcher(outline.element(number).attr("href")).find())
                .filter(number -> AuthorNames.isPersonOrAgency(text(number).strip()))
                .filter(number -> !isInComments(number))
                .toArray();
        return near(links).limit(MOST).mapToObj(this::text);
    }

    private Stream<String> texts(IntPredicate place, IntFunction<IntStream> inner) {
        int[] texts = outline.marked()
                .filter(place)
                .flatMap(inner)
                .distinct()
                .filter(number -> !isInComments(number))
                .filter(number -> !text(number).isBlank() && text(number).length() < LONGEST)
                .toArray();
        return near(texts).limit(MOST).mapToObj(this::text);
    }

    /** The nearest one to the headline, and what stands in one line with it. */
    private IntStream near(int[] found) {
        if (found.length < 2) {
            return IntStream.of(found);
        }
        int from = heading.orElse(0);
        int nearest = found[0];
        for (int number : found) {
            nearest = Math.abs(number - from) < Math.abs(nearest - from) ? number : nearest;
        }
        int line = outline.parent(outline.parent(nearest));
        return IntStream.of(found).filter(number -> outline.holds(line, number));
    }

    private String text(int number) {
        Element element = outline.element(number);
        return element.hasAttr("content") ? element.attr("content") : element.text();
    }

    private boolean isInComments(int number) {
        for (int at = number; at > 0; at = outline.parent(at)) {
            if (is(at, Sign.COMMENTS)) {
                return true;
            }
        }
        return false;
    }

    private IntStream names(int place) {
        return outline.marked().filter(number -> outline.holds(place, number) && isProperty(number, "name"));
    }

    private IntStream links(int place) {
        return outline.named("a").filter(number -> outline.holds(place, number));
    }

    private boolean is(int number, Sign sign) {
        return outline.signs(number).contains(sign);
    }

    private boolean isLink(int number) {
        return outline.name(number).equals("a");
    }

    private boolean isProperty(int number, String name) {
        return has(number, "itemprop", name);
    }

    /** Whether an attribute, which is a list of words, has this one. */
    private boolean has(int number, String attribute, String word) {
        String value = outline.element(number).attr(attribute).toLowerCase(Locale.ROOT);
        return value.equals(word)
                || value.indexOf(' ') >= 0 && List.of(value.split("\\s+")).contains(word);
    }
}
