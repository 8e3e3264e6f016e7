package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppressions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets mails through again to an address that unsubscribed, or that its server refused. */
@Command(
        name = "resubscribe",
        description = {
            "Send again to an address that unsubscribed or that its server refused; also while the server runs.",
            "Who is no subscriber does not become one by it: subscribers stand in config/digests.yaml."
        },
        footer = {"", "Example: onrecord digest resubscribe ada@example.org"})
final class DigestResubscribeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "The mail address.")
    private String address = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The digest's id. Default: whatever the address does not get.")
    private @Nullable String name;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String checked = DigestUnsubscribeCommand.checked(address);
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (StateBeside beside = StateBeside.open(Commands.rootOf(spec).home())) {
            Suppressions suppressions = beside.state().suppressions();
            List<Suppression> lifted = suppressions.all().stream()
                    .filter(suppression -> suppression.address().equals(checked))
                    .filter(suppression -> name == null || suppression.digest().equals(name))
                    .filter(suppression -> suppressions.lift(suppression.address(), suppression.digest()))
                    .toList();
            if (lifted.isEmpty()) {
                throw new CommandFailure(checked + " is not left out" + (name == null ? "" : " of " + name)
                        + "; `onrecord digest list` shows who is");
            }
            lifted.forEach(suppression -> out.println(checked + " gets "
                    + (suppression.digest().equals(Suppression.ALL) ? "mails" : suppression.digest()) + " again"));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
