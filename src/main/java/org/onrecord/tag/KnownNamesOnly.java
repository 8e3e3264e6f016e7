package org.onrecord.tag;

import java.util.List;
import org.onrecord.article.Article;

/** Names in a text whose language the models do not know: only the registry's. */
final class KnownNamesOnly {
    private final NameStage names;

    KnownNamesOnly(NameStage names) {
        this.names = names;
    }

    List<Name> find(Article article, String text) {
        return names.registered(new Reading(article, text, List.of(), Quotes.in("")));
    }
}
