package org.onrecord.digest;

import org.onrecord.digest.MailView.Entry;
import org.onrecord.digest.MailView.Section;

/** The text part of a digest mail, for readers without HTML. */
final class PlainText {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(MailView view) {
        PlainText plain = new PlainText();
        plain.line(view.heading());
        plain.line(view.day());
        plain.line("");
        view.sections().forEach(plain::section);
        // "-- " on a line of its own is where mail programs look for the signature (RFC 3676, 4.3).
        plain.line("-- ");
        plain.line(view.footer());
        if (view.unsubscribePage() != null) {
            plain.line(view.unsubscribePage());
        }
        return plain.text.toString();
    }

    private void section(Section section) {
        line(section.heading());
        line("=".repeat(Math.min(section.heading().length(), 72)));
        line("");
        section.entries().forEach(this::entry);
        if (section.more() != null) {
            line(section.more());
            line("");
        }
        if (section.link() != null) {
            line("On the web page: " + section.link());
            line("");
        }
    }

    private void entry(Entry entry) {
        String side = entry.side() == null ? "" : " - " + entry.side() + ": " + entry.issue();
        line("* " + entry.who() + (entry.deed().isEmpty() ? "" : " " + entry.deed()) + side);
        line("  " + OneLine.of(entry.evidence().text()));
        line("  " + entry.headline() + " (" + entry.origin() + ")");
        if (entry.link() != null) {
            line("  " + entry.link());
        }
        line("");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
