package org.onrecord.tag.name;

import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/**
 * OpenNLP's name finder, told more of the next sentence's words than the words: its interface has no place for that, though
 * its models do. Keeps state, as all name finders: one thread at a time.
 */
public final class NamesInContext implements TokenNameFinder {
    private static final String[][] NOTHING = {};

    private final NameFinderME finder;
    private String[][] context = NOTHING;

    public NamesInContext(NameFinderME finder) {
        this.finder = finder;
    }

    /** Takes over what is known of each word of the sentence that {@link #find} gets next. */
    public void next(String[][] known) {
        context = known;
    }

    @Override
    public Span[] find(String[] words) {
        String[][] known = context;
        context = NOTHING;
        return known.length == words.length ? finder.find(words, known) : finder.find(words);
    }

    @Override
    public void clearAdaptiveData() {
        finder.clearAdaptiveData();
        context = NOTHING;
    }
}
