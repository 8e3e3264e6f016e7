package org.onrecord.digest;

import org.onrecord.article.SourceId;

/** What mails may say of sources. */
public interface SourceBook {
    /** Knows nobody: names sources by their ids, and quotes no more than a finding needs. */
    SourceBook EMPTY = new SourceBook() {
        @Override
        public String name(SourceId id) {
            return id.value();
        }

        @Override
        public boolean showsText(SourceId id) {
            return false;
        }
    };

    /** A source's name for people. */
    String name(SourceId id);

    /** Whether its articles may be shown in full; else headline, link and short quotations. */
    boolean showsText(SourceId id);
}
