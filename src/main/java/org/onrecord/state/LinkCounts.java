package org.onrecord.state;

/** How many links of a source are in which state. */
public record LinkCounts(long pending, long captured, long refused, long failed, long leftOut) {
    public static final LinkCounts NONE = new LinkCounts(0, 0, 0, 0, 0);

    LinkCounts with(KnownLink.State state, long count) {
        return switch (state) {
            case PENDING -> new LinkCounts(count, captured, refused, failed, leftOut);
            case CAPTURED -> new LinkCounts(pending, count, refused, failed, leftOut);
            case REFUSED -> new LinkCounts(pending, captured, count, failed, leftOut);
            case FAILED -> new LinkCounts(pending, captured, refused, count, leftOut);
            case LEFT_OUT -> new LinkCounts(pending, captured, refused, failed, count);
        };
    }
}
