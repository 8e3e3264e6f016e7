package org.onrecord.subscription;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.onrecord.digest.Letter;

/** The mail that asks a reader whether a subscription is wanted. */
final class ConfirmationLetter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH);

    private ConfirmationLetter() {}

    /** @param page where it is confirmed */
    static Letter of(Subscription asked, String page) {
        String name = asked.choice().name();
        String until =
                DAY.format(asked.askedAt().plus(Subscriptions.CONFIRMED_WITHIN).atOffset(ZoneOffset.UTC));
        String what = "Somebody, you we hope, asked OnRecord to send “" + name + "” to " + asked.address() + ".";
        String how = "To get it, open this page and press its button; it works until " + until + ":";
        String otherwise = "If it was not you, do nothing: nothing else will be sent.";
        return new Letter(
                "Please confirm: " + name,
                what + "\n\n" + how + "\n" + page + "\n\n" + otherwise + "\n",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\""
                        + " content=\"light dark\"><title>" + escaped("Please confirm: " + name)
                        + "</title></head><body style=\"font:16px/1.5 Georgia,serif;padding:16px\"><p>" + escaped(what)
                        + "</p><p>" + escaped(how) + "</p><p><a href=\"" + escaped(page)
                        + "\" rel=\"noopener noreferrer\">Confirm the subscription</a></p><p>" + escaped(otherwise)
                        + "</p></body></html>\n");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
