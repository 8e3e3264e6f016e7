package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://news.example/2026/budget/amp        | https://news.example/2026/budget
            https://news.example/2026/budget/print/     | https://news.example/2026/budget/
            https://news.example/2026/budget/2          | https://news.example/2026/budget
            https://news.example/2026/budget/amp.html   | https://news.example/2026/budget
            https://amp.news.example/2026/budget        | https://www.news.example/2026/budget
            https://news.example/p/77                   | https://news.example/2026/budget
            https://news.example/?p=77                  | https://news.example/2026/budget
            """)
    void believesThatAPageIsAnotherViewOfAnArticle(String address, String canonical) {
        assertThat(ownAddress(address, canonical)).isEqualTo(URI.create(canonical));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://news.example/2026/budget            | https://news.example/
            https://news.example/12                     | https://news.example/
            https://news.example/2026/budget            | https://news.example/2026
            https://news.example/politics/2026/budget   | https://news.example/politics/
            https://news.example/2026/budget            | https://other.example/2026/budget
            """)
    void doesNotBelieveThatAPageIsItsSectionOrAnothersPage(String address, String canonical) {
        assertThat(ownAddress(address, canonical)).isEqualTo(URI.create(address));
    }

    private static @Nullable URI ownAddress(String address, String canonical) {
        String page = "<link rel=canonical href='" + canonical + "'><p>Text.</p>";
        return new ArticleExtractor()
                .extract(page.getBytes(StandardCharsets.UTF_8), "text/html", URI.create(address))
                .canonical();
    }
}
