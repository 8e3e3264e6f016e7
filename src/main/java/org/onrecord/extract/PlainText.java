package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text file as an article. */
final class PlainText {
    private static final int LONGEST_TITLE = 200;

    private PlainText() {}

    /**
     * The article in a text. Blank lines divide paragraphs; a text without any has a paragraph in each line. The first
     * paragraph is the title when it is one short line without a full stop at its end and more follows.
     */
    static ExtractedArticle article(String text, @Nullable URI uri) {
        List<String> paragraphs = new ArrayList<>(paragraphs(text));
        String title = "";
        if (paragraphs.size() > 1 && looksLikeTitle(paragraphs.getFirst())) {
            title = paragraphs.removeFirst();
        }
        URI canonical = uri == null ? null : CanonicalUrl.of(uri);
        return new ExtractedArticle(title, List.of(), null, String.join("\n", paragraphs), "und", canonical);
    }

    static List<String> paragraphs(String text) {
        String lines = text.replaceAll("\\r\\n?", "\n");
        String divider = lines.strip().matches("(?s).*\\n[ \\t]*\\n.*") ? "\\n[ \\t]*\\n" : "\\n";
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : lines.split(divider)) {
            String line = Prose.line(paragraph);
            if (!line.isEmpty()) {
                paragraphs.add(line);
            }
        }
        return paragraphs;
    }

    private static boolean looksLikeTitle(String first) {
        return first.length() <= LONGEST_TITLE && !first.matches(".*[.;:,。]$");
    }
}
