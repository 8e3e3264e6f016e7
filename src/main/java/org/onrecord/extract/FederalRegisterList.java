package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source.DocumentType;
import org.onrecord.source.Source.FederalRegisterSource;
import tools.jackson.databind.JsonNode;

/**
 * One page of what a search of the Federal Register's API found, or what is on public inspection now.
 *
 * @param documents in the order of the answer; those without a number are left out
 * @param pages how many pages the search has, as the API says; 1 when it does not say
 */
public record FederalRegisterList(List<Listed> documents, int pages) {
    public FederalRegisterList {
        documents = List.copyOf(documents);
    }

    /**
     * A document as a list shows it.
     *
     * @param number its number; a few of before 2016 were given twice, so the day belongs to it
     * @param day when it was or will be published; null when that is open
     * @param title plain text, empty if none
     * @param summary its abstract, empty if none
     * @param type as the API calls it: {@code Proposed Rule}
     * @param agencies their names in addresses
     * @param inspected whether it is on public inspection and not published yet
     */
    public record Listed(
            String number,
            @Nullable LocalDate day,
            String title,
            String summary,
            String type,
            List<String> agencies,
            boolean inspected) {
        public Listed {
            requireNonNull(number, "number");
            requireNonNull(title, "title");
            requireNonNull(summary, "summary");
            requireNonNull(type, "type");
            agencies = List.copyOf(agencies);
        }

        /** Where the API gives the whole document. */
        public Link link(URI api) {
            String path = inspected
                    ? "/public-inspection-documents/" + number + ".json"
                    : "/documents/" + number + ".json" + (day == null ? "" : "?publication_date=" + day);
            return new Link(
                    URI.create(api + path), title, day == null || inspected ? null : Published.on(day), summary);
        }

        /** Whether it is what the source asks for, as far as the list tells: public inspection knows no search. */
        public boolean fits(FederalRegisterSource source) {
            return !inspected
                    || (source.agencies().isEmpty()
                                    || source.agencies().stream().anyMatch(agencies::contains))
                            && (source.types().isEmpty()
                                    || source.types().stream()
                                            .map(DocumentType::title)
                                            .anyMatch(type::equalsIgnoreCase))
                            && (source.term() == null || mentions(source.term()));
        }

        private boolean mentions(String term) {
            String words = term.replace("\"", "").toLowerCase(Locale.ROOT);
            return (title + " " + summary).toLowerCase(Locale.ROOT).contains(words);
        }
    }

    /** The list on a page; throws {@link ExtractException} when the page is something else. */
    public static FederalRegisterList read(Page page) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        JsonNode root = LenientJson.read(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new ExtractException("no answer of the Federal Register's API at " + page.uri()
                        + (text.stripLeading().startsWith("<")
                                ? " but a page for people; it asks too busy programs to wait, so ask again later"
                                : "; look at its \"url\" in sources.yaml")));
        if (root.has("errors")) {
            throw new ExtractException("the Federal Register's API refuses the search: " + root.path("errors"));
        }
        if (!root.has("results") && !root.has("count")) {
            throw new ExtractException(
                    "no list of documents at " + page.uri() + "; look at its \"url\" in sources.yaml");
        }
        List<Listed> documents = new ArrayList<>();
        for (JsonNode document : root.path("results")) {
            String number = string(document, "document_number");
            if (number.matches("[\\w.-]{1,60}")) {
                documents.add(listed(number, document));
            }
        }
        return new FederalRegisterList(documents, root.path("total_pages").asInt(1));
    }

    private static Listed listed(String number, JsonNode document) {
        List<String> agencies = new ArrayList<>();
        document.path("agencies").forEach(agency -> agencies.add(string(agency, "slug")));
        String summary = string(document, "abstract");
        return new Listed(
                number,
                FederalRegisterDocument.day(string(document, "publication_date")),
                Prose.lineOfMarkup(string(document, "title")),
                Prose.lineOfMarkup(summary.isEmpty() ? string(document, "excerpts") : summary),
                string(document, "type"),
                agencies,
                document.has("filed_at"));
    }

    /** Empty for null, and for what is no text. */
    static String string(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : "";
    }
}
