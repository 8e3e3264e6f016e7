package org.onrecord.tag.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10); // a Tuesday

    private static @Nullable String iso(TimeExpression expression, String text, @Nullable LocalDate published) {
        Matcher found = expression.in(text);
        assertThat(found.find()).as("%s in %s", expression, text).isTrue();
        return expression.iso(found, published);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAY | on Feb. 8th | 2026-02-08",
                "DAY | on December 8 | 2025-12-08",
                "DAY_FIRST | on 3 March, 2024. | 2024-03-03",
                "MONTH_YEAR | May 2025 | 2025-05",
                "MONTH | in April. | 2026-04",
                "NUMERIC | 2026-02-28 | 2026-02-28",
                "WEEKDAY | on Tuesday | 2026-03-10",
                "WEEKDAY | last Tuesday | 2026-03-03",
                "WEEKDAY | next Friday | 2026-03-13",
                "AGO | three weeks ago | 2026-02",
                "AGO | 12 months earlier | 2025-03",
                "RELATIVE | yesterday | 2026-03-09",
                "RELATIVE | last month | 2026-02",
                "SEASON | last summer | 2025",
                "SEASON | last winter | 2026",
                "QUARTER | the fourth quarter | 2025-Q4",
                "QUARTER | Q1 | 2026-Q1",
                "QUARTER | the second quarter of fiscal 2025 | 2025-Q2",
                "THIS_QUARTER | last quarter | 2025-Q4",
                "HALF | the first half of 2025 | 2025-H1",
                "YEAR | through 2027 | 2027"
            })
    void tellsWhenItIs(TimeExpression expression, String text, String iso) {
        assertThat(iso(expression, text, PUBLISHED)).isEqualTo(iso);
    }

    @Test
    void tellsNothingThatIsRelativeToADayWhichNobodyKnows() {
        assertThat(iso(TimeExpression.RELATIVE, "yesterday", null)).isNull();
        assertThat(iso(TimeExpression.DAY, "on Feb. 8", null)).isNull();
        assertThat(iso(TimeExpression.HALF, "the first half", null)).isNull();
        assertThat(iso(TimeExpression.DAY, "on Feb. 8, 2025", null)).isEqualTo("2025-02-08");
    }

    @Test
    void tellsNoDayThatTheCalendarDoesNotHave() {
        assertThat(iso(TimeExpression.DAY, "on February 29, 2025", PUBLISHED)).isNull();
        assertThat(iso(TimeExpression.DAY, "on February 29, 2024", PUBLISHED)).isEqualTo("2024-02-29");
    }
}
