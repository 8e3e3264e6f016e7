package org.onrecord.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A block of IP addresses in CIDR notation: {@code 10.0.0.0/8}, {@code fd00::/8}, {@code 127.0.0.1/32}.
 *
 * @param text the notation, with an IPv4 or IPv6 address and the length of the prefix
 */
public record AddressRange(String text) {
    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/(\\d{1,3})");

    /** Throws {@link IllegalArgumentException} if the text is no range, or has bits behind the prefix. */
    public AddressRange {
        byte[] network = network(text);
        int prefix = prefix(text);
        if (prefix > network.length * 8 || !Arrays.equals(network, masked(network, prefix))) {
            throw notARange(text);
        }
    }

    /** Whether an address lies in the block. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] network = network(text);
        return bytes.length == network.length && Arrays.equals(network, masked(bytes, prefix(text)));
    }

    @Override
    public String toString() {
        return text;
    }

    private static byte[] network(String text) {
        if (!FORM.matcher(text).matches()) {
            throw notARange(text);
        }
        String address = text.substring(0, text.indexOf('/'));
        if (!address.contains(":") && !address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw notARange(text);
        }
        try {
            return InetAddress.getByName(address).getAddress(); // only digits, so nothing is looked up
        } catch (UnknownHostException e) {
            throw notARange(text);
        }
    }

    private static int prefix(String text) {
        return Integer.parseInt(text.substring(text.indexOf('/') + 1));
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int bit = prefix; bit < masked.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return masked;
    }

    private static IllegalArgumentException notARange(String text) {
        return new IllegalArgumentException("not a range of addresses: \"" + text
                + "\"; write it as 10.0.0.0/8 or fd00::/8, with zeros behind the prefix");
    }
}
