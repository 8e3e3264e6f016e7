package org.onrecord.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.onrecord.registry.Registry;

/** The version of the tagger: a hash of its rules' number, word lists, models and registry. */
final class TaggerVersion {
    /** Goes up with every change of the rules that can change what is found. */
    private static final int RULES = 3;

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
            "stands.txt",
            "stand-trust.txt",
            "names.bin",
            "acts.bin",
            "stands.bin");

    private TaggerVersion() {}

    static String of(Registry registry, TagSettings settings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream stream = TaggerVersion.class.getResourceAsStream(file)) {
                    if (stream == null) {
                        throw new IllegalStateException("the file " + file + " is missing from the program's jar");
                    }
                    digest.update(stream.readAllBytes());
                }
            }
            String limits = settings.longestText() + " " + settings.leastStandConfidence();
            digest.update(limits.getBytes(StandardCharsets.UTF_8));
            digest.update(Models.version().getBytes(StandardCharsets.UTF_8));
            registry.actors().forEach(actor -> digest.update(actor.toString().getBytes(StandardCharsets.UTF_8)));
            registry.topics().forEach(topic -> digest.update(topic.toString().getBytes(StandardCharsets.UTF_8)));
            registry.issues().forEach(issue -> digest.update(issue.toString().getBytes(StandardCharsets.UTF_8)));
            return RULES + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tagger's own files", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
