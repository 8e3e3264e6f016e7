package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.state.StateStore;
import org.onrecord.tag.Tagger;

class TaggingMemoryTest {
    @TempDir
    private Path folder;

    /** Finds nothing, and remembers what it was asked. */
    private record CountingTagger(String version, List<String> asked) implements Tagger {
        @Override
        public TaggedArticle tag(Article article) {
            asked.add(article.text());
            return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of());
        }
    }

    private static Article article(String id, String text) {
        return new Article(new ArticleId(id), null, null, "Title", List.of(), null, Instant.EPOCH, "en", text, 0);
    }

    @Test
    void tagsTheSameWordsOnceAndGivesThemToTheArticleThatIsAsked() {
        try (StateStore state = StateStore.open(folder.resolve("state.db"))) {
            CountingTagger tagger = new CountingTagger("1", new ArrayList<>());
            TaggingMemory memory = new TaggingMemory(tagger, state.taggings());

            memory.tag(article("first", "Words."));
            TaggedArticle again = memory.tag(article("second", "Words."));
            memory.tag(article("second", "Other words."));

            assertThat(tagger.asked()).containsExactly("Words.", "Other words.");
            assertThat(again.article().id()).isEqualTo(new ArticleId("second"));
        }
    }

    @Test
    void tagsAgainWithAnotherTagger() {
        try (StateStore state = StateStore.open(folder.resolve("state.db"))) {
            List<String> asked = new ArrayList<>();

            new TaggingMemory(new CountingTagger("1", asked), state.taggings()).tag(article("a", "Words."));
            new TaggingMemory(new CountingTagger("2", asked), state.taggings()).tag(article("a", "Words."));

            assertThat(asked).containsExactly("Words.", "Words.");
        }
    }

    @Test
    void doesWithoutTaggingsThatCannotBeHad() {
        StateStore closed = StateStore.open(folder.resolve("state.db"));
        closed.close();
        CountingTagger tagger = new CountingTagger("1", new ArrayList<>());

        TaggedArticle tagged = new TaggingMemory(tagger, closed.taggings()).tag(article("a", "Words."));

        assertThat(tagged.article().text()).isEqualTo("Words.");
    }
}
