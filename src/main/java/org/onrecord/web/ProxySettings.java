package org.onrecord.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.AddressRange;
import org.onrecord.config.Section;

/**
 * The reverse proxies in front of the page, whose words about a request are believed; those of others are not.
 *
 * @param networks where they are
 * @param userHeader the header in which they name the person who logged in there; null when people log in here
 */
public record ProxySettings(
        List<AddressRange> networks, @Nullable String userHeader) {
    /** There is none. */
    public static final ProxySettings NONE = new ProxySettings(List.of(), null);

    public ProxySettings {
        networks = List.copyOf(networks);
        if (userHeader != null && networks.isEmpty()) {
            throw new IllegalArgumentException("web.proxy.userHeader is believed only from known proxies: name their"
                    + " addresses in web.proxy.networks, such as 127.0.0.1/32");
        }
    }

    static ProxySettings read(Section section) {
        return new ProxySettings(
                section.values("networks", AddressRange::new),
                Optional.of(section.text("userHeader", ""))
                        .filter(name -> !name.isEmpty())
                        .orElse(null));
    }

    boolean isProxy(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
