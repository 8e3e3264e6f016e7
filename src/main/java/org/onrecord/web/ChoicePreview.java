package org.onrecord.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.onrecord.digest.Letter;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.Subscriptions;

/**
 * What a choice would bring.
 *
 * @param estimate how much to expect, in words
 * @param next when the first mail comes, with its zone, in words
 * @param letter the mail that would go out now
 */
record ChoicePreview(String estimate, String next, Letter letter) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu 'at' HH:mm (VV)", Locale.ENGLISH);

    static ChoicePreview of(Subscriptions subscriptions, Choice choice) {
        return new ChoicePreview(
                subscriptions.estimate(choice).inWords(), next(subscriptions, choice), subscriptions.preview(choice));
    }

    static String next(Subscriptions subscriptions, Choice choice) {
        return subscriptions
                .next(choice)
                .map(next -> "The next mail comes on " + TIME.format(next))
                .orElse("Mails come about ten minutes after something does");
    }
}
