package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.Subscriber;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppression.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Leaves a reader out who asked for it by other ways than the link in a mail. */
@Command(
        name = "unsubscribe",
        description = "Send a digest, or all of them, no more to an address; also while the server runs.",
        footer = {"", "Example: onrecord digest unsubscribe ada@example.org chip-exports-daily"})
final class DigestUnsubscribeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "The mail address.")
    private String address = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The digest's id. Default: all.")
    private @Nullable String name;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String digest = name == null ? Suppression.ALL : name;
        try (StateBeside beside = StateBeside.open(Commands.rootOf(spec).home())) {
            beside.state()
                    .suppressions()
                    .add(new Suppression(
                            checked(address),
                            digest,
                            Kind.UNSUBSCRIBED,
                            "at the command line",
                            Clock.systemUTC().instant()));
        }
        PrintWriter out = Commands.lineOf(spec).getOut();
        out.println(address + " gets no more mails" + (name == null ? "" : " of " + name)
                + "; onrecord digest resubscribe " + address + (name == null ? "" : " " + name) + " undoes it");
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** The address in the form that subscribers have. */
    static String checked(String address) {
        try {
            return Subscriber.checked(address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
