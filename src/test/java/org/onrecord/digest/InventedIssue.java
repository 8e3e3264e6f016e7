package org.onrecord.digest;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EventType;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Span;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.EventHit;
import org.onrecord.search.Snippet;
import org.onrecord.search.StatementHit;
import org.onrecord.search.StoryHit;

/** A hand-made digest about invented people, and the parts to make others. */
final class InventedIssue {
    static final Instant WINDOW = Instant.parse("2026-03-10T11:30:00Z");
    static final Subscriber ADA = new Subscriber("ada@example.org", Set.of("daily"));
    static final Registry REGISTRY = new Registry(
            List.of(actor("mira-voss", "Mira Voss"), actor("tom-arlo", "Tom Arlo")),
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

    private InventedIssue() {}

    static Digest daily(String name) {
        return new Digest(
                "daily",
                name,
                LocalTime.of(7, 30),
                EnumSet.allOf(DayOfWeek.class),
                ZoneId.of("America/New_York"),
                List.of(new Digest.SavedSearch("Licences", "event:licence-granted")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH);
    }

    /** One statement, with this headline and link and these words around the content. */
    static DigestIssue issue(String digestName, String headline, String link, String evidence) {
        return new DigestIssue(
                daily(digestName),
                ADA,
                WINDOW,
                List.of(section(
                        DigestIssue.Kind.STATEMENTS,
                        "Selling accelerators abroad",
                        "about:chip-sales",
                        List.of(new DigestItem.NewStatement(new StatementHit(
                                article(headline, link),
                                said("mira-voss", Position.FOR),
                                new Snippet(evidence, List.of())))),
                        0)));
    }

    /** Two sections with statements, an event and an article. */
    static DigestIssue whole() {
        String praise =
                "Mira Voss, who runs Lindqvist Semi, said on Monday that “the licences for our Q40 accelerators let"
                        + " buyers abroad plan for more than a quarter at a time”.";
        String warning =
                "Senator Tom Arlo warned that every Q40 that leaves the country “trains somebody else's missiles”,"
                        + " and asked the department to stop.";
        String grant =
                "The department granted Lindqvist Semi a licence for 12,000 units on 6 March, two people familiar with"
                        + " the matter said.";
        DigestItem voss = statement(
                "Lindqvist hails Q40 licences",
                "mira-voss",
                Act.SUPPORT,
                Position.FOR,
                praise,
                "the licences for our Q40 accelerators let" + " buyers abroad plan for more than a quarter at a time");
        DigestItem arlo = statement(
                "Senators split over accelerator exports",
                "tom-arlo",
                Act.WARN,
                Position.AGAINST,
                warning,
                "trains somebody else's missiles");
        DigestItem event = new DigestItem.NewEvent(
                new EventHit(
                        article("Department clears first Q40 shipment", "https://ledger.example/q40-cleared"),
                        new PolicyEvent(EventType.LICENCE_GRANTED, passage("granted"), List.of(), "2026-03-06", 0.9),
                        snippet(grant, "granted")),
                List.of());
        DigestItem story = new DigestItem.NewStory(new StoryHit(
                "story",
                1,
                List.of(article("What a Q40 licence says, line by line", "https://wire.example/analysis/q40-licence")),
                1,
                snippet("The licence runs to 40 pages and names each buyer.", "licence")));
        return new DigestIssue(
                daily("Export controls, daily"),
                ADA,
                WINDOW,
                List.of(
                        section(DigestIssue.Kind.EVENTS, "Policy events", "licence", List.of(event), 0),
                        section(
                                DigestIssue.Kind.STATEMENTS,
                                "Selling accelerators abroad",
                                "about:chip-sales",
                                List.of(voss, arlo),
                                0),
                        section(
                                DigestIssue.Kind.STORIES,
                                "Licences, rules and listings",
                                "event:licence-granted OR event:rule-issued",
                                List.of(story),
                                12)));
    }

    static DigestIssue.Section section(
            DigestIssue.Kind kind, String heading, String query, List<DigestItem> items, int more) {
        return new DigestIssue.Section(kind, heading, query, items, more, more == 0 ? null : LocalDate.of(2026, 3, 4));
    }

    static DigestItem statement(
            String headline, String actor, Act act, Position position, String evidence, String content) {
        Statement statement = new Statement(
                new Speaker(passage("X"), new ActorId(actor)),
                null,
                passage(content),
                QuoteKind.MIXED,
                act,
                new Stand(new IssueId("chip-sales"), position, 0.9),
                0.9);
        return new DigestItem.NewStatement(new StatementHit(
                article(headline, "https://ledger.example/2026/03/" + headline.length()),
                statement,
                snippet(evidence, content)));
    }

    private static Statement said(String actor, Position position) {
        return new Statement(
                new Speaker(passage("X"), new ActorId(actor)),
                null,
                passage("words"),
                QuoteKind.DIRECT,
                Act.SUPPORT,
                new Stand(new IssueId("chip-sales"), position, 0.9),
                0.9);
    }

    private static ArticleRef article(String headline, String link) {
        return new ArticleRef(
                new ArticleId("a" + headline.length()),
                URI.create(link),
                headline,
                new SourceId("daily-ledger"),
                Published.on(LocalDate.of(2026, 3, 9)));
    }

    private static Snippet snippet(String text, String marked) {
        int start = text.indexOf(marked);
        return new Snippet(text, List.of(new Span(start, start + marked.length())));
    }

    private static Passage passage(String words) {
        return Passage.of(words, 0, words.length());
    }

    private static Actor actor(String id, String name) {
        return new Actor(new ActorId(id), name, ActorKind.PERSON, null, null, null, null, List.of(), List.of());
    }
}
