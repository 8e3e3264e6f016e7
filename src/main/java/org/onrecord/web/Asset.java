package org.onrecord.web;

import org.onrecord.hash.Sha256;

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
        return new Asset(
                "/static/" + name + "-" + Sha256.hex(content).substring(0, 16) + "." + extension, contentType, content);
    }
}
