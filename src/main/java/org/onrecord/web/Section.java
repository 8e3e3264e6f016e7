package org.onrecord.web;

/** A part of the page that the navigation leads to. */
enum Section {
    SEARCH("/", "Search", "s"),
    ACTORS("/actors", "Actors", "a"),
    ISSUES("/issues", "Issues", "i"),
    EVENTS("/events", "Events", "e"),
    FIGURES("/figures", "Figures", "f"),
    SEARCHES("/searches", "Saved", "v"),
    SUBSCRIBE("/subscribe", "Subscribe", "m"),
    TAG("/tag", "Tag a text", "t"),
    SOURCES("/sources", "Sources", "o");

    private final String href;
    private final String label;
    private final String key;

    Section(String href, String label, String key) {
        this.href = href;
        this.label = label;
        this.key = key;
    }

    String href() {
        return href;
    }

    /** The key that leads there after "g". */
    String key() {
        return key;
    }

    String label() {
        return label;
    }
}
