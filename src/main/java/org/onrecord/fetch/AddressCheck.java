package org.onrecord.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Says of an address, without asking anybody, whether it will ever be fetched. Names are looked up only when a page is
 * fetched, and may be refused then.
 */
public final class AddressCheck {
    private final AddressGuard guard;

    public AddressCheck(FetchSettings settings) {
        this.guard = new AddressGuard(settings.allowed());
    }

    /** Why the address is refused; empty when nothing speaks against it yet. */
    public Optional<String> objection(String address) {
        try {
            WebAddress parsed = WebAddress.parse(address);
            String host = parsed.host();
            if (host.equals("localhost") || host.endsWith(".localhost")) {
                return guard.objection(InetAddress.getLoopbackAddress(), parsed.port());
            }
            boolean literal = host.contains(":") || host.matches("\\d+(?:\\.\\d+){3}");
            return literal ? guard.objection(InetAddress.getByName(host), parsed.port()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The address in the form in which it is fetched. */
    public URI normal(String address) {
        try {
            return WebAddress.parse(address).uri();
        } catch (RefusedException e) {
            throw new FetchException("ask for objections first: " + e.getMessage(), e);
        }
    }
}
