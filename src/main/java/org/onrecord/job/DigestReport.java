package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.onrecord.state.Suppression;

/**
 * What came of sending mails.
 *
 * @param sent mails that were taken
 * @param postponed mails that are tried again later
 * @param rejected mails that will not be tried again
 * @param unknown mails of which nobody can tell whether they arrived; they are sent again
 * @param withoutNews subscribers for whom there was nothing new
 * @param suppressed subscribers who get nothing, because they unsubscribed or their server refuses them
 */
public record DigestReport(
        List<Mail> sent,
        List<Mail> postponed,
        List<Mail> rejected,
        List<Mail> unknown,
        List<String> withoutNews,
        List<Suppression> suppressed) {
    /**
     * One mail.
     *
     * @param subscriber the recipient's address
     * @param reply what the channel answered
     */
    public record Mail(String subscriber, String reply) {
        public Mail {
            requireNonNull(subscriber, "subscriber");
            requireNonNull(reply, "reply");
        }
    }

    public DigestReport {
        sent = List.copyOf(sent);
        postponed = List.copyOf(postponed);
        rejected = List.copyOf(rejected);
        unknown = List.copyOf(unknown);
        withoutNews = List.copyOf(withoutNews);
        suppressed = List.copyOf(suppressed);
    }

    /** The same with those for whom there was no mail. */
    DigestReport with(List<String> subscribersWithoutNews, List<Suppression> leftOut) {
        return new DigestReport(sent, postponed, rejected, unknown, subscribersWithoutNews, leftOut);
    }
}
