package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.speaker.SpeakerResolver;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Goes through a text sentence by sentence and drafts its statements: who, by which cue, which words. */
public final class AttributionFinder {
    private static final int TRANSCRIPT_HEAD = 70;

    private final Reading reading;
    private final List<Name> names;
    private final CueLexicon lexicon;
    private final SourceCheck sources;
    private final SpeakerResolver speakers;
    private final List<Draft> drafts = new ArrayList<>();
    private int index;

    public AttributionFinder(
            Reading reading, List<Name> names, CueLexicon lexicon, WordLists words, SpeakerResolver speakers) {
        this.reading = reading;
        this.names = names;
        this.lexicon = lexicon;
        this.sources = new SourceCheck(words);
        this.speakers = speakers;
    }

    public List<Draft> find() {
        int name = 0;
        int paragraph = -1;
        for (index = 0; index < reading.sentences().size(); index++) {
            Sentence sentence = reading.sentences().get(index);
            while (name < names.size() && names.get(name).end() <= sentence.start()) {
                name++;
            }
            int to = name;
            while (to < names.size() && names.get(to).start() < sentence.end()) {
                to++;
            }
            List<Name> own = names.subList(name, to);
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                transcript(sentence, own);
            }
            new InSentence(sentence, own).find();
        }
        looseQuotes();
        drafts.sort(Comparator.comparingInt(Draft::start).thenComparingInt(draft -> -draft.end()));
        return distinct();
    }

    /** "Padma Orr, CEO: …": the paragraph is what the name before the colon says. */
    private void transcript(Sentence sentence, List<Name> own) {
        if (own.isEmpty() || own.getFirst().start() - sentence.start() > 3) {
            return;
        }
        Name speaker = own.getFirst();
        if (speaker.type() != EntityType.PERSON && speaker.type() != EntityType.ORG) {
            return;
        }
        String text = reading.text();
        int lineEnd = text.indexOf('\n', sentence.start());
        lineEnd = lineEnd < 0 ? text.length() : lineEnd;
        int colon = text.indexOf(':', speaker.end());
        boolean near = colon > 0 && colon < Math.min(lineEnd, speaker.end() + TRANSCRIPT_HEAD);
        if (!near || colon + 2 >= lineEnd || text.charAt(colon + 1) != ' ') {
            return;
        }
        String head = text.substring(speaker.end(), colon);
        if (!(head.isBlank() || head.matches("(?:,| \\().*")) || hasVerb(sentence, speaker.end(), colon)) {
            return;
        }
        int start = colon + 2;
        int end = lineEnd;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start + 3) {
            ActorId actor = speakers.actor(speaker.start(), speaker.end());
            drafts.add(new Draft(index, speaker.start(), speaker.end(), actor, -1, -1, "", null, start, end, 0.75));
        }
    }

    private static boolean hasVerb(Sentence sentence, int from, int to) {
        for (int i = sentence.tokenAt(from);
                i < sentence.size() && sentence.get(i).start() < to;
                i++) {
            if (sentence.get(i).isVerbal()) {
                return true;
            }
        }
        return false;
    }

    /** Quotations that no cue claimed belong to the speaker before them in the paragraph. */
    private void looseQuotes() {
        String text = reading.text();
        BitSet claimed = new BitSet(text.length());
        drafts.forEach(draft -> claimed.set(draft.start(), draft.end()));
        NavigableMap<Integer, Draft> ends = new TreeMap<>();
        drafts.stream().filter(draft -> draft.speakerStart() >= 0).forEach(draft -> ends.put(draft.end(), draft));
        for (Span quote : reading.quotes().spans()) {
            if (isClaimed(claimed, quote)) {
                continue;
            }
            int at = reading.sentenceAt(quote.start());
            if (at >= reading.sentences().size()) {
                continue;
            }
            Sentence sentence = reading.sentences().get(at);
            boolean opens = quote.start() <= sentence.start() + 1
                    || endsWith(text, quote.start(), ":")
                    || endsWith(text, quote.start(), "—");
            int words = text.substring(quote.start(), quote.end()).split("\\s+").length;
            char last = quote.length() > 2 ? text.charAt(quote.end() - 2) : ' ';
            if (!opens || words < 2 || (words < 4 && ".!?".indexOf(last) < 0)) {
                continue;
            }
            Map.Entry<Integer, Draft> entry = ends.floorEntry(quote.start());
            Draft before = entry == null ? null : entry.getValue();
            if (before == null) {
                continue;
            }
            int apart = sentence.paragraph()
                    - reading.sentences().get(before.sentence()).paragraph();
            if (apart == 0 || apart == 1 && quote.start() <= sentence.start() + 1) {
                Draft loose = before.withoutCue(quote.start(), quote.end());
                drafts.add(loose);
                ends.put(loose.end(), loose);
                claimed.set(quote.start(), quote.end());
            }
        }
    }

    private static boolean isClaimed(BitSet claimed, Span quote) {
        int next = claimed.nextSetBit(quote.start());
        return next >= 0 && next < quote.end();
    }

    private static boolean endsWith(String text, int end, String mark) {
        return text.substring(Math.max(0, end - 5), end).stripTrailing().endsWith(mark);
    }

    private List<Draft> distinct() {
        List<Draft> kept = new ArrayList<>();
        Set<Span> spans = new HashSet<>();
        drafts.sort(Comparator.comparingInt(Draft::start)
                .thenComparingInt(draft -> -draft.end())
                .thenComparingInt(draft -> draft.actor() == null ? 1 : 0));
        Set<String> seen = new HashSet<>();
        for (Draft draft : drafts) {
            Span span = new Span(draft.start(), draft.end());
            boolean known = draft.actor() == null ? spans.contains(span) : !seen.add(span + " " + draft.actor());
            if (spans.add(span) || !known && draft.actor() != null && !seenUnnamed(kept, span)) {
                kept.add(draft);
            }
        }
        return kept;
    }

    private static boolean seenUnnamed(List<Draft> kept, Span span) {
        Draft last = kept.getLast();
        return last.actor() == null && last.start() == span.start() && last.end() == span.end();
    }

    /** The work on one sentence. */
    private final class InSentence {
        private final Sentence sentence;
        private final NounPhrases phrases;
        private final SubjectFinder subjects;
        private final List<CueHit> cues;
        private final ContentFinder contents;
        private int earliest;
        private NounPhrases.@Nullable Phrase lastSubject;

        InSentence(Sentence sentence, List<Name> own) {
            this.sentence = sentence;
            this.phrases = new NounPhrases(sentence, own);
            this.cues = new CueFinder(lexicon).find(sentence, reading.quotes());
            this.subjects = new SubjectFinder(sentence, phrases, reading.quotes());
            this.contents = new ContentFinder(sentence, phrases, reading.quotes(), cues, lexicon);
        }

        public void find() {
            sources();
            for (CueHit cue : cues) {
                attribute(cue);
            }
            nouns();
        }

        private void attribute(CueHit cue) {
            switch (cue.shape()) {
                case PASSIVE -> passive(cue);
                case PARTICIPLE, INFINITIVE -> {
                    NounPhrases.Phrase subject = governing(cue);
                    if (subject != null) {
                        right(cue, subject);
                    }
                }
                case FINITE -> finite(cue);
            }
        }

        private void passive(CueHit cue) {
            for (int i = cue.to(); i < Math.min(sentence.size(), cue.to() + 8); i++) {
                if (sentence.get(i).is("by")) {
                    NounPhrases.Phrase subject = phrases.startingAt(i + 1);
                    if (subject != null) {
                        int start = subject.to();
                        if (sentence.at(start).is("of")
                                || sentence.at(start).is("for")
                                || sentence.at(start).is("as")
                                || sentence.at(start).is("that")) {
                            start++;
                        }
                        boolean more = start < sentence.size() && start > subject.to();
                        NounPhrases.Phrase thing = more ? null : subjects.before(cue.from());
                        Span content = more
                                ? contents.from(start, cue)
                                : thing == null
                                        ? null
                                        : new Span(
                                                sentence.get(thing.from()).start(),
                                                sentence.get(thing.to() - 1).end());
                        add(cue, subject, content, 0.5);
                    }
                    return;
                }
            }
        }

        private void finite(CueHit cue) {
            int before = cue.from() - 1;
            while (before >= 0 && sentence.get(before).isA("ADV")) {
                before--;
            }
            Token previous = sentence.at(before);
            boolean closed = before < 0
                    || previous.is(",")
                    || CueFinder.isQuoteMark(previous)
                    || previous.is("—")
                    || previous.is("–")
                    || previous.is("?")
                    || previous.is("!");
            NounPhrases.Phrase after = closed ? invertedSubject(cue) : null;
            if (after != null) {
                lastSubject = after;
                Span content = before < 0 ? quoteBefore() : contents.before(cue.from(), earliest);
                add(cue, after, content, 0.85);
                earliest = Math.max(earliest, after.to());
                interrupted(cue, after, after.to());
                return;
            }
            NounPhrases.Phrase subject = subjects.before(cue.from());
            boolean shared = false;
            if (subject == null) {
                subject = sharedSubject(cue);
                shared = true;
            }
            if (subject == null) {
                return;
            }
            lastSubject = subject;
            if (!shared && isFronted(cue, subject)) {
                Span content = contents.before(subject.from(), earliest);
                if (subject.from() == 0 || content == null) {
                    content = quoteBefore();
                }
                if (content != null) {
                    add(cue, subject, content, 0.8);
                    earliest = Math.max(earliest, cue.to());
                    interrupted(cue, subject, cue.to());
                    return;
                }
            }
            right(cue, subject);
        }

        /** "…,” said X": the phrase after the cue. */
        private NounPhrases.@Nullable Phrase invertedSubject(CueHit cue) {
            if (cue.cue().words() > 1 && !cue.cue().base().equals("chime in")
                    || sentence.at(cue.to()).is("that")) {
                return null;
            }
            NounPhrases.Phrase phrase = phrases.startingAt(cue.to());
            if (phrase == null
                    || reading.quotes().covers(sentence.get(phrase.from()).start())) {
                return null;
            }
            Token next = sentence.at(phrase.to());
            boolean named = phrases.nameAt(phrase.from()) != null || phrases.nameAt(phrase.to() - 1) != null;
            boolean ended = !next.isWord()
                    || next.isA("ADP", "SCONJ", "ADV")
                    || next.is("who")
                    || next.is("which")
                    || lexicon.isTimeAfterSpeaker(next.lower());
            boolean clause = next.isVerbal() && !next.lower().endsWith("ing");
            return ended
                            && !clause
                            && (named || !cue.cue().takesObject() || CueFinder.isQuoteMark(sentence.at(cue.from() - 1)))
                    ? phrase
                    : null;
        }

        private boolean isFronted(CueHit cue, NounPhrases.Phrase subject) {
            int left = subject.from() - 1;
            Token next = sentence.at(cue.to());
            boolean rightEnds = cue.to() >= sentence.size()
                    || ".;?!".contains(next.text()) && next.text().length() == 1;
            if (left < 0) {
                return rightEnds && quoteBefore() != null;
            }
            Token previous = sentence.get(left);
            boolean closed = previous.is(",")
                    || CueFinder.isQuoteMark(previous)
                    || previous.is("—")
                    || previous.is("–")
                    || previous.is("?")
                    || previous.is("!");
            if (!closed || left <= earliest - 1) {
                return false;
            }
            if (CueFinder.isQuoteMark(previous)) {
                return !next.is("that");
            }
            if (!hasVerb(
                    sentence, sentence.get(earliest).start(), sentence.get(left).start())) {
                return false;
            }
            if (rightEnds) {
                return true;
            }
            int start = contents.startAfter(cue);
            boolean opens =
                    next.is("that") || next.is(":") || CueFinder.isQuoteMark(sentence.at(start)) && !next.is(",");
            if (opens) {
                return false;
            }
            if (next.is(",")) {
                return !lexicon.opensAdverbial(sentence.get(earliest).lower())
                        || CueFinder.isQuoteMark(sentence.at(start))
                                && !lexicon.opensAdverbial(
                                        sentence.get(earliest).lower());
            }
            boolean verbRight = hasVerb(sentence, next.start(), sentence.end());
            if (verbRight) {
                boolean adjunct = next.isA("ADP", "ADV")
                        || lexicon.isTimeAfterSpeaker(next.lower())
                        || cue.cue().tells();
                return adjunct
                        && !lexicon.opensAdverbial(sentence.get(earliest).lower())
                        && contents.startAfter(cue) == cue.to();
            }
            return !lexicon.opensAdverbial(sentence.get(earliest).lower());
        }

        /** The quotation that ends just before this sentence, as after “Will it?” he asked. */
        private @Nullable Span quoteBefore() {
            int end = sentence.start();
            while (end > 0 && reading.text().charAt(end - 1) == ' ') {
                end--;
            }
            return end == 0 ? null : reading.quotes().endingAt(end).orElse(null);
        }

        /** “A,” he said, “B”: the second piece. */
        private void interrupted(CueHit cue, NounPhrases.Phrase subject, int from) {
            for (int i = from; i < Math.min(sentence.size(), from + 60); i++) {
                Token token = sentence.get(i);
                if (CueFinder.isQuoteMark(token)) {
                    Span quote = reading.quotes().at(token.start()).orElse(null);
                    boolean opening = quote != null && quote.start() == token.start();
                    Token previous = sentence.at(i - 1);
                    if (opening && (previous.is(",") || previous.is(":") || previous.is("—") || previous.is(";"))) {
                        add(cue, subject, quote, 0.75);
                    }
                    return;
                }
                if (token.is(".")) {
                    return;
                }
                boolean otherCue = i >= cue.to()
                        && cues.stream().anyMatch(hit -> hit != cue && hit.from() == sentence.tokenAt(token.start()));
                if (otherCue) {
                    return;
                }
            }
        }

        private void right(CueHit cue, NounPhrases.Phrase subject) {
            int start = contents.startAfter(cue);
            if (start >= sentence.size()) {
                return;
            }
            boolean quote = CueFinder.isQuoteMark(sentence.get(start));
            boolean that = sentence.at(start - 1).is("that");
            boolean infinitive = sentence.get(start).is("to");
            Span content = contents.from(start, cue);
            if (content == null) {
                return;
            }
            if (infinitive
                    && cue.act() == Act.ASSERT
                    && !quote
                    && !Set.of("claim", "expect", "hope", "profess", "remember", "volunteer")
                            .contains(cue.cue().base())) {
                return;
            }
            boolean clause = quote || that || infinitive || hasVerb(sentence, content.start(), content.end());
            boolean noun = cue.cue().takesObject();
            if (!clause && !noun
                    || sentence.get(start).isA("ADP")
                            && !that
                            && !noun
                            && !quote
                            && !hasVerb(sentence, content.start(), content.end())) {
                return;
            }
            add(cue, subject, content, quote || that ? 0.9 : 0.65);
            int end = sentence.tokenAt(content.end());
            if (sentence.at(end).is(":") && CueFinder.isQuoteMark(sentence.at(end + 1))) {
                reading.quotes().at(sentence.get(end + 1).start()).ifPresent(more -> add(cue, subject, more, 0.8));
            }
        }

        private NounPhrases.@Nullable Phrase sharedSubject(CueHit cue) {
            int i = cue.from() - 1;
            while (i >= 0
                    && (sentence.get(i).isA("ADV", "AUX") || sentence.get(i).is("to"))) {
                i--;
            }
            boolean joined =
                    i >= 0 && (sentence.get(i).isA("CCONJ") || sentence.get(i).is(","));
            if (!joined) {
                return null;
            }
            return lastSubject != null ? lastSubject : governing(cue);
        }

        /** The subject of the nearest finite verb before a cue that has none of its own. */
        private NounPhrases.@Nullable Phrase governing(CueHit cue) {
            if (lastSubject != null && cue.shape() == CueHit.Shape.PARTICIPLE) {
                return lastSubject;
            }
            for (int i = cue.from() - 1; i > Math.max(0, cue.from() - 80); i--) {
                Token token = sentence.get(i);
                if (token.isVerbal()
                        && !reading.quotes().covers(token.start())
                        && !sentence.at(i - 1).is("to")) {
                    NounPhrases.Phrase subject = subjects.before(i);
                    if (subject != null) {
                        return subject;
                    }
                }
            }
            if (cue.from() <= 1 || lastSubject == null && cue.shape() == CueHit.Shape.PARTICIPLE) {
                // "Speaking in Austin, she …": the subject comes after
                for (int i = cue.to(); i < Math.min(sentence.size(), cue.to() + 60); i++) {
                    if (sentence.get(i).is(",")) {
                        return phrases.startingAt(i + 1);
                    }
                }
            }
            return lastSubject;
        }

        /** "According to X, …" and "…, according to X". */
        private void sources() {
            for (int i = 0; i < sentence.size(); i++) {
                int words = lexicon.sourceWords(sentence, i);
                if (words == 0 || reading.quotes().covers(sentence.get(i).start())) {
                    continue;
                }
                NounPhrases.Phrase source = phrases.startingAt(i + words);
                if (source == null
                        || sentence.get(i).is("per")
                                && (i > 0 && sentence.get(i - 1).isA("NUM", "NOUN"))) {
                    continue;
                }
                CueHit cue = new CueHit(
                        i,
                        i + words,
                        new CueLexicon.Cue(sentence.get(i).lower(), Act.ASSERT, words, false, false, true),
                        CueHit.Shape.FINITE);
                boolean opens = i == 0
                        || i == 1 && sentence.get(0).isA("CCONJ", "ADV")
                        || sentence.get(i - 1).is(";");
                if (opens) {
                    int start = source.to();
                    while (start < sentence.size() && !sentence.get(start).is(",") && start - source.to() < 20) {
                        start++;
                    }
                    if (sentence.at(start).is(",")) {
                        add(cue, source, contents.from(start + 1, cue), 0.85);
                        earliest = start + 1;
                    }
                } else {
                    add(cue, source, contents.before(i, earliest), 0.8);
                }
            }
        }

        /** "Her advice: …", "the firm's line is that …", "in his words, …". */
        private void nouns() {
            for (int i = 1; i < sentence.size(); i++) {
                Act act = lexicon.noun(sentence.get(i).lower());
                if (act == null || reading.quotes().covers(sentence.get(i).start())) {
                    continue;
                }
                NounPhrases.Phrase owner = owner(i);
                if (owner == null) {
                    continue;
                }
                CueHit cue = new CueHit(
                        i,
                        i + 1,
                        new CueLexicon.Cue(sentence.get(i).lower(), act, 1, false, false, true),
                        CueHit.Shape.FINITE);
                Token next = sentence.at(i + 1);
                int start = -1;
                if (next.is(":")) {
                    start = i + 2;
                } else if (next.is(",")
                                && (sentence.at(owner.from() - 1).is("in")
                                        || sentence.at(owner.from() - 1).is("by"))
                        || CueFinder.isQuoteMark(next)) {
                    start = i + 2 - (next.is(",") ? 0 : 1);
                } else if (Set.of("is", "was", "remains", "'s", "has").contains(next.lower())) {
                    int j = i + 2;
                    if (sentence.at(j).is("been") || sentence.at(j).isA("ADV")) {
                        j++;
                    }
                    if (sentence.at(j).is("that")) {
                        start = j + 1;
                    } else if (sentence.at(j).is(":") || CueFinder.isQuoteMark(sentence.at(j))) {
                        start = sentence.at(j).is(":") ? j + 1 : j;
                    }
                } else if (next.is("that") && !nearCue(i)) {
                    start = i + 2;
                } else if (next.is(",") || next.is(".")) {
                    boolean in = sentence.at(owner.from() - 1).is("in")
                            || sentence.at(owner.from() - 1).is("by");
                    if (in && owner.from() > 2) {
                        add(cue, owner, contents.before(owner.from() - 1, earliest), 0.6);
                    }
                    continue;
                }
                if (start > 0 && start < sentence.size()) {
                    Span content = contents.from(start, cue);
                    if (content != null && drafts.stream().noneMatch(draft -> draft.start() == content.start())) {
                        add(cue, owner, content, 0.7);
                    }
                }
            }
        }

        private boolean nearCue(int i) {
            return cues.stream().anyMatch(hit -> hit.from() < i && i - hit.from() < 6);
        }

        /** Whose noun it is: "her", "the company's". */
        private NounPhrases.@Nullable Phrase owner(int noun) {
            int i = noun - 1;
            while (i >= 0 && sentence.get(i).isA("ADJ")) {
                i--;
            }
            if (i < 0) {
                return null;
            }
            Token token = sentence.get(i);
            if (Set.of("his", "her", "its", "their").contains(token.lower())) {
                return new NounPhrases.Phrase(i, i + 1, i, i + 1);
            }
            boolean possessive = token.is("'s") || token.is("'");
            return possessive && i > 0 ? phrases.endingAt(i - 1) : null;
        }

        private void add(CueHit cue, NounPhrases.Phrase subject, @Nullable Span content, double confidence) {
            if (content == null || content.length() < 2) {
                return;
            }
            Span speaker = sources.words(sentence, phrases, subject);
            if (speaker == null
                    || speaker.start() < content.end()
                            && content.start() < speaker.end()
                            && content.start() <= speaker.start()
                            && speaker.end() <= content.end()
                            && cue.from() > 0
                            && sentence.get(cue.from()).start() > content.start()
                            && sentence.get(cue.from()).start() < content.end()) {
                return;
            }
            ActorId actor = speakers.actor(speaker.start(), speaker.end());
            if (actor == null && isNoSource(speaker, subject)) {
                return;
            }
            drafts.add(new Draft(
                    index,
                    speaker.start(),
                    speaker.end(),
                    actor,
                    sentence.get(cue.from()).start(),
                    sentence.get(cue.to() - 1).end(),
                    cue.cue().base(),
                    cue.act(),
                    content.start(),
                    content.end(),
                    confidence));
        }

        /** Whether the words are a whole phrase whose noun cannot speak. */
        private boolean isNoSource(Span speaker, NounPhrases.Phrase subject) {
            Token noun = SourceCheck.noun(sentence, subject);
            boolean described = speaker.start() == sentence.get(subject.from()).start()
                    && speaker.end() == sentence.get(subject.to() - 1).end()
                    && phrases.nameAt(subject.headTo() - 1) == null;
            return described && !sources.canSpeak(noun);
        }
    }
}
