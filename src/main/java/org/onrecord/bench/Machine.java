package org.onrecord.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where something was measured: figures of two machines are not to be compared.
 *
 * @param cores processors that the program may use
 * @param jvm name and version of the Java machine
 * @param load how many processes ran or waited over the last minute; null where the system does not tell
 * @param commit the commit of the program, with "-dirty" after it when files were changed; null when it is not known
 */
public record Machine(
        int cores,
        String jvm,
        @Nullable Double load,
        @Nullable String commit) {
    /**
     * Looks around.
     *
     * @param program the program's folder; its commit is known when it is a git working copy
     */
    public static Machine now(Path program) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                load < 0 ? null : load,
                commit(program));
    }

    private static @Nullable String commit(Path program) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(program.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 && !answer.isEmpty() ? answer : null;
        } catch (IOException noGit) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
