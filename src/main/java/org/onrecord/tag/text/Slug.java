package org.onrecord.tag.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;

/** Makes the id of a name that no registry knows: its words in lower-case ASCII, joined by hyphens. */
public final class Slug {
    private Slug() {}

    /** The id; null when the name has no letter or digit that ASCII knows. */
    public static @Nullable ActorId of(String name, Set<String> droppedEndings) {
        List<String> words = new ArrayList<>(Arrays.asList(name.strip().split("[\\s,/]+")));
        while (words.size() > 1 && droppedEndings.contains(words.getLast())) {
            words.removeLast();
        }
        String plain = Normalizer.normalize(String.join(" ", words), Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replaceAll("[\\p{M}'’‘.]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.isEmpty()) {
            return null;
        }
        return new ActorId(plain.length() > 200 ? plain.substring(0, 200).replaceAll("-+$", "") : plain);
    }
}
