package org.onrecord.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The name service of the machine, with a time limit that it does not have itself. */
record SystemNames(Duration timeout) implements NameResolver {
    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread.ofPlatform().daemon().name("look-up of " + host).start(lookUp); // a look-up pins a virtual thread
        try {
            return List.of(lookUp.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new UnknownHostException("no address is known for " + host);
        } catch (TimeoutException e) {
            throw new UnknownHostException("the name service did not answer for " + host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted while looking up " + host);
        }
    }
}
