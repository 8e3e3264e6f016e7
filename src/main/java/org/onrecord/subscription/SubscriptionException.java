package org.onrecord.subscription;

import java.util.List;

/** A choice that cannot be subscribed to; its problems are sentences for whoever filled in the form. */
public final class SubscriptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public SubscriptionException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
