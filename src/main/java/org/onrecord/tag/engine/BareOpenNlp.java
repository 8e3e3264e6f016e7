package org.onrecord.tag.engine;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;
import org.onrecord.article.Article;
import org.onrecord.tag.text.LanguageCheck;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Language, sentences, tokens and parts of speech by OpenNLP as it comes, then the engine's models. */
public final class BareOpenNlp implements BareModels {
    private final SentenceDetectorME sentences;
    private final TokenizerME tokenizer;
    private final POSTaggerME tagger;
    private final LanguageCheck languages;
    private final Engine engine;

    public BareOpenNlp(Models models, Engine engine) {
        this.sentences = new SentenceDetectorME(models.sentences());
        this.tokenizer = new TokenizerME(models.tokens());
        this.tagger = new POSTaggerME(models.partsOfSpeech());
        this.languages = new LanguageCheck(models);
        this.engine = engine;
    }

    @Override
    public int bare(Article article) {
        List<Sentence> read = new ArrayList<>();
        for (Span sentence : sentences.sentPosDetect(article.text())) {
            String text = article.text().substring(sentence.getStart(), sentence.getEnd());
            Span[] words = tokenizer.tokenizePos(text);
            if (words.length > 0) {
                String[] plain = Span.spansToStrings(words, text);
                read.add(sentence(sentence.getStart(), words, plain, tagger.tag(plain)));
            }
        }
        String language = languages.bare(article.text());
        return 31 * read.size() + language.hashCode() + engine.bare(article, read);
    }

    private static Sentence sentence(int from, Span[] words, String[] plain, String[] tags) {
        List<Token> tokens = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            tokens.add(Token.of(from + words[i].getStart(), from + words[i].getEnd(), plain[i], tags[i]));
        }
        return new Sentence(0, tokens.getFirst().start(), tokens.getLast().end(), tokens);
    }
}
