package org.onrecord.digest;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to an SMTP server: a transaction for each, with one recipient, so that nobody's refusal touches others;
 * several over one connection. Safe for use by many threads: each gets a connection of its own.
 *
 * <p>A connection that breaks after the final dot and before the reply leaves open whether the server has the message (RFC
 * 1047), and that is the answer then.
 */
public final class SmtpChannel implements Channel {
    /** Servers wait long before they answer, on purpose; but one that does not even connect within this time is down. */
    private static final String CONNECT_MILLIS = "30000";

    /** Between connections to a server in trouble. */
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Session session;
    private final String protocol;
    private final MailSettings settings;
    private final List<String> secrets;
    private final SmtpPace pace;
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    /** Trusts the certificates that the Java platform trusts. */
    public SmtpChannel(MailSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), AFTER_TROUBLE);
    }

    /**
     * @param tls makes the protected connections, and so decides which certificates to trust; that the certificate names the
     *     server is checked in any case
     * @param afterTrouble how long after a connection that was refused or broke the next one is opened
     */
    SmtpChannel(MailSettings settings, SSLSocketFactory tls, Duration afterTrouble) {
        if (settings.host() == null) {
            throw new IllegalArgumentException("no mail server is configured; set mail.smtp.host in onrecord.yaml");
        }
        this.settings = settings;
        this.protocol = settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        this.session = Session.getInstance(properties(settings, protocol, tls), login(settings));
        this.secrets = secrets(settings);
        this.pace = new SmtpPace(settings.rate().perMinute(), afterTrouble);
    }

    @Override
    public Answer deliver(String messageId, String recipient, byte[] message) {
        try {
            pace.message();
            SmtpConnection kept = idle.poll();
            if (kept != null) {
                SmtpConnection.Outcome outcome = kept.send(recipient, message);
                put(kept);
                if (!outcome.lost()) {
                    return told(outcome.answer());
                }
                // The server had ended the connection meanwhile, which is no answer to this message.
            }
            pace.connection();
            SmtpConnection fresh = SmtpConnection.open(session, protocol);
            SmtpConnection.Outcome outcome = fresh.send(recipient, message);
            put(fresh);
            if (fresh.isOpen() || outcome.answer() instanceof Answer.Accepted) {
                pace.well();
            } else {
                pace.trouble();
            }
            return told(outcome.answer());
        } catch (MessagingException e) {
            pace.trouble();
            return told(new Answer.Unavailable(SmtpVerdict.reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("stopped before its turn");
        }
    }

    @Override
    public int atOnce() {
        return settings.rate().connections();
    }

    @Override
    public void hangUp() {
        for (SmtpConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    @Override
    public String description() {
        return "mail server " + settings.host() + ":" + settings.port();
    }

    private void put(SmtpConnection connection) {
        if (connection.isOpen() && connection.messages() < settings.rate().mailsPerConnection()) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /** Names the server, and holds back what a server might repeat of the log-in. */
    private Answer told(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> new Answer.Accepted(told(accepted.reply()));
            case Answer.Postponed postponed -> new Answer.Postponed(told(postponed.reply()));
            case Answer.Rejected rejected -> new Answer.Rejected(told(rejected.reply()), rejected.because());
            case Answer.Unknown unknown -> new Answer.Unknown(told(unknown.reply()));
            case Answer.Unavailable unavailable -> new Answer.Unavailable(told(unavailable.reply()));
        };
    }

    private String told(String reply) {
        String words = reply;
        for (String secret : secrets) {
            words = words.replace(secret, "(the password)");
        }
        return OneLine.of(settings.host() + ": " + words, 1_000);
    }

    /** The password as it is, and in the forms in which it travels. */
    private static List<String> secrets(MailSettings settings) {
        String password = settings.password();
        if (password == null || password.isEmpty()) {
            return List.of();
        }
        String user = String.valueOf(settings.user());
        return List.of(password, base64(password), base64("\0" + user + "\0" + password));
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static Properties properties(MailSettings settings, String protocol, SSLSocketFactory tls) {
        String millis = String.valueOf(settings.timeout().toMillis());
        String startTls = String.valueOf(settings.security() == MailSettings.Security.STARTTLS);
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "host", String.valueOf(settings.host()));
        properties.setProperty(prefix + "port", String.valueOf(settings.port()));
        properties.setProperty(prefix + "from", settings.from());
        properties.setProperty(prefix + "auth", String.valueOf(settings.user() != null));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "starttls.enable", startTls);
        properties.setProperty(prefix + "starttls.required", startTls);
        properties.put(prefix + "socketFactory", new BriefSockets(settings.security() == MailSettings.Security.NONE));
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "ssl.socketFactory", tls);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "userset", "true");
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
}
