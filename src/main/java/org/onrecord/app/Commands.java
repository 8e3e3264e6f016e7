package org.onrecord.app;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.extract.CanonicalUrl;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What every command class needs of the command line it runs in. */
final class Commands {
    private Commands() {}

    /** The command line that a running command belongs to. */
    static CommandLine lineOf(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("the command was not started by a command line");
        }
        return spec.commandLine();
    }

    /** The options that the whole command line was given. */
    static OnRecordCommand rootOf(@Nullable CommandSpec spec) {
        return (OnRecordCommand) lineOf(spec).getCommandSpec().root().userObject();
    }

    /** An address that a person typed. */
    static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("not an address such as https://news.example/page: " + address, e);
        }
    }

    /** The article that a person typed as its id or its address. */
    static ArticleId article(String idOrAddress) {
        return idOrAddress.matches("(?i)https?://.*")
                ? ArticleId.of(CanonicalUrl.of(uri(idOrAddress)))
                : new ArticleId(idOrAddress);
    }
}
