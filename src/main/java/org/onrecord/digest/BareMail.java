package org.onrecord.digest;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Properties;

/**
 * What the mail library alone does with messages that are ready: one connection, one message after the other, nothing written
 * down. The peer that sending digests is measured against.
 */
public final class BareMail {
    private BareMail() {}

    /**
     * Sends messages to a server on this machine.
     *
     * @param messages whole messages by their recipient
     */
    public static void send(int port, String from, Map<String, byte[]> messages) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.from", from);
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (Map.Entry<String, byte[]> message : messages.entrySet()) {
                transport.sendMessage(
                        new MimeMessage(session, new ByteArrayInputStream(message.getValue())),
                        new Address[] {new InternetAddress(message.getKey(), true)});
            }
        } catch (MessagingException e) {
            throw new DigestException("the bare mail loop ended: " + e.getMessage(), e);
        }
    }
}
