package org.onrecord.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.SourceId;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;
import org.onrecord.config.Section;

/** The sources that {@code config/sources.yaml} lists. Immutable and safe to share. */
public final class SourceCatalog {
    private static final String ADDRESS = "allowed is an http or https address such as https://example.org/feed.xml"
            + " (write [ as %5B, ] as %5D, a space as %20 and \" as %22)";
    private static final URI FEDERAL_REGISTER = URI.create("https://www.federalregister.gov/api/v1");
    private static final int LISTING_PAGES = 5;
    private static final String WARC_GLOB = "**.{warc,warc.gz}";
    private static final String DEFAULT_GLOB = "**.{html,htm,xhtml,txt,eml,html.gz}";

    private final Map<SourceId, Source> sources = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} when two sources share an id. */
    public SourceCatalog(List<Source> sources) {
        for (Source source : sources) {
            if (this.sources.put(source.id(), source) != null) {
                throw new IllegalArgumentException("two sources have the id " + source.id());
            }
        }
    }

    /**
     * Reads {@code sources.yaml}.
     *
     * @param home the folder that relative folders of sources start from
     * @return what could be read; not to be used when the problems are not empty
     */
    public static SourceCatalog read(Path configFolder, Path home, Problems problems) {
        Section file = ConfigFile.read(configFolder.resolve("sources.yaml"), "sources.schema.json", problems);
        Map<SourceId, Source> sources = new LinkedHashMap<>();
        file.each("sources", section -> {
            Source source = source(section, home);
            if (sources.putIfAbsent(source.id(), source) != null) {
                section.problem("id", "another source has the id " + source.id());
            }
            return source;
        });
        return new SourceCatalog(List.copyOf(sources.values()));
    }

    /** All sources in the order of the file, also those that are switched off. */
    public List<Source> all() {
        return List.copyOf(sources.values());
    }

    /** The sources that are watched. */
    public List<Source> enabled() {
        return sources.values().stream()
                .filter(source -> source.about().enabled())
                .toList();
    }

    public Optional<Source> source(SourceId id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** How pages of a source are read; in the usual way when it is no longer in the configuration. */
    public Source.Reading readingOf(SourceId id) {
        return source(id).map(source -> source.about().reading()).orElse(Source.Reading.USUAL);
    }

    private static Source source(Section section, Path home) {
        Source.About about = new Source.About(
                new SourceId(section.text("id")),
                section.text("name"),
                section.duration("every"),
                Source.Rights.valueOf(section.text("rights").toUpperCase(Locale.ROOT)),
                section.textOrNull("disabled"),
                new Words(section.texts("include"), section.texts("exclude")),
                section.integer("first", 1, 100_000, 0),
                section.flag("revisit", true),
                reading(section));
        String kind = section.text("kind");
        return switch (kind) {
            case "feed" -> new Source.FeedSource(about, section.convert("url", SourceCatalog::webAddress));
            case "sitemap" -> new Source.SitemapSource(about, section.convert("url", SourceCatalog::webAddress));
            case "federal-register" -> federalRegister(about, section);
            case "listing" ->
                new Source.ListingSource(
                        about,
                        section.convert("url", SourceCatalog::webAddress),
                        section.text("links"),
                        section.textOrNull("title"),
                        section.textOrNull("date"),
                        section.textOrNull("next"),
                        section.has("next") ? section.integer("pages", 1, 100, LISTING_PAGES) : 1);
            case "warc" ->
                new Source.WarcSource(
                        about,
                        section.convert("folder", text -> folder(home, text)),
                        section.convert("glob", SourceCatalog::glob, WARC_GLOB));
            case "folder" ->
                new Source.FolderSource(
                        about,
                        section.convert("folder", text -> folder(home, text)),
                        section.convert("glob", SourceCatalog::glob, DEFAULT_GLOB));
            default -> throw new IllegalArgumentException("there is no kind of source called " + kind);
        };
    }

    private static Source.Reading reading(Section section) {
        Section select = section.section("select");
        return new Source.Reading(
                section.convert("zone", text -> Optional.of(zone(text)), Optional.<ZoneId>empty())
                        .orElse(null),
                select.textOrNull("title"),
                select.textOrNull("text"),
                select.textOrNull("author"),
                select.textOrNull("date"),
                select.textOrNull("remove"));
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("allowed is the IANA name of a time zone such as America/New_York");
        }
        return ZoneId.of(text);
    }

    private static Source federalRegister(Source.About about, Section section) {
        return new Source.FederalRegisterSource(
                about,
                section.convert("url", SourceCatalog::webAddress, FEDERAL_REGISTER),
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

    private static Path folder(Path home, String text) {
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
