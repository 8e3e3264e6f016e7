package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;

/** A fetcher without a network: pages by address, 404 for the rest. Remembers what was asked for. */
final class ServedPages implements Fetcher {
    final List<FetchRequest> asked = Collections.synchronizedList(new ArrayList<>());
    /** The time of the answers. */
    Instant now = Instant.now();

    private final Map<String, Function<URI, String>> pages = new ConcurrentHashMap<>();
    private final Map<String, FetchOutcome> others = new ConcurrentHashMap<>();

    ServedPages put(String address, String body) {
        pages.put(address, uri -> body);
        return this;
    }

    /** Answers as robots.txt would have it; until a page is put there. */
    ServedPages refuse(String address, String reason) {
        return fail(address, new Refused(reason));
    }

    /** Answers otherwise than with a page, until one is put there. */
    ServedPages fail(String address, FetchOutcome outcome) {
        others.put(address, outcome);
        return this;
    }

    /** Answers every address that starts so. */
    ServedPages putAll(String start, Function<URI, String> body) {
        pages.put(start + "*", body);
        return this;
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        asked.add(request);
        String address = request.uri().toString();
        Function<URI, String> page = pages.entrySet().stream()
                .filter(entry -> entry.getKey().equals(address)
                        || entry.getKey().endsWith("*")
                                && address.startsWith(entry.getKey()
                                        .substring(0, entry.getKey().length() - 1)))
                .sorted(Map.Entry.<String, Function<URI, String>>comparingByKey()
                        .reversed())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (page == null && others.containsKey(address)) {
            return others.get(address);
        }
        if (page == null) {
            return new Failed("status 404", Outlook.MISSING, null);
        }
        byte[] body = page.apply(request.uri()).getBytes(StandardCharsets.UTF_8);
        return new Fetched(new Page(request.uri(), request.uri(), 200, Map.of(), body, now));
    }

    @Override
    public void close() {}
}
