package org.onrecord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":1 | close marker",
                "{\"id\":} | character",
                "[1, 2 | close marker",
                "\"open | end-of-input",
                "nul | nul"
            })
    void saysWhatIsWrongWithoutTheParsersTerms(String text, String word) {
        JacksonException e = catchThrowableOfType(JacksonException.class, () -> Json.MAPPER.readTree(text));

        assertThat(Json.problem(e)).contains(word).doesNotContain("Source", "REDACTED", "offset");
    }
}
