package org.onrecord.digest;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PagePath;
import org.onrecord.digest.DigestIssue.Kind;

/** The addresses that a mail leads to. */
final class MailLinks {
    private final @Nullable String webAddress;

    /** @param webAddress where readers reach the web page, without a slash at the end; null for none */
    MailLinks(@Nullable String webAddress) {
        this.webAddress = webAddress;
    }

    /** A page of ours; null when none can be reached. */
    @Nullable
    String page(String path) {
        return webAddress == null ? null : webAddress + path;
    }

    /** The list of what a query finds of a kind, newest first; null when no page can be reached. */
    @Nullable
    String list(Kind kind, String query) {
        String value = PagePath.value(query);
        return page(
                switch (kind) {
                    case POSITIONS, STATEMENTS -> "/?show=statements&sort=date&q=" + value;
                    case STORIES -> "/?show=stories&sort=date&q=" + value;
                    case EVENTS -> "/events?q=" + value;
                    case FIGURES -> "/figures?q=" + value;
                });
    }

    /** An address elsewhere; null when following it could do anything but fetch a page. */
    static @Nullable String elsewhere(@Nullable URI url) {
        return url != null && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                ? url.toASCIIString()
                : null;
    }
}
