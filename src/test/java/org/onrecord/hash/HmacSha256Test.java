package org.onrecord.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Test cases 1, 2 and 6 of RFC 4231, section 4. */
class HmacSha256Test {
    @Test
    void givesTheCodesOfTheStandard() {
        byte[] key = filled(20, 0x0b);
        byte[] shortKey = "Jefe".getBytes(US_ASCII);
        byte[] keyAboveTheBlock = filled(131, 0xaa);

        assertThat(hex(key, "Hi There")).isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(hex(shortKey, "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(hex(keyAboveTheBlock, "Test Using Larger Than Block-Size Key - Hash Key First"))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(byte[] key, String text) {
        return HexFormat.of().formatHex(HmacSha256.of(key, text));
    }
}
