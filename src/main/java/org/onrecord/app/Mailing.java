package org.onrecord.app;

import org.onrecord.access.SignedLinks;
import org.onrecord.access.Unsubscribing;
import org.onrecord.access.Unsubscribing.Subscription;
import org.onrecord.digest.Channel;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.OutboxFolder;
import org.onrecord.digest.SmtpChannel;
import org.onrecord.digest.UnsubscribeTokens;

/** How mails are written and where they go, by a home's settings. */
final class Mailing {
    private final Home home;
    private final Settings settings;
    private final SignedLinks links;

    Mailing(Home home, Settings settings, SignedLinks links) {
        this.home = home;
        this.settings = settings;
        this.links = links;
    }

    MailComposer composer() {
        return new MailComposer(
                settings.registry(),
                settings.general().mail(),
                unsubscribeTokens(links),
                new ConfiguredSources(settings));
    }

    /** The mail server, or a folder of the home where none is configured. */
    Channel channel() {
        return settings.general().mail().host() == null
                ? new OutboxFolder(home.outbox())
                : new SmtpChannel(settings.general().mail());
    }

    /** The tokens that unsubscribe, of links by which they can be opened. */
    static UnsubscribeTokens unsubscribeTokens(SignedLinks links) {
        return (address, digest, name) -> Unsubscribing.token(links, new Subscription(address, digest, name));
    }
}
