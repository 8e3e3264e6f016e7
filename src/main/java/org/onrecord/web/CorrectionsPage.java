package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.correction.Corrections;
import org.onrecord.correction.VerdictWords;
import org.onrecord.state.Correction;

/** {@code /corrections}: everything that people corrected, and the form that takes one back. */
final class CorrectionsPage {
    private final Corrections corrections;
    private final ShownSoon shown;
    private final Labels labels;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    CorrectionsPage(WebParts parts, Labels labels, Templates templates, Posted posted, FormGuard guard) {
        this.corrections = parts.corrections();
        this.shown = new ShownSoon(parts.catchUp());
        this.labels = labels;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /**
     * A correction.
     *
     * @param verdict what it says, in words
     * @param withdrawn when it was taken back, for people; null while it holds
     */
    record Row(
            long number,
            String href,
            String words,
            String verdict,
            String note,
            String made,
            @Nullable String withdrawn) {}

    /** What the template shows. */
    record View(Frame frame, String token, List<Row> rows) {
        View {
            rows = List.copyOf(rows);
        }
    }

    /** {@code GET /corrections}, newest first. */
    void list(Context ctx) {
        templates.show(
                ctx,
                "corrections",
                new View(
                        templates.frame("Corrections", null).with(PageForms.ofList("/corrections", null)),
                        guard.token(ctx),
                        corrections.all().stream().map(this::row).toList()));
    }

    /** {@code POST /corrections/undo} with {@code number}. */
    void undo(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String number = form.getOrDefault("number", "");
        if (number.matches("\\d{1,18}")
                && corrections.withdraw(Long.parseLong(number)).isPresent()) {
            shown.show();
        }
        ctx.redirect("/corrections", HttpStatus.SEE_OTHER);
    }

    private Row row(Correction correction) {
        return new Row(
                correction.number(),
                Links.article(correction.article()),
                StatementCard.shortened(correction.content().text()),
                VerdictWords.of(correction.verdict(), labels::actor, labels::issue),
                correction.note(),
                day(correction.madeAt()),
                correction.withdrawnAt() == null ? null : day(correction.withdrawnAt()));
    }

    private static String day(Instant at) {
        return Labels.day(at.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
