package org.onrecord.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as that can be believed.
 *
 * @param address the caller's address, or the nearest one that no trusted proxy stands for
 * @param throughProxy whether a trusted proxy passed the request on
 * @param https whether the caller's connection is encrypted
 */
record Visitor(InetAddress address, boolean throughProxy, boolean https) {
    private static final String KEY = "visitor";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int HALF_OF_IPV6 = 8;

    /** Looks at a request once and remembers the answer with it. */
    static Visitor of(Context ctx, ProxySettings proxy) {
        InetAddress nearest = parse(ctx.req().getRemoteAddr());
        boolean throughProxy = proxy.isProxy(nearest);
        boolean https = throughProxy
                ? "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"))
                : "https".equals(ctx.req().getScheme());
        Visitor visitor = new Visitor(throughProxy ? behind(ctx, proxy, nearest) : nearest, throughProxy, https);
        ctx.attribute(KEY, visitor);
        return visitor;
    }

    /** What {@link #of} found out; a stranger's plain connection before. */
    static boolean isHttps(Context ctx) {
        Visitor visitor = ctx.attribute(KEY);
        return visitor != null && visitor.https();
    }

    static Visitor of(Context ctx) {
        Visitor visitor = ctx.attribute(KEY);
        return visitor == null ? of(ctx, ProxySettings.NONE) : visitor;
    }

    /** Scheme and authority under which the caller sees us. */
    static String base(Context ctx) {
        return (isHttps(ctx) ? "https://" : "http://") + ctx.header("Host");
    }

    /** The address under which tries and requests are counted; of IPv6, the network that one household has. */
    String key() {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, HALF_OF_IPV6, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    /** Each proxy adds its caller at the end; the last one that is no proxy itself is as far as we can see. */
    private static InetAddress behind(Context ctx, ProxySettings proxy, InetAddress nearest) {
        List<String> hops = new ArrayList<>();
        Collections.list(ctx.req().getHeaders("X-Forwarded-For"))
                .forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1))));
        InetAddress farthest = nearest;
        for (String hop : hops.reversed()) {
            if (!ADDRESS.matcher(hop.strip()).matches()) {
                return farthest;
            }
            farthest = parse(hop.strip());
            if (!proxy.isProxy(farthest)) {
                return farthest;
            }
        }
        return farthest;
    }

    private static InetAddress parse(String address) {
        try {
            return InetAddress.getByName(address); // digits only, so nothing is looked up
        } catch (UnknownHostException e) {
            return unknown();
        }
    }

    private static InetAddress unknown() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
