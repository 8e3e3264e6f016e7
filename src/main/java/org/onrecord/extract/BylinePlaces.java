package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The elements of a page that are marked or named as its byline. */
record BylinePlaces(PageOutline outline) {
    /** A longer text is about the author, or is not about one. */
    private static final int LONGEST = 120;

    /** More than these belong to other articles. */
    private static final int MOST = 3;

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
                () -> texts(number -> is(number, Sign.AUTHOR), IntStream::of));
    }

    private Stream<String> texts(IntPredicate place, IntFunction<IntStream> inner) {
        return outline.marked()
                .filter(place)
                .flatMap(inner)
                .distinct()
                .mapToObj(number -> outline.element(number).text())
                .filter(text -> !text.isBlank() && text.length() < LONGEST)
                .limit(MOST);
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
