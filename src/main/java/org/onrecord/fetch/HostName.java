package org.onrecord.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings the host of an address into its one form, as browsers do (WHATWG URL, host parsing): percent-coded, full-width
 * and capital letters, IPv4 addresses in hexadecimal, octal or with missing parts. What is odd beyond that is refused,
 * so that no two parsers can read different hosts.
 */
final class HostName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private HostName() {}

    /** Whether this host, in its one form, is an IP address. */
    static boolean isAddress(String host) {
        return host.contains(":") || IPV4.matcher(host).matches();
    }

    /**
     * The one form: a lower-case ASCII name without a dot at the end, an IPv4 address in four decimal numbers, or an
     * IPv6 address without brackets.
     */
    static String parse(String written) throws RefusedException {
        if (written.startsWith("[") && written.endsWith("]")) {
            return ipv6(written.substring(1, written.length() - 1));
        }
        String name = ascii(percentDecoded(written));
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            throw odd(written);
        }
        List<String> labels = Arrays.asList(name.split("\\."));
        return NUMBER.matcher(labels.getLast()).matches() ? ipv4(labels, written) : name;
    }

    private static String ascii(String name) throws RefusedException {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw odd(name);
        }
    }

    private static String percentDecoded(String host) throws RefusedException {
        if (!host.contains("%")) {
            return host;
        }
        byte[] in = host.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out[length++] = in[i];
            } else if (i + 2 < in.length
                    && Character.digit(in[i + 1], 16) >= 0
                    && Character.digit(in[i + 2], 16) >= 0) {
                out[length++] = (byte) (Character.digit(in[i + 1], 16) * 16 + Character.digit(in[i + 2], 16));
                i += 2;
            } else {
                throw odd(host);
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static String ipv4(List<String> parts, String written) throws RefusedException {
        if (parts.size() > 4) {
            throw odd(written);
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int bits = last ? 8 * (5 - parts.size()) : 8;
            long number = number(parts.get(i), written);
            if (number >= 1L << bits) {
                throw odd(written);
            }
            address = (address << bits) | number;
        }
        return "%d.%d.%d.%d".formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
    }

    private static long number(String part, String written) throws RefusedException {
        try {
            if (part.startsWith("0x")) {
                return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
            }
            return Long.parseLong(part, part.length() > 1 && part.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            throw odd(written);
        }
    }

    private static String ipv6(String address) throws RefusedException {
        if (!IPV6.matcher(address).matches()) {
            throw odd(address); // a zone, such as fe80::1%eth0, is meant for this machine only
        }
        try {
            return InetAddress.getByName(address).getHostAddress(); // looks nothing up
        } catch (UnknownHostException e) {
            throw odd(address);
        }
    }

    private static RefusedException odd(String host) {
        return new RefusedException("not a host name or address: " + Quoted.of(host));
    }
}
