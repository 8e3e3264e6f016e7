package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.CorrectionException;
import org.onrecord.correction.CorrectionJson;
import org.onrecord.correction.Corrections;
import org.onrecord.correction.TypedVerdict;
import org.onrecord.search.ArticleSearch;
import org.onrecord.state.Correction;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/corrections}: what people corrected about statements. */
final class CorrectionsApi {
    private final ArticleSearch search;
    private final Corrections corrections;
    private final ShownSoon shown;
    private final Posted posted;

    CorrectionsApi(WebParts parts, Posted posted) {
        this.search = parts.search();
        this.corrections = parts.corrections();
        this.shown = new ShownSoon(parts.catchUp());
        this.posted = posted;
    }

    /** {@code GET /corrections}: all, newest first, those too that were taken back. */
    ShortList list() {
        return new ShortList(
                "/corrections",
                List.of(
                        "id",
                        "article",
                        "words",
                        "start",
                        "end",
                        "source",
                        "statement",
                        "speaker",
                        "act",
                        "stance",
                        "note",
                        "made",
                        "withdrawn"),
                ctx -> corrections.all().stream().map(CorrectionJson::write).toList());
    }

    /**
     * {@code POST /corrections}: an object with {@code article} and {@code words}, and what is right: {@code speaker}, {@code
     * act}, {@code stance} or {@code statement: false}; see {@link Corrections#add}.
     */
    void add(Context ctx) {
        JsonNode body = posted.json(ctx);
        TaggedArticle article = ArticlePage.find(search, Posted.string(body, "article"));
        Correction correction;
        try {
            correction = corrections.add(
                    article,
                    Posted.string(body, "words"),
                    Posted.string(body, "source"),
                    new TypedVerdict(
                            Posted.string(body, "speaker"),
                            Posted.string(body, "act"),
                            Posted.string(body, "stance"),
                            isStatement(body)),
                    Posted.string(body, "note"));
        } catch (CorrectionException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
        shown.show();
        Problems.json(ctx, CorrectionJson.write(correction));
        ctx.status(201).header("Location", "/api/v1/corrections/" + correction.number());
    }

    private static boolean isStatement(JsonNode body) {
        JsonNode statement = body.path("statement");
        if (!statement.isMissingNode() && !statement.isBoolean()) {
            throw new BadRequestResponse("\"statement\" must be true or false");
        }
        return statement.asBoolean(true);
    }

    /** {@code DELETE /corrections/{number}}: takes it back; it stays in the list, with when it was. */
    void withdraw(Context ctx) {
        String number = ctx.pathParam("number");
        Optional<Correction> withdrawn =
                number.matches("\\d{1,18}") ? corrections.withdraw(Long.parseLong(number)) : Optional.empty();
        if (withdrawn.isEmpty()) {
            throw new NotFoundResponse("no correction " + number + " holds");
        }
        shown.show();
        ctx.status(204);
    }
}
