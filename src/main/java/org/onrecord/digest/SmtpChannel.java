package org.onrecord.digest;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to an SMTP server: a connection and a transaction for each, with one recipient, so that nobody's refusal
 * touches others.
 *
 * <p>A connection that breaks after the final dot and before the reply leaves open whether the server has the message (RFC
 * 1047). It counts as postponed: such a mail may arrive twice, with the same Message-ID, but never not at all.
 */
public final class SmtpChannel implements Channel {
    /** Servers wait long before they answer, on purpose; but one that does not even connect within this time is down. */
    private static final String CONNECT_MILLIS = "30000";

    private static final int TOO_LARGE = 552;

    private final Session session;
    private final MailSettings settings;

    /** Trusts the certificates that the Java platform trusts. */
    public SmtpChannel(MailSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * @param tls makes the protected connections, and so decides which certificates to trust; that the certificate names the
     *     server is checked in any case
     */
    SmtpChannel(MailSettings settings, SSLSocketFactory tls) {
        if (settings.host() == null) {
            throw new IllegalArgumentException("no mail server is configured; set mail.host in onrecord.yaml");
        }
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, tls), login(settings));
    }

    @Override
    public Answer deliver(String messageId, String recipient, byte[] message) {
        Transport transport = null;
        try {
            transport = session.getTransport();
            transport.connect();
        } catch (MessagingException e) {
            close(transport);
            return new Answer.Unavailable(reason(e));
        }
        try {
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(message)),
                    new Address[] {new InternetAddress(recipient, true)});
            return new Answer.Accepted(reply(transport));
        } catch (MessagingException e) {
            return answer(e);
        } finally {
            close(transport);
        }
    }

    @Override
    public String description() {
        return "mail server " + settings.host() + ":" + settings.port();
    }

    /** A server may hang up as soon as it has answered; what it answered holds all the same. */
    private static void close(@Nullable Transport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // The library has closed the socket before it complains that it could not say QUIT.
        }
    }

    private static Properties properties(MailSettings settings, SSLSocketFactory tls) {
        String millis = String.valueOf(settings.timeout().toMillis());
        String protocol = settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        String startTls = String.valueOf(settings.security() == MailSettings.Security.STARTTLS);
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", String.valueOf(settings.host()));
        properties.setProperty(prefix + "port", String.valueOf(settings.port()));
        properties.setProperty(prefix + "from", settings.from());
        properties.setProperty(prefix + "auth", String.valueOf(settings.user() != null));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "starttls.enable", startTls);
        properties.setProperty(prefix + "starttls.required", startTls);
        properties.put(prefix + "socketFactory", new BriefSockets());
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.socketFactory", tls);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }

    private static @Nullable Authenticator login(MailSettings settings) {
        if (settings.user() == null) {
            return null;
        }
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        };
    }

    private String reply(Transport transport) {
        String reply = transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
        return OneLine.of(settings.host() + ": " + (reply == null ? "accepted" : reply), 300);
    }

    /** What the server's refusal means: the first failure in the chain that says whose fault it was decides. */
    private static Answer answer(MessagingException e) {
        String reason = reason(e);
        for (Exception cause = e; cause != null; cause = next(cause)) {
            Answer answer = verdict(cause, reason);
            if (answer != null) {
                return answer;
            }
        }
        return new Answer.Postponed(reason);
    }

    private static @Nullable Answer verdict(Exception cause, String reason) {
        return switch (cause) {
            case SMTPAddressFailedException recipient -> ofMessage(recipient.getReturnCode(), reason);
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

    private static Answer ofMessage(int code, String reason) {
        return isFinal(code) ? new Answer.Rejected(reason) : new Answer.Postponed(reason);
    }

    /** All messages have the same sender; only their size differs, which the server learns at the same time. */
    private static Answer ofSender(int code, String reason) {
        return code == TOO_LARGE || !isFinal(code) ? ofMessage(code, reason) : new Answer.Unavailable(reason);
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    private static String reason(MessagingException e) {
        StringBuilder reason = new StringBuilder();
        for (Exception cause = e; cause != null; cause = next(cause)) {
            reason.append(reason.isEmpty() ? "" : "; ").append(cause.getMessage());
        }
        return OneLine.of(reason.toString(), 1_000);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
