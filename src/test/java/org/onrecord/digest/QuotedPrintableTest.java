package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "a=b",
                "ends in a space \nand a tab\t\n",
                " ",
                "-- \nsignature",
                "芯片出口 – „Überblick“ 𝄞",
                "\n\n.\n..\n",
                "From here\nFrom there",
                "with\u0000control\u001B",
            })
    void theLibraryReadsTheSameTextBack(String text) throws Exception {
        assertThat(decoded(QuotedPrintable.of(text))).isEqualTo(text.replace("\n", "\r\n"));
    }

    @Test
    void linesOfAnyLengthAreBroken() throws Exception {
        Random random = new Random(7);
        for (int length = 60; length < 400; length++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append("ab =é芯 \n".charAt(random.nextInt(8)));
            }
            byte[] encoded = QuotedPrintable.of(text.toString());

            assertThat(decoded(encoded)).isEqualTo(text.toString().replace("\n", "\r\n"));
            assertThat(new String(encoded, US_ASCII).split("\r\n", -1))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76))
                    .noneMatch(line -> line.endsWith(" "));
        }
    }

    @Test
    void everyKindOfLineEndIsOne() throws Exception {
        assertThat(decoded(QuotedPrintable.of("a\r\nb\rc\nd"))).isEqualTo("a\r\nb\r\nc\r\nd");
    }

    private static String decoded(byte[] encoded) throws Exception {
        try (InputStream in = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
