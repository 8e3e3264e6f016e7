package org.onrecord.web;

/** A part of the page that the navigation leads to. */
enum Section {
    SEARCH("/", "Search"),
    ACTORS("/actors", "Actors"),
    ISSUES("/issues", "Issues"),
    EVENTS("/events", "Events"),
    FIGURES("/figures", "Figures"),
    SEARCHES("/searches", "Saved"),
    TAG("/tag", "Tag a text"),
    SOURCES("/sources", "Sources");

    private final String href;
    private final String label;

    Section(String href, String label) {
        this.href = href;
        this.label = label;
    }

    String href() {
        return href;
    }

    String label() {
        return label;
    }
}
