package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import org.onrecord.article.Article;
import org.onrecord.article.Span;

/**
 * Reads a text into sentences, words and parts of speech. Keeps the models' working state: one per thread at a time.
 *
 * <p>Survives any text: a word is cut at 256 characters, a sentence at 2,000 words, and the sentence model never sees a
 * longer unbroken stretch, since its cost grows with the square of that.
 */
public final class SentenceReader {
    private static final int LONGEST_WORD = 256;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final int LONGEST_TAGGED = 200;
    private static final int LONGEST_BLOCK = 10_000;

    private final SentenceDetectorME sentences;
    private final TokenizerME tokenizer;
    private final POSTaggerME tagger;
    private final SentenceJoints joints;

    public SentenceReader(Models models, SentenceJoints joints) {
        this.sentences = new SentenceDetectorME(models.sentences());
        this.tokenizer = new TokenizerME(models.tokens());
        this.tagger = new POSTaggerME(models.partsOfSpeech());
        this.joints = joints;
    }

    public Reading read(Article article, String text) {
        List<Sentence> found = new ArrayList<>();
        String shown = masked(text);
        int paragraph = 0;
        int from = 0;
        while (from < text.length()) {
            int lineFeed = text.indexOf('\n', from);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            for (int block = from; block < end; ) {
                int blockEnd = blockEnd(text, block, end);
                readBlock(text, shown, block, blockEnd, paragraph, found);
                block = blockEnd;
            }
            paragraph++;
            from = end + 1;
        }
        return new Reading(article, text, found, Quotes.in(text));
    }

    private static int blockEnd(String text, int from, int end) {
        if (end - from <= LONGEST_BLOCK) {
            return end;
        }
        int space = text.lastIndexOf(' ', from + LONGEST_BLOCK);
        return space > from ? space : from + LONGEST_BLOCK;
    }

    /** The text with the inside of over-long unbroken stretches made plain, at the same length. */
    private static String masked(String text) {
        char[] chars = text.toCharArray();
        int run = 0;
        for (int i = 0; i < chars.length; i++) {
            run = Character.isWhitespace(chars[i]) ? 0 : run + 1;
            if (run > LONGEST_WORD) {
                chars[i] = 'x';
            }
        }
        return new String(chars);
    }

    private void readBlock(String text, String shown, int from, int end, int paragraph, List<Sentence> found) {
        String block = shown.substring(from, end);
        if (block.isBlank()) {
            return;
        }
        List<Span> spans = new ArrayList<>();
        for (opennlp.tools.util.Span span : sentences.sentPosDetect(block)) {
            if (span.getEnd() > span.getStart()) {
                spans.add(new Span(from + span.getStart(), from + span.getEnd()));
            }
        }
        for (Span span : joints.joined(text, spans)) {
            List<Span> words = words(text, span);
            for (int i = 0; i < words.size(); i += LONGEST_SENTENCE) {
                List<Span> part = words.subList(i, Math.min(words.size(), i + LONGEST_SENTENCE));
                found.add(tagged(text, part, paragraph));
            }
        }
    }

    private List<Span> words(String text, Span sentence) {
        List<Span> words = new ArrayList<>();
        int i = sentence.start();
        while (i < sentence.end()) {
            if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0') {
                i++;
                continue;
            }
            int end = i;
            while (end < sentence.end() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '\u00a0') {
                end++;
            }
            if (end - i > LONGEST_WORD) {
                for (int cut = i; cut < end; cut += LONGEST_WORD) {
                    words.add(new Span(cut, Math.min(end, cut + LONGEST_WORD)));
                }
            } else {
                for (opennlp.tools.util.Span piece : tokenizer.tokenizePos(text.substring(i, end))) {
                    TokenCutter.cut(text, i + piece.getStart(), i + piece.getEnd(), words);
                }
            }
            i = end;
        }
        return joints.rejoined(text, words);
    }

    /** Parts of speech, in pieces: the tagger's cost grows with the square of the length. */
    private String[] tags(String[] plain) {
        if (plain.length <= LONGEST_TAGGED) {
            return tagger.tag(plain);
        }
        String[] tags = new String[plain.length];
        for (int i = 0; i < plain.length; i += LONGEST_TAGGED) {
            String[] piece = tagger.tag(Arrays.copyOfRange(plain, i, Math.min(plain.length, i + LONGEST_TAGGED)));
            System.arraycopy(piece, 0, tags, i, piece.length);
        }
        return tags;
    }

    private Sentence tagged(String text, List<Span> words, int paragraph) {
        String[] plain = new String[words.size()];
        for (int i = 0; i < plain.length; i++) {
            Span word = words.get(i);
            plain[i] =
                    text.substring(word.start(), word.end()).replace('’', '\'').replace('‘', '\'');
        }
        String[] tags = tags(plain);
        List<Token> tokens = new ArrayList<>(plain.length);
        for (int i = 0; i < plain.length; i++) {
            Span word = words.get(i);
            tokens.add(Token.of(word.start(), word.end(), text.substring(word.start(), word.end()), tags[i]));
        }
        return new Sentence(
                paragraph, tokens.getFirst().start(), tokens.getLast().end(), tokens);
    }
}
