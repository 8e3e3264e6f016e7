package org.onrecord.app;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Problems;
import org.onrecord.config.ShippedConfig;
import org.onrecord.digest.DigestCatalog;
import org.onrecord.extract.CssSelectors;
import org.onrecord.registry.Registry;
import org.onrecord.source.SourceCatalog;

/**
 * Everything that {@code config/} says.
 *
 * @param general how the program behaves
 * @param registry who and what is known by name
 * @param sources what is watched
 * @param digests what is mailed to whom
 */
record Settings(GeneralSettings general, Registry registry, SourceCatalog sources, DigestCatalog digests) {
    /** The environment variable that holds the mail password. */
    static final String PASSWORD = "ONRECORD_SMTP_PASSWORD";

    /**
     * Reads all files of a home; throws {@link org.onrecord.config.ConfigException} with every problem in them. A home
     * without configuration gets the shipped one first.
     */
    static Settings read(Home home) {
        return checked(home, problems -> read(home, System.getenv(PASSWORD), problems));
    }

    /** The general settings of a home alone: the registry takes longer to read than all the rest. */
    static GeneralSettings general(Home home) {
        return checked(home, problems -> GeneralSettings.read(home.config(), System.getenv(PASSWORD), problems));
    }

    /** The registry of a home alone. */
    static Registry registry(Home home) {
        return checked(home, problems -> Registry.read(home.config(), problems));
    }

    /** The sources of a home alone. */
    static SourceCatalog sources(Home home) {
        return checked(
                home, problems -> SourceCatalog.read(home.config(), home.folder(), CssSelectors::checked, problems));
    }

    /** Reads all files of a home and collects the problems; where there are any, the result is not to be used. */
    static Settings read(Home home, @Nullable String mailPassword, Problems problems) {
        Registry registry = Registry.read(home.config(), problems);
        return new Settings(
                GeneralSettings.read(home.config(), mailPassword, problems),
                registry,
                SourceCatalog.read(home.config(), home.folder(), CssSelectors::checked, problems),
                DigestCatalog.read(home.config(), registry, problems));
    }

    /** What is wrong when links in mails lead to this web page by a name that it does not answer to. */
    Optional<String> unreachableMailLinks() {
        return Optional.ofNullable(general.mail().webAddress())
                .map(address -> address.replaceFirst("https?://", "").replaceFirst("[:/].*", ""))
                .filter(name -> !general.web().answersTo(name.toLowerCase(Locale.ROOT)))
                .map(name -> "links in mails lead to " + name + ", which the web page does not answer to: add it to"
                        + " web.names in config/onrecord.yaml, or readers cannot unsubscribe there");
    }

    private static <T> T checked(Home home, Function<Problems, T> reader) {
        if (!Files.exists(home.config())) {
            ShippedConfig.copyMissingTo(home.config());
        }
        Problems problems = new Problems();
        T read = reader.apply(problems);
        problems.throwIfAny();
        return read;
    }
}
