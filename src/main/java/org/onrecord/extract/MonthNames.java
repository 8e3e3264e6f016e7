package org.onrecord.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Month names, full and short, of the languages whose papers we meet. A form that means two months is no month. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "ru", "uk", "pl", "tr", "ro", "id", "hu", "el",
            "is", "vi", "af", "cs", "sk", "sl", "sr", "bg", "mk", "sq", "lt", "lv", "et", "fi", "ca", "eu", "gl", "ms",
            "fil", "sw", "so", "zu", "xh", "az", "kk", "ka", "hy", "ar", "he", "fa", "ur", "hi", "ne", "bn", "ta",
            "te");

    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** The number of the month, 1 to 12, with this name in any of the languages, in any case, without a dot. */
    static Optional<Integer> number(String name) {
        return Optional.ofNullable(NUMBERS.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        numbers.put("sept", 9);
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    Integer known = numbers.putIfAbsent(name, month.getValue());
                    if (known != null && known != month.getValue()) {
                        unclear.add(name);
                    }
                }
            }
        }
        numbers.keySet().removeAll(unclear);
        return Map.copyOf(numbers);
    }
}
