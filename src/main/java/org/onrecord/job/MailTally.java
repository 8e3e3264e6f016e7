package org.onrecord.job;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.state.Delivery;

/** What comes of mails, while they are handed over. Safe for use by many threads. */
final class MailTally {
    private final List<DigestReport.Mail> sent = new ArrayList<>();
    private final List<DigestReport.Mail> postponed = new ArrayList<>();
    private final List<DigestReport.Mail> rejected = new ArrayList<>();
    private final List<DigestReport.Mail> unknown = new ArrayList<>();

    private String unavailable = "not handed over";

    synchronized void add(Delivery mail, Answer answer) {
        List<DigestReport.Mail> kind = switch (answer) {
            case Answer.Accepted accepted -> sent;
            case Answer.Postponed postponement -> postponed;
            case Answer.Rejected rejection -> rejected;
            case Answer.Unknown lost -> unknown;
            case Answer.Unavailable down -> {
                unavailable = down.reply();
                yield postponed;
            }
        };
        kind.add(new DigestReport.Mail(mail.subscriber(), answer.reply()));
    }

    /** The channel takes none of these. */
    synchronized void waiting(List<Delivery> mails) {
        mails.forEach(mail -> postponed.add(new DigestReport.Mail(mail.subscriber(), unavailable)));
    }

    synchronized DigestReport report() {
        return new DigestReport(sent, postponed, rejected, unknown, List.of(), List.of());
    }
}
