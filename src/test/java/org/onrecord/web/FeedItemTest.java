package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.Snippet;

class FeedItemTest {
    private final Labels labels = new Labels(Newsstand.registry(), Newsstand.sources());

    @Test
    void leadsToThePublisherOnlyByAddressesThatCanBeFollowed() {
        assertThat(item("https://wire.example/a").original()).isEqualTo(URI.create("https://wire.example/a"));
        assertThat(item("urn:uuid:1-2-3").original()).isNull();
        assertThat(item("javascript:alert(1)").original()).isNull();
    }

    private FeedItem item(String address) {
        Article article = article("a").url(address).text("Words.").tagged().article();
        ArticleRef ref =
                new ArticleRef(article.id(), article.url(), article.title(), article.source(), article.published());
        ArticleHit hit = new ArticleHit(ref, 1, new Snippet("Words.", List.of()), "story", 0, 0);
        return FeedItem.of(FeedItem.Told.of(hit), article, "http://127.0.0.1", labels);
    }
}
