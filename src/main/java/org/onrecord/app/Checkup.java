package org.onrecord.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.archive.Archive;
import org.onrecord.article.ArticleId;
import org.onrecord.index.IndexCheck;
import org.onrecord.state.Capture;
import org.onrecord.state.MailRecord.Status;
import org.onrecord.state.PassedOver;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression.Kind;

/**
 * Compares archive, state and index of a home with each other, every record and every file of the index read. Changes
 * nothing, and works beside a running server.
 *
 * @param lines what there is, for people
 * @param troubles what is not in order, each with what to do
 */
record Checkup(List<String> lines, List<String> troubles) {
    private static final int BATCH = 500;
    private static final int NAMED = 5;

    static Checkup of(Home home, Progress progress) {
        Checkup checkup = new Checkup(new ArrayList<>(), new ArrayList<>());
        // The index first: what it holds by now is in the state store too, whatever comes in meanwhile.
        List<IndexCheck> index = checkup.readIndex(home);
        try (StateStore state = StateStore.openReadOnly(home.state());
                Archive archive = Archive.openReadOnly(home.archive(), state.captures(), Clock.systemUTC())) {
            checkup.checkState(state);
            checkup.checkArchive(state, archive, progress);
            index.forEach(check -> checkup.compare(check, state));
            checkup.listPassedOver(state);
            long articles =
                    index.stream().mapToLong(check -> check.articles().size()).sum();
            checkup.lines.add("space     " + SpaceUsed.of(home).forArticles(articles));
        }
        return checkup;
    }

    private List<IndexCheck> readIndex(Home home) {
        try {
            return List.of(IndexCheck.of(home.articles()));
        } catch (RuntimeException e) {
            troubles.add("index     " + e.getMessage());
            return List.of();
        }
    }

    private void checkState(StateStore state) {
        List<String> damages = state.damages();
        if (damages.isEmpty()) {
            lines.add("state     sound");
        }
        damages.forEach(damage -> troubles.add("state     " + damage + "; restore a backup with `restore`"));
        lines.add("outbox    " + SearchCommand.count(state.deliveries().pending(), "mail") + " waiting");
        long unknown = state.mailHistory().count(Status.UNKNOWN, Instant.EPOCH);
        if (unknown > 0) {
            lines.add("outbox    of " + SearchCommand.count(unknown, "mail")
                    + " nobody can tell whether it arrived; `digest history --status unknown` lists them");
        }
        state.suppressions().all().stream()
                .filter(suppression -> suppression.kind() == Kind.REFUSED)
                .forEach(suppression -> lines.add("outbox    " + DigestPrinter.text(suppression)));
    }

    /** Reads every capture's record back and compares its hash. */
    private void checkArchive(StateStore state, Archive archive, Progress progress) {
        long total = state.captures().count();
        long read = 0;
        long damaged = 0;
        long number = 0;
        for (var batch = state.captures().after(0, BATCH);
                !batch.isEmpty();
                batch = state.captures().after(number, BATCH)) {
            for (Capture capture : batch) {
                damaged += isReadable(archive, capture) ? 0 : 1;
                number = capture.number();
                progress.update(++read, Math.max(total, read));
            }
        }
        lines.add("archive   " + SearchCommand.count(read, "capture") + ", " + damaged + " damaged");
        archive.compare().forEach(finding -> troubles.add("archive   " + finding));
    }

    private boolean isReadable(Archive archive, Capture capture) {
        try {
            archive.read(capture);
            return true;
        } catch (RuntimeException e) {
            troubles.add("archive   " + e.getMessage());
            return false;
        }
    }

    private void compare(IndexCheck index, StateStore state) {
        long behind = state.captures().highest() - index.highestCapture();
        if (behind < 0) {
            troubles.add(
                    "index     it is " + -behind + " captures ahead of the state store: the store was lost or is older;"
                            + " restore it, or go on: the next start makes the index anew from what the store knows");
        }
        index.damages().forEach(damage -> troubles.add("index     " + damage + "; `reindex` makes it anew"));
        Set<ArticleId> missing = new HashSet<>(state.versions().articles(index.highestCapture()));
        missing.removeAll(index.articles());
        Set<ArticleId> unknown = new HashSet<>(index.articles());
        unknown.removeAll(state.versions().articles(Long.MAX_VALUE));
        report(missing, "of the archive missing in it");
        report(unknown, "in it without a capture that the state store knows");
        lines.add("index     " + SearchCommand.count(index.articles().size(), "article")
                + (behind <= 0 ? ", up to date" : ", behind by " + behind + " captures; `fetch` or `run` catches up"));
    }

    private void report(Set<ArticleId> articles, String words) {
        if (!articles.isEmpty()) {
            List<String> first = articles.stream()
                    .sorted()
                    .limit(NAMED)
                    .map(ArticleId::value)
                    .toList();
            troubles.add("index     " + SearchCommand.count(articles.size(), "article") + " " + words + ": "
                    + String.join(", ", first) + (articles.size() > NAMED ? ", …" : "") + "; `reindex` makes it anew");
        }
    }

    private void listPassedOver(StateStore state) {
        for (PassedOver.Entry entry : state.passedOver().all()) {
            troubles.add("article   capture " + entry.capture() + " is not in the index: " + entry.reason() + "; tried "
                    + SearchCommand.count(entry.attempts(), "time") + ", again after " + entry.nextAttemptAt());
        }
    }

    /** Whether there is an archive to look at. */
    static boolean isPossible(Home home) {
        return Files.exists(home.state());
    }
}
