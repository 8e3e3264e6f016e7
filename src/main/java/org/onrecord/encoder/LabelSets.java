package org.onrecord.encoder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of each of the network's outputs, in the order of their scores, and the version of its weights.
 *
 * @param names of words that name something
 * @param anchors of cues, and of words where speech opens without one
 * @param events of words that tell of policy events
 * @param figures of quantities
 * @param roles of words that belong to an anchor: its source, its content
 * @param acts of statements
 * @param stands of statements: {@code none} or {@code issue|position}
 */
record LabelSets(
        String version,
        Labels names,
        Labels anchors,
        Labels events,
        Labels figures,
        Labels roles,
        Labels acts,
        Labels stands) {
    /** Reads lines of a name and its labels, as {@code export.py} writes them. */
    static LabelSets read(List<String> lines) {
        Map<String, Labels> labels = new HashMap<>();
        for (String line : lines) {
            List<String> words = List.of(line.split(" "));
            labels.put(words.getFirst(), new Labels(words.subList(1, words.size())));
        }
        return new LabelSets(
                named(labels, "version").names().getFirst(),
                named(labels, "names"),
                named(labels, "anchors"),
                named(labels, "events"),
                named(labels, "claims"),
                named(labels, "roles"),
                named(labels, "acts"),
                named(labels, "stands"));
    }

    private static Labels named(Map<String, Labels> labels, String name) {
        Labels found = labels.get(name);
        if (found == null) {
            throw new EncoderException("labels.txt lacks the line " + name);
        }
        return found;
    }
}
