package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;

/** Signed mails, looked at as their receivers do. */
class DkimSignatureTest {
    @TempDir
    private Path folder;

    private final Problems problems = new Problems();
    private String publicKey = "";

    @BeforeEach
    void makeAKey() throws Exception {
        publicKey = RsaKeyFile.write(folder.resolve("dkim.pem"));
    }

    @Test
    void aDigestIsSignedAndSoAreItsWaysOut() throws Exception {
        byte[] mail = digest("mail: {from: news@example.org, webAddress: 'https://news.example.org', "
                + "dkim: {domain: example.org, selector: onrecord, keyFile: dkim.pem}}");

        SignatureRecord signature = verified(mail);

        assertThat(signature.getDToken()).hasToString("example.org");
        assertThat(signature.getSelector()).hasToString("onrecord");
        assertThat(signature.getHeaders())
                .extracting(CharSequence::toString)
                .contains("from", "to", "subject", "list-unsubscribe", "list-unsubscribe-post");
        assertThat(new String(mail, ISO_8859_1).lines()).allMatch(line -> line.length() <= 998);
    }

    @Test
    void theSignatureHoldsAfterTheWayOverTheWire() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            MailSettings settings = settings("mail: {from: news@example.org, "
                    + "smtp: {host: localhost, port: " + server.port() + ", security: none}, "
                    + "dkim: {domain: example.org, selector: onrecord, keyFile: dkim.pem}}");
            SmtpChannel channel = new SmtpChannel(settings);

            channel.deliver(
                    "a@example.org", "ada@example.org", composer(settings).compose(InventedIssue.whole()));
            channel.hangUp();

            String received = server.received().getFirst().text();
            assertThat(verified(received.getBytes(ISO_8859_1)).getSelector()).hasToString("onrecord");
        }
    }

    @Test
    void aMailThatWasChangedIsNotSigned() throws Exception {
        byte[] mail = digest("mail: {from: news@example.org, "
                + "dkim: {domain: example.org, selector: onrecord, keyFile: dkim.pem}}");
        byte[] changed =
                new String(mail, ISO_8859_1).replace("Tom Arlo", "Tim Arlo").getBytes(ISO_8859_1);

        assertThat(changed).isNotEqualTo(mail);
        assertThatThrownBy(() -> verified(changed)).isInstanceOf(FailException.class);
    }

    @Test
    void aFileThatHoldsNoKeyIsAProblemThatSaysHowToMakeOne() throws Exception {
        Files.writeString(folder.resolve("dkim.pem"), "-----BEGIN RSA PRIVATE KEY-----\nx\n");
        settings("mail: {dkim: {domain: example.org, selector: a, keyFile: dkim.pem}}");
        settings("mail: {dkim: {domain: example.org, selector: a, keyFile: gone.pem}}");

        assertThat(problems.list())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("openssl genpkey"))
                .anySatisfy(message -> assertThat(message).contains("cannot read", "gone.pem"));
    }

    @Test
    void neverShowsTheKey() {
        MailSettings settings = settings("mail: {dkim: {domain: example.org, selector: a, keyFile: dkim.pem}}");

        assertThat(Objects.requireNonNull(settings.dkim())).hasToString("DkimSignature[a._domainkey.example.org]");
    }

    private byte[] digest(String yaml) {
        return composer(settings(yaml)).compose(InventedIssue.whole());
    }

    private static MailComposer composer(MailSettings settings) {
        return new MailComposer(InventedIssue.REGISTRY, settings, (address, digest, name) -> "token");
    }

    private MailSettings settings(String yaml) {
        return MailSettings.read(
                ConfigFile.parse(Path.of("onrecord.yaml"), yaml, "onrecord.schema.json", problems)
                        .section("mail"),
                null,
                folder);
    }

    private SignatureRecord verified(byte[] mail) throws Exception {
        DKIMVerifier verifier =
                new DKIMVerifier((method, selector, token) -> List.of("v=DKIM1; k=rsa; p=" + publicKey));
        return verifier.verify(new ByteArrayInputStream(mail)).getFirst();
    }
}
