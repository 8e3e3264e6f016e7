package org.onrecord.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The name resolver of the HTTP client: it gives out checked addresses only, and the client dials what it gives out, so
 * the address that is checked is the address that is dialled. A name that leads to public and other addresses gets
 * its public ones.
 */
final class GuardedNames implements DnsResolver {
    private final NameResolver names;
    private final AddressGuard guard;

    GuardedNames(NameResolver names, AddressGuard guard) {
        this.names = names;
        this.guard = guard;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> checked = new ArrayList<>();
        String objection = "no address is known for " + host;
        for (InetAddress address : addresses(host)) {
            Optional<String> found = guard.objection(address, port);
            if (found.isPresent()) {
                objection = found.get();
            } else {
                checked.add(new InetSocketAddress(address, port));
            }
        }
        if (checked.isEmpty()) {
            throw new RefusedException(host + ": " + objection);
        }
        return checked;
    }

    /** Not called by the client, which has a port; without one no address can be judged. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new RefusedException(host + ": asked for without a port");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        if (HostName.isAddress(host)) {
            return List.of(InetAddress.getByName(host)); // looks nothing up
        }
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return List.of(
                    InetAddress.getAllByName("127.0.0.1")[0], InetAddress.getAllByName("::1")[0]); // RFC 6761, 6.3
        }
        List<InetAddress> addresses = names.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException("no address is known for " + host);
        }
        return addresses;
    }
}
