package org.onrecord.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.onrecord.hash.Sha256;
import org.onrecord.registry.Registry;
import org.onrecord.tag.engine.Engine;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;

/** The version of the tagger: a hash of its rules' number, word lists, models and registry. */
public final class TaggerVersion {
    /** Goes up with every change of the rules that can change what is found. */
    private static final int RULES = 4;

    private static final List<String> FILES = List.of(
            "abbreviations.txt",
            "forenames.txt",
            "people.txt",
            "speakers.txt",
            "orgs.txt",
            "places.txt",
            "policies.txt",
            "cues.txt",
            "events.txt",
            "figures.txt",
            "lobbying.txt",
            "stands.txt",
            "trust-encoder.txt",
            "trust-maxent.txt");

    private TaggerVersion() {}

    static String of(Registry registry, TagSettings settings, Engine engine) {
        MessageDigest digest = Sha256.digest();
        addKnowledge(digest, registry);
        add(digest, settings.longestText() + " " + settings.leastStandConfidence());
        add(digest, engine.version());
        add(digest, Models.version());
        return RULES + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Adds word lists and registry. */
    public static void addKnowledge(MessageDigest digest, Registry registry) {
        try {
            for (String file : FILES) {
                try (InputStream stream = TaggerVersion.class.getResourceAsStream(Lexicon.FOLDER + file)) {
                    if (stream == null) {
                        throw new IllegalStateException("the file " + file + " is missing from the program's jar");
                    }
                    digest.update(stream.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tagger's own files", e);
        }
        registry.actors().forEach(actor -> add(digest, actor.toString()));
        registry.topics().forEach(topic -> add(digest, topic.toString()));
        registry.issues().forEach(issue -> add(digest, issue.toString()));
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
