package org.onrecord.job;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.FederalRegisterList;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.state.SourceState;

/**
 * Asks the Federal Register's API for the documents of a source, newest first, until it names none that is new.
 *
 * <p>The API shows 10,000 documents of a search at most (50 pages of 200); for older ones the search is narrowed to the days
 * up to the last one seen.
 */
final class FederalRegisterWalk {
    private static final int PER_PAGE = 200;

    /** Above it the API answers with its first page. */
    private static final int MOST_PAGES = 50;

    /** A first round of half the register's history; what is left comes when "since" is moved. */
    private static final int MOST_REQUESTS = 200;

    private static final int FIRST_DAYS = 30;
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    private static final List<String> FIELDS =
            List.of("document_number", "publication_date", "title", "abstract", "type", "agencies");

    private final Fetcher fetcher;
    private final FederalRegisterSource source;
    private final SourceState before;
    private final NewLinks links;
    private final Instant now;

    private int requests;

    /**
     * @param before what is known of the source
     * @param links takes what is found
     */
    FederalRegisterWalk(
            Fetcher fetcher, FederalRegisterSource source, SourceState before, NewLinks links, Instant now) {
        this.fetcher = fetcher;
        this.source = source;
        this.before = before;
        this.links = links;
        this.now = now;
    }

    /**
     * The state of the source after the walk. What was found is committed page by page, also when the walk breaks off. Throws
     * {@link ExtractException} when the API answers with something else.
     *
     * @param next when the source is asked again
     * @param retry when it is asked again if it failed
     */
    SourceState run(Instant next, Instant retry) {
        String trouble = search();
        if (trouble == null && source.inspection()) {
            trouble = take(URI.create(source.api() + "/public-inspection-documents/current.json"))
                    .trouble();
        }
        return trouble == null
                ? before.fetched(null, null, links.outcome(), now, next)
                : before.failed(trouble, now, retry);
    }

    /**
     * What came of one request.
     *
     * @param list what the API found; null if it did not answer
     * @param discovered how many of the documents were new
     * @param trouble why there is no list; null if there is one
     */
    private record Answer(
            @Nullable FederalRegisterList list,
            int discovered,
            @Nullable String trouble) {}

    /** What went wrong; null if nothing. */
    private @Nullable String search() {
        LocalDate until = null;
        int page = 1;
        while (true) {
            Answer answer = take(address(page, until));
            FederalRegisterList list = answer.list();
            if (list == null) {
                return answer.trouble();
            }
            boolean nothingNew = before.successAt() != null && answer.discovered() == 0;
            if (list.documents().isEmpty() || nothingNew || requests >= MOST_REQUESTS) {
                return null;
            }
            if (page < Math.min(list.pages(), MOST_PAGES)) {
                page++;
            } else if (page == MOST_PAGES) {
                LocalDate oldest = list.documents().getLast().day();
                if (oldest == null || oldest.equals(until)) {
                    return null;
                }
                until = oldest;
                page = 1;
            } else {
                return null;
            }
        }
    }

    private Answer take(URI uri) {
        requests++;
        return switch (fetcher.fetch(FetchRequest.of(uri))) {
            case Fetched fetched -> taken(fetched.page());
            case NotModified same -> new Answer(null, 0, "answered \"not modified\" to a first request");
            case Refused no -> new Answer(null, 0, "refused: " + no.reason());
            case Failed failure ->
                new Answer(
                        null,
                        0,
                        failure.reason().contains("400")
                                ? failure.reason()
                                        + ": the API knows an agency or a condition not; compare \"agencies\""
                                        + " with the addresses of the agencies' pages"
                                : failure.reason());
        };
    }

    private Answer taken(Page page) {
        FederalRegisterList list = FederalRegisterList.read(page);
        int known = links.discovered();
        list.documents().stream()
                .filter(document -> document.fits(source))
                .forEach(document -> links.add(document.link(source.api())));
        links.finish();
        return new Answer(list, links.discovered() - known, null);
    }

    private URI address(int page, @Nullable LocalDate until) {
        LocalDate since = source.since();
        LocalDate from =
                since != null ? since : now.atZone(WASHINGTON).toLocalDate().minusDays(FIRST_DAYS);
        List<String> query = new ArrayList<>();
        source.agencies().forEach(agency -> add(query, "conditions[agencies][]", agency));
        source.types().forEach(type -> add(query, "conditions[type][]", type.code()));
        if (source.term() != null) {
            add(query, "conditions[term]", source.term());
        }
        add(query, "conditions[publication_date][gte]", from.toString());
        if (until != null) {
            add(query, "conditions[publication_date][lte]", until.toString());
        }
        FIELDS.forEach(field -> add(query, "fields[]", field));
        add(query, "order", "newest");
        add(query, "per_page", Integer.toString(PER_PAGE));
        add(query, "page", Integer.toString(page));
        return URI.create(source.api() + "/documents.json?" + String.join("&", query));
    }

    private static void add(List<String> query, String name, String value) {
        query.add(encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
