package org.onrecord.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;
import org.onrecord.config.Section;

/** One entry of {@code sources.yaml}. */
final class SourceSection {
    private static final String ADDRESS = "allowed is an http or https address such as https://example.org/feed.xml"
            + " (write [ as %5B, ] as %5D, a space as %20 and \" as %22)";
    private static final URI FEDERAL_REGISTER = URI.create("https://www.federalregister.gov/api/v1");
    private static final int LISTING_PAGES = 5;
    private static final String WARC_GLOB = "**.{warc,warc.gz}";
    private static final String DEFAULT_GLOB = "**.{html,htm,xhtml,txt,eml,html.gz,zip}";

    private final Section section;
    private final Path home;
    private final UnaryOperator<String> selectors;

    SourceSection(Section section, Path home, UnaryOperator<String> selectors) {
        this.section = section;
        this.home = home;
        this.selectors = selectors;
    }

    /** The source; throws what {@link Section} throws for keys that cannot be used. */
    Source source() {
        Source.About about = new Source.About(
                new SourceId(section.text("id")),
                section.text("name"),
                section.duration("every"),
                Source.Rights.valueOf(section.text("rights").toUpperCase(Locale.ROOT)),
                section.textOrNull("disabled"),
                new Words(section.texts("include"), section.texts("exclude")),
                section.integer("first", 1, 100_000, 0),
                section.flag("revisit", true),
                reading());
        String kind = section.text("kind");
        return switch (kind) {
            case "feed" -> new Source.FeedSource(about, section.convert("url", SourceSection::webAddress));
            case "sitemap" -> new Source.SitemapSource(about, section.convert("url", SourceSection::webAddress));
            case "federal-register" -> federalRegister(about);
            case "listing" ->
                new Source.ListingSource(
                        about,
                        section.convert("url", SourceSection::webAddress),
                        section.convert("links", selectors::apply),
                        selector(section, "title"),
                        selector(section, "date"),
                        selector(section, "next"),
                        section.has("next") ? section.integer("pages", 1, 100, LISTING_PAGES) : 1);
            case "warc" ->
                new Source.WarcSource(
                        about,
                        section.convert("folder", this::folder),
                        section.convert("glob", SourceSection::glob, WARC_GLOB));
            case "folder" ->
                new Source.FolderSource(
                        about,
                        section.convert("folder", this::folder),
                        section.convert("glob", SourceSection::glob, DEFAULT_GLOB));
            default -> throw new IllegalArgumentException("there is no kind of source called " + kind);
        };
    }

    private Source.Reading reading() {
        Section select = section.section("select");
        return new Source.Reading(
                section.convert("zone", text -> Optional.of(zone(text)), Optional.<ZoneId>empty())
                        .orElse(null),
                selector(select, "title"),
                selector(select, "text"),
                selector(select, "author"),
                selector(select, "date"),
                selector(select, "remove"));
    }

    private @Nullable String selector(Section at, String key) {
        return at.convert(key, text -> Optional.of(selectors.apply(text)), Optional.<String>empty())
                .orElse(null);
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("allowed is the IANA name of a time zone such as America/New_York");
        }
        return ZoneId.of(text);
    }

    private Source federalRegister(Source.About about) {
        return new Source.FederalRegisterSource(
                about,
                section.convert("url", SourceSection::webAddress, FEDERAL_REGISTER),
                section.texts("agencies"),
                section.textOrNull("term"),
                section.values(
                        "types",
                        text -> Source.DocumentType.valueOf(
                                text.toUpperCase(Locale.ROOT).replace('-', '_'))),
                section.convert("since", text -> Optional.of(day(text)), Optional.<LocalDate>empty())
                        .orElse(null),
                section.flag("inspection", false));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("allowed is a day such as 2026-01-31", e);
        }
    }

    private static URI webAddress(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException(
                        "no user name or password is ever sent; leave out what stands before @");
            }
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            // Java lets brackets stand in a query; not every server does.
            boolean brackets = uri.getRawQuery() != null && uri.getRawQuery().matches(".*[\\[\\]].*");
            if (web && uri.getHost() != null && !brackets) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    ADDRESS + "; " + e.getReason() + " at character " + (e.getIndex() + 1), e);
        }
        throw new IllegalArgumentException(ADDRESS);
    }

    private Path folder(String text) {
        try {
            return home.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("allowed is a folder name: " + e.getReason(), e);
        }
    }

    private static String glob(String text) {
        Path.of("").getFileSystem().getPathMatcher("glob:" + text);
        return text;
    }
}
