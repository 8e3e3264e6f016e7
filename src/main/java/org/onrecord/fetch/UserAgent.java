package org.onrecord.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Who we say that we are. */
final class UserAgent {
    /** The product token by which robots.txt files may speak of us (RFC 9309, 2.2.1). */
    static final String TOKEN = "onrecord";

    private UserAgent() {}

    /** In the form of the large crawlers, because some servers refuse a bare product name. */
    static String header(@Nullable URI contact) {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return "Mozilla/5.0 (compatible; OnRecord/" + (version == null ? "dev" : version)
                + (contact == null ? "" : "; +" + contact.toASCIIString()) + ")";
    }
}
