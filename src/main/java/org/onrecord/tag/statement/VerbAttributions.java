package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Span;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Finds what verbs attribute: "X said that …", "…, X said", "…, said X", "…, adding that …", "was called … by X". */
final class VerbAttributions {
    /** Tokens between a passive verb and the "by" of its agent. */
    private static final int AGENT_REACH = 8;

    /** Tokens between an attribution and the quotation that goes on after it. */
    private static final int INTERRUPTION_REACH = 60;

    private static final Set<String> AFTER_AGENT = Set.of("of", "for", "as", "that");

    /** Verbs of plain saying whose infinitive tells what was said: "claims to know". */
    private static final Set<String> WITH_INFINITIVE =
            Set.of("claim", "expect", "hope", "profess", "remember", "volunteer");

    private final CuedSentence sentence;
    private final ContentFinder contents;
    private final SentenceDrafts drafts;
    private final SubjectFinder subjects;
    private final BorrowedSubject borrowed;
    private final ContentStart starts;
    private final WordOrder order;
    private NounPhrases.@Nullable Phrase lastSubject;

    VerbAttributions(CuedSentence sentence, ContentFinder contents, SentenceDrafts drafts) {
        this.sentence = sentence;
        this.contents = contents;
        this.drafts = drafts;
        this.subjects = new SubjectFinder(sentence);
        this.borrowed = new BorrowedSubject(sentence, subjects);
        this.starts = new ContentStart(sentence);
        this.order = new WordOrder(sentence, starts, contents);
    }

    void find() {
        for (CueHit cue : sentence.cues()) {
            switch (cue.shape()) {
                case PASSIVE -> passive(cue);
                case PARTICIPLE, INFINITIVE -> {
                    NounPhrases.Phrase subject = borrowed.governing(cue, lastSubject);
                    if (subject != null) {
                        contentAfter(cue, subject);
                    }
                }
                case FINITE -> finite(cue);
            }
        }
    }

    /** "was denounced by X as …", "the rule was praised by X". */
    private void passive(CueHit cue) {
        NounPhrases.Phrase agent = agent(cue);
        if (agent == null) {
            return;
        }
        int start = agent.to() + 1;
        Span content;
        if (AFTER_AGENT.contains(sentence.at(agent.to()).lower()) && start < sentence.size()) {
            content = contents.from(start);
        } else {
            NounPhrases.Phrase patient = subjects.before(cue.from());
            content = patient == null ? null : sentence.span(patient);
        }
        drafts.add(cue, agent, content, 0.5);
    }

    private NounPhrases.@Nullable Phrase agent(CueHit cue) {
        for (int i = cue.to(); i < Math.min(sentence.size(), cue.to() + AGENT_REACH); i++) {
            if (sentence.get(i).is("by")) {
                return sentence.phrases().startingAt(i + 1);
            }
        }
        return null;
    }

    private void finite(CueHit cue) {
        NounPhrases.Phrase after = order.subjectAfter(cue);
        if (after != null) {
            lastSubject = after;
            Span content = order.opensSentence(cue)
                    ? contents.quoteBeforeSentence()
                    : contents.before(cue.from(), drafts.firstFree());
            drafts.add(cue, after, content, 0.85);
            drafts.useUpTo(after.to());
            interrupted(cue, after, after.to());
            return;
        }
        NounPhrases.Phrase own = subjects.before(cue.from());
        NounPhrases.Phrase subject = own == null ? borrowed.joined(cue, lastSubject) : own;
        if (subject == null) {
            return;
        }
        lastSubject = subject;
        Span before =
                own != null && order.isContentBefore(cue, own, drafts.firstFree()) ? contentBefore(subject) : null;
        if (before == null) {
            contentAfter(cue, subject);
        } else {
            drafts.add(cue, subject, before, 0.8);
            drafts.useUpTo(cue.to());
            interrupted(cue, subject, cue.to());
        }
    }

    private @Nullable Span contentBefore(NounPhrases.Phrase subject) {
        Span content = contents.before(subject.from(), drafts.firstFree());
        return content == null ? contents.quoteBeforeSentence() : content;
    }

    /** “A,” he said, “B”: the second piece. */
    private void interrupted(CueHit cue, NounPhrases.Phrase subject, int from) {
        for (int i = from; i < Math.min(sentence.size(), from + INTERRUPTION_REACH); i++) {
            if (sentence.isQuoteMark(i)) {
                Token previous = sentence.at(i - 1);
                if (previous.is(",") || previous.is(":") || previous.is("—") || previous.is(";")) {
                    drafts.add(cue, subject, sentence.quoteOpeningAt(i), 0.75);
                }
                return;
            }
            if (sentence.get(i).is(".") || sentence.cueAt(i) != null) {
                return;
            }
        }
    }

    private void contentAfter(CueHit cue, NounPhrases.Phrase subject) {
        int start = starts.after(cue);
        Span content = contents.from(start);
        if (content == null) {
            return;
        }
        boolean quote = sentence.isQuoteMark(start);
        boolean that = sentence.at(start - 1).is("that");
        if (!quote && !isSaid(cue, start, that, content)) {
            return;
        }
        drafts.add(cue, subject, content, quote || that ? 0.9 : 0.65);
        int colon = sentence.words().tokenAt(content.end());
        if (sentence.at(colon).is(":") && sentence.isQuoteMark(colon + 1)) {
            drafts.add(cue, subject, sentence.quoteAt(colon + 1), 0.8);
        }
    }

    /** Whether words without quotation marks are such as the cue's verb attributes: a clause, an infinitive, an object. */
    private boolean isSaid(CueHit cue, int start, boolean that, Span content) {
        Token first = sentence.get(start);
        boolean infinitive = first.is("to");
        if (infinitive
                && cue.act() == Act.ASSERT
                && !WITH_INFINITIVE.contains(cue.cue().base())) {
            return false;
        }
        return that
                || infinitive && !first.isA("ADP")
                || cue.cue().takesObject()
                || sentence.words().hasVerb(content.start(), content.end());
    }
}
