package org.onrecord.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.MailView.Bar;
import org.onrecord.digest.MailView.Entry;
import org.onrecord.digest.MailView.Picture;
import org.onrecord.digest.MailView.Quote;
import org.onrecord.digest.MailView.Section;

/** The text part of a digest mail, for readers without HTML: lines of {@value Wrapping#WIDTH} columns, but for addresses. */
final class PlainText {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(MailView view) {
        PlainText plain = new PlainText();
        plain.wrapped(view.heading(), "");
        plain.line(view.day());
        plain.line("");
        plain.wrapped(view.summary(), "");
        plain.line("");
        view.pictures().forEach(plain::picture);
        view.sections().forEach(plain::section);
        plain.paragraph(view.quiet());
        plain.paragraph(view.missing());
        // "-- " on a line of its own is where mail programs look for the signature (RFC 3676, 4.3).
        plain.line("-- ");
        plain.wrapped(view.footer(), "");
        if (view.unsubscribePage() != null) {
            plain.line(view.unsubscribePage());
        }
        return plain.text.toString();
    }

    private void paragraph(@Nullable String words) {
        if (words != null) {
            wrapped(words, "");
            line("");
        }
    }

    private void picture(Picture picture) {
        wrapped(picture.title(), "");
        line("  " + bars(picture.bars().stream().map(Bar::up).toList()) + (picture.sides() ? "  for" : ""));
        if (picture.sides()) {
            line("  " + bars(picture.bars().stream().map(Bar::down).toList()) + "  against");
        }
        wrapped(picture.words(), "  ");
        line("");
    }

    private static String bars(List<Integer> heights) {
        StringBuilder bars = new StringBuilder();
        for (int height : heights) {
            int step = (height * (BLOCKS.length() - 1) + Picture.HEIGHT - 1) / Picture.HEIGHT;
            bars.append(BLOCKS.charAt(step));
        }
        return bars.toString().replace(' ', '·');
    }

    private void section(Section section) {
        String heading = section.kind().isEmpty() ? section.heading() : section.kind() + ": " + section.heading();
        List<String> lines = Wrapping.lines(heading, Wrapping.WIDTH);
        lines.forEach(this::line);
        line("=".repeat(Wrapping.columns(lines.getLast())));
        line("");
        section.entries().forEach(this::entry);
        if (section.more() != null) {
            line(section.more().words()
                    + (section.more().address() == null
                            ? ""
                            : ": " + section.more().address()));
            line("");
        }
    }

    private void entry(Entry entry) {
        String side = entry.side() == null ? "" : " - " + entry.side() + ": " + entry.issue();
        hanging("* ", entry.who() + (entry.deed().isEmpty() ? "" : " " + entry.deed()) + side);
        if (!entry.facts().isEmpty()) {
            wrapped(entry.facts(), "  ");
        }
        entry.quotes().forEach(quote -> quote(quote, entry.who()));
        line("");
    }

    private void quote(Quote quote, String who) {
        if (!quote.label().isEmpty()) {
            wrapped(quote.label(), "  ");
        }
        String words = quote.before() + " " + OneLine.of(quote.words().text()) + " " + quote.after();
        if (!words.isBlank()) {
            wrapped(words.strip(), "  > ");
        }
        boolean told = quote.headline().words().equals(who);
        wrapped(told ? quote.origin() : quote.headline().words() + " (" + quote.origin() + ")", "  ");
        if (quote.headline().address() != null) {
            line("  " + quote.headline().address());
        }
        if (quote.evidence() != null) {
            line("  Evidence: " + quote.evidence());
        }
    }

    private void wrapped(String words, String indent) {
        Wrapping.lines(words, Wrapping.WIDTH - indent.length()).forEach(line -> line(indent + line));
    }

    private void hanging(String bullet, String words) {
        String indent = bullet;
        for (String line : Wrapping.lines(words, Wrapping.WIDTH - bullet.length())) {
            line(indent + line);
            indent = " ".repeat(bullet.length());
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
