package org.onrecord.eval;

/**
 * One thing that was missed, or found where nothing is.
 *
 * @param article the article's id
 * @param kind what went wrong
 * @param what the words or the line of the ledger
 * @param detail the entity's type or the statement's act; else empty
 */
public record Miss(String article, Kind kind, String what, String detail) {
    /** What went wrong, in the order in which an article's errors are listed. */
    public enum Kind {
        ENTITY_MISSED("entity missed"),
        ENTITY_INVENTED("entity invented"),
        /** No finding has its content and speaker. */
        STATEMENT_MISSED("statement missed"),
        LEDGER_MISSED("ledger missed"),
        LEDGER_INVENTED("ledger invented");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
