package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Speaker;
import org.onrecord.registry.UsualNames;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.FigureComparison.Line;
import org.onrecord.search.FigureComparison.Verdict;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Hits;
import org.onrecord.search.Listing;
import org.onrecord.search.Quantity;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;

/**
 * {@code GET /figures}: quantities that somebody might check. Compared, the same quantity as different articles give it; with
 * {@code show=list} every figure, newest first.
 */
final class FiguresPage implements Handler {
    /** How many of the newest figures are compared. */
    private static final int COMPARED = 500;

    private final ArticleSearch search;
    private final UsualNames names;
    private final Labels labels;
    private final Templates templates;
    private final SearchFeeds feeds;

    FiguresPage(ArticleSearch search, UsualNames names, Labels labels, Templates templates, SearchFeeds feeds) {
        this.search = search;
        this.names = names;
        this.labels = labels;
        this.templates = templates;
        this.feeds = feeds;
    }

    /**
     * A figure with the sentence that states it.
     *
     * @param sayer who states it; null when the article itself does
     * @param sayerHref the sayer's page; null for none
     */
    record Row(
            String subject,
            String measure,
            String value,
            String period,
            @Nullable String sayer,
            @Nullable String sayerHref,
            List<Piece> evidence,
            ArticleLine article,
            String href) {
        Row {
            evidence = List.copyOf(evidence);
        }
    }

    /** The figures of one period and unit; {@code verdict} is for the style, {@code judgement} for people. */
    record PeriodRows(String period, String verdict, String judgement, List<Row> rows) {
        PeriodRows {
            rows = List.copyOf(rows);
        }
    }

    /** A quantity as different articles give it; {@code summary} is "200,000 units in 2025; 600,000 or 1.6 million in 2026". */
    record Group(String subject, String measure, String verdict, String summary, List<PeriodRows> periods) {
        Group {
            periods = List.copyOf(periods);
        }
    }

    /** What the template shows: groups or rows. */
    record View(
            Frame frame,
            Question question,
            @Nullable WrongQuery wrong,
            List<Group> groups,
            List<Row> rows,
            @Nullable Pager pager) {
        View {
            groups = List.copyOf(groups);
            rows = List.copyOf(rows);
        }

        boolean compares() {
            return question.show() != Question.Show.LIST;
        }
    }

    @Override
    public void handle(Context ctx) {
        Question question = Question.of(ctx);
        Frame frame = templates
                .frame("Figures", Section.FIGURES)
                .with(PageForms.of(
                        question,
                        feeds.links(ctx, Listing.FIGURES, question.query().text())));
        View view;
        try {
            view = question.show() == Question.Show.LIST ? list(frame, question) : compared(frame, question);
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(frame, question, WrongQuery.of(e, question), List.of(), List.of(), null);
        }
        templates.show(ctx, "figures", view);
    }

    private View list(Frame frame, Question question) {
        Hits<FigureHit> hits = search.figures(question.request().sorted(Sort.DATE));
        return new View(
                frame,
                question,
                null,
                List.of(),
                hits.hits().stream().map(this::row).toList(),
                Pager.of(question, hits.hits().size(), hits.total(), "figure"));
    }

    private View compared(Frame frame, Question question) {
        Hits<FigureHit> hits =
                search.figures(new SearchRequest(question.query().text(), Sort.DATE, 0, COMPARED, false));
        List<FigureComparison> several = FigureComparison.of(hits.hits(), names::of).stream()
                .filter(comparison -> comparison.articles() > 1)
                .toList();
        List<FigureComparison> shown = several.stream()
                .skip(question.first() - 1L)
                .limit(Question.PAGE)
                .toList();
        Pager pages = Pager.of(question, shown.size(), several.size(), "quantity");
        String scope = hits.total() > COMPARED
                ? " among the newest " + COMPARED + " of " + Labels.count(hits.total(), "figure")
                : " among " + Labels.count(hits.total(), "figure");
        return new View(
                frame,
                question,
                null,
                shown.stream().map(this::group).toList(),
                List.of(),
                new Pager(pages.summary() + " that several articles give," + scope, pages.previous(), pages.next()));
    }

    private Group group(FigureComparison comparison) {
        return new Group(
                comparison.subject(),
                comparison.measure().label().replace('-', ' '),
                comparison.verdict().label(),
                Quantity.summary(comparison),
                comparison.lines().stream().map(this::period).toList());
    }

    private PeriodRows period(Line line) {
        return new PeriodRows(
                line.period() == null ? "no period given" : line.period(),
                line.verdict().label(),
                judgement(line.verdict()),
                line.figures().stream().map(this::row).toList());
    }

    private static String judgement(Verdict verdict) {
        return switch (verdict) {
            case DISAGREE -> "articles disagree";
            case SCOPE -> "values differ, perhaps in what they cover";
            case OPEN -> "values differ, perhaps of different times or things";
            case AGREE -> "articles agree";
            case ALONE -> "";
        };
    }

    private Row row(FigureHit hit) {
        String subject = hit.figure().subject();
        String period = hit.figure().period();
        Speaker speaker = hit.speaker();
        return new Row(
                subject == null ? "" : subject,
                hit.figure().measure().label().replace('-', ' '),
                Quantity.of(hit.figure()),
                period == null ? "" : period,
                speaker == null
                        ? null
                        : speaker.actor() == null ? speaker.passage().text() : labels.actor(speaker.actor()),
                speaker == null || speaker.actor() == null ? null : Links.actor(speaker.actor()),
                Piece.of(hit.evidence()),
                ArticleLine.of(hit.article(), labels),
                Links.place(hit.article().id(), 'f', hit.figure().passage().span()));
    }
}
