package org.onrecord.digest;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.onrecord.digest.Channel.Answer;

/** One connection to a mail server, for messages one after another; used by one thread at a time. */
final class SmtpConnection implements AutoCloseable {
    private final Session session;
    private final WatchedTransport transport;
    private int messages;
    private boolean open;

    private SmtpConnection(Session session, WatchedTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** Connects, says hello and logs in; throws when the server does not let us. */
    static SmtpConnection open(Session session, String protocol) throws MessagingException {
        WatchedTransport transport = new WatchedTransport(session, protocol);
        SmtpConnection connection = new SmtpConnection(session, transport);
        try {
            transport.connect();
            connection.open = true;
            return connection;
        } finally {
            if (!connection.open) {
                connection.close();
            }
        }
    }

    /**
     * What came of one message.
     *
     * @param answer what the server said to it
     * @param lost whether the connection ended before the whole message was there, so that it can be given to another one
     */
    record Outcome(Answer answer, boolean lost) {}

    Outcome send(String recipient, byte[] message) {
        messages++;
        transport.dotSent = false;
        try {
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(message)),
                    new Address[] {new InternetAddress(recipient, true)});
            return new Outcome(new Answer.Accepted(transport.getLastServerResponse()), false);
        } catch (MessagingException e) {
            boolean ended = !SmtpVerdict.isAnswered(e) || SmtpVerdict.isClosing(e);
            // Asks the server to forget the transaction, and learns whether it still listens.
            open = !ended && transport.isConnected();
            return new Outcome(SmtpVerdict.of(e, transport.dotSent), ended && !transport.dotSent);
        }
    }

    /** How many messages were sent over it. */
    int messages() {
        return messages;
    }

    /** Whether it can take another message, as far as we know. */
    boolean isOpen() {
        return open;
    }

    /** A server may hang up as soon as it has answered; what it answered holds all the same. */
    @Override
    public void close() {
        open = false;
        try {
            transport.close();
        } catch (MessagingException e) {
            // The library has closed the socket before it complains that it could not say QUIT.
        }
    }

    /** Knows whether the final dot may be on its way. */
    private static final class WatchedTransport extends SMTPTransport {
        private boolean dotSent;

        WatchedTransport(Session session, String protocol) {
            super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("smtps"));
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            dotSent = true;
            super.finishData();
        }
    }
}
