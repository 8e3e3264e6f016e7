package org.onrecord.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onrecord.config.AddressRange;

/**
 * Decides which addresses may be asked: those that are globally reachable by the IANA special-purpose address
 * registries (RFC 6890), and those that the settings allow by name. Addresses that carry an IPv4 address inside are
 * judged by it, or blocked as a whole where the way through them is obsolete.
 */
final class AddressGuard {
    /** Where clouds hand their secrets to whoever asks from inside. Blocked even if the settings allow them. */
    private static final List<AddressRange> METADATA = ranges(
            "169.254.169.254/32",
            "169.254.170.2/32",
            "169.254.170.23/32",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd00:ec2::23/128",
            "fd20:ce::254/128");

    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind carriers
            "127.0.0.0/8", // this machine
            "169.254.0.0/16", // link
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocols, Teredo
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "3fff::/20"); // documentation

    /** The only IPv6 block from which public addresses are given out. */
    private static final AddressRange GLOBAL_UNICAST = new AddressRange("2000::/3");

    /** IPv4 addresses as seen from networks that speak only IPv6 (RFC 6052). */
    private static final AddressRange NAT64 = new AddressRange("64:ff9b::/96");

    private static final List<Integer> PORTS = List.of(80, 443);

    private final List<AddressRange> allowed;

    AddressGuard(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why this address must not be asked on this port; empty if it may. */
    Optional<String> objection(InetAddress address, int port) {
        InetAddress meant = meant(address);
        String words = address.getHostAddress();
        if (any(METADATA, meant)) {
            return Optional.of(words + " is where clouds keep secrets");
        }
        if (any(allowed, meant)) {
            return Optional.empty();
        }
        boolean publicFamily = meant.getAddress().length == 4 || GLOBAL_UNICAST.contains(meant);
        if (!publicFamily || any(NOT_PUBLIC, meant)) {
            return Optional.of(words + " is not a public address");
        }
        if (!PORTS.contains(port)) {
            return Optional.of("port " + port + " is not 80 or 443");
        }
        return Optional.empty();
    }

    /** The IPv4 address inside a mapped or NAT64 address; any other address itself. */
    private static InetAddress meant(InetAddress address) {
        if (!NAT64.contains(address)) {
            return address; // the JDK turns mapped addresses into IPv4 ones by itself
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean any(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::new).toList();
    }
}
