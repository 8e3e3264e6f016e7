package org.onrecord.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.onrecord.article.Alias;

/** From names as texts write them to the usual ones, so that "the 910C chips" and "Ascend 910C" are one. Immutable. */
public final class UsualNames {
    private static final Pattern LEADING = Pattern.compile("^(?:the|its|his|their|our)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
    private static final Pattern KIND = Pattern.compile(
            "\\s+(?:ai\\s+)?(?:chips?|accelerators?|processors?|gpus?|cards?|units?|dies?|systems?|servers?)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLURAL_OF_NUMBER = Pattern.compile("(?<=\\d)s$");
    private static final String NOBODY = "";

    private final Map<String, String> usual = new HashMap<>();

    public UsualNames(Registry registry) {
        registry.topics().forEach(topic -> add(topic.name(), topic.aliases()));
        registry.actors().forEach(actor -> add(actor.name(), actor.aliases()));
    }

    /** The usual name of whatever is known under this one; else the name itself without article and kind. */
    public String of(String written) {
        String known = usual.get(key(written));
        if (known != null && !known.equals(NOBODY)) {
            return known;
        }
        String plain = plain(written);
        String inner = usual.get(key(plain));
        return inner != null && !inner.equals(NOBODY) ? inner : plain;
    }

    private void add(String name, List<Alias> aliases) {
        // A full name belongs to whoever bears it; of aliases only those count that no two share.
        usual.put(key(name), name);
        for (Alias alias : aliases) {
            if (alias.use() == Alias.Use.ALWAYS) {
                usual.merge(key(alias.text()), name, (one, other) -> one.equals(other) ? one : NOBODY);
            }
        }
    }

    private static String plain(String written) {
        String plain = LEADING.matcher(written.strip()).replaceFirst("");
        plain = KIND.matcher(plain).replaceFirst("");
        plain = POSSESSIVE.matcher(plain).replaceFirst("");
        return PLURAL_OF_NUMBER.matcher(plain).replaceFirst("");
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
