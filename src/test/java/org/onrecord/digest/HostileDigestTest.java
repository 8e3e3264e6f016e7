package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.IssueId;
import org.onrecord.article.Measure;
import org.onrecord.article.Position;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.StateStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles whose every word is meant ill, or is in a script that mails seldom see, on their way into a mail. */
class HostileDigestTest {
    private static final Instant WINDOW = Instant.parse("2026-03-10T11:30:00Z");
    private static final String TURNING = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final Set<String> TAGS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "div",
            "table",
            "tbody",
            "tr",
            "td",
            "br",
            "h1",
            "h2",
            "p",
            "blockquote",
            "strong",
            "span",
            "a",
            "mark");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> <img src=https://tracker.example/p.gif> & more",
                "--></style></title><script>alert(1)</script>",
                "\u202Eevil\u202C and \u2066left open",
                "مشروع قانون جديد لتقييد تصدير الرقائق إلى الخارج",
                "שבבים לייצוא: הממשלה אישרה רישיון חדש",
                "芯片出口管制新规定生效并影响所有供应商及其海外客户的采购计划与交付时间安排",
                "Z\u0351\u036b\u0343a\u0300\u0301\u0302\u0303l\u0304\u0305\u0306\u0307g\u0308\u0309\u030a\u030bo\u030c",
                "\uD83D\uDC69\u200D\uD83D\uDCBB family \uD83C\uDDFA\uD83C\uDDF3 and half \uD83D",
                "line one\r\n-- \r\nline two\r\n* not an item",
                "> quoted > twice \t\u0000\u0007\u001B[31m end",
                "${jndi:ldap://canary.invalid/a} {{7*7}} @if(true)x@endif",
            })
    void standsInTheMailAsWordsAndNothingElse(String words) {
        check(words);
    }

    @Test
    void aWordThatIsLongerThanAnyLineIsBroken() {
        check("Donaudampfschiff".repeat(500));
        check("芯".repeat(5_000));
        check("https://long.example/" + "x".repeat(5_000));
    }

    @Test
    void soDoesEveryKnownAttack() throws IOException {
        for (String file : List.of("hostile/xss/payloads.jsonl", "hostile/strings/injection.jsonl")) {
            for (String line : Files.readAllLines(SharedMaterial.file(file))) {
                JsonNode row = JsonMapper.shared().readTree(line);
                check(text(row.has("payload") ? row.path("payload") : row.path("value")));
            }
        }
    }

    private void check(String words) {
        Letter letter = letter(words);
        Document html = Jsoup.parse(letter.html());

        assertThat(html.select("h2").eachText())
                .as(words)
                .contains("What changed", "Policy events", "Figures that disagree");
        assertThat(html.select(".item").size()).as(words).isGreaterThanOrEqualTo(3);
        for (Element element : html.select("html, html *")) {
            assertThat(TAGS).as(words).contains(element.normalName());
            assertThat(element.attributes().asList())
                    .as(words)
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")
                            || attribute.getKey().equals("src"));
        }
        assertThat(html.select("a").eachAttr("href")).as(words).allMatch(link -> link.startsWith("https://"));
        assertThat(letter.html()).as(words).doesNotContainPattern("[\\u0000-\\u0008\\u000B-\\u001F" + TURNING + "]");
        assertThat(letter.text()).as(words).doesNotContainPattern("[\\u0000-\\u0009\\u000B-\\u001F" + TURNING + "]");
        assertThat(letter.text().lines().filter("-- "::equals))
                .as("one signature")
                .hasSize(1);
        assertThat(letter.text().lines())
                .allMatch(line -> line.contains("https://") || Wrapping.columns(line) <= Wrapping.WIDTH);
        assertThat(letter.subject()).doesNotContainPattern("\\p{Cc}").hasSizeLessThanOrEqualTo(150);
        String start = OneLine.of(words, 20).replace("…", "");
        assertThat(html.text())
                .as("the words themselves")
                .contains(OneLine.of(Jsoup.parse("").text() + start));
    }

    /** A mail in which the words are headline, statement, speaker, event, figure, search and digest. */
    private Letter letter(String words) {
        String text = "It begins. " + words + " It ends with 600,000 or 900,000 of them.";
        Path home = folder.resolve("home-" + Integer.toHexString(words.hashCode()) + "-" + words.length());
        try (LuceneIndex index = LuceneIndex.open(home.resolve("articles"));
                LuceneSearch search = new LuceneSearch(
                        index.readers(), Clock.fixed(WINDOW, ZoneOffset.UTC), name -> Optional.empty());
                StateStore state = StateStore.open(home.resolve("state.db"))) {
            String subject = words.isBlank() ? "x" : words;
            index.add(article("one")
                    .url("https://ledger.example/one")
                    .on("2026-03-09")
                    .title(words)
                    .text(text)
                    .says(
                            "It",
                            "mira-voss",
                            Act.SUPPORT,
                            words.isEmpty() ? "begins" : words,
                            "chip-sales",
                            Position.FOR)
                    .saysSomebody(words.isEmpty() ? "It" : words, Act.SUPPORT, "begins")
                    .event(EventType.LICENCE_GRANTED, words.isEmpty() ? "ends" : words, "2026-03-06", "mira-voss")
                    .figure("600,000", subject, Measure.SHIPMENT, "600000", "units", "2026")
                    .tagged());
            index.add(article("two")
                    .on("2026-03-08")
                    .title("Two " + words)
                    .text("Others say 900,000. " + words)
                    .figure("900,000", subject, Measure.SHIPMENT, "900000", "units", "2026")
                    .tagged());
            index.refresh();
            DigestIssue issue = new DigestEditor(search, InventedIssue.REGISTRY)
                    .edit(
                            digest(subject),
                            new Subscriber("ada@example.org", Set.of("daily")),
                            WINDOW,
                            state.deliveries());
            return new MailComposer(InventedIssue.REGISTRY, MailSettings.DEFAULTS, (address, digest, name) -> "t")
                    .letter(issue);
        }
    }

    private static Digest digest(String name) {
        return new Digest(
                "daily",
                name,
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch(name, "")),
                List.of(new ActorId("mira-voss")),
                List.of(new IssueId("chip-sales")),
                Digest.USUAL_REACH);
    }

    private static String text(JsonNode value) throws IOException {
        if (value.isString()) {
            return value.asString();
        }
        byte[] packed = Base64.getDecoder().decode(value.path("zlib_b64").asString());
        try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }
}
