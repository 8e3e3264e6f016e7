package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingsTest {
    @TempDir
    private Path folder;

    @Test
    void givesBackTheTaggingOfTheSameTextAndTagger() {
        try (StateStore store = StateStore.open(folder.resolve("state.db"))) {
            Taggings taggings = store.taggings();

            taggings.put("text-1", "tagger-1", "{\"old\":true}");
            taggings.put("text-1", "tagger-1", "{\"words\":\"“出口管制”\"}");

            assertThat(taggings.find("text-1", "tagger-1")).contains("{\"words\":\"“出口管制”\"}");
            assertThat(taggings.find("text-1", "tagger-2")).isEmpty();
            assertThat(taggings.find("text-2", "tagger-1")).isEmpty();
        }
    }

    @Test
    void forgetsWhatOtherTaggersGave() {
        try (StateStore store = StateStore.open(folder.resolve("state.db"))) {
            Taggings taggings = store.taggings();
            taggings.put("text-1", "tagger-1", "{}");
            taggings.put("text-1", "tagger-2", "{}");

            assertThat(taggings.keepOnly("tagger-2")).isEqualTo(1);
            assertThat(taggings.find("text-1", "tagger-1")).isEmpty();
            assertThat(taggings.find("text-1", "tagger-2")).isPresent();
        }
    }
}
