package org.onrecord.digest;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** Mail channels for tests in other rooms. */
public final class HastySmtp {
    private HastySmtp() {}

    /** One that waits for so long before it connects again to a server in trouble. */
    public static SmtpChannel channel(MailSettings settings, Duration afterTrouble) {
        return new SmtpChannel(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), afterTrouble);
    }
}
