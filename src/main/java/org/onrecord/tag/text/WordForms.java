package org.onrecord.tag.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms in which a word may stand in a text: regular endings, and what a word list says of irregular ones. */
public final class WordForms {
    private final Map<String, List<String>> irregular = new HashMap<>();

    /** @param irregular the other forms of a base form, divided by spaces */
    public WordForms(Map<String, String> irregular) {
        irregular.forEach((base, forms) -> this.irregular.put(base, List.of(forms.split(" "))));
    }

    /** The word and its forms; too many rather than too few. */
    public Set<String> of(String base) {
        Set<String> forms = new HashSet<>(Set.of(base, base + "s"));
        if (base.length() > 2) {
            forms.addAll(regular(base));
        }
        forms.addAll(irregular.getOrDefault(base, List.of()));
        return forms;
    }

    /** The word and what regular endings make of it. */
    public static Set<String> regular(String base) {
        Set<String> forms = new HashSet<>(Set.of(base, base + "s", base + "ed", base + "ing", base + "d", base + "es"));
        if (base.endsWith("e")) {
            forms.add(base.substring(0, base.length() - 1) + "ing");
        }
        if (base.endsWith("y")) {
            forms.add(base.substring(0, base.length() - 1) + "ies");
            forms.add(base.substring(0, base.length() - 1) + "ied");
        }
        char last = base.charAt(base.length() - 1);
        forms.add(base + last + "ed");
        forms.add(base + last + "ing");
        return forms;
    }
}
