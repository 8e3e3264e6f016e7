package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Section;

/**
 * How mail leaves.
 *
 * @param from the sender's address
 * @param host the SMTP server; null to write {@code .eml} files instead
 * @param port its port
 * @param security how the connection is protected
 * @param user the user name; null to send without authentication
 * @param password the password, from the environment alone; null without a user
 * @param timeout how long to wait for the server to connect or to answer; RFC 5321 asks for ten minutes after the final dot
 * @param webAddress where readers reach the web page, for links in mails, without a slash at the end; null for none
 * @param unsubscribeTo a mailbox that somebody reads, for those who unsubscribe by mail; null for none of its own
 * @param rate how much at a time
 * @param dkim how mails are signed; null for not at all
 */
public record MailSettings(
        String from,
        @Nullable String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        Duration timeout,
        @Nullable String webAddress,
        @Nullable String unsubscribeTo,
        SendRate rate,
        @Nullable DkimSignature dkim) {
    /** How the connection to the mail server is protected. */
    public enum Security {
        /** Not at all; for a server on this machine. */
        NONE,
        /** Plain at first, then upgraded; refused when the server does not offer it. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/?#]+(?:/[^\\s?#]*[^\\s/?#])?");

    /** Files instead of a server. */
    public static final MailSettings DEFAULTS = new MailSettings(
            "onrecord@localhost", null, 587, Security.STARTTLS, null, null, Duration.ofMinutes(10), null);

    public MailSettings {
        requireNonNull(security, "security");
        requireNonNull(timeout, "timeout");
        requireNonNull(rate, "rate");
        from = Subscriber.checked(from);
        unsubscribeTo = unsubscribeTo == null ? null : Subscriber.checked(unsubscribeTo);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 1 and 65535, not " + port);
        }
        if (user != null && password == null) {
            throw new IllegalArgumentException("a user name needs a password");
        }
        if (user != null && host != null && security == Security.NONE && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "a password does not travel in the clear; set security to starttls or tls, or leave the username out");
        }
        if (webAddress != null && !WEB_ADDRESS.matcher(webAddress).matches()) {
            throw new IllegalArgumentException(
                    "found \"" + webAddress + "\"; allowed is an address such as https://onrecord.example.org");
        }
    }

    /** At the usual rate, and without a mailbox for those who unsubscribe. */
    public MailSettings(
            String from,
            @Nullable String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            Duration timeout,
            @Nullable String webAddress) {
        this(from, host, port, security, user, password, timeout, webAddress, null, usualRate(host), null);
    }

    private static SendRate usualRate(@Nullable String host) {
        return host != null && isThisMachine(host) ? SendRate.THIS_MACHINE : SendRate.ELSEWHERE;
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /**
     * Reads the section {@code mail} of {@code onrecord.yaml}.
     *
     * @param password the password from the environment; null if none is set
     * @param configFolder where the file of the signing key is looked for
     */
    public static MailSettings read(Section section, @Nullable String password, Path configFolder) {
        Section smtp = section.section("smtp");
        String host = smtp.textOrNull("host");
        String user = smtp.textOrNull("username");
        if (user != null && password == null) {
            smtp.problem("username", "a user needs a password; set it in the environment: ONRECORD_SMTP_PASSWORD");
        }
        try {
            return new MailSettings(
                    section.convert("from", Subscriber::checked, DEFAULTS.from()),
                    host,
                    smtp.integer("port", 1, 65_535, DEFAULTS.port()),
                    Security.valueOf(smtp.text("security", "starttls").toUpperCase(Locale.ROOT)),
                    password == null ? null : user,
                    password,
                    smtp.duration("timeout", DEFAULTS.timeout()),
                    section.textOrNull("webAddress"),
                    section.textOrNull("unsubscribeTo"),
                    SendRate.read(smtp, usualRate(host)),
                    DkimSignature.read(section.section("dkim"), configFolder));
        } catch (IllegalArgumentException e) {
            section.problem(String.valueOf(e.getMessage()));
            return DEFAULTS;
        }
    }

    /** The same with a way to send of another pace. */
    public MailSettings at(SendRate other) {
        return new MailSettings(
                from, host, port, security, user, password, timeout, webAddress, unsubscribeTo, other, dkim);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "MailSettings[from=" + from + ", host=" + host + ", port=" + port + ", security=" + security + ", user="
                + user + "]";
    }
}
