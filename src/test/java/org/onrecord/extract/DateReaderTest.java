package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Published;
import tools.jackson.databind.JsonNode;

class DateReaderTest {
    private final DateReader dates = new DateReader(Instant.parse("2026-03-05T12:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 03 Mar 2026 10:00:00 GMT       | 2026-03-03T10:00Z
            Tue, 3 Mar 26 10:00 +0100           | 2026-03-03T10:00+01:00
            03 Mar 2026 10:00:00 EST            | 2026-03-03T10:00-05:00
            2026-03-03T10:00:00.123+01:00       | 2026-03-03T10:00+01:00
            20260303T100000Z                    | 2026-03-03T10:00Z
            1772532000                          | 2026-03-03T10:00Z
            1772532000000                       | 2026-03-03T10:00Z
            Tue Mar  3 10:00:00 2026            | 2026-03-03
            March 3, 2026 at 4:05 PM ET         | 2026-03-03T16:05-05:00
            Published on Mar. 3, 2026           | 2026-03-03
            3. März 2026, 10:00 Uhr             | 2026-03-03
            3 mars 2026 à 10h00                 | 2026-03-03
            3 de marzo de 2026                  | 2026-03-03
            3 марта 2026                        | 2026-03-03
            2026年3月3日                          | 2026-03-03
            2026년 3월 3일                        | 2026-03-03
            2026-W10-2                          | 2026-03-03
            03.02.2026                          | 2026-02-03
            2026. március 3.                    | 2026-03-03
            2026 m. kovo 3 d.                   | 2026-03-03
            3. března 2026                      | 2026-03-03
            25/12/2025                          | 2025-12-25
            12/25/2025                          | 2025-12-25
            """)
    void readsDatesInManyForms(String raw, String expected) {
        assertThat(dates.read(raw).orElseThrow()).hasToString(expected);
    }

    @Test
    void withoutAZoneOnlyTheDayIsKnown() {
        assertThat(dates.read("2026-03-03T23:30:00").orElseThrow().time()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2 hours ago",
                "03/04/2026",
                "2026-02-30T10:00:00Z",
                "2026-13-01",
                "0000-00-00 00:00:00",
                "0001-01-01T00:00:00Z",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "9999-12-31T23:59:59Z",
                "99999999999999999999",
                "44623",
                "Tue, 03 Mar 2026 24:00:00 GMT",
                "2026-03-03T10:00:00+99:00",
                "2031-03-03T10:00:00Z",
                "call 555 0303 2026"
            })
    void neverInventsADate(String raw) {
        assertThat(dates.read(raw)).isEmpty();
    }

    @Test
    void readsTheTableOfOddDates() throws IOException {
        for (JsonNode row : Predictions.lines(SharedMaterial.file("hostile/dates/dates.jsonl"))) {
            if (row.path("raw").isString()) {
                List<String> right = new ArrayList<>();
                right.add(row.path("expect").asString("null"));
                row.path("also").forEach(one -> right.add(one.asString("null")));

                String read = dates.read(row.path("raw").asString())
                        .map(DateReaderTest::instant)
                        .orElse("null");

                // the day of a time without a zone is known, its instant is not
                boolean dayOnly =
                        read.length() == 10 && row.path("raw").asString().startsWith(read);
                assertThat(dayOnly || right.contains(read))
                        .as("%s read as %s", row, read)
                        .isTrue();
            }
        }
    }

    private static String instant(Published date) {
        return date.time() == null ? date.day().toString() : date.instant().toString();
    }
}
