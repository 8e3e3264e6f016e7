package org.onrecord.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms in which a word may stand in a text: regular endings, and what a word list says of irregular ones. */
final class WordForms {
    private final Map<String, List<String>> irregular = new HashMap<>();

    /** @param irregular the other forms of a base form, divided by spaces */
    WordForms(Map<String, String> irregular) {
        irregular.forEach((base, forms) -> this.irregular.put(base, List.of(forms.split(" "))));
    }

    /** The word and its forms; too many rather than too few. */
    Set<String> of(String base) {
        Set<String> forms = new HashSet<>(Set.of(base, base + "s"));
        if (base.length() > 2) {
            forms.addAll(StatementFeatures.forms(base));
        }
        forms.addAll(irregular.getOrDefault(base, List.of()));
        return forms;
    }
}
