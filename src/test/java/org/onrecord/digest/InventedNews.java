package org.onrecord.digest;

import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.EventType;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Measure;
import org.onrecord.article.OfficialDocument;
import org.onrecord.article.Position;
import org.onrecord.article.SourceId;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.StateStore;

/** A week of invented news, and the digest that tells of it: something of every kind. */
public final class InventedNews {
    public static final Instant WINDOW = Instant.parse("2026-03-10T11:30:00Z");

    static final Registry REGISTRY = new Registry(
            List.of(
                    person("mira-voss", "Mira Voss"),
                    person("tom-arlo", "Tom Arlo"),
                    person("dana-okafor", "Dana Okafor"),
                    person("lindqvist-semi", "Lindqvist Semi"),
                    person("trade-office", "Trade Office")),
            List.of(),
            List.of(new Issue(
                    new IssueId("chip-sales"),
                    "Selling accelerators abroad",
                    "Accelerators should be sold abroad.",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));

    private static final SourceBook SOURCES = new SourceBook() {
        @Override
        public String name(SourceId id) {
            return switch (id.value()) {
                case "daily-ledger" -> "The Daily Ledger";
                case "northwire" -> "Northwire";
                case "capital-post" -> "Capital Post";
                case "gazette" -> "Official Gazette";
                default -> id.value();
            };
        }

        @Override
        public boolean showsText(SourceId id) {
            return !id.value().equals("capital-post");
        }
    };

    private InventedNews() {}

    /** The mail as a reader of the web page at an address gets it. */
    public static Letter letter(Path folder, String webAddress) {
        MailSettings files = MailSettings.DEFAULTS;
        MailSettings settings = new MailSettings(
                files.from(),
                files.host(),
                files.port(),
                files.security(),
                files.user(),
                files.password(),
                files.timeout(),
                webAddress,
                files.unsubscribeTo(),
                files.rate(),
                files.dkim());
        return new MailComposer(REGISTRY, settings, (address, digest, name) -> "token", SOURCES).letter(issue(folder));
    }

    static DigestIssue issue(Path folder) {
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("articles"));
                LuceneSearch search = new LuceneSearch(
                        index.readers(), Clock.fixed(WINDOW, ZoneOffset.UTC), name -> Optional.empty());
                StateStore state = StateStore.open(folder.resolve("state.db"))) {
            fill(index);
            index.refresh();
            Subscriber ada = new Subscriber("ada@example.org", Set.of("daily"));
            return new DigestEditor(search, REGISTRY).edit(digest(), ada, WINDOW, state.deliveries());
        }
    }

    static Digest digest() {
        return new Digest(
                "daily",
                "Accelerator exports, daily",
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneId.of("America/New_York"),
                List.of(
                        new Digest.SavedSearch("Licences and rules", "licence OR rule"),
                        new Digest.SavedSearch("Q40 shipments", "q40"),
                        new Digest.SavedSearch("Quantum computers", "qubit")),
                List.of(new ActorId("mira-voss")),
                List.of(new IssueId("chip-sales")),
                Duration.ofDays(7));
    }

    private static void fill(LuceneIndex index) {
        add(
                index,
                at("arlo-before", "northwire", "2025-12-11", "Arlo backs sales to allies")
                        .text(
                                "Senator Tom Arlo said that selling accelerators to allies keeps laboratories at home busy.")
                        .says(
                                "Tom Arlo",
                                "tom-arlo",
                                Act.SUPPORT,
                                "selling accelerators to allies keeps laboratories at home busy",
                                "chip-sales",
                                Position.FOR));
        add(
                index,
                at("arlo-now", "daily-ledger", "2026-03-09", "Senators split over accelerator exports")
                        .text(
                                "The hearing went on for six hours. Senator Tom Arlo asked the office to stop every sale of"
                                        + " accelerators abroad until somebody counts where they end up. Others left early.")
                        .says(
                                "Tom Arlo",
                                "tom-arlo",
                                Act.URGE,
                                "stop every sale of accelerators abroad until somebody counts where they end up",
                                "chip-sales",
                                Position.AGAINST));
        add(
                index,
                at("okafor", "capital-post", "2026-03-08", "Minister welcomes exports")
                        .text("Minister Dana Okafor said she wants accelerators sold abroad under plain rules.")
                        .says(
                                "Dana Okafor",
                                "dana-okafor",
                                Act.SUPPORT,
                                "she wants accelerators sold abroad under plain rules",
                                "chip-sales",
                                Position.FOR));
        for (String week : List.of("2026-01-06", "2026-01-14", "2026-01-29", "2026-02-10", "2026-02-18")) {
            add(
                    index,
                    at("voss-" + week, "daily-ledger", week, "Voss on exports, " + week)
                            .text("Mira Voss praised the sale of accelerators abroad once more, on " + week + ".")
                            .says(
                                    "Mira Voss",
                                    "mira-voss",
                                    Act.SUPPORT,
                                    "the sale of accelerators abroad",
                                    "chip-sales",
                                    Position.FOR));
        }
        add(
                index,
                at("voss-now", "daily-ledger", "2026-03-07", "Lindqvist hails the licence")
                        .text(
                                "The company builds in two countries. But Mira Voss said that “the licence for our Q40 lets"
                                        + " buyers abroad plan for more than a quarter at a time”. Shares rose.")
                        .says(
                                "Mira Voss",
                                "mira-voss",
                                Act.SUPPORT,
                                "“the licence for our Q40 lets buyers abroad plan for more than a quarter at a time”",
                                "chip-sales",
                                Position.FOR)
                        .says("Mira Voss", "mira-voss", Act.SUPPORT, "The company builds in two countries"));
        add(
                index,
                at("gazette-1", "gazette", "2026-03-06", "Licence for accelerators of one maker; notice")
                        .text("The Trade Office granted Lindqvist Semi a licence for 12,000 Q40 accelerators.")
                        .event(
                                EventType.LICENCE_GRANTED,
                                "granted",
                                "2026-03-06",
                                new OfficialDocument(
                                        "2026-04417",
                                        List.of("0694-XX01"),
                                        LocalDate.of(2026, 3, 16),
                                        LocalDate.of(2026, 4, 15)),
                                "trade-office",
                                "lindqvist-semi"));
        add(
                index,
                at("licence-wire", "northwire", "2026-03-07", "Office clears Q40 exports")
                        .text("A licence for the Q40 was granted on 6 March, the office said.")
                        .event(EventType.LICENCE_GRANTED, "granted", "2026-03-06", "trade-office"));
        add(
                index,
                at("figure-1", "northwire", "2026-03-05", "What Lindqvist plans")
                        .text(
                                "Lindqvist plans to make 600,000 Q40 in 2026, two people with knowledge of its orders said.")
                        .figure("600,000 Q40", "Q40", Measure.PRODUCTION, "600000", "units", "2026"));
        add(
                index,
                at("figure-2", "capital-post", "2026-03-08", "Lindqvist's fabs run day and night")
                        .text("Output of the Q40 reaches 1.6 million in 2026, by the count of one analyst.")
                        .figure("1.6 million", "Q40", Measure.PRODUCTION, "1600000", "units", "2026"));
        add(
                index,
                at("review", "daily-ledger", "2026-03-07", "The Q40 on the bench")
                        .text(
                                "Our laboratory ran the Q40 for a week beside its predecessor. It finished the long run in half"
                                        + " the time, and drew a third more power while it did."));
        String wire =
                "A freighter with the first Q40 racks left the harbour on Sunday night. Its crates carry seals of the"
                        + " office, and each of them names the buyer, the port and the day on which the licence ends. Inspectors"
                        + " looked at one crate in ten before it sailed, and found nothing to hold it back for.";
        for (String source : List.of("northwire", "daily-ledger", "capital-post")) {
            add(
                    index,
                    at("racks-" + source, source, "2026-03-09", "First Q40 racks leave harbour")
                            .text(wire));
        }
    }

    private static InventedArticle at(String id, String source, String day, String title) {
        return article(id)
                .source(source)
                .url("https://" + source + ".example/" + day.replace('-', '/') + "/" + id)
                .title(title)
                .on(day);
    }

    private static void add(LuceneIndex index, InventedArticle invented) {
        index.add(invented.tagged());
    }

    private static Actor person(String id, String name) {
        return new Actor(new ActorId(id), name, ActorKind.PERSON, null, null, null, null, List.of(), List.of());
    }
}
