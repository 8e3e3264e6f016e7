package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;
import tools.jackson.databind.JsonNode;

/**
 * A document of the Federal Register as its API gives it.
 *
 * @param number its number; corrections have their own ({@code C1-2026-16628})
 * @param type {@code Rule}, {@code Proposed Rule}, {@code Notice} or {@code Presidential Document}
 * @param title plain text
 * @param action what the agency calls the act, such as {@code Final rule.}; empty if nothing
 * @param agencies their names, the parent first
 * @param publishedOn null while it is on public inspection only and its day is open
 * @param effectiveOn null if none is given
 * @param commentsCloseOn null if none is given
 * @param dates the document's own words on its dates; empty if none
 * @param rins regulation identifier numbers
 * @param dockets docket numbers
 * @param citation such as {@code 89 FR 1064}; empty if none
 * @param correctionOf the number of the document that it corrects; null if none
 * @param summary the abstract; empty if none
 * @param page where people read it; null if the API does not say
 * @param fullText where its whole text is; null if the API does not say
 */
public record FederalRegisterDocument(
        String number,
        String type,
        String title,
        String action,
        List<String> agencies,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate commentsCloseOn,
        String dates,
        List<String> rins,
        List<String> dockets,
        String citation,
        @Nullable String correctionOf,
        String summary,
        @Nullable URI page,
        @Nullable URI fullText) {
    private static final Pattern DOCUMENT = Pattern.compile(".*/(?:public-inspection-)?documents/[^/]+\\.json");
    private static final Pattern FULL_TEXT =
            Pattern.compile(".*/documents/full_text/text/\\d{4}/\\d{2}/\\d{2}/[^/]+\\.txt");

    public FederalRegisterDocument {
        requireNonNull(number, "number");
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        agencies = List.copyOf(agencies);
        rins = List.copyOf(rins);
        dockets = List.copyOf(dockets);
    }

    /** The document on a page; empty when the page is something else. */
    public static Optional<FederalRegisterDocument> read(Page page) {
        String start = new String(page.body(), 0, Math.min(page.body().length, 64), StandardCharsets.UTF_8);
        if (!start.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        return LenientJson.read(new String(page.body(), StandardCharsets.UTF_8))
                .filter(root -> root.has("document_number") && root.has("agencies") && root.has("html_url"))
                .map(FederalRegisterDocument::of);
    }

    private static FederalRegisterDocument of(JsonNode root) {
        List<String> agencies = new ArrayList<>();
        root.path("agencies").forEach(agency -> agencies.add(line(agency, agency.has("name") ? "name" : "raw_name")));
        agencies.removeIf(String::isEmpty);
        String correctionOf = line(root, "correction_of").replaceFirst(".*/", "");
        return new FederalRegisterDocument(
                line(root, "document_number"),
                line(root, "type"),
                line(root, "title"),
                line(root, "action"),
                agencies,
                day(line(root, "publication_date")),
                day(line(root, "effective_on")),
                day(line(root, "comments_close_on")),
                line(root, "dates"),
                lines(root, "regulation_id_numbers"),
                lines(root, "docket_ids"),
                line(root, "citation"),
                correctionOf.isEmpty() ? null : correctionOf,
                line(root, "abstract"),
                Address.resolveHttp(null, line(root, "html_url")).orElse(null),
                Address.resolveHttp(null, line(root, "raw_text_url")).orElse(null));
    }

    private static String line(JsonNode node, String name) {
        return Prose.lineOfMarkup(FederalRegisterList.string(node, name));
    }

    private static List<String> lines(JsonNode node, String name) {
        List<String> lines = new ArrayList<>();
        node.path(name).forEach(value -> lines.add(Prose.line(value.asString(""))));
        return lines;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null; // the API gives ISO days or nothing
        }
    }

    /** Whether an address may be that of a document in the API. */
    public static boolean isAddress(URI uri) {
        return uri.getPath() != null && DOCUMENT.matcher(uri.getPath()).matches();
    }

    /** Whether an address is that of a document's whole text, which is part of an article and none itself. */
    public static boolean isFullText(URI uri) {
        return uri.getPath() != null && FULL_TEXT.matcher(uri.getPath()).matches();
    }

    /** Whether a page holds a document's text; the site answers programs that ask too much with a page for people. */
    public static boolean isText(Page page) {
        return !paragraphs(page).isEmpty();
    }

    /**
     * The document as an article: what the API says of it in the first paragraph, then its abstract, then its text.
     *
     * @param text the page at {@link #fullText}; null if it could not be had
     */
    public ExtractedArticle article(@Nullable Page text) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(facts());
        String whole = text == null ? "" : paragraphs(text);
        if (whole.isEmpty()) {
            paragraphs.add(summary);
            paragraphs.add(dates.isEmpty() ? "" : "Dates: " + dates);
        }
        paragraphs.add(whole);
        paragraphs.removeIf(String::isBlank);
        return new ExtractedArticle(
                title,
                List.of(),
                publishedOn == null ? null : Published.on(publishedOn),
                String.join("\n", paragraphs),
                "en",
                page);
    }

    private String facts() {
        StringBuilder facts = new StringBuilder(type.isEmpty() ? "Document" : type);
        if (!agencies.isEmpty()) {
            facts.append(" of the ").append(agencies.getLast());
        }
        facts.append(": Federal Register document ").append(number);
        facts.append(citation.isEmpty() ? "" : ", " + citation).append('.');
        add(facts, "Corrects document", correctionOf);
        rins.forEach(rin -> add(facts, "RIN", rin));
        dockets.forEach(docket -> add(facts, docket.startsWith("Docket") ? "" : "Docket", docket));
        add(facts, "Effective on", effectiveOn);
        add(facts, "Comments close on", commentsCloseOn);
        return facts.toString();
    }

    private static void add(StringBuilder facts, String label, @Nullable Object value) {
        if (value != null) {
            facts.append(' ').append((label + " " + value).strip()).append('.');
        }
    }

    /** The printer's lines joined to paragraphs: an indented line or a blank one begins a new paragraph. */
    private static String paragraphs(Page page) {
        String markup =
                TextDecoder.decode(page.body(), page.header("Content-Type").orElse(null));
        Document document = Html.page(markup, page.uri());
        Element printed = document.selectFirst("pre");
        if (printed == null && !document.body().children().isEmpty()) {
            return ""; // a page for people, not the text
        }
        String text = printed == null ? markup : printed.wholeText();
        StringBuilder out = new StringBuilder();
        boolean newParagraph = true;
        for (String raw : text.split("\\R")) {
            String line = Prose.line(raw);
            boolean pageMark = line.matches("\\[\\[Page [^]]*]]|-{5,}|_{5,}");
            newParagraph |= line.isEmpty() || raw.startsWith("    ");
            if (!line.isEmpty() && !pageMark) {
                out.append(out.isEmpty() ? "" : newParagraph ? "\n" : " ").append(line);
                newParagraph = false;
            }
        }
        return out.toString();
    }
}
