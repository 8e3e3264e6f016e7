package org.onrecord.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.Span;
import org.onrecord.index.Sentences;

/** Cuts snippets out of an article's text. */
final class Passages {
    /** Shorter passages get the next sentence too. */
    private static final int SHORT = 140;

    private static final int LONGEST = 360;
    private static final int BEFORE_MARK = 80;

    private final String text;
    private final Sentences sentences;

    Passages(String text) {
        this(text, new Sentences(text));
    }

    Passages(String text, Sentences sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    /** The sentence or two with the most different marked words; the beginning when nothing is marked. */
    Snippet best(List<Span> marks) {
        List<Span> all = sentences.all();
        if (all.isEmpty()) {
            return new Snippet("", List.of());
        }
        List<Span> ordered = apart(marks);
        int best = 0;
        int bestWorth = 0;
        for (int i = 0; i < all.size(); i++) {
            int worth = worth(passage(all, i), ordered);
            if (worth > bestWorth) {
                best = i;
                bestWorth = worth;
            }
        }
        return cut(passage(all, best), ordered);
    }

    /** A part of the text as it stands, with the marks in it. */
    Snippet exactly(Span part, List<Span> marks) {
        List<Span> inside = new ArrayList<>();
        for (Span mark : apart(marks)) {
            int start = Math.max(mark.start(), part.start());
            int end = Math.min(mark.end(), part.end());
            if (start < end) {
                inside.add(new Span(start - part.start(), end - part.start()));
            }
        }
        return new Snippet(part.in(text).text(), inside);
    }

    /** The sentence before a part of the text, in the same paragraph; empty where there is none. */
    String before(Span part) {
        return sentences.all().reversed().stream()
                .filter(sentence -> sentence.end() <= part.start())
                .findFirst()
                .filter(sentence -> text.substring(sentence.end(), part.start()).indexOf('\n') < 0)
                .map(sentence -> sentence.in(text).text())
                .orElse("");
    }

    /** The sentence after a part of the text, in the same paragraph; empty where there is none. */
    String after(Span part) {
        return sentences.all().stream()
                .filter(sentence -> sentence.start() >= part.end())
                .findFirst()
                .filter(sentence -> text.substring(part.end(), sentence.start()).indexOf('\n') < 0)
                .map(sentence -> sentence.in(text).text())
                .orElse("");
    }

    private static Span passage(List<Span> sentences, int first) {
        Span sentence = sentences.get(first);
        if (sentence.length() < SHORT && first + 1 < sentences.size()) {
            Span both = new Span(sentence.start(), sentences.get(first + 1).end());
            return both.length() <= LONGEST ? both : sentence;
        }
        return sentence;
    }

    private int worth(Span passage, List<Span> marks) {
        Set<String> words = new HashSet<>();
        int count = 0;
        for (Span mark : marks) {
            if (passage.contains(mark)) {
                words.add(mark.in(text).text().toLowerCase(Locale.ROOT));
                count++;
            }
        }
        return words.size() * 100 + Math.min(count, 99);
    }

    private Snippet cut(Span passage, List<Span> marks) {
        if (passage.length() <= LONGEST) {
            return exactly(passage, marks);
        }
        int start = marks.stream()
                .filter(passage::contains)
                .findFirst()
                .map(mark -> Math.max(passage.start(), mark.start() - BEFORE_MARK))
                .orElse(passage.start());
        start = Math.min(start, passage.end() - LONGEST);
        int end = start + LONGEST;
        int from = start == passage.start() ? start : wordStart(start);
        int to = end == passage.end() ? end : Math.max(from + 1, wordEnd(end));
        return exactly(new Span(from, to), marks);
    }

    private int wordStart(int position) {
        int space = text.indexOf(' ', position);
        return space < 0 || space - position > BEFORE_MARK ? wholeCharacter(position) : space + 1;
    }

    private int wordEnd(int position) {
        int space = text.lastIndexOf(' ', position);
        return space < 0 || position - space > BEFORE_MARK ? wholeCharacter(position) : space;
    }

    private int wholeCharacter(int position) {
        return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }

    /** A term of the index leaves out the last dot of "U.S."; a reader would miss it. */
    private Span withLastDot(Span mark) {
        boolean acronym = mark.length() > 2 && text.charAt(mark.start() + 1) == '.' && text.startsWith(".", mark.end());
        return acronym ? new Span(mark.start(), mark.end() + 1) : mark;
    }

    /** In order, those that touch or overlap joined. */
    private List<Span> apart(List<Span> marks) {
        List<Span> apart = new ArrayList<>();
        for (Span mark : marks.stream().map(this::withLastDot).sorted().toList()) {
            if (!apart.isEmpty() && mark.start() <= apart.getLast().end()) {
                Span last = apart.removeLast();
                apart.add(new Span(last.start(), Math.max(last.end(), mark.end())));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }
}
