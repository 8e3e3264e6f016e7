package org.onrecord.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of FIPS 180-2, appendix B, and the empty message of NIST's test vectors. */
class Sha256Test {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void hashesThePublishedExamples() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("")).isEqualTo(NOTHING);
        assertThat(Sha256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    @Test
    void bytesTextsAndPartsGiveTheSameHash() {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        MessageDigest parts = Sha256.digest();

        parts.update(bytes, 0, 1);
        parts.update(bytes, 1, 2);

        assertThat(Sha256.hex(bytes)).isEqualTo(ABC);
        assertThat(Sha256.of(bytes)).isEqualTo(HexFormat.of().parseHex(ABC));
        assertThat(parts.digest()).isEqualTo(HexFormat.of().parseHex(ABC));
    }

    @Test
    void aTextIsHashedInUtf8() {
        byte[] utf8 = {(byte) 0xe8, (byte) 0x8a, (byte) 0xaf, (byte) 0xc3, (byte) 0xa9};

        assertThat(Sha256.hex("芯é")).isEqualTo(Sha256.hex(utf8));
    }
}
