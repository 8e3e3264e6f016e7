package org.onrecord.tag;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.onrecord.config.Section;

/**
 * How to tag.
 *
 * @param engine what finds candidates in texts
 * @param workers how many articles may be tagged at the same time; each worker keeps its own engines (about 5 MB)
 * @param longestText the number of UTF-16 units of a text that are looked at; what follows is left untagged
 * @param leastStandConfidence stands below this confidence are given as none, from 0 to 1; a confidence is the estimated chance that
 *     stand and speaker are right, and seldom above 0.8
 */
public record TagSettings(EngineKind engine, int workers, int longestText, double leastStandConfidence) {
    private static final int MOST_WORKERS = 256;
    private static final int SHORTEST_LIMIT = 1_000;
    private static final int LONGEST_LIMIT = 10_000_000;

    /** What finds candidates in texts. */
    public enum EngineKind {
        /** The fine-tuned network: the best tags, about 0.2 s of one core for an article of 600 words. */
        ENCODER,
        /** Rules and small OpenNLP models: half the memory and a third of the time, and weaker. */
        MAXENT;

        /** Its name as settings and files write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TagSettings {
        requireNonNull(engine, "engine");
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers: 1 to 256 are allowed, not " + workers);
        }
        if (longestText < SHORTEST_LIMIT || longestText > LONGEST_LIMIT) {
            throw new IllegalArgumentException("longestText: 1,000 to 10,000,000 are allowed, not " + longestText);
        }
        if (!(leastStandConfidence >= 0 && leastStandConfidence <= 1)) {
            throw new IllegalArgumentException("leastStandConfidence: 0 to 1 is allowed, not " + leastStandConfidence);
        }
    }

    /** As many workers as processors, texts of up to a million units, stands from a confidence of 0.5. */
    public static TagSettings defaults() {
        return new TagSettings(
                EngineKind.ENCODER,
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_WORKERS),
                1_000_000,
                0.5);
    }

    /** Reads the section {@code tag} of {@code onrecord.yaml}. */
    public static TagSettings read(Section section) {
        TagSettings defaults = defaults();
        return new TagSettings(
                section.convert("engine", name -> EngineKind.valueOf(name.toUpperCase(Locale.ROOT)), defaults.engine()),
                section.integer("workers", 1, MOST_WORKERS, defaults.workers()),
                section.integer("longestText", SHORTEST_LIMIT, LONGEST_LIMIT, defaults.longestText()),
                section.decimal("leastStandConfidence", 0, 1, defaults.leastStandConfidence()));
    }
}
