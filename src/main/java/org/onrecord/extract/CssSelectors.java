package org.onrecord.extract;

import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** CSS selectors, as those that a source's configuration names. */
public final class CssSelectors {
    private CssSelectors() {}

    /** The selector itself; throws {@link IllegalArgumentException} with what is wrong when it is none. */
    public static String checked(String selector) {
        try {
            QueryParser.parse(selector);
            return selector;
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException("this is no CSS selector: " + e.getMessage(), e);
        }
    }
}
