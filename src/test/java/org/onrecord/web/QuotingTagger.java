package org.onrecord.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.tag.Tagger;

/** Knows one pattern: {@code "words" said Name}. */
final class QuotingTagger implements Tagger {
    private static final Pattern SAID = Pattern.compile("(\"[^\"\n]+\") (said) ([A-Z][a-z]+ [A-Z][a-z]+)");

    @Override
    public TaggedArticle tag(Article article) {
        List<Mention> mentions = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        Matcher said = SAID.matcher(article.text());
        while (said.find()) {
            Passage name = Passage.of(article.text(), said.start(3), said.end(3));
            ActorId actor = new ActorId(name.text().toLowerCase(Locale.ROOT).replace(' ', '-'));
            mentions.add(new Mention(name, EntityType.PERSON, actor, 0.9));
            statements.add(new Statement(
                    new Speaker(name, actor),
                    Passage.of(article.text(), said.start(2), said.end(2)),
                    Passage.of(article.text(), said.start(1), said.end(1)),
                    QuoteKind.DIRECT,
                    Act.ASSERT,
                    Stand.NONE,
                    0.9));
        }
        return new TaggedArticle(article, mentions, statements, List.of(), List.of());
    }

    @Override
    public String version() {
        return "1";
    }
}
