package org.onrecord.fetch;

import java.io.IOException;

/** The server says, or shows, that it has done nothing with a request over HTTP/2: it may be sent again another way. */
final class NotTakenException extends IOException {
    private static final long serialVersionUID = 1;

    NotTakenException(String reason) {
        super(reason);
    }
}
