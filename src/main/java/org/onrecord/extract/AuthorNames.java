package org.onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The names in the text of a byline: without "By", roles, places, dates, addresses. */
final class AuthorNames {
    private static final int LONGEST_NAME = 60;

    /** What stands before a name: "By", "Written by", "Alle Artikel von", "Text:". */
    private static final Pattern BY =
            Pattern.compile("(?iu)^[»«>|\\s]*(?:(?:(?:this )?(?:post|article|story|piece)(?: was)?(?: written)?"
                    + "|written|posted|published|reported|edited|compiled|created|text|words|analysis|opinion|commentary|reporting"
                    + "|ein (?:artikel|beitrag|gastbeitrag|kommentar|bericht|interview)|geschrieben|eingestellt|verfasst|veröffentlicht|gepostet|erstellt"
                    + "|(?:zeige |see |view |read )?(?:all|alle|alles|mehr|more|weitere)(?: (?:posts|articles|stories|artikel|beiträge|texte))?"
                    + "|escrito|publicado|publié|écrit|propos recueillis|scritto)\\s+)?"
                    + "(?:by|von|vom|par|por|door|av|af|di|de|från|about|über)(?:\\s*:\\s*|\\s+)"
                    + "|^(?:about the authors?|über (?:den autor|die autorin)|autor(?:in|en|es|a|e)?|authors?|auteurs?|autore|text|texte|texto|testo|redaktion|przez|автор|författare|skrevet av|tekst)"
                    + "(?:\\s*:\\s*|\\s+)");

    private static final Pattern DIVIDER =
            Pattern.compile("(?iu)\\s*(?:[;|/\\n•·、]|,(?!\\s*(?:jr|sr|md|phd|ph\\.d|iii|ii)\\b)"
                    + "|\\s+&\\s+|\\s+(?:and|und|et|y|og|och|en|e|with|mit|avec)\\s+|^(?:and|und|et|y)\\s+)\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)^(?:https?:|www\\.|@)\\S*|\\S+@\\S+\\.\\S+|\\S*\\.(?:com|org|net)/\\S*");

    /** A day and what follows it: "4 August 2010", "am 20.09.2020 um 12:45". */
    private static final Pattern DATED = Pattern.compile(
            "(?iu)\\s*[(,|–—-]?\\s*(?:(?:am|on|le|el|em|the|vom)\\s+)?(?:\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2,4}|\\d{4}-\\d{2}-\\d{2}"
                    + "|\\d{1,2}\\.?\\s\\p{L}{3,10}\\.?\\s\\d{4}|\\p{Lu}\\p{L}{2,9}\\.?\\s\\d{1,2},\\s\\d{4}).*");

    /** Never a name, whoever says so. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?iu)[\\d\\W&&[^\\p{L}]]*"
                    + "|(?:the )?(?:admin|administrator|wordpress\\s?admin|webmaster|root|unknown|null|undefined|n/?a|none|no author|anonymous"
                    + "|share|follow|updated|view all posts|profile|bio|twitter|facebook|instagram|linkedin|rss(?:[ -]feed)?|e-?mail|name|contact|kontakt|here|home"
                    + "|by|von|par|por|door|av|af|written by|antworten|reply|zitieren|permalink|learn more|read more|read the bio|datenschutz|impressum)"
                    + "|(?:updated|published|posted|follow|see all|view all|more (?:by|from|about)|read more|last|zum|alle|mehr) .*"
                    + "|(?:.*\\s)?\\d[\\d.,:/h]*(?:\\s.*)?|.*\\d{4}.*|.*[*{}\\[\\]=].*|.*\\b(?:says|sagt)\\b.*|\\p{L}+(?:\\.\\p{L}+){2,}");

    /** A role in place of a name. It counts only where nobody is named. */
    private static final Pattern ROLE =
            Pattern.compile("(?iu)(?:the )?(?:editors?|editorial|staff|authors?|guest|guest author|redaktion"
                    + "|journalist|contributors?|news desk|newsroom|about the author|.*\\bstaff)"
                    + "|.*\\b(?:editor|correspondent|reporters?|writers?|columnist|fellow|professor|director|analyst|manager|consultant|founder|marketing"
                    + "|officer|specialist|expert|strategist|advisor|engineer|developer|journalism|grader|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?)"
                    + "(?: (?:at|for|of|in|bei|für) .*)?"
                    + "|(?:senior|chief|special|head of|former|licensed|m\\.?a\\.?|b\\.?a\\.?) .*");

    private static final Pattern PERSON = Pattern.compile(
            "(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*(?:\\s+|$)(?:(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*|van|von|de|der|den|da|del|di|du|la|le|al|bin|ter|zu)(?:\\s+|$)){1,4}|\\p{Lo}{2,})");
    private static final Pattern AGENCY = Pattern.compile(
            "(?iu)(?:the )?(?:afp|ap|apa|ani|ansa|anp|associated press|belga|bloomberg(?: news)?|cnn(?: wire)?|ctk|dpa(?:[-/]\\w+)?"
                    + "|efe|epd|ians|interfax|jiji(?: press)?|keystone-sda|kna|kyodo(?: news)?|lusa|ntb|pa media|pap|press association|pti|reuters|ria novosti|ritzau|sda"
                    + "|sid|tass|tt|upi|xinhua|yonhap)");

    private AuthorNames() {}

    /** All that may be names, roles among them. */
    static List<String> in(String raw) {
        String line = Prose.lineOfMarkup(raw);
        String text =
                DATED.matcher(ADDRESS.matcher(line).replaceAll(" ").strip()).replaceFirst("");
        List<String> names = new ArrayList<>();
        for (String part : DIVIDER.split(BY.matcher(text).replaceFirst(""))) {
            String name = BY.matcher(part.strip())
                    .replaceFirst("")
                    .replaceFirst("\\s*\\([^)]*\\)$", "")
                    .replaceAll("^[\\s,:.–—»>-]+|[\\s,:(–—»>-]+$", "");
            boolean isLong = name.length() > LONGEST_NAME;
            if (name.length() > 1 && !isLong && !NO_NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether this says what somebody is, and not who: "Staff writer", "Redaktion". */
    static boolean isRole(String name) {
        return ROLE.matcher(name).matches();
    }

    /** Whether it looks like a person's full name, two to five words with capitals where the script has them, or is an agency's. */
    static boolean isPersonOrAgency(String name) {
        return !isRole(name)
                && (PERSON.matcher(name).matches() || AGENCY.matcher(name).matches());
    }
}
