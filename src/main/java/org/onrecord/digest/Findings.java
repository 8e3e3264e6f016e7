package org.onrecord.digest;

import java.util.List;
import org.onrecord.digest.DigestIssue.Kind;

/**
 * Everything new enough that a digest finds in the index, whoever has got it already.
 *
 * @param sections in the order of a mail; those without findings too
 * @param trends how much there was over the past weeks
 * @param troubles the searches that could not be answered
 */
record Findings(List<Section> sections, List<Trend> trends, List<DigestException> troubles) {
    /**
     * What one question found.
     *
     * @param heading the name of the saved search, actor or issue, or of the kind
     * @param query the query that shows all of it
     * @param named whether the heading stands in the digest's definition, so that a reader asks what became of it
     */
    record Section(Kind kind, String heading, String query, boolean named, List<DigestItem> items) {
        Section {
            items = List.copyOf(items);
        }
    }

    Findings {
        sections = List.copyOf(sections);
        trends = List.copyOf(trends);
        troubles = List.copyOf(troubles);
    }
}
