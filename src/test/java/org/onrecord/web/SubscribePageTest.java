package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.access.Access;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.Subscriptions;

/** From the form to the confirmed subscription, over real HTTP, by the links in the mails. */
class SubscribePageTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASKED = "kind=digest&days=monday&days=friday&at=07%3A30&zone=Asia%2FTaipei"
            + "&queries=Kestrel%0D%0Achips&actors=Dale+Okerlund&issues=ai-chip-exports&name=Mine";
    private static final Pattern LINK = Pattern.compile("https://record\\.example(/subscription/\\S+)");

    private Instant now = Newsstand.NOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private StateStore store;
    private Subscriptions subscriptions;
    private WebServer server;
    private Reader reader;

    @BeforeEach
    void open() {
        store = Doors.store();
        WebParts parts = Newsstand.parts();
        subscriptions = Doors.subscriptions(store, parts.search(), clock);
        server = WebServer.start(
                WebSettings.defaults().withPort(0), parts.with(subscriptions).with(new Access(store, clock)));
        reader = Reader.of(server);
    }

    @AfterEach
    void close() {
        reader.close();
        server.close();
    }

    @Test
    void nothingIsSentBeforeTheReaderHasConfirmedByTheButton() throws Exception {
        Document asked = page(ask("ada@example.org", ASKED));

        assertThat(asked.select("[role=status]").text()).contains("Look into your mail");
        assertThat(subscriptions.active().all()).isEmpty();
        String link = link("ada@example.org");
        for (int i = 0; i < 3; i++) {
            assertThat(reader.page(link).select("main form button").text()).isEqualTo("Yes, send it");
        }
        assertThat(subscriptions.active().all()).as("a link was only looked at").isEmpty();

        Document confirmed = page(reader.post(link, FORM, ""));

        assertThat(confirmed.select("h1").text()).isEqualTo("Subscribed");
        assertThat(confirmed.select("main").text()).contains("07:30 (Asia/Taipei)");
        assertThat(subscriptions.active().digests()).singleElement().satisfies(mine -> {
            assertThat(mine.address()).isEqualTo("ada@example.org");
            assertThat(mine.digest().searches()).hasSize(2);
            assertThat(mine.digest().actors()).containsExactly(Newsstand.OKERLUND);
            assertThat(mine.digest().issues()).containsExactly(Newsstand.EXPORTS);
            assertThat(mine.digest().zone().getId()).isEqualTo("Asia/Taipei");
            assertThat(mine.digest().days()).hasSize(2);
        });
    }

    @Test
    void aLinkThatIsTooOldConfirmsNothing() throws Exception {
        ask("ada@example.org", ASKED);
        String link = link("ada@example.org");
        now = now.plus(Duration.ofDays(2));

        assertThat(reader.get(link).statusCode()).isEqualTo(404);
        assertThat(reader.post(link, FORM, "").statusCode()).isEqualTo(404);
        assertThat(subscriptions.active().all()).isEmpty();
    }

    @Test
    void theAnswerSaysNothingAboutAnAddress() {
        store.suppressions()
                .add(new Suppression(
                        "gone@example.org", Suppression.ALL, Suppression.Kind.REFUSED, "550 no such user", now));

        String unknown = main(ask("new@example.org", ASKED)).replace("new@", "x@");
        String refused = main(ask("gone@example.org", ASKED)).replace("gone@", "x@");
        for (int i = 0; i < 5; i++) {
            store.subscriptions().ask("many@example.org", "{}", now);
        }
        String many = main(ask("many@example.org", ASKED)).replace("many@", "x@");

        assertThat(refused).isEqualTo(unknown);
        assertThat(many).isEqualTo(unknown);
        assertThat(mails("gone@example.org")).isEmpty();
        assertThat(mails("many@example.org")).isEmpty();
        assertThat(mails("new@example.org")).hasSize(1);
    }

    @Test
    void whoAsksForManyIsSlowedDown() {
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = ask("reader" + i + "@example.org", ASKED);
            refused += answer.statusCode() == 429 ? 1 : 0;
        }

        assertThat(refused).isPositive();
        assertThat(store.deliveries().pending()).isEqualTo(30 - refused);
    }

    @Test
    void aPreviewShowsTheMailHowMuchToExpectAndTheNextRunWithItsZone() {
        Document preview = page(send("do=preview&" + ASKED));

        assertThat(preview.select("section [role=status]").text())
                .contains("To expect:")
                .contains("The next mail comes on")
                .contains("at 07:30 (Asia/Taipei)");
        assertThat(preview.select("pre.letter").text()).contains("Okerlund");
        assertThat(preview.select("textarea[name=queries]").text()).contains("Kestrel");
        assertThat(preview.select("input[name=days][value=friday]").hasAttr("checked"))
                .isTrue();
        assertThat(preview.select("input[name=days][value=sunday]").hasAttr("checked"))
                .isFalse();
        HttpResponse<String> html = post("/subscribe/html", ASKED);
        assertThat(html.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("sandbox").contains("default-src 'none'"));
        assertThat(html.body()).contains("Okerlund");
        assertThat(store.deliveries().pending()).isZero();
    }

    @Test
    void whatCannotBeSubscribedToIsToldAllAtOnce() {
        HttpResponse<String> answer = ask(
                "no address",
                "kind=digest&at=7.30&zone=Mars%2FBase&queries=chips&actors=Nobody+Known&issues=none&days=someday");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select("[role=alert] p").eachText())
                .anyMatch(problem -> problem.contains("Nobody Known"))
                .anyMatch(problem -> problem.contains("no issue none"))
                .anyMatch(problem -> problem.contains("no day someday"))
                .anyMatch(problem -> problem.contains("Mars/Base"))
                .anyMatch(problem -> problem.contains("7.30"));
        assertThat(page(ask("ada@example.org", "kind=digest&days=monday&at=07%3A30&zone=UTC&queries=%28chips"))
                        .select("[role=alert]")
                        .text())
                .contains("(chips")
                .contains("cannot be asked");
        assertThat(page(ask("ada@example.org", "kind=alert&zone=UTC&queries=a%0D%0Ab"))
                        .select("[role=alert]")
                        .text())
                .contains("one search");
        assertThat(page(ask("no address", ASKED)).select("[role=alert]").text()).contains("mail address such as");
        assertThat(store.deliveries().pending()).isZero();
    }

    @Test
    void anAlertIsSubscribedToWithItsQuietHours() throws Exception {
        ask("ada@example.org", "kind=alert&zone=Europe%2FBerlin&queries=Kestrel&quiet=22%3A00-07%3A00");
        reader.post(link("ada@example.org"), FORM, "");

        assertThat(subscriptions.active().digests()).isEmpty();
        assertThat(subscriptions.active().alertReaders()).singleElement().satisfies(mine -> {
            assertThat(mine.alert().query()).isEqualTo("Kestrel");
            assertThat(mine.subscriber().quiet()).isNotNull();
        });
    }

    @Test
    void theLinkChangesAndEndsIt() throws Exception {
        ask("ada@example.org", ASKED);
        Document confirmed = page(reader.post(link("ada@example.org"), FORM, ""));
        String change = confirmed.select("main a[href^=/subscription/]").attr("href");
        assertThat(reader.page(change).select("textarea[name=queries]").text()).isEqualTo("Kestrel\nchips");

        Document changed = page(reader.post(
                change, FORM, "do=save&kind=digest&days=sunday&at=18%3A00&zone=UTC&queries=weather&name=Other"));
        assertThat(changed.select("[role=status]").text()).contains("Changed");
        Choice choice = subscriptions.active().all().getFirst().choice();
        assertThat(choice.name()).isEqualTo("Other");
        assertThat(choice.searches())
                .singleElement()
                .satisfies(search -> assertThat(search.query()).isEqualTo("weather"));
        reader.post(change, FORM, "do=end");

        assertThat(subscriptions.active().all()).isEmpty();
        assertThat(reader.page(change).select("main").text()).contains("gets nothing more");
        assertThat(reader.get(change + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWaitsIsNotSentWhenItIsEndedAndWhoUnsubscribedComesBackByChangingIt() throws Exception {
        ask("ada@example.org", ASKED);
        Document confirmed = page(reader.post(link("ada@example.org"), FORM, ""));
        String change = confirmed.select("main a[href^=/subscription/]").attr("href");
        store.suppressions()
                .add(new Suppression(
                        "ada@example.org",
                        "subscription-1",
                        Suppression.Kind.UNSUBSCRIBED,
                        "by the link in a mail",
                        now));
        assertThat(reader.page(change).select("main [role=status]").text()).contains("gets nothing");

        reader.post(change, FORM, "do=save&" + ASKED);
        assertThat(store.suppressions().of("ada@example.org", "subscription-1")).isEmpty();
        assertThat(reader.page(change).select("main [role=status]")).isEmpty();
        reader.post(change, FORM, "do=end");

        assertThat(store.suppressions().of("ada@example.org", "subscription-1")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePagesOfTheLinksCanBeUsedByEverybody(ColorScheme colours) throws Exception {
        ask("ada@example.org", ASKED);
        String confirm = link("ada@example.org");
        try (WatchedPage watched = Chromium.shared().page(390, 844, colours)) {
            assertThat(AccessibilityTest.violations(watched, server.uri().resolve(confirm)))
                    .isEmpty();
            watched.page().click("main form button");
            assertThat(AccessibilityTest.violations(watched)).isEmpty();
            watched.page().click("main a[href^='/subscription/']");
            assertThat(AccessibilityTest.violations(watched)).isEmpty();
            watched.page().click("button[value=preview]");
            assertThat(AccessibilityTest.violations(watched)).isEmpty();
            assertThat(watched.page().locator("pre.letter").count()).isEqualTo(1);
            assertThat(watched.troubles())
                    .as("errors, among them of the content security policy")
                    .isEmpty();
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        assertThat(reader.post("/subscribe", FORM, "do=subscribe&email=ada%40example.org&" + ASKED)
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/subscribe", FORM, "do=subscribe&" + ASKED, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(store.deliveries().pending()).isZero();
    }

    @Test
    void wordsOfTheReaderStayWords() throws Exception {
        String evil = URLEncoder.encode("<script>alert(1)</script>\r\nBcc: eve@example.org", UTF_8);
        ask("ada@example.org", "kind=digest&days=monday&at=07%3A30&zone=UTC&queries=chips&name=" + evil);

        MimeMessage mail = mail("ada@example.org");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(String.valueOf(
                        ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent()))
                .doesNotContain("<script>");
        Document page = reader.page(link("ada@example.org"));
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select("main").text()).contains("<script>alert(1)</script>");
    }

    private HttpResponse<String> ask(String email, String choice) {
        return send("do=subscribe&email=" + URLEncoder.encode(email, UTF_8) + "&" + choice);
    }

    private HttpResponse<String> send(String fields) {
        return post("/subscribe", fields);
    }

    private HttpResponse<String> post(String path, String fields) {
        HttpResponse<String> form = reader.get("/subscribe");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String token = Jsoup.parse(form.body()).select("input[name=token]").attr("value");
        return reader.post(path, FORM, "token=" + token + "&" + fields, "Cookie", cookie);
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    private static String main(HttpResponse<String> answer) {
        Document page = page(answer);
        page.select("input[name=token]").remove();
        return page.select("main").html();
    }

    private List<Delivery> mails(String address) {
        return store.deliveries().due(now, 100).stream()
                .filter(mail -> mail.subscriber().equals(address))
                .toList();
    }

    private MimeMessage mail(String address) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mails(address).getLast().message()));
    }

    private String link(String address) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail(address).getContent();
        Matcher link = LINK.matcher(String.valueOf(parts.getBodyPart(0).getContent()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
