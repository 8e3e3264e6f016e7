package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SharedMaterial;
import tools.jackson.databind.JsonNode;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTPS://News.Example:443/a            | https://news.example/a
            https://news.example                  | https://news.example/
            https://news.example./a               | https://news.example/a
            https://user:pw@news.example/a        | https://news.example/a
            https://news.example/a#part           | https://news.example/a
            https://news.example/a#:~:text=x      | https://news.example/a
            https://news.example/#!/a             | https://news.example/#!/a
            https://news.example/a/./b/../c       | https://news.example/a/c
            https://news.example/../../a          | https://news.example/a
            https://news.example/%7ea/%62%2f%C3%a9 | https://news.example/~a/b%2F%C3%A9
            https://news.example/a?               | https://news.example/a
            https://news.example/a?utm_source=x   | https://news.example/a
            https://news.example/a?id=7&fbclid=1  | https://news.example/a?id=7
            https://news.example/a;jsessionid=1?b | https://news.example/a?b
            https://news.example/a?id=7&print=1   | https://news.example/a?id=7
            https://news.example/a?amp            | https://news.example/a
            https://news.example/a?outputType=amp | https://news.example/a
            """)
    void writesAddressesInOneForm(String raw, String normal) {
        assertThat(CanonicalUrl.read(raw)).hasValue(URI.create(normal));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://news.example/a    | http://news.example/a
            https://news.example/a    | https://www.news.example/a
            https://news.example/a    | https://news.example/A
            https://news.example/a    | https://news.example/a/
            https://news.example/a    | https://news.example:8443/a
            https://news.example/a%2Fb | https://news.example/a/b
            https://news.example/a?b=1 | https://news.example/a?b=01
            https://news.example/a?print=7 | https://news.example/a
            https://news.example/a?mode=list | https://news.example/a
            https://news.example/a?b=c+d | https://news.example/a?b=c%20d
            """)
    void keepsApartWhatAServerMayTellApart(String one, String other) {
        assertThat(CanonicalUrl.read(one)).isNotEqualTo(CanonicalUrl.read(other));
    }

    @Test
    void writesHostsOfOtherScriptsInAscii() {
        assertThat(CanonicalUrl.read("https://bücher.example/é"))
                .hasValue(URI.create("https://xn--bcher-kva.example/%C3%A9"));
        assertThat(CanonicalUrl.read("https://\u0430pple.example/"))
                .isNotEqualTo(CanonicalUrl.read("https://apple.example/"));
    }

    @Test
    void ofIsItsOwnNormalForm() {
        URI once = CanonicalUrl.of(URI.create("https://news.example/%E4%BD%A0?q=%20&utm_id=1#x"));

        assertThat(CanonicalUrl.of(once)).isEqualTo(once).hasToString("https://news.example/%E4%BD%A0?q=%20");
    }

    @Test
    void leavesWhatIsNoWebAddressAlone() {
        assertThat(CanonicalUrl.of(URI.create("mailto:a@b.example"))).hasToString("mailto:a@b.example");
        assertThat(CanonicalUrl.read("not an address")).isEmpty();
        assertThat(CanonicalUrl.read("https://")).isEmpty();
    }

    @Test
    void agreesWithTheTableOfSamePages() throws IOException {
        for (JsonNode row : Predictions.lines(SharedMaterial.file("hostile/urls/same-page.jsonl"))) {
            if (row.path("same").isBoolean()) {
                boolean same = CanonicalUrl.read(row.path("a").asString())
                        .equals(CanonicalUrl.read(row.path("b").asString()));

                assertThat(same).as(row.toString()).isEqualTo(row.path("same").asBoolean());
            }
        }
    }
}
