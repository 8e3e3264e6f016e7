package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.Digest;
import org.onrecord.digest.ScriptedSmtpServer;
import org.onrecord.digest.ScriptedSmtpServer.Received;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.job.DigestReport;
import org.onrecord.job.IntakeListener;
import org.onrecord.state.MailFilter;
import org.onrecord.state.MailRecord;
import org.onrecord.state.MailRecord.Status;
import org.onrecord.state.StateStore;

/**
 * Kills the program with SIGKILL at random moments while it sends a digest to a mail server, starts it again, and counts what
 * the server has. Kills and seed can be given: {@code mvn verify -Dtest=MailCrashTest -Dcrash.mails=50 -Dcrash.seed=1}.
 */
class MailCrashTest {
    private static final int READERS = 300;
    private static final int CONNECTIONS = 4;
    private static final int LONGEST_LIFE_MILLIS = 3_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<\\S+>)");

    @TempDir
    private Path folder;

    @Test
    void everyReaderGetsTheMailOnceButForThoseInFlightAtAKillWhichAreKnownAndKeepTheirMessageId() throws Exception {
        int kills = Integer.getInteger("crash.mails", 3);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("MailCrashTest: " + kills + " kills, -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        Map<String, Step> slow =
                Map.of("DATA_END", Step.reply("250 2.0.0 queued").after(5));
        int twice = 0;
        int killed = 0;
        try (PageServer pages = new PageServer();
                ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(slow))) {
            Home home = home(pages, server.port());
            for (int edition = 0; killed < kills; edition++) {
                subscribe(home, edition);
                Instant window = Instant.parse("2026-11-27T07:30:00Z").plusSeconds(edition);
                int before = killed;
                boolean done = false;
                while (!done) {
                    boolean let = killed >= kills;
                    done = sendAndKill(home, window, let ? Integer.MAX_VALUE : random.nextInt(LONGEST_LIFE_MILLIS));
                    killed += done ? 0 : 1;
                }
                twice += check(home, edition, server, killed - before);
            }
        }
        System.out.println("MailCrashTest: " + killed + " kills, " + twice + " mails came twice");
    }

    /** How many mails of an edition came more than once; throws when one did that was not in flight. */
    private static int check(Home home, int edition, ScriptedSmtpServer server, int kills) {
        Map<String, List<String>> ids = new HashMap<>();
        for (Received received : server.received()) {
            if (received.recipient().startsWith("reader" + edition + "-")) {
                ids.computeIfAbsent(received.recipient(), reader -> new ArrayList<>())
                        .add(messageId(received.text()));
            }
        }
        assertThat(ids).hasSize(READERS);
        assertThat(ids.values())
                .allSatisfy(each -> assertThat(each.stream().distinct()).hasSize(1));
        int surplus = ids.values().stream().mapToInt(each -> each.size() - 1).sum();
        assertThat(surplus).as("%d kills", kills).isLessThanOrEqualTo(kills * CONNECTIONS);
        try (StateStore state = StateStore.openReadOnly(home.state())) {
            for (Map.Entry<String, List<String>> reader : ids.entrySet()) {
                MailRecord mail = state.mailHistory()
                        .newest(new MailFilter(null, reader.getKey(), null), 0, 2)
                        .getFirst();
                assertThat(mail.status()).isEqualTo(Status.SENT);
                if (reader.getValue().size() > 1) {
                    assertThat(mail.unknownAt()).as("%s", mail).isNotNull();
                }
            }
            assertThat(state.deliveries().pending()).isZero();
        }
        return surplus;
    }

    private static String messageId(String mail) {
        Matcher matcher = MESSAGE_ID.matcher(mail);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** A home with a few pages to tell of. */
    private Home home(PageServer pages, int mailPort) throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            items.append("<item><title>Piece %d</title><link>%s</link></item>".formatted(i, pages.uri("/a/" + i)));
            pages.put("/a/" + i, "text/html; charset=utf-8", """
                    <html lang="en"><head><title>Piece %1$d</title></head><body><article><h1>Piece %1$d</h1>
                    <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that rule number %1$d was a mistake.</p>
                    <p>The chipmaker had asked the ministry for a licence in the week before, and got no answer to it.</p>
                    </article></body></html>""".formatted(i));
        }
        pages.put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>");
        Home home = SmallHome.at(folder.resolve("home"), pages.uri("/feed.xml"));
        Files.writeString(
                home.config().resolve("onrecord.yaml"),
                Files.readString(home.config().resolve("onrecord.yaml"))
                        + "mail: {from: news@onrecord.example, smtp: {host: 127.0.0.1, port: %d, security: none, connections: %d}}\n"
                                .formatted(mailPort, CONNECTIONS));
        try (Application application = Application.open(home, Clock.systemUTC())) {
            application.intake().run(application.settings().sources().enabled(), IntakeListener.NONE);
        }
        return home;
    }

    /** New readers, for whom everything is new. */
    private static void subscribe(Home home, int edition) throws IOException {
        String readers = IntStream.range(0, READERS)
                .mapToObj(i -> "  - {email: reader%d-%d@example.org, digests: [daily]}\n".formatted(edition, i))
                .collect(Collectors.joining());
        Files.writeString(home.config().resolve("digests.yaml"), """
                digests:
                  - {id: daily, name: Daily, schedule: "daily at 07:30", zone: UTC, searches: [{name: All, query: piece}]}
                subscribers:
                """ + readers);
    }

    /** Sends in a process of its own; whether that came to its end before it was killed. */
    private static boolean sendAndKill(Home home, Instant window, int millis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Sender.class.getName());
        command.add(home.folder().toString());
        command.add(window.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(home.folder().resolve("stderr.log").toFile())
                .start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).as("the first line of the process").isEqualTo("open");
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
                return false;
            }
            assertThat(lines.readLine()).as("the last line of the process").isEqualTo("done");
            return true;
        }
    }

    /** The process that is killed: it sends the digest for a window. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] arguments) {
            Home home = new Home(Path.of(arguments[0]));
            System.setProperty("logback.configurationFile", "org/onrecord/config/defaults/logback.xml");
            try (Application application = Application.open(home, Clock.systemUTC())) {
                System.out.println("open");
                Digest digest = application.settings().digests().digests().getFirst();
                DigestReport report = application
                        .digestRun()
                        .run(digest, application.settings().digests().subscribers(), Instant.parse(arguments[1]));
                if (report.postponed().isEmpty() && report.rejected().isEmpty()) {
                    System.out.println("done");
                }
            }
        }
    }
}
