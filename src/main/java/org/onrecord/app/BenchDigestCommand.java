package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.SignedLinks;
import org.onrecord.article.ActorId;
import org.onrecord.bench.InventedNews;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Median;
import org.onrecord.digest.BareMail;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.digest.MailSink;
import org.onrecord.digest.SmtpChannel;
import org.onrecord.digest.Subscriber;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.DigestRun;
import org.onrecord.json.Json;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Measures a digest to many subscribers, from the searches to the last answer, against the mail library alone. */
@Command(
        name = "digest",
        description = "A digest to 1,000 subscribers, against the mail library that sends the same mails ready-made.",
        footer = {
            "",
            "What the lines mean is explained in docs/quality.md.",
            "",
            "Example: onrecord bench digest --json"
        })
final class BenchDigestCommand implements Callable<Integer> {
    private static final String FROM = "news@onrecord.example";
    private static final int WARM_UP = 100;

    @Option(names = "--subscribers", paramLabel = "N", description = "How many, 1 to 100000. Default: 1000.")
    private int subscribers = 1_000;

    @Option(names = "--articles", paramLabel = "N", description = "How many articles are searched. Default: 2000.")
    private int articles = 2_000;

    @Option(names = "--rounds", paramLabel = "N", description = "How often, after a warm-up. Default: 3.")
    private int rounds = 3;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** Seconds of one round: all of ours, the sending in it, and the bare loop. */
    private record Times(double whole, double sending, double bare) {}

    @Override
    public Integer call() throws IOException {
        CommandLine line = Commands.lineOf(spec);
        if (subscribers < 1 || subscribers > 100_000 || articles < 100 || rounds < 1) {
            throw new ParameterException(
                    line, "Allowed are 1 to 100000 subscribers, 100 articles or more, and 1 round or more.");
        }
        Machine machine = Machine.now(Path.of(System.getProperty("onrecord.launcher", ".")));
        Path folder = Files.createTempDirectory("onrecord-bench-digest");
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("articles"));
                StateStore state = StateStore.open(folder.resolve("state.db"));
                MailSink sink = MailSink.start()) {
            InventedNews news = new InventedNews(1);
            IntStream.range(0, articles).forEach(number -> index.add(news.article(number)));
            index.refresh();
            try (LuceneSearch search = new LuceneSearch(index.readers(), Clock.systemUTC(), SavedQueries.NONE)) {
                round(search, state, sink, "warm-up", Math.min(WARM_UP, subscribers));
                long before = sink.bytes();
                List<Times> times = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    times.add(round(search, state, sink, "round" + round, subscribers));
                }
                long size = (sink.bytes() - before) / (2L * rounds * subscribers);
                print(times, size, machine, line.getOut());
            }
        } finally {
            BenchSearchCommand.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    /** A digest to new subscribers, for whom everything is new, then the bare loop with the same mails. */
    private Times round(LuceneSearch search, StateStore state, MailSink sink, String name, int number) {
        Registry registry = new Registry(List.of(), List.of(), List.of());
        MailSettings settings = new MailSettings(
                FROM, "127.0.0.1", sink.port(), MailSettings.Security.NONE, null, null, Duration.ofMinutes(1), null);
        Watched channel = new Watched(new SmtpChannel(settings));
        List<Subscriber> readers = IntStream.range(0, number)
                .mapToObj(i -> new Subscriber(name + "-" + i + "@example.org", Set.of("bench")))
                .toList();
        DigestRun run = new DigestRun(
                new DigestEditor(search, registry),
                new MailComposer(registry, settings, Mailing.unsubscribeTokens(SignedLinks.forPreviews())),
                state.deliveries(),
                state.suppressions(),
                channel,
                Clock.systemUTC());
        long start = System.nanoTime();
        int sent = run.run(digest(), readers, Instant.now()).sent().size();
        double whole = seconds(start);
        if (sent != number || channel.messages.size() != number) {
            throw new CommandFailure("only " + sent + " of " + number + " mails were sent");
        }
        long bareStart = System.nanoTime();
        BareMail.send(sink.port(), FROM, channel.messages);
        return new Times(whole, (channel.last - channel.first) / 1e9, seconds(bareStart));
    }

    /** Two sections of as many items as fit, from ten years. */
    private static Digest digest() {
        return new Digest(
                "bench",
                "Fifty items",
                LocalTime.of(7, 30),
                EnumSet.allOf(DayOfWeek.class),
                ZoneOffset.UTC,
                List.of(),
                List.of(new ActorId(InventedNews.actor(0)), new ActorId(InventedNews.actor(1))),
                List.of(),
                Duration.ofDays(20_000));
    }

    private void print(List<Times> times, long size, Machine machine, PrintWriter out) {
        double whole = median(times.stream().map(Times::whole).toList());
        double sending = median(times.stream().map(Times::sending).toList());
        double bare = median(times.stream().map(Times::bare).toList());
        double ratio =
                median(times.stream().map(round -> round.bare() / round.whole()).toList());
        double sendingRatio = median(
                times.stream().map(round -> round.bare() / round.sending()).toList());
        if (json) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            object.put("subscribers", subscribers);
            object.put("bytes_per_mail", size);
            object.put("seconds", whole);
            object.put("sending_seconds", sending);
            object.put("bare_seconds", bare);
            object.put("ratio", ratio);
            object.put("sending_ratio", sendingRatio);
            object.put("cores", machine.cores());
            object.put("load", machine.load());
            object.put("commit", machine.commit());
            out.println(object);
        } else {
            out.printf(Locale.ROOT, "%d mails of %d bytes, median of %d rounds%n", subscribers, size, times.size());
            out.printf(Locale.ROOT, "whole digest  %8.2f s%n", whole);
            out.printf(Locale.ROOT, "sending in it %8.2f s%n", sending);
            out.printf(Locale.ROOT, "bare loop     %8.2f s%n", bare);
            out.printf(
                    Locale.ROOT,
                    "ratio         %8.2f of the bare loop's speed; sending alone %.2f%n",
                    ratio,
                    sendingRatio);
            out.printf(
                    Locale.ROOT,
                    "machine       %d cores, load %s, %s%n",
                    machine.cores(),
                    machine.load(),
                    machine.commit());
        }
        out.flush();
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Keeps what goes through, and when. */
    private static final class Watched implements Channel {
        private final Channel channel;
        private final Map<String, byte[]> messages = Collections.synchronizedMap(new LinkedHashMap<>());
        private volatile long first;
        private volatile long last;

        Watched(Channel channel) {
            this.channel = channel;
        }

        @Override
        public Answer deliver(String messageId, String recipient, byte[] message) {
            if (messages.put(recipient, message) == null && messages.size() == 1) {
                first = System.nanoTime();
            }
            Answer answer = channel.deliver(messageId, recipient, message);
            last = System.nanoTime();
            return answer;
        }

        @Override
        public int atOnce() {
            return channel.atOnce();
        }

        @Override
        public void hangUp() {
            channel.hangUp();
        }

        @Override
        public String description() {
            return channel.description();
        }
    }
}
