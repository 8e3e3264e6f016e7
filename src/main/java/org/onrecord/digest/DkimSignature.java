package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Section;

/**
 * Signs mails by DKIM (RFC 6376), so that receivers can tell that they come from the sender's domain. Safe for many threads.
 *
 * @param domain whose mails they are
 * @param selector under which the public key stands in that domain's DNS: {@code SELECTOR._domainkey.DOMAIN}
 * @param key the private key
 */
public record DkimSignature(String domain, String selector, PrivateKey key) {
    /** Those that readers and mail programs act on; RFC 8058 asks for the two of unsubscribing. */
    private static final String HEADERS = "from:to:subject:date:message-id:mime-version:content-type:auto-submitted"
            + ":list-id:list-unsubscribe:list-unsubscribe-post";

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public DkimSignature {
        requireNonNull(domain, "domain");
        requireNonNull(selector, "selector");
        requireNonNull(key, "key");
    }

    /** Reads the section {@code mail.dkim}; null without one, and when it has problems. */
    static @Nullable DkimSignature read(Section section, Path configFolder) {
        String domain = section.textOrNull("domain");
        String selector = section.textOrNull("selector");
        String keyFile = section.textOrNull("keyFile");
        if (domain == null || selector == null || keyFile == null) {
            return null;
        }
        try {
            return new DkimSignature(domain, selector, key(Files.readString(configFolder.resolve(keyFile))));
        } catch (IOException e) {
            section.problem("keyFile", "cannot read " + configFolder.resolve(keyFile) + ": " + e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            section.problem(
                    "keyFile",
                    "no RSA key in PKCS #8 (-----BEGIN PRIVATE KEY-----); make one with: openssl genpkey -algorithm RSA"
                            + " -pkeyopt rsa_keygen_bits:2048 -out " + keyFile);
        }
        return null;
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        Matcher key = PEM.matcher(pem);
        if (!key.find()) {
            throw new IllegalArgumentException("no private key");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** The message with its signature in front. */
    byte[] sign(byte[] message) {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + HEADERS
                + "; bh=; b=;";
        try {
            String header = new DKIMSigner(template, key).sign(new ByteArrayInputStream(message));
            ByteArrayOutputStream signed = new ByteArrayOutputStream(message.length + header.length() + 2);
            signed.write((header + "\r\n").getBytes(StandardCharsets.US_ASCII));
            signed.write(message);
            return signed.toByteArray();
        } catch (FailException e) {
            throw new IllegalStateException("a mail cannot be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be read
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "DkimSignature[" + selector + "._domainkey." + domain + "]";
    }
}
