package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    private final QueryParser parser =
            new QueryParser(SearchTestIndex.NOON, name -> Optional.ofNullable(SearchTestIndex.SAVED.get(name)));

    static Stream<Arguments> wrongQueries() {
        return Stream.of(
                // query, place, part of the reason, repaired query
                Arguments.of("chips \"ban on", 6, "never closed", "chips \"ban on\""),
                Arguments.of("chips \"", 6, "never closed", "chips"),
                Arguments.of("a (b OR c", 2, "never closed", "a (b OR c)"),
                Arguments.of("a (", 2, "never closed", "a"),
                Arguments.of("a b) c", 3, "closes nothing", "a b c"),
                Arguments.of(")", 0, "nothing in front", null),
                Arguments.of("chips ()", 6, "nothing between", "chips"),
                Arguments.of("*tion", 0, "end of a word", "tion"),
                Arguments.of("ch*ps", 2, "end of a word", "ch*"),
                Arguments.of("chips c*", 6, "two letters", "chips c"),
                Arguments.of("a-b*", 0, "letters and digits only", "a-b"),
                Arguments.of("autor:lund", 0, "did you mean author:?", "author:lund"),
                Arguments.of("said_by:x", 0, "did you mean said-by:?", "said-by:x"),
                Arguments.of("password:secret", 0, "there are title:", "password secret"),
                Arguments.of("_id:*", 0, "no field", "_id *"),
                Arguments.of("title:", 0, "needs a value", "title"),
                Arguments.of("chips title: ban", 6, "needs a value", "chips  ban"),
                Arguments.of("date:2026-13", 5, "P7D", "date:2026"),
                Arguments.of("date:2026-1-5", 5, "not a date", "date:2026-01-05"),
                Arguments.of("date:2026-02-30", 5, "not a date", "date:2026-02"),
                Arguments.of("chips after:soon", 12, "not a date", "chips"),
                Arguments.of("chips date:P99999999999D", 11, "not a date", "chips"),
                Arguments.of("chips date:2026..2025", 11, "not a date", "chips date:2026"),
                Arguments.of("act:critisize", 4, "did you mean criticize?", "act:criticize"),
                Arguments.of("event:license-granted", 6, "did you mean licence-granted?", "event:licence-granted"),
                Arguments.of("stance:pro", 7, "\"for\" or \"against\"", "stance:for"),
                Arguments.of("stance:against:", 14, "issue is missing", "stance:against"),
                Arguments.of("OR chips", 0, "words on both sides", "chips"),
                Arguments.of("chips OR", 6, "words on both sides", "chips"),
                Arguments.of("chips OR OR ban", 6, "words on both sides", "chips  OR ban"),
                Arguments.of("chips AND", 6, "words on both sides", "chips"),
                Arguments.of("chips NOT", 6, "a word behind it", "chips"),
                Arguments.of("(chips NOT)", 7, "a word behind it", "(chips )"),
                Arguments.of("AND OR NOT", 0, "words on both sides", null),
                Arguments.of("-chips", 0, "what to find", "* -chips"),
                Arguments.of("NOT a -b", 0, "what to find", "* NOT a -b"),
                Arguments.of("ban~2", 3, "only a phrase", "ban"),
                Arguments.of("ban^4", 3, "only a phrase", "ban"),
                Arguments.of("\"a b\"~0", 5, "from 1 to 100", "\"a b\""),
                Arguments.of("\"a b\"~2147483647", 5, "from 1 to 100", "\"a b\"~100"),
                Arguments.of("/ab.*c/", 0, "regular expressions", "ab c"),
                Arguments.of("licen?e", 5, "does not stand for a letter", "licen e"),
                Arguments.of("AT\\&T", 2, "backslash", "AT &T"),
                Arguments.of(":", 0, "field's name is missing", null),
                Arguments.of("a\ud800b", 1, "surrogate", "ab"),
                Arguments.of("\"...\"", 0, "no word", null),
                Arguments.of("?!", 0, "only punctuation", null),
                Arguments.of("ab* cd* ef* gh* ij*", 16, "at most 4", "ab* cd* ef* gh* ij"),
                Arguments.of("chips search:nobody", 6, "no saved search named", "chips"),
                Arguments.of("chips search:round", 6, "refers to itself", "chips"),
                Arguments.of("source:\"?\" chips", 7, "no word", "chips"));
    }

    @ParameterizedTest
    @MethodSource("wrongQueries")
    void saysWhereAndWhyAQueryIsWrongAndWhatWouldWork(
            String query, int position, String reason, @Nullable String repaired) {
        QueryException wrong = catchThrowableOfType(QueryException.class, () -> parser.parse(query));

        assertThat(wrong).isNotNull().hasMessageContaining(reason);
        assertThat(wrong.position()).isEqualTo(position);
        assertThat(wrong.repaired()).isEqualTo(Optional.ofNullable(repaired));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "*",
                "*:*",
                "chips",
                "and or not",
                "Exclusive: Quillon to sell",
                "what next?",
                "chips - and more -- later",
                "'; DROP TABLE article; --",
                "${jndi:ldap://canary.invalid/a}",
                "<script>alert(1)</script>",
                "https://example.com/a",
                "a AND b OR c AND NOT d",
                "-a b",
                "\"a b\"~10",
                "title:(a OR \"b c\") -lang:en",
                "stance:for:chip-sales",
                "date:2026-01..today",
                "\u202eabc",
                "a\u0000b",
                "芯片"
            })
    void understandsWhatPeopleType(String query) {
        assertThat(parser.parse(query)).isNotNull();
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(parser.parse("a b OR c d")).isEqualTo(parser.parse("(a AND b) OR (c AND d)"));
    }

    @Test
    void refusesWhatIsTooMuchBeforeReadingIt() {
        assertThat(reason("a".repeat(1_001))).contains("at most 1000 characters");
        assertThat(reason("(".repeat(21) + "a" + ")".repeat(21))).contains("20 deep");
        assertThat(reason("NOT ".repeat(22) + "a")).contains("20 deep");
        assertThat(reason("ab ".repeat(257))).contains("at most 256");
        assertThat(parser.parse("(".repeat(20) + "a" + ")".repeat(20))).isNotNull();
        assertThat(parser.parse("ab ".repeat(256))).isNotNull();
    }

    @Test
    void whateverIsTypedEveryRepairedQueryWorks() {
        String[] pieces = {
            "a",
            "chips",
            "\"",
            "(",
            ")",
            " ",
            " ",
            "*",
            "-",
            "NOT ",
            "OR ",
            "AND ",
            "title:",
            "date:",
            "act:",
            "stance:",
            "~",
            "2026-13",
            "for",
            "urge",
            ":",
            "^2",
            "\\",
            "/",
            "?",
            "search:",
            "xyz:",
            "\ud800",
            "\n",
            "é",
            "中",
            "P7D",
            "site:",
            "lang:",
            "..",
            "said-by:",
            "round",
            "'",
            "--",
            "ab*"
        };
        long seed = 20261124;
        Random random = new Random(seed);
        int repaired = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder query = new StringBuilder();
            int length = i % 100 == 0 ? 300 : 1 + random.nextInt(14);
            for (int piece = 0; piece < length; piece++) {
                query.append(pieces[random.nextInt(pieces.length)]);
            }
            String typed = query.toString();
            try {
                parser.parse(typed);
            } catch (QueryException wrong) {
                assertThat(wrong.position())
                        .as("seed %d, query %s", seed, typed)
                        .isBetween(0, typed.length());
                if (wrong.repaired().isPresent()) {
                    repaired++;
                    parser.parse(wrong.repaired().get());
                }
            }
        }
        assertThat(repaired).isGreaterThan(10_000);
    }

    private String reason(String query) {
        return String.valueOf(catchThrowableOfType(QueryException.class, () -> parser.parse(query))
                .getMessage());
    }
}
