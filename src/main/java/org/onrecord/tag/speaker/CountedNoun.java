package org.onrecord.tag.speaker;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds what a number counts: the head of the noun phrase after it. */
public final class CountedNoun {
    /** The unit of all goods that are counted one by one. */
    public static final String GOODS = "units";

    private static final int LONGEST = 9;
    private static final Set<String> OF_THESE =
            Set.of("the", "its", "their", "his", "her", "our", "these", "those", "such", "them", "my");
    private static final Set<String> MORE = Set.of("more", "such", "other", "additional", "further", "extra");
    private static final Set<String> END =
            Set.of("next", "last", "this", "worth", "each", "apiece", "earlier", "later");

    /**
     * What is counted.
     *
     * @param unit {@code units} for goods, else the noun in small letters
     * @param end where the noun ends in the article's text
     */
    public record Noun(String unit, int end) {}

    private final Set<String> goods;
    private final Set<String> times;

    public CountedNoun(Lexicon words) {
        goods = words.section("goods");
        times = new HashSet<>(words.section("months"));
        times.addAll(words.section("weekdays"));
    }

    public boolean isGoods(@Nullable Piece piece) {
        return piece != null && goods.contains(piece.lower());
    }

    /** The noun counted by a number that ends at an offset; null when the number stands alone. */
    @Nullable
    public Noun after(Sentence sentence, List<Name> names, int end) {
        int i = sentence.tokenAt(end);
        if (sentence.at(i).is("-") || sentence.at(i).start() < end) {
            i++;
        }
        if (sentence.at(i).is("of")) {
            i++;
            if (!OF_THESE.contains(sentence.at(i).lower())) {
                return null;
            }
            i++;
        }
        if (isTime(sentence.at(i))) {
            return null;
        }
        while (MORE.contains(sentence.at(i).lower())) {
            i++;
        }
        Token head = null;
        Name headName = null;
        for (int k = i; k < Math.min(sentence.size(), i + LONGEST); k++) {
            Token token = sentence.get(k);
            Name name = NamePlaces.at(names, token.start());
            if (name != null) {
                if (head != null && name.type() != EntityType.PRODUCT && isPlural(head)) {
                    break;
                }
                head = token;
                headName = name;
                continue;
            }
            boolean noun = token.isWord() && (token.isA("NOUN", "PROPN") || goods.contains(token.lower()));
            if (END.contains(token.lower()) || head != null && headName == null && endsBefore(token, head)) {
                break;
            }
            boolean model = token.isA("NUM")
                    && sentence.at(k - 1).isA("PROPN")
                    && sentence.at(k + 1).isA("NOUN", "PROPN");
            if (noun) {
                head = token;
                headName = null;
            } else if (model) {
                head = null;
            } else if (!isPremodifier(token)) {
                break;
            }
        }
        if (head == null || headName != null && headName.type() != EntityType.PRODUCT) {
            return null;
        }
        return new Noun(headName != null || isGoods(head) ? GOODS : head.lower(), head.end());
    }

    private boolean isGoods(Token head) {
        boolean model = head.startsUpper()
                && (head.text().chars().anyMatch(Character::isDigit)
                        || head.text().length() > 1
                                && isPlural(head)
                                && Character.isLowerCase(head.text().charAt(1)));
        String lower = head.lower();
        int hyphen = lower.lastIndexOf('-');
        return model || goods.contains(lower) || hyphen > 0 && goods.contains(lower.substring(hyphen + 1));
    }

    /** "8,000 workers Monday": a plural noun goes on only with another small noun ("sales staff"). */
    private boolean endsBefore(Token token, Token head) {
        return isPlural(head) && (!token.isA("NOUN") || goods.contains(head.lower())) || isTime(token);
    }

    private boolean isTime(Token token) {
        return token.startsUpper() && times.contains(token.lower().replace(".", ""));
    }

    private static boolean isPlural(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        return lower.endsWith("s") && !lower.endsWith("ss")
                || Set.of("people", "men", "women", "children", "staff").contains(lower);
    }

    private static boolean isPremodifier(Token token) {
        return token.isA("ADJ")
                || token.is("-")
                || token.isA("VERB")
                        && (token.lower().endsWith("ed") || token.lower().endsWith("ing"));
    }
}
