package org.onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names in the text of a byline: without "By", roles, places, addresses. */
final class AuthorNames {
    private static final int LONGEST_NAME = 60;

    private static final Pattern BY =
            Pattern.compile("(?iu)^(?:(?:written|posted|published|reported|story|article|text|words"
                    + "|analysis|opinion|ein (?:gastbeitrag|kommentar|bericht)|geschrieben)\\s+)?(?:by|von|par|por|door|av|af|di|de|från"
                    + "|autor(?:in|en)?|authors?|text|przez)(?:\\s*:\\s*|\\s+)");
    private static final Pattern DIVIDER =
            Pattern.compile("(?iu)\\s*(?:[;|/\\n•·]|,(?!\\s*(?:jr|sr|md|phd|ph\\.d|iii|ii)\\b)"
                    + "|\\s+&\\s+|\\s+(?:and|und|et|y|og|och|en|e|with|mit|avec)\\s+)\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)^(?:https?:|www\\.|@)\\S*|\\S+@\\S+\\.\\S+|\\S*\\.(?:com|org|net)/\\S*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?iu)^[\\d\\W]*$|(?:the )?(?:admin|administrator|wordpress\\s?admin"
                    + "|webmaster|root|editors?|editorial|staff|staff writers?|staff reporters?|authors?|guest|guest author|unknown|null"
                    + "|undefined|n/?a|none|redaktion|correspondent|reporter|columnist|journalist|contributors?|share|follow|updated"
                    + "|contributing writer|news desk|newsroom|about the author|view all posts|profile|bio|twitter|facebook)"
                    + "|.*\\b(?:editor|correspondent|reporter|writer|writers|fellow|professor|director|analyst)(?: (?:at|for|of|in) .*)?"
                    + "|(?:senior|chief|special|updated|published|posted|follow|see all|view all|more (?:by|from)|read more|last) .*|.*\\d{4}.*"
                    + "|.*\\s.*\\d.*|.*\\d\\s.*|.*\\*.*|no author|learn more|.*\\b(?:says|sagt)\\b.*");

    private AuthorNames() {}

    static List<String> in(String raw) {
        String text = ADDRESS.matcher(Prose.lineOfMarkup(raw)).replaceAll(" ").strip();
        List<String> names = new ArrayList<>();
        for (String part : DIVIDER.split(BY.matcher(text).replaceFirst(""))) {
            String name = BY.matcher(part.strip())
                    .replaceFirst("")
                    .replaceFirst("\\s*\\([^)]*\\)$", "")
                    .replaceAll("^[\\s,:.–—-]+|[\\s,:(–—-]+$", "");
            boolean isLong = name.length() > LONGEST_NAME;
            if (name.length() > 1 && !isLong && !NO_NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }
}
