package org.onrecord.app;

import java.util.List;
import java.util.Locale;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that every command with a query has. */
final class QueryOptions {
    @Option(names = "--json", description = "Print one JSON object per line.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at most, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "relevance",
            description = "relevance or date (newest first). Default: ${DEFAULT-VALUE}.")
    private Order sort = Order.RELEVANCE;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "The query; without one, everything.")
    private List<String> query = List.of();

    /** As {@link Sort}, printed in lower case. */
    enum Order {
        RELEVANCE(Sort.RELEVANCE),
        DATE(Sort.DATE);

        private final Sort sort;

        Order(Sort sort) {
            this.sort = sort;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean json() {
        return json;
    }

    SearchRequest request() {
        if (limit < 1 || limit > 1_000) {
            throw new CommandFailure("--limit is a number from 1 to 1000, not " + limit);
        }
        return SearchRequest.of(String.join(" ", query)).sorted(sort.sort).page(0, limit);
    }
}
