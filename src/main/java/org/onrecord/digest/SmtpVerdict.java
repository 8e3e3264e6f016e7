package org.onrecord.digest;

import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.Channel.Answer.Rejected.Because;

/** What the library's complaint about a message means (RFC 5321, 4.2; RFC 3463). */
final class SmtpVerdict {
    private static final int CLOSING = 421;
    private static final int LOG_IN_FIRST = 530;
    private static final int TOO_LARGE = 552;

    /** The class of policy refusals: relaying denied, sender blocked, not authorised. */
    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d{1,3}\\b");

    private SmtpVerdict() {}

    /**
     * The first failure in the chain that says whose fault it was decides.
     *
     * @param afterTheDot whether the server had the whole message
     */
    static Answer of(MessagingException e, boolean afterTheDot) {
        String reason = reason(e);
        if (!isAnswered(e)) {
            return afterTheDot
                    ? new Answer.Unknown("no answer to the whole message: " + reason)
                    : new Answer.Postponed(reason);
        }
        for (Exception cause = e; cause != null; cause = next(cause)) {
            Answer answer = verdict(cause, reason);
            if (answer != null) {
                return answer;
            }
        }
        return new Answer.Postponed(reason);
    }

    /** Whether the server said no, in a way that can be understood; a connection that broke says nothing. */
    static boolean isAnswered(MessagingException e) {
        int code = code(e);
        return code >= 400 && code < 600;
    }

    /** Whether the server ends the connection, for reasons of its own. */
    static boolean isClosing(MessagingException e) {
        return code(e) == CLOSING;
    }

    static String reason(MessagingException e) {
        StringBuilder reason = new StringBuilder();
        for (Exception cause = e; cause != null; cause = next(cause)) {
            String words = String.valueOf(cause.getMessage());
            if (reason.indexOf(words) < 0) {
                reason.append(reason.isEmpty() ? "" : "; ").append(words);
            }
        }
        return OneLine.of(reason.toString(), 1_000);
    }

    private static int code(MessagingException e) {
        for (Exception cause = e; cause != null; cause = next(cause)) {
            int code = switch (cause) {
                case SMTPAddressFailedException recipient -> recipient.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    private static @Nullable Answer verdict(Exception cause, String reason) {
        return switch (cause) {
            case SMTPAddressFailedException recipient -> ofRecipient(recipient.getReturnCode(), reason);
            case SMTPSenderFailedException sender -> ofSender(sender.getReturnCode(), reason);
            case SMTPSendFailedException send -> ofCommand(send, reason);
            default -> null;
        };
    }

    private static @Nullable Answer ofCommand(SMTPSendFailedException send, String reason) {
        if (send.getNextException() != null) {
            return null;
        }
        String command = send.getCommand();
        return command != null && command.startsWith("MAIL")
                ? ofSender(send.getReturnCode(), reason)
                : ofMessage(send.getReturnCode(), reason);
    }

    private static Answer ofRecipient(int code, String reason) {
        if (!isFinal(code)) {
            return new Answer.Postponed(reason);
        }
        Matcher policy = POLICY.matcher(reason);
        return new Answer.Rejected(
                reason,
                code == LOG_IN_FIRST || code == TOO_LARGE || policy.find() ? Because.NOT_ALLOWED : Because.NO_MAILBOX);
    }

    private static Answer ofMessage(int code, String reason) {
        return isFinal(code) ? new Answer.Rejected(reason, Because.MESSAGE) : new Answer.Postponed(reason);
    }

    /** All messages have the same sender; only their size differs, which the server learns at the same time. */
    private static Answer ofSender(int code, String reason) {
        return code == CLOSING || (isFinal(code) && code != TOO_LARGE)
                ? new Answer.Unavailable(reason)
                : ofMessage(code, reason);
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
