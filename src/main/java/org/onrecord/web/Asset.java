package org.onrecord.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that pages load, named after its content so that browsers may keep it for ever.
 *
 * @param href where it is served
 * @param contentType what it is
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying some 50 KB for each request would only cost.
record Asset(String href, String contentType, byte[] content) {
    static Asset of(String name, String extension, String contentType, byte[] content) {
        return new Asset("/static/" + name + "-" + hash(content) + "." + extension, contentType, content);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
