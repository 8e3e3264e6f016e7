package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailComposerTest {
    private static final String LINK = "https://ledger.example/q40";

    private static final UnsubscribeTokens TOKENS = (address, digest, name) -> "Token-1_" + digest + ".x";

    private final MailComposer composer = new MailComposer(InventedIssue.REGISTRY, settings(null), TOKENS);

    @Test
    void isTextAndHtmlWithTheSameWords() throws Exception {
        MimeMessage mail = parsed(composer.compose(InventedIssue.whole()));

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, 0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(part(mail, 1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        Document html = html(mail);
        assertThat(text(mail)).contains("""
                        * Tom Arlo warns - against: Selling accelerators abroad
                          > Senator Tom Arlo warned that every Q40 that leaves the country
                          > “trains somebody else's missiles”, and asked the department to stop.
                          Senators split over accelerator exports (daily-ledger, 9 March 2026)
                          https://ledger.example/2026/03/39
                        """);
        assertThat(html.select(".item").get(2).text())
                .isEqualTo(
                        "Tom Arlo warns against Selling accelerators abroad Senator Tom Arlo warned that every Q40 that"
                                + " leaves the country “trains somebody else's missiles”, and asked the department to stop. Senators"
                                + " split over accelerator exports · daily-ledger, 9 March 2026");
        assertThat(html.select("mark").eachText()).contains("trains somebody else's missiles");
        assertThat(html.select(".item a").eachAttr("href")).contains("https://ledger.example/q40-cleared");
        for (String words : List.of(
                "Licence granted 6 March 2026",
                "12 more",
                "1 policy event, 2 statements by 2 speakers and 1 story, from 1 source")) {
            assertThat(html.text()).contains(words);
            assertThat(text(mail)).contains(words);
        }
    }

    @Test
    void carriesTheHeadersOfAMailingList() throws Exception {
        MimeMessage mail = parsed(composer.compose(InventedIssue.whole()));

        assertThat(mail.getSubject()).isEqualTo("4 new: Export controls, daily (Mar 10)");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("news@onrecord.example", "OnRecord"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ada@example.org"));
        assertThat(mail.getSentDate()).isEqualTo(InventedIssue.WINDOW);
        assertThat(mail.getHeader("List-Id")).containsExactly("<daily.onrecord.onrecord.example>");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:news@onrecord.example?subject=unsubscribe%20daily>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void theMessageIdIsAFunctionOfDigestWindowAndSubscriber() throws Exception {
        String id = composer.messageId(InventedIssue.daily("Daily"), InventedIssue.ADA, InventedIssue.WINDOW);

        assertThat(parsed(composer.compose(InventedIssue.whole())).getMessageID())
                .isEqualTo("<" + id + ">");
        assertThat(composer.messageId(InventedIssue.daily("Renamed"), InventedIssue.ADA, InventedIssue.WINDOW))
                .isEqualTo(id);
        assertThat(composer.messageId(
                        InventedIssue.daily("Daily"), InventedIssue.ADA, InventedIssue.WINDOW.plusSeconds(60)))
                .isNotEqualTo(id);
        assertThat(composer.messageId(
                        InventedIssue.daily("Daily"),
                        new Subscriber("bo@example.org", Set.of("daily")),
                        InventedIssue.WINDOW))
                .isNotEqualTo(id);
    }

    @Test
    void namesInOtherScriptsArriveWhole() throws Exception {
        String name = "出口管制 – Überblick 𝄞".repeat(5);

        MimeMessage mail = parsed(composer.compose(InventedIssue.issue(name, "华为芯片", LINK, "他说“好”。")));

        assertThat(mail.getSubject()).isEqualTo("1 new: " + name + " (Mar 10)");
        assertThat(text(mail)).contains("华为芯片", "他说“好”。");
        assertThat(html(mail).text()).contains("华为芯片", "他说“好”。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Budget vote\r\nBcc: eve@example.net",
                "Budget\nX-Injected: 1",
                "Budget\rX-Injected: 1",
                "Budget\r\n\r\n<b>body from header</b>",
                "Budget\u760d\u760aBcc: eve@example.net",
                "A\u2028B\u2029C\u0085D\u000bE\fF\0G",
                "=?utf-8?Q?a=0D=0ABcc:_eve@example.net?=",
                "--=_Part_0\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>",
                "line\r\n.\r\nMAIL FROM:<eve@example.net>\r\n",
            })
    void noNameAndNoTitleBringsAHeaderOrAPartOfItsOwn(String hostile) throws Exception {
        byte[] bytes = composer.compose(InventedIssue.issue(hostile, hostile, LINK, hostile));

        MimeMessage mail = parsed(bytes);
        assertSafe(bytes);
        assertThat(mail.getSubject()).isEqualTo("1 new: " + OneLine.of(hostile) + " (Mar 10)");
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
        assertThat(OneLine.of(text(mail))).contains(OneLine.of(hostile) + " (daily-");
        assertThat(html(mail).select("script, b")).isEmpty();
    }

    @Test
    void noLineIsLongerThanMailAllows() throws Exception {
        String words = "word ".repeat(5_000);
        String unbroken = "x".repeat(20_000);

        for (String longest : List.of(words, unbroken, "芯".repeat(20_000))) {
            byte[] bytes = composer.compose(InventedIssue.issue(longest, longest, LINK + "?" + unbroken, longest));

            assertSafe(bytes);
            assertThat(parsed(bytes).getSubject()).hasSizeLessThanOrEqualTo(150).endsWith("… (Mar 10)");
        }
    }

    @Test
    void mailsNoMoreThanAShortPassageOfAnArticle() throws Exception {
        MimeMessage mail = parsed(
                composer.compose(InventedIssue.issue("Daily", "Headline", LINK, "Not one word more. ".repeat(1_000))));

        assertThat(text(mail)).hasSizeLessThan(1_500);
    }

    @Test
    void aScriptInATitleIsOnlyWords() throws Exception {
        String title = "<script>alert('x')</script><img src=x onerror=alert(1)> & \"more\"";

        Document html = html(parsed(composer.compose(InventedIssue.issue(title, title, LINK, title))));

        assertThat(html.select("script, img")).isEmpty();
        assertThat(html.select(".item a").text()).isEqualTo(title);
        assertThat(html.select("h1").text()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,hi", "file:///etc/passwd", "vbscript:x", "/relative"})
    void onlyWebAddressesAreLinks(String address) throws Exception {
        MimeMessage mail = parsed(composer.compose(InventedIssue.issue("Daily", "Headline", address, "Words.")));

        assertThat(html(mail).select(".item a")).isEmpty();
        assertThat(text(mail)).contains("Headline").doesNotContain(address);
    }

    @Test
    void loadsNothingFromElsewhereWhenItIsOpened() throws Exception {
        Document html = html(parsed(composer.compose(InventedIssue.whole())));

        assertThat(html.select("[src], [background], link, iframe, object, embed, form, base"))
                .isEmpty();
        assertThat(html.select("style").html()).doesNotContain("url(", "@import");
        assertThat(html.select("a"))
                .allSatisfy(link -> assertThat(link.attr("rel")).isEqualTo("noopener noreferrer"));
    }

    @Test
    void leadsToTheWebPageWhereThereIsOne() throws Exception {
        MailComposer withPage =
                new MailComposer(InventedIssue.REGISTRY, settings("https://onrecord.example.org"), TOKENS);

        MimeMessage mail = parsed(withPage.compose(InventedIssue.whole()));

        String page = "https://onrecord.example.org/?show=stories&sort=date"
                + "&q=%28event%3Alicence-granted+OR+event%3Arule-issued%29+after%3A2026-03-04";
        assertThat(html(mail).select("a").eachAttr("href")).contains(page);
        assertThat(text(mail)).contains(page);
        assertThat(text(mail)).contains("Evidence: https://onrecord.example.org/article/a39#s0-31");
        assertThat(text(parsed(composer.compose(InventedIssue.whole())))).doesNotContain("onrecord.example.org");
    }

    @Test
    void noneOfTheKnownScriptAttacksRuns() throws Exception {
        Path payloads = SharedMaterial.at("hostile/xss/payloads.jsonl");
        assumeTrue(Files.exists(payloads), "skipped: the list of script attacks is not beside the project");
        for (String line : Files.readAllLines(payloads)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String payload =
                    row.path("payload").isString() ? row.path("payload").asString() : row.toString();

            byte[] bytes = composer.compose(InventedIssue.issue(payload, payload, LINK, payload));

            assertSafe(bytes);
            Document html = html(parsed(bytes));
            Set<String> tags = Set.of(
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
            for (Element element : html.select("html, html *")) {
                assertThat(tags).as(line).contains(element.normalName());
                assertThat(element.attributes().asList())
                        .as(line)
                        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            }
            assertThat(html.select("a").eachAttr("href")).as(line).allMatch(link -> link.startsWith("https://"));
        }
    }

    @Test
    void leadsToAPageThatUnsubscribesAndLetsMailProgramsDoItWithOneClick() throws Exception {
        MimeMessage mail =
                parsed(new MailComposer(InventedIssue.REGISTRY, settings("https://onrecord.example.org"), TOKENS)
                        .compose(InventedIssue.whole()));

        String page = "https://onrecord.example.org/unsubscribe/Token-1_daily.x";
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + page + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(mail)).endsWith("To stop it, open the page below and press its button.\n" + page + "\n");
        assertThat(html(mail).select("a:contains(Unsubscribe)").attr("href")).isEqualTo(page);
    }

    @Test
    void namesTheMailboxForThoseWhoUnsubscribeByMailAsWell() throws Exception {
        MailSettings both = new MailSettings(
                "news@onrecord.example",
                null,
                587,
                MailSettings.Security.STARTTLS,
                null,
                null,
                Duration.ofMinutes(10),
                "http://onrecord.lan",
                "leave@onrecord.example",
                SendRate.ELSEWHERE,
                null);

        MimeMessage mail =
                parsed(new MailComposer(InventedIssue.REGISTRY, both, TOKENS).compose(InventedIssue.whole()));

        assertThat(mail.getHeader("List-Unsubscribe", null))
                .isEqualTo("<http://onrecord.lan/unsubscribe/Token-1_daily.x>,\r\n"
                        + " <mailto:leave@onrecord.example?subject=unsubscribe%20daily>");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
                .as("RFC 8058 wants https")
                .isNull();
    }

    /** Only our headers, each line short, none bare, all of it ASCII. */
    private static void assertSafe(byte[] bytes) throws MessagingException {
        assertThat(Collections.list(parsed(bytes).getAllHeaders()))
                .extracting(Header::getName)
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "List-Id",
                        "List-Unsubscribe",
                        "Auto-Submitted",
                        "Precedence");
        assertThat(parsed(bytes).getRecipients(Message.RecipientType.BCC)).isNull();
        String wire = new String(bytes, ISO_8859_1);
        assertThat(wire).matches("(?s)\\p{ASCII}*").doesNotContainPattern("\r(?!\n)|(?<!\r)\n|\\x00");
        assertThat(wire.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    private static MailSettings settings(@Nullable String webAddress) {
        return new MailSettings(
                "news@onrecord.example",
                null,
                587,
                MailSettings.Security.STARTTLS,
                null,
                null,
                Duration.ofMinutes(10),
                webAddress);
    }

    private static MimeMessage parsed(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static BodyPart part(MimeMessage mail, int number) throws MessagingException, IOException {
        return ((MimeMultipart) mail.getContent()).getBodyPart(number);
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return new String(part(mail, 0).getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
    }

    private static Document html(MimeMessage mail) throws MessagingException, IOException {
        return Jsoup.parse(new String(part(mail, 1).getInputStream().readAllBytes(), UTF_8));
    }
}
