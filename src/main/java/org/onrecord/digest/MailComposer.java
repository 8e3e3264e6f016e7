package org.onrecord.digest;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.onrecord.hash.Sha256;
import org.onrecord.registry.Registry;

/** Turns a digest issue into a mail: text and HTML, with the headers that mailing lists have. Safe for many threads. */
public final class MailComposer {
    private static final int LONGEST_NAME = 100;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.onrecord");
    private final MailWords words;
    private final MailSettings settings;
    private final UnsubscribeTokens tokens;

    /** One that names sources by their ids. */
    public MailComposer(Registry registry, MailSettings settings, UnsubscribeTokens tokens) {
        this(registry, settings, tokens, SourceBook.EMPTY);
    }

    public MailComposer(Registry registry, MailSettings settings, UnsubscribeTokens tokens, SourceBook sources) {
        this.words = new MailWords(registry, settings, sources);
        this.settings = settings;
        this.tokens = tokens;
    }

    /**
     * The Message-ID of a digest for one subscriber and one window, without angle brackets. The same three give the same
     * id, so that a mail that is sent again by accident can be recognised.
     */
    public String messageId(Digest digest, Subscriber subscriber, Instant window) {
        return messageId(digest.id(), subscriber.address(), window);
    }

    /** The same for a mail of another kind, by what it is about. */
    public String messageId(String id, String address, Instant window) {
        String key = id + "\n" + window + "\n" + address;
        return id + "." + Sha256.hex(key).substring(0, 24) + "@" + domain();
    }

    /** What the mail says, without its headers; for previews. */
    public Letter letter(DigestIssue issue) {
        MailView view = words.view(issue, unsubscribePage(issue.digest(), issue.subscriber()));
        return new Letter(view.subject(), PlainText.of(view), html(view));
    }

    /** The whole message as it goes over the wire (RFC 5322), dated with its window. */
    public byte[] compose(DigestIssue issue) {
        Letter letter = letter(issue);
        Digest digest = issue.digest();
        String unsubscribePage = unsubscribePage(digest, issue.subscriber());
        try {
            MimeMessage message = message(
                    messageId(digest, issue.subscriber(), issue.window()),
                    issue.subscriber().address(),
                    issue.window(),
                    letter);
            message.setHeader("List-Id", "<" + digest.id() + ".onrecord." + domain() + ">");
            message.setHeader("List-Unsubscribe", waysOut(digest, unsubscribePage));
            if (unsubscribePage != null && unsubscribePage.startsWith("https:")) {
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setHeader("Precedence", "bulk");
            return written(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose the digest " + digest.id(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail to one reader that is no digest: it asks or tells something once. */
    public byte[] compose(String id, String address, Instant when, Letter letter) {
        try {
            return written(message(messageId(id, address, when), address, when, letter));
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose the mail " + id, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of ours as readers reach it; null when they cannot. */
    public @Nullable String page(String path) {
        return settings.webAddress() == null ? null : settings.webAddress() + path;
    }

    private MimeMessage message(String messageId, String address, Instant date, Letter letter)
            throws MessagingException, IOException {
        MimeMessage message = new FixedIdMessage(messageId);
        message.setFrom(new InternetAddress(settings.from(), "OnRecord", "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setHeader("Subject", SubjectHeader.of(letter.subject()));
        message.setSentDate(Date.from(date));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        return message;
    }

    private byte[] written(MimeMessage message) throws MessagingException, IOException {
        message.saveChanges();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        DkimSignature dkim = settings.dkim();
        return dkim == null ? bytes.toByteArray() : dkim.sign(bytes.toByteArray());
    }

    /** Quoted-printable keeps every line short and in ASCII: servers may refuse lines over 998 bytes, and 8 bits. */
    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.of(content));
    }

    private String html(MailView view) {
        StringOutput html = new StringOutput();
        templates.render("digest/mail.jte", view, html);
        return html.toString();
    }

    /** Where the reader can unsubscribe; null when the web page cannot be reached from outside. */
    private @Nullable String unsubscribePage(Digest digest, Subscriber subscriber) {
        return settings.webAddress() == null
                ? null
                : settings.webAddress() + "/unsubscribe/"
                        + tokens.of(subscriber.address(), digest.id(), OneLine.of(digest.name(), LONGEST_NAME));
    }

    /** The value of List-Unsubscribe (RFC 2369): the page, and a mailbox where one is named or there is no page. */
    private String waysOut(Digest digest, @Nullable String unsubscribePage) {
        List<String> ways = new ArrayList<>();
        if (unsubscribePage != null) {
            ways.add("<" + unsubscribePage + ">");
        }
        if (settings.unsubscribeTo() != null) {
            ways.add("<" + mailTo(settings.unsubscribeTo(), digest) + ">");
        } else if (unsubscribePage == null) {
            ways.add("<" + mailTo(settings.from(), digest) + ">");
        }
        return String.join(",\r\n ", ways);
    }

    /** A mail that asks to be left out (RFC 6068); of what an address may hold, only the percent sign needs escaping. */
    private static String mailTo(String mailbox, Digest digest) {
        return "mailto:" + mailbox.replace("%", "%25") + "?subject=unsubscribe%20" + digest.id();
    }

    private String domain() {
        return settings.from().substring(settings.from().lastIndexOf('@') + 1);
    }

    /** Keeps its Message-ID where the library would make a random one. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        FixedIdMessage(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
