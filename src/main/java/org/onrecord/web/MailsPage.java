package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.MailOutcome;
import org.onrecord.digest.Subscriber;
import org.onrecord.json.Json;
import org.onrecord.state.MailFilter;
import org.onrecord.state.MailHistory;
import org.onrecord.state.MailRecord;
import org.onrecord.state.MailRecord.Status;
import tools.jackson.databind.node.ObjectNode;

/** {@code /mails}: what became of the mails, the newest first; narrowed by {@code to}, {@code digest} and {@code status}. */
final class MailsPage {
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;
    private static final int MOST = 1_000;

    /** A table is made in memory. */
    private static final int LONGEST_TABLE = 20_000;

    private final MailHistory mails;
    private final Clock clock;
    private final Templates templates;

    MailsPage(WebParts parts, Templates templates) {
        this.mails = parts.operations().mails();
        this.clock = parts.clock();
        this.templates = templates;
    }

    /**
     * A mail.
     *
     * @param state {@code good}, {@code failing} or {@code new}, for the style
     * @param status what became of it, for people
     * @param reply what the server said last; empty before
     */
    record Row(
            String window,
            String digest,
            String digestHref,
            String address,
            String addressHref,
            String state,
            String status,
            String reply,
            SourcesPage.Moment next) {}

    /** What the reader narrows the list by; empty for nothing. */
    record Asked(String to, String digest, String status) {
        /** The query of an address, with an {@code &} behind it where there is one. */
        String query() {
            return part("to", to) + part("digest", digest) + part("status", status);
        }

        private static String part(String name, String value) {
            return value.isEmpty() ? "" : name + "=" + Links.value(value) + "&";
        }
    }

    /** What the template shows. */
    record View(
            Frame frame,
            Asked asked,
            List<String> statuses,
            List<Row> rows,
            Pager pager,
            @Nullable String wrong) {
        View {
            statuses = List.copyOf(statuses);
            rows = List.copyOf(rows);
        }
    }

    /** {@code GET /mails}. */
    void list(Context ctx) {
        Asked asked = asked(ctx);
        int page = ApiPaging.number(ctx, "page", 1, 1, LAST_PAGE);
        Frame frame = templates
                .frame("Mails", null)
                .with(PageForms.ofList("/mails", asked.query().isEmpty() ? null : asked.query()));
        List<String> statuses =
                Arrays.stream(Status.values()).map(MailOutcome::label).toList();
        View view;
        try {
            MailFilter filter = filter(asked);
            long total = mails.count(filter);
            List<Row> rows = mails.newest(filter, (page - 1) * PAGE, PAGE).stream()
                    .map(this::row)
                    .toList();
            view = new View(frame, asked, statuses, rows, pager(asked, page, rows.size(), total), null);
        } catch (IllegalArgumentException e) {
            ctx.status(400);
            view = new View(frame, asked, statuses, List.of(), pager(asked, 1, 0, 0), e.getMessage());
        }
        templates.show(ctx, "mails", view);
    }

    /** {@code GET /api/v1/mails} with {@code limit} and {@code offset}. */
    void json(Context ctx) {
        MailFilter filter = checkedFilter(ctx);
        int limit = ApiPaging.number(ctx, "limit", PAGE, 1, MOST);
        int offset = ApiPaging.number(ctx, "offset", 0, 0, LAST_PAGE * PAGE);
        ObjectNode json = Json.MAPPER.createObjectNode().put("total", mails.count(filter));
        mails.newest(filter, offset, limit).stream().map(MailOutcome::json).forEach(json.putArray("mails")::add);
        Problems.json(ctx, json);
    }

    /** Its forms as a table and as lines, which are whole or refused. */
    ShortList whole() {
        return new ShortList("/mails", MailOutcome.COLUMNS, ctx -> {
            MailFilter filter = checkedFilter(ctx);
            checkLength(mails.count(filter));
            return mails.newest(filter, 0, LONGEST_TABLE).stream()
                    .map(MailOutcome::json)
                    .toList();
        });
    }

    /** Throws when a table of so many mails would leave some out. */
    static void checkLength(long mails) {
        if (mails > LONGEST_TABLE) {
            throw new BadRequestResponse("there are " + mails + " mails, and a table holds " + LONGEST_TABLE
                    + "; narrow it by to, digest or status, or read /api/v1/mails page by page");
        }
    }

    private static Asked asked(Context ctx) {
        return new Asked(word(ctx, "to"), word(ctx, "digest"), word(ctx, "status"));
    }

    private static String word(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(String::strip).orElse("");
    }

    private static MailFilter checkedFilter(Context ctx) {
        try {
            return filter(asked(ctx));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private static MailFilter filter(Asked asked) {
        return new MailFilter(
                asked.digest().isEmpty() ? null : asked.digest(),
                asked.to().isEmpty() ? null : Subscriber.checked(asked.to()),
                asked.status().isEmpty() ? null : status(asked.status()));
    }

    private static Status status(String label) {
        return MailOutcome.status(label)
                .orElseThrow(() -> new IllegalArgumentException("found the status \"" + label + "\"; there are "
                        + Arrays.stream(Status.values()).map(MailOutcome::label).collect(Collectors.joining(", "))));
    }

    private Row row(MailRecord mail) {
        String state = switch (mail.status()) {
            case SENT -> "good";
            case WAITING -> mail.attempts() == 0 ? "new" : "failing";
            case UNKNOWN, NOT_SENT -> "failing";
        };
        return new Row(
                MailOutcome.time(mail.window()),
                mail.digest(),
                "/mails?digest=" + Links.value(mail.digest()),
                mail.subscriber(),
                "/mails?to=" + Links.value(mail.subscriber()),
                state,
                MailOutcome.inWords(mail),
                mail.reply(),
                SourcesPage.moment(mail.nextAttemptAt(), clock.instant()));
    }

    private static Pager pager(Asked asked, int page, int shown, long total) {
        String all = Labels.count(total, "mail");
        int first = (page - 1) * PAGE + 1;
        boolean more = (long) page * PAGE < total && page < LAST_PAGE;
        String base = "/mails?" + asked.query() + "page=";
        return new Pager(
                shown == 0 || shown == total ? all : first + " to " + (first + shown - 1) + " of " + all,
                page > 1 ? base + (page - 1) : null,
                more ? base + (page + 1) : null);
    }
}
