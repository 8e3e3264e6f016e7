package org.onrecord.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.onrecord.article.SourceId;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;
import org.onrecord.config.Section;

/** The sources that {@code config/sources.yaml} lists. Immutable and safe to share. */
public final class SourceCatalog {

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
     * @param selectors gives back a CSS selector as it is, and throws {@link IllegalArgumentException} with what is wrong when
     *     it is none
     * @return what could be read; not to be used when the problems are not empty
     */
    public static SourceCatalog read(Path configFolder, Path home, UnaryOperator<String> selectors, Problems problems) {
        Section file = ConfigFile.read(configFolder.resolve("sources.yaml"), "sources.schema.json", problems);
        Map<SourceId, Source> sources = new LinkedHashMap<>();
        file.each("sources", section -> {
            Source source = new SourceSection(section, home, selectors).source();
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
}
