package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came of sending mails.
 *
 * @param sent mails that were taken
 * @param postponed mails that are tried again later
 * @param rejected mails that will not be tried again
 * @param withoutNews subscribers for whom there was nothing new
 */
public record DigestReport(List<Mail> sent, List<Mail> postponed, List<Mail> rejected, List<String> withoutNews) {
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
        withoutNews = List.copyOf(withoutNews);
    }

    DigestReport withoutNews(List<String> subscribers) {
        return new DigestReport(sent, postponed, rejected, subscribers);
    }
}
