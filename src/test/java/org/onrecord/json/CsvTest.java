package org.onrecord.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void writesALineAsTheStandardSays() {
        String line =
                Csv.line(List.of("text", "number", "list", "none", "missing", "truth"), Json.MAPPER.readTree("""
                        {"text": "a \\"b\\", c\\r\\nd", "number": -1.5, "list": ["x", "y"], "none": null, "truth": true}"""));

        assertThat(line).isEqualTo("\"a \"\"b\"\", c\r\nd\",-1.5,\"x; y\",,,true\r\n");
        assertThat(Csv.header(List.of("a", "b"))).isEqualTo("a,b\r\n");
    }

    @Test
    void takesColumnsOutOfObjectsInside() {
        assertThat(Csv.line(List.of("a.b", "a.c", "d.e"), Json.MAPPER.readTree("{\"a\": {\"b\": \"x\"}, \"d\": null}")))
                .isEqualTo("\"x\",,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", " =x", "＝1", "-", "=cmd|'/c calc'!A0"})
    void keepsASpreadsheetFromRunningAText(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "1-2", "Nvidia", "'quoted'"})
    void leavesOtherTextsAsTheyAre(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"" + text + "\"");
    }
}
