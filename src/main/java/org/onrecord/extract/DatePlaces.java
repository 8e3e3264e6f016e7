package org.onrecord.extract;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The elements of a page that are marked or named as its date. */
record DatePlaces(PageOutline outline) {
    private static final int LONGEST = 150;

    /** What elements made for dates say, in the order of the page. */
    Stream<String> marked() {
        return outline.dated()
                .filter(this::isMarked)
                .mapToObj(outline::element)
                .flatMap(element -> Stream.of(
                        element.attr("datetime"), element.attr("content"), element.attr("title"), element.text()))
                .filter(claim -> !claim.isEmpty() && claim.length() < LONGEST);
    }

    /** What elements say whose class, id or tag only lets one hope for a date. */
    Stream<String> named() {
        return outline.dated()
                .filter(number -> !isMarked(number))
                .mapToObj(number -> outline.element(number).text())
                .filter(text -> !text.isEmpty() && text.length() < LONGEST);
    }

    private boolean isMarked(int number) {
        Element element = outline.element(number);
        boolean time = element.normalName().equals("time");
        return element.attr("itemprop").toLowerCase(Locale.ROOT).contains("datepublished")
                || time
                        && (element.hasAttr("datetime")
                                || element.hasAttr("pubdate")
                                || outline.signs(number).contains(Sign.PUBLISHED));
    }
}
