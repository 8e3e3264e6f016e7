package org.onrecord.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.Mention;
import org.onrecord.article.OfficialDocument;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.TaggedArticle;
import org.onrecord.extract.FederalRegisterDocument;

/** The policy event that a document of the Federal Register is, in place of what its text might only report. */
final class RegisterEvents {
    private RegisterEvents() {}

    /**
     * The article of a document, with the document's number and days at an event: at the one that the document is, where its
     * type and title tell, with the words that name its type as evidence; else at the first event that was found in its text.
     * A document whose event cannot be told stays as it is.
     */
    static TaggedArticle add(TaggedArticle tagged, FederalRegisterDocument document) {
        OfficialDocument official = new OfficialDocument(
                document.number(), document.rins(), document.effectiveOn(), document.commentsCloseOn());
        List<PolicyEvent> events = new ArrayList<>(tagged.events());
        Optional<EventType> type = type(document);
        String text = tagged.article().text();
        if (type.isPresent() && !document.type().isEmpty() && text.startsWith(document.type())) {
            events.removeIf(
                    event -> event.type() == type.get() && event.trigger().start() < firstParagraph(text));
            Passage trigger = Passage.of(text, 0, document.type().length());
            events.addFirst(
                    new PolicyEvent(type.get(), trigger, issuers(tagged), day(document.publishedOn()), 1, official));
        } else if (!events.isEmpty()) {
            PolicyEvent first = events.getFirst();
            events.set(
                    0,
                    new PolicyEvent(
                            first.type(), first.trigger(), first.actors(), first.date(), first.confidence(), official));
        }
        return new TaggedArticle(tagged.article(), tagged.mentions(), tagged.statements(), events, tagged.figures());
    }

    /** A proposed rule decides nothing, and a notice may be anything: of these the title must tell. */
    private static Optional<EventType> type(FederalRegisterDocument document) {
        String title = document.title().toLowerCase(Locale.ROOT);
        if (document.type().equals("Rule")) {
            return Optional.of(
                    title.contains("entity list") || title.contains("unverified list")
                            ? EventType.ENTITY_LISTING
                            : EventType.RULE_ISSUED);
        }
        if (title.contains("denying export privileges") || title.contains("denial of export privileges")) {
            return Optional.of(EventType.ENFORCEMENT);
        }
        return document.type().equals("Notice") && title.contains("investigation")
                ? Optional.of(EventType.INVESTIGATION)
                : Optional.empty();
    }

    /** Whom the first paragraph names: the agencies. */
    private static List<ActorId> issuers(TaggedArticle tagged) {
        int end = firstParagraph(tagged.article().text());
        return tagged.mentions().stream()
                .filter(mention -> mention.passage().end() <= end && mention.actor() != null)
                .map(Mention::actor)
                .distinct()
                .toList();
    }

    private static int firstParagraph(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end;
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
