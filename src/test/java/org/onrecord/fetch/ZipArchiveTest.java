package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;

class ZipArchiveTest {
    @TempDir
    private Path folder;

    @Test
    void readsPagesTextsAndMailsAndLeavesTheRest() throws IOException {
        Path file = zip(
                "2024/A page & more.html", "<p>One</p>", "note.TXT", "Two", "mail.eml", "Subject: Three", "a.jpg", "x");

        List<Page> pages = read(file);

        assertThat(pages)
                .extracting(page -> page.uri().toString())
                .containsExactly(
                        file.toUri() + "!/2024/A%20page%20&%20more.html",
                        file.toUri() + "!/note.TXT",
                        file.toUri() + "!/mail.eml");
        assertThat(pages.getFirst().body()).asString().isEqualTo("<p>One</p>");
        assertThat(pages)
                .extracting(page -> page.header("Content-Type").orElseThrow())
                .containsExactly("text/html", "text/plain", "message/rfc822");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.html", "/etc/a.html", "a/../../b.html", "..\\a.html", "C:\\a.html"})
    void refusesAFileWithANameThatLeadsOutOfIt(String name) throws IOException {
        Path file = zip("good.html", "<p>Good</p>", name, "<p>Bad</p>");

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("leads out");
    }

    @Test
    void refusesABombBeforeItsFirstPage() throws IOException {
        Path file = zip("good.html", "<p>Good</p>", "bomb.txt", " ".repeat(5_000_000));
        List<Page> pages = new ArrayList<>();

        assertThatThrownBy(() -> new ZipArchive(file, 60_000_000, Clock.systemUTC()).read(pages::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expands too much");
        assertThat(pages).isEmpty();
    }

    @Test
    void refusesTooManyFiles() throws IOException {
        String[] entries = new String[2 * 10_001];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = i + ".txt";
            entries[i + 1] = "x";
        }
        Path file = zip(entries);

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("more than 10000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb-20mb.zip", "slip-absolute.zip", "slip-dotdot.zip"})
    void refusesTheHostileFilesThatAreToBeRefused(String name) {
        Path file = SharedMaterial.file("hostile/archive/" + name);

        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoFileInAFile() throws IOException {
        assertThat(read(SharedMaterial.file("hostile/archive/bomb-nested.zip"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries-2000.zip", "names-odd.zip", "slip-backslash.zip", "slip-symlink.zip"})
    void readsOrRefusesTheOtherHostileFiles(String name) {
        Path file = SharedMaterial.file("hostile/archive/" + name);

        try {
            assertThat(read(file)).allSatisfy(page -> {
                String path = page.uri().getPath();
                assertThat(path).contains("!/");
                assertThat(path.substring(path.indexOf("!/"))).doesNotContain("..");
            });
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("ZIP");
        }
    }

    private static List<Page> read(Path file) throws IOException {
        List<Page> pages = new ArrayList<>();
        new ZipArchive(file, 60_000_000, Clock.systemUTC()).read(pages::add);
        return pages;
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("some pages.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
