package org.onrecord.registry;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Alias;
import org.onrecord.config.Section;

/**
 * The names of one person in congress-legislators.
 *
 * @param usual what the press calls them: "Elizabeth Warren"
 * @param surname what is left after a title: "Warren"
 * @param others other full names, most usual first
 */
record Names(String usual, String surname, List<String> others) {
    private static final Pattern INITIAL_INSIDE = Pattern.compile("(?<=\\S )(?:\\p{Lu}\\. )+(?=\\p{Lu})");
    private static final Pattern SUFFIX = Pattern.compile(",? (?:Jr\\.|Sr\\.|II|III|IV)$");

    Names {
        others = List.copyOf(others);
    }

    static Names read(Section person) {
        Section name = person.section("name");
        String first = name.text("first");
        String surname = name.text("last");
        String nickname = name.textOrNull("nickname");
        String middle = name.textOrNull("middle");
        String suffix = name.textOrNull("suffix");
        String official = name.text("official_full", first + " " + surname);
        String encyclopedia = person.section("id").textOrNull("wikipedia");

        // The titles of encyclopedia articles are chosen to be what most people say: "Ted Cruz", "George W. Bush".
        String usual = encyclopedia == null
                ? (nickname == null ? first : nickname) + " " + surname
                : encyclopedia.replaceFirst(" \\(.*\\)$", "");
        Set<String> others = new LinkedHashSet<>(List.of(
                official,
                withoutInitials(usual),
                withoutInitials(official),
                joined(first, null, surname),
                joined(nickname, null, surname)));
        others.add(joined(first, middle, surname));
        if (suffix != null) {
            others.add(usual + " " + suffix);
        }
        Set<String> all = new LinkedHashSet<>(List.of(usual));
        others.forEach(other -> all.add(other.strip()));
        List.copyOf(all).forEach(other -> all.add(SUFFIX.matcher(other).replaceFirst("")));
        List.copyOf(all).forEach(other -> all.add(withoutAccents(other)));
        all.remove(usual);
        all.removeIf(other -> !other.contains(" "));
        return new Names(usual, surname, List.copyOf(all));
    }

    /** The other names, and the surname for use after a title. */
    List<Alias> aliases() {
        return Stream.concat(
                        others.stream().map(Alias::always),
                        Stream.of(surname, withoutAccents(surname))
                                .distinct()
                                .map(text -> new Alias(text, Alias.Use.WITH_TITLE, List.of())))
                .toList();
    }

    /** The name as an id: {@code ben-ray-lujan}. */
    static String slug(String name) {
        return withoutAccents(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’.]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String withoutInitials(String name) {
        return INITIAL_INSIDE.matcher(name).replaceAll("");
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String joined(@Nullable String first, @Nullable String middle, String last) {
        return first == null ? "" : first + (middle == null ? " " : " " + middle + " ") + last;
    }
}
