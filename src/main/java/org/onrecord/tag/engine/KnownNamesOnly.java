package org.onrecord.tag.engine;

import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NameStage;
import org.onrecord.tag.text.Quotes;
import org.onrecord.tag.text.Reading;

/** Names in a text whose language the models do not know: only the registry's. */
public final class KnownNamesOnly {
    private final NameStage names;

    public KnownNamesOnly(NameStage names) {
        this.names = names;
    }

    public List<Name> find(Article article, String text) {
        return names.registered(new Reading(article, text, List.of(), Quotes.in("")));
    }
}
