package org.onrecord.app;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.article.SourceId;
import org.onrecord.digest.SourceBook;
import org.onrecord.source.Source;
import org.onrecord.source.Source.Rights;

/** What mails may say of the sources of {@code config/sources.yaml}; of one that is no longer there, only its id. */
final class ConfiguredSources implements SourceBook {
    private final Map<SourceId, Source> sources;

    ConfiguredSources(Settings settings) {
        this.sources = settings.sources().all().stream().collect(Collectors.toMap(Source::id, Function.identity()));
    }

    @Override
    public String name(SourceId id) {
        Source source = sources.get(id);
        return source == null ? id.value() : source.about().name();
    }

    @Override
    public boolean showsText(SourceId id) {
        Source source = sources.get(id);
        return source != null && source.about().rights() == Rights.TEXT;
    }
}
