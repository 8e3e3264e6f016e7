package org.onrecord.extract;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A saved mail (RFC 5322, {@code .eml}) as an article: subject, sender, date, and its text or, without one, its HTML. */
final class Mail {
    private static final int MOST_PARTS = 200;
    private static final int DEEPEST = 8;
    private static final int LONGEST_PART = 10_000_000;

    private @Nullable String plain;
    private @Nullable String html;
    private int parts;

    private Mail() {}

    static boolean isMail(@Nullable String contentType, @Nullable URI uri) {
        String path = uri == null || uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT);
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("message/rfc822")
                || path.endsWith(".eml");
    }

    /** Throws {@link ExtractException} when the bytes are no mail. Attachments are left out. */
    static ExtractedArticle article(byte[] bytes, DateReader dates, @Nullable URI uri) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(bytes));
            if (message.getHeader("From") == null && message.getHeader("Subject") == null) {
                throw new ExtractException("no mail" + (uri == null ? "" : " at " + uri)
                        + ": it has neither sender nor subject; give a saved page another ending than .eml");
            }
            Mail mail = new Mail();
            mail.read(message, 0);
            String text = mail.text(uri);
            String subject = Prose.line(message.getSubject());
            String[] date = message.getHeader("Date");
            return new ExtractedArticle(
                    subject,
                    senders(message),
                    date == null ? null : dates.read(date[0]).orElse(null),
                    text,
                    mail.html == null ? "und" : PageLanguage.of(WebPage.parse(mail.html, uri)),
                    null);
        } catch (MessagingException | IOException e) {
            throw new ExtractException(
                    "a mail" + (uri == null ? "" : " at " + uri) + " that cannot be read: " + Prose.line(e.getMessage())
                            + "; save it again",
                    e);
        }
    }

    private static List<String> senders(MimeMessage message) throws MessagingException {
        List<String> names = new ArrayList<>();
        jakarta.mail.Address[] senders = message.getFrom();
        for (jakarta.mail.Address sender : senders == null ? new jakarta.mail.Address[0] : senders) {
            String name = sender instanceof InternetAddress address ? address.getPersonal() : null;
            if (name != null && !name.isBlank()) {
                names.add(Prose.line(name));
            }
        }
        return names;
    }

    /** Keeps the first text and the first HTML that are no attachments. */
    private void read(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < Math.min(multipart.getCount(), MOST_PARTS); i++) {
                    BodyPart inner = multipart.getBodyPart(i);
                    read(inner, depth + 1);
                }
            }
        } else if (part.isMimeType("text/html") && html == null) {
            html = decoded(part);
        } else if (part.isMimeType("text/plain") && plain == null) {
            plain = decoded(part);
        }
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return TextDecoder.decode(in.readNBytes(LONGEST_PART), part.getContentType());
        }
    }

    private String text(@Nullable URI uri) {
        if (plain != null && !plain.isBlank()) {
            return String.join("\n", PlainText.paragraphs(plain));
        }
        if (html == null) {
            return "";
        }
        WebPage page = WebPage.parse(html, uri);
        return MainText.of(page, TitlePlace.of(page.outline(), ""));
    }
}
