package org.onrecord.digest;

import org.onrecord.config.Section;

/**
 * How much a mail server is given at a time.
 *
 * @param connections how many connections are open at once
 * @param mailsPerConnection how many mails go over one connection before it is closed and another is opened
 * @param perMinute how many mails are handed over in a minute; 0 for as many as the server takes
 */
public record SendRate(int connections, int mailsPerConnection, int perMinute) {
    /** For a server on this machine, which queues by itself. */
    static final SendRate THIS_MACHINE = new SendRate(4, 100, 0);

    /** What nearly every provider bears; those that bear less say so (docs/digests.md). */
    static final SendRate ELSEWHERE = new SendRate(2, 100, 300);

    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_MAILS = 100_000;

    public SendRate {
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException("mail.smtp.connections lies between 1 and 20, not " + connections);
        }
        if (mailsPerConnection < 1 || mailsPerConnection > MOST_MAILS) {
            throw new IllegalArgumentException(
                    "mail.smtp.mailsPerConnection lies between 1 and 100000, not " + mailsPerConnection);
        }
        if (perMinute < 0 || perMinute > MOST_MAILS) {
            throw new IllegalArgumentException(
                    "mail.smtp.perMinute lies between 0 (no limit) and 100000, not " + perMinute);
        }
    }

    static SendRate read(Section smtp, SendRate defaults) {
        return new SendRate(
                smtp.integer("connections", 1, MOST_CONNECTIONS, defaults.connections()),
                smtp.integer("mailsPerConnection", 1, MOST_MAILS, defaults.mailsPerConnection()),
                smtp.integer("perMinute", 0, MOST_MAILS, defaults.perMinute()));
    }
}
