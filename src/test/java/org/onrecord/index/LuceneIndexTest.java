package org.onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.index.InventedArticle.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ArticleId;

class LuceneIndexTest {
    @TempDir
    Path folder;

    @Test
    void anArticleIsVisibleAfterARefreshAndDurableAfterACommit() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.add(article("a").text("chips").tagged());
            assertThat(articles(index.readers())).isZero();
            index.refresh();
            assertThat(articles(index.readers())).isEqualTo(1);

            try (ArticleReaders committed = ArticleReaders.openReadOnly(folder)) {
                assertThat(articles(committed)).isZero();
                index.commit(17);
                assertThat(articles(committed)).isEqualTo(1);
            }
        }
    }

    @Test
    void remembersTheHighestCaptureOfTheLastCommit() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.highestCapture()).isZero();
            index.commit(41);
            index.commit(42);
        }
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.highestCapture()).isEqualTo(42);
            index.add(article("a").text("later than the commit").tagged());
        }
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.highestCapture()).isEqualTo(42);
            index.clear();
            assertThat(index.highestCapture()).isZero();
            index.refresh();
            assertThat(articles(index.readers())).isZero();
        }
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThat(index.highestCapture()).isZero();
        }
    }

    @Test
    void aNewVersionLeavesNothingOfTheOldOne() throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.add(article("a")
                    .title("Oldtitle")
                    .text("Mira Voss said oldword twice.")
                    .product("oldword")
                    .says("Mira Voss", "mira-voss", Act.URGE, "oldword")
                    .tagged());
            index.commit(1);
            index.add(article("a").title("Newtitle").text("Rain.").tagged());
            index.commit(2);
        }
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.forceMerge(1);
        }
        try (ArticleReaders readers = ArticleReaders.openReadOnly(folder)) {
            List<String> left = readers.read(reader -> {
                List<String> terms = new ArrayList<>();
                for (String field : List.of(
                        IndexSchema.TITLE,
                        IndexSchema.TEXT,
                        IndexSchema.EVIDENCE,
                        IndexSchema.PRODUCT,
                        IndexSchema.TAG,
                        IndexSchema.STATEMENT_SPEAKER,
                        IndexSchema.SAID_BY)) {
                    try {
                        Terms all = MultiTerms.getTerms(reader, field);
                        for (var each = all == null ? null : all.iterator(); each != null && each.next() != null; ) {
                            terms.add(each.term().utf8ToString());
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
                return terms;
            });
            assertThat(left)
                    .contains("newtitle", "rain")
                    .noneMatch(term -> term.contains("old") || term.contains("mira"));
            assertThat(count(readers, IndexSchema.ID, "a")).isEqualTo(1);
        }
    }

    @Test
    void takesAnArticleOutWithAllItsFindings() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.add(article("a")
                    .text("Mira Voss warns.")
                    .says("Mira Voss", "mira-voss", Act.WARN, "warns")
                    .tagged());
            index.add(article("b").text("chips").tagged());
            index.remove(new ArticleId("a"));
            index.remove(new ArticleId("never-there"));
            index.refresh();

            assertThat(count(index.readers(), IndexSchema.ID, "a")).isZero();
            assertThat(articles(index.readers())).isEqualTo(1);
        }
    }

    @Test
    void aSecondWriterIsToldSo() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            assertThatThrownBy(() -> LuceneIndex.open(folder))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("another process writes")
                    .hasMessageContaining(folder.toString());
            assertThat(index.highestCapture()).isZero();
        }
    }

    @Test
    void anIndexOfAnotherSchemaIsRefusedUntilItIsMadeAnew() throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("onrecord.schema", "0").entrySet());
            writer.commit();
        }

        assertThatThrownBy(() -> LuceneIndex.open(folder))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("schema version 0")
                .hasMessageContaining("reindex");
        assertThatThrownBy(() -> ArticleReaders.openReadOnly(folder)).hasMessageContaining("reindex");
        LuceneIndex.recreate(folder, ActorNames.NONE).close();
        LuceneIndex.open(folder).close();
    }

    @Test
    void readingWhereNoIndexIsSaysHowToGetOne() {
        assertThatThrownBy(() -> ArticleReaders.openReadOnly(folder.resolve("nowhere")))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("no index");
        assertThatThrownBy(() -> ArticleReaders.openReadOnly(folder)).hasMessageContaining("no index");
    }

    @Test
    void anIndexThatWasNeverClosedIsSoundAtItsLastCommit() throws IOException {
        Path copy = folder.resolve("copy");
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("live"))) {
            index.add(article("a").text("chips").tagged());
            index.commit(1);
            index.add(article("b").text("more chips").tagged());
            index.refresh();
            copy(folder.resolve("live"), copy);
        }

        assertThat(clean(copy)).isTrue();
        try (LuceneIndex index = LuceneIndex.open(copy)) {
            assertThat(articles(index.readers())).isEqualTo(1);
            assertThat(index.highestCapture()).isEqualTo(1);
        }
    }

    @Test
    void aNewIndexIsSoundBeforeItsFirstCommit() throws IOException {
        Path copy = folder.resolve("copy");
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("live"))) {
            index.add(article("a").text("chips").tagged());
            copy(folder.resolve("live"), copy);
        }

        try (LuceneIndex index = LuceneIndex.open(copy)) {
            assertThat(articles(index.readers())).isZero();
        }
        assertThat(clean(copy)).isTrue();
    }

    @Test
    void manyThreadsWriteAndReadAtOnce() throws InterruptedException, ExecutionException, IOException {
        try (LuceneIndex index = LuceneIndex.open(folder);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int own = thread;
                work.add(() -> {
                    for (int i = 0; i < 100; i++) {
                        // Every id is written by all threads; the last one wins, none may leave a second block.
                        index.add(article("id-" + i)
                                .text("Mira Voss warns of " + own + ".")
                                .says("Mira Voss", "mira-voss", Act.WARN, "warns")
                                .tagged());
                        if (i % 20 == own) {
                            index.refresh();
                            index.commit(i);
                        }
                        int statements = count(index.readers(), IndexSchema.KIND, "statement");
                        assertThat(articles(index.readers())).isBetween(0, 100);
                        assertThat(statements).isBetween(0, 100);
                    }
                    return own;
                });
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
            index.refresh();
            assertThat(articles(index.readers())).isEqualTo(100);
            assertThat(count(index.readers(), IndexSchema.KIND, "statement")).isEqualTo(100);
        }
        assertThat(clean(folder)).isTrue();
    }

    @Test
    void storesTheArticleCompressedInItsOwnDocument() {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.add(article("a").text("chips").tagged());
            index.refresh();

            List<String> stored = index.readers().read(reader -> {
                try {
                    return reader.storedFields().document(0).getFields().stream()
                            .map(IndexableField::name)
                            .toList();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(stored).containsExactly(IndexSchema.JSON);
        }
    }

    private static int articles(ArticleReaders readers) {
        return count(readers, IndexSchema.KIND, IndexSchema.Kind.ARTICLE.value());
    }

    private static int count(ArticleReaders readers, String field, String value) {
        return readers.read(reader -> {
            try {
                return new IndexSearcher(reader).count(new TermQuery(new Term(field, value)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static boolean clean(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                CheckIndex check = new CheckIndex(directory)) {
            return check.checkIndex().clean;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
