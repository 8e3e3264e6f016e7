package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;

class FolderFetcherTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path home;

    private Path folder;
    private FolderFetcher fetcher;

    @BeforeEach
    void fill() throws IOException {
        folder = Files.createDirectories(home.resolve("pages"));
        fetcher = new FolderFetcher(folder, "**.{html,txt}", TestSettings.LOCAL, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void listsTheFilesThatCount() throws IOException {
        write("b.html");
        write("deeper/a b.txt");
        write("image.png");

        assertThat(fetcher.list())
                .containsExactly(
                        folder.resolve("b.html").toUri(),
                        folder.resolve("deeper/a b.txt").toUri());
    }

    @Test
    void readsAFileAsAPage() throws IOException {
        Path file = write("deeper/a b.txt");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-03T10:00:00.5Z")));

        Page page = ((Fetched) fetcher.fetch(FetchRequest.of(file.toUri()))).page();

        assertThat(page.uri()).isEqualTo(file.toUri());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).contains("text/plain");
        assertThat(page.header("last-modified")).contains("Tue, 3 Mar 2026 10:00:00 GMT");
        assertThat(new String(page.body(), UTF_8)).isEqualTo("text of a b.txt");
        assertThat(page.fetchedAt()).isEqualTo(NOON);
    }

    @Test
    void noticesThatAFileHasNotChanged() throws IOException {
        Path file = write("a.html");
        Page page = ((Fetched) fetcher.fetch(FetchRequest.of(file.toUri()))).page();
        FetchRequest again = new FetchRequest(file.toUri(), page.header("ETag").orElseThrow(), null);

        assertThat(fetcher.fetch(again)).isEqualTo(new NotModified());

        Files.writeString(file, "other text");
        assertThat(fetcher.fetch(again)).isInstanceOf(Fetched.class);
    }

    @Test
    void readsNothingOutsideOfTheFolder() throws IOException {
        Path secret = Files.writeString(home.resolve("secret.html"), "secret");
        Files.createSymbolicLink(folder.resolve("link.html"), secret);
        Files.createSymbolicLink(folder.resolve("up"), home);
        Files.createDirectory(folder.resolve("folder.html"));

        assertThat(fetcher.list()).isEmpty();
        for (URI uri : new URI[] {
            secret.toUri(),
            URI.create(folder.toUri() + "../secret.html"),
            folder.resolve("link.html").toUri(),
            folder.resolve("up/secret.html").toUri(),
            folder.resolve("folder.html").toUri(),
            URI.create("http://news.example/a.html"),
            URI.create("file:a.html")
        }) {
            assertThat(fetcher.fetch(FetchRequest.of(uri))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(fetcher.fetch(FetchRequest.of(folder.resolve("gone.html").toUri())))
                .isEqualTo(new Failed("there is no file " + folder.resolve("gone.html"), Outlook.MISSING, null));
        assertThatThrownBy(() ->
                        new FolderFetcher(home.resolve("nothing"), "**", TestSettings.LOCAL, Clock.systemUTC()).list())
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("cannot read the folder");
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text of " + file.getFileName());
    }
}
