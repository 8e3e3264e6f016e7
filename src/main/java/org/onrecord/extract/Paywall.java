package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Whether a page shows only the beginning of its article to readers who have not paid. */
final class Paywall {
    /** Shorter articles behind a wall are taken for a beginning. */
    private static final int SHORT = 1_200;

    private static final int LONGEST_NOTICE = 300;

    private static final Pattern NOTICE = Pattern.compile(
            "(?iu)(?:subscribe|sign in|log in|register|join)(?: now| today)? (?:to|and) (?:continue|keep|read|unlock|view|access)"
                    + "|\\bto (?:continue reading|read the (?:full|rest)|view the full|keep reading)|already (?:a|an) (?:subscriber|member)"
                    + "|this (?:article|content|story) is (?:only |exclusive(?:ly)? |reserved )?(?:available )?(?:to|for) (?:our )?(?:subscribers|members|paying)"
                    + "|\\b(?:subscribers|members) only\\b|(?:jetzt|mit .{1,25}) (?:weiterlesen|freischalten)|(?:nur|exklusiv) für .{0,20}(?:abonnent|mitglieder)"
                    + "|bereits (?:abonnent|registriert|kunde)|réservée? aux abonnés|pour lire la suite|il vous reste .{1,10} de cet article|déjà abonné"
                    + "|exclusiv[oa] para (?:suscriptores|assinantes)|para (?:seguir|continuar) leyendo|ya (?:eres|es) suscriptor|já é assinante"
                    + "|riservato agli abbonati|per continuare a leggere|sei già abbonato|alleen voor abonnees|lees verder met|endast för prenumeranter"
                    + "|kun for abonnenter|for abonnenter|dla prenumeratorów|только для подписчиков|有料会員|会員限定|구독자 전용");

    /** One of these is in every notice; most blocks have none. */
    private static final List<String> STEMS = List.of(
            "subscri",
            "sign in",
            "log in",
            "register",
            "join",
            "continu",
            "read",
            "full",
            "member",
            "lesen",
            "schalten",
            "abonn",
            "mitglied",
            "registriert",
            "kunde",
            "la suite",
            "il vous reste",
            "suscriptor",
            "leyendo",
            "assinante",
            "abbonat",
            "leggere",
            "verder",
            "prenumer",
            "подписчик",
            "会員",
            "구독");

    private Paywall() {}

    /** Whether a block asks the reader to pay or to sign in for the rest. */
    static boolean isNotice(String block) {
        if (block.length() > LONGEST_NOTICE) {
            return false;
        }
        String small = block.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(small::contains) && NOTICE.matcher(small).find();
    }

    /** Whether the text is only the beginning: the page says or shows that it is locked, and the text is short or breaks off. */
    static boolean cuts(WebPage page, String text) {
        return isCut(text) && isLocked(page);
    }

    private static boolean isCut(String text) {
        return text.length() < SHORT || text.endsWith("…") || text.endsWith("...");
    }

    private static boolean isLocked(WebPage page) {
        boolean said = page.linkedData().values("isAccessibleForFree").stream().anyMatch(Paywall::isFalse)
                || page.meta("article:content_tier").anyMatch(tier -> tier.equalsIgnoreCase("locked"));
        return said
                || IntStream.range(0, page.outline().size())
                        .anyMatch(number -> page.outline().signs(number).contains(Sign.PAYWALL))
                || page.blocks().all().stream().anyMatch(block -> isNotice(block.text()));
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() ? !value.asBoolean() : value.asString("").equalsIgnoreCase("false");
    }
}
