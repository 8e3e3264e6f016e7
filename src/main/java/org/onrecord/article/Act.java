package org.onrecord.article;

import java.util.Locale;

/** What a speaker does by making a statement; near the event types of PLOVER. */
public enum Act {
    /** States, explains, reports, estimates, predicts (PLOVER: CONSULT). */
    ASSERT,
    /** Makes public its own decision, plan, product or commitment (AGREE). */
    ANNOUNCE,
    /** Praises, endorses, welcomes, defends (SUPPORT). */
    SUPPORT,
    /** Criticises, condemns, accuses, complains (ACCUSE). */
    CRITICIZE,
    /** Warns of harm, or threatens (THREATEN). */
    WARN,
    /** Calls on, asks, demands, proposes or lobbies somebody to do something or not to (REQUEST). */
    URGE,
    /** Denies, rejects, disputes (REJECT). */
    DENY;

    /** The word for it in the annotated articles, queries and JSON: {@code criticize}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verb that tells it to people after the speaker's name: "criticizes". */
    public String verb() {
        return switch (this) {
            case ASSERT -> "says";
            case ANNOUNCE -> "announces";
            case SUPPORT -> "supports";
            case CRITICIZE -> "criticizes";
            case WARN -> "warns";
            case URGE -> "urges";
            case DENY -> "denies";
        };
    }

    /** The act with this {@linkplain #label() label}; throws {@link IllegalArgumentException} for any other word. */
    public static Act ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
