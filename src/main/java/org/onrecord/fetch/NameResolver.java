package org.onrecord.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host name. */
interface NameResolver {
    /** At least one address. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
