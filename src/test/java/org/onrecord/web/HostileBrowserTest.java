package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.access.Access;
import org.onrecord.state.StateStore;

/**
 * Opens every page with every hostile text, one text at a time, in a real browser: no script of it runs or is even refused,
 * nothing opens a dialog, and nobody but our own server is asked for anything.
 */
class HostileBrowserTest {
    /** Pages that change when they are read, or that hold nothing of others. */
    private static final Set<String> NOT_SHOWN =
            Set.of("/metrics", "/health", "/health/ready", "/static/<file>", "/logout");

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void open() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "there is no Chromium on this machine: apt install chromium");
        chromium = Chromium.start(executable.get());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void noHostileTextRunsOnAnyPageFeedOrApiAnswer() throws IOException {
        List<String> payloads = payloads();
        int opened = 0;
        try (WatchedPage watched = Objects.requireNonNull(chromium).page(1200, 900, ColorScheme.LIGHT)) {
            for (String payload : payloads) {
                WebParts parts = HostileWebTest.parts(payload);
                try (StateStore store = Doors.store();
                        WebServer server = WebServer.start(
                                WebSettings.defaults().withPort(0),
                                parts.with(Doors.webhooks(store, payload), new Access(store, Newsstand.CLOCK)))) {
                    for (String path : paths(server, payload)) {
                        visit(watched, server.uri(), path, payload);
                        opened++;
                    }
                }
            }
        }
        assertThat(opened).isGreaterThan(payloads.size() * 25);
    }

    /**
     * Some of our own and some of the kit's, others each time; all of them with {@code -Dhostile.payloads=1000}, which takes
     * a while.
     */
    private static List<String> payloads() throws IOException {
        List<String> payloads = new ArrayList<>(HostileWebTest.PAYLOADS);
        payloads.addAll(HostileWebTest.kit());
        long seed = Long.getLong("hostile.seed", System.nanoTime());
        System.out.println("HostileBrowserTest: -Dhostile.seed=" + seed);
        Collections.shuffle(payloads, new Random(seed));
        return payloads.subList(0, Math.min(payloads.size(), Integer.getInteger("hostile.payloads", 4)));
    }

    private static void visit(WatchedPage watched, URI base, String path, String payload) {
        String where = path + " with " + payload;
        watched.page()
                .navigate(base.resolve(path).toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        List<String> troubles = new ArrayList<>(watched.troubles());
        troubles.removeIf(
                trouble -> trouble.contains("Failed to load resource: the server responded with a status of 4"));
        assertThat(troubles).as(where).isEmpty();
        // The browser may still ask the server before for its icon.
        assertThat(watched.requests())
                .as(where)
                .allMatch(request -> request.startsWith(base.toString())
                        || request.matches("http://127\\.0\\.0\\.1:\\d+/favicon\\.svg"));
        watched.troubles().clear();
        watched.requests().clear();
    }

    /** Every route that is read: with the names of the hostile newsstand in its address, and with the text as a query. */
    private static List<String> paths(WebServer server, String payload) {
        String value = Links.value(payload);
        List<String> paths = new ArrayList<>(List.of(
                "/?show=statements",
                "/?show=stories",
                "/event/x/0-" + payload.length(),
                "/nowhere/" + value.replace("+", "%20"),
                "/article/" + value.replace("+", "%20"),
                "/login?next=" + value,
                "/actors?name=" + value));
        for (String route : server.routes()) {
            String path = route.substring(route.indexOf(' ') + 1);
            if (route.startsWith("GET ")
                    && !NOT_SHOWN.contains(path)
                    && !path.contains("{place}")
                    && !path.endsWith(".csv")
                    && !path.endsWith(".jsonl")) {
                String named = path.replace("/actor/{id}", "/actor/ada-pell")
                        .replace("/actors/{id}", "/actors/ada-pell")
                        .replace("/issue/{id}", "/issue/ai-chip-exports")
                        .replace("/issues/{id}", "/issues/ai-chip-exports")
                        .replace("{id}", "x")
                        .replace("{article}", "x")
                        .replace("{token}", "x")
                        .replace("{number}", "1");
                paths.add(named);
                if (!path.contains("{")) {
                    paths.add(named + "?q=" + value);
                }
            }
        }
        return paths;
    }
}
