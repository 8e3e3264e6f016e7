package org.onrecord.tag.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.encoder.Encoder;
import org.onrecord.encoder.Referents;
import org.onrecord.encoder.Signals;
import org.onrecord.registry.Registry;
import org.onrecord.tag.event.Trigger;
import org.onrecord.tag.figure.FigureFinder;
import org.onrecord.tag.figure.QuantityReader;
import org.onrecord.tag.name.ModelNames;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.speaker.Conjuncts;
import org.onrecord.tag.speaker.SpeakerResolver;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.CueLexicon;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.statement.SpanMender;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.WordLists;

/** The engine on the fine-tuned network: one look at the text, then rules and network together say who speaks. */
public final class EncoderEngine implements Engine {
    /** What a speaker found by rules gains over the network's other choices; chosen on held-out training articles. */
    private static final double RULES = 0.3;

    /** The same where the network knows less: who is a woman, where a pronoun tells it, and who wrote a letter. */
    private static final double RULES_KNOW_BETTER = 1.2;

    private static final Set<String> GENDERED = Set.of("he", "she", "his", "her", "him");
    private static final int LONGEST_ADDRESS = 200;

    /**
     * How much OpenNLP's categorizers count beside the network, which reads the whole text but learns words from few examples;
     * chosen on held-out training articles.
     */
    private static final double CATEGORIZER_OF_ACTS = 1;

    private static final double CATEGORIZER_OF_STANDS = 0.5;

    private final Encoder encoder = Encoder.load();
    private final StatementCategorizers categorizers;
    private final String version;
    private final Registry registry;
    private final WordLists words;
    private final CueLexicon lexicon;
    private final FigureFinder figures;

    /** Loads the models; {@code own} is the folder where the user's may be. */
    public EncoderEngine(
            Registry registry, WordLists words, CueLexicon lexicon, QuantityReader quantities, @Nullable Path own) {
        ModelFiles files = new ModelFiles(own);
        this.categorizers = new StatementCategorizers(files, new StatementFeatures(registry));
        this.version = encoder.version() + " " + files.version();
        this.registry = registry;
        this.words = words;
        this.lexicon = lexicon;
        this.figures = new FigureFinder(quantities);
    }

    @Override
    public Findings look(Reading reading) {
        return new Look(reading, encoder.read(reading.article().title(), reading.text()));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int bare(Article article, List<Sentence> sentences) {
        int all = encoder.read(article.title(), article.text()).hashCode();
        for (Sentence sentence : sentences) {
            all = 31 * all + categorizers.bare(ModelNames.words(sentence));
        }
        return all;
    }

    private final class Look implements Findings {
        private final Reading reading;
        private final Signals signals;

        Look(Reading reading, Signals signals) {
            this.reading = reading;
            this.signals = signals;
        }

        @Override
        public List<Name> names() {
            return signals.names().stream()
                    .filter(name -> !isInAddress(name.span()))
                    .map(this::name)
                    .toList();
        }

        /** Whether the words around a name, up to the next spaces, are a web or mail address. */
        private boolean isInAddress(Span name) {
            String text = reading.text();
            int from = name.start();
            int least = Math.max(0, from - LONGEST_ADDRESS);
            while (from > least && !Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            int to = name.end();
            int most = Math.min(text.length(), to + LONGEST_ADDRESS);
            while (to < most && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            String around = text.substring(from, to);
            return around.contains("://") || around.indexOf('@', 1) > 0 || around.startsWith("www.");
        }

        /** A name without "the" before it, and a person's without titles and roles: "Defense Secretary Mark Orr". */
        private Name name(Signals.Name name) {
            String text = reading.text();
            int start = name.span().start();
            int end = name.span().end();
            int at = start;
            while (at < end) {
                int space = text.indexOf(' ', at);
                if (space < 0 || space >= end) {
                    break;
                }
                String word = text.substring(at, space);
                boolean title = name.type() == EntityType.PERSON
                        && (words.titles.containsKey(word) || words.roles.containsKey(word.toLowerCase(Locale.ROOT)));
                if (title || at == start && word.equalsIgnoreCase("the")) {
                    start = space + 1;
                }
                at = space + 1;
            }
            return new Name(start, wholeWord(name.type(), end), name.type(), null, name.chance());
        }

        /** The end of a person's name that goes on behind a hyphen: "Lee Wing-kit". */
        private int wholeWord(EntityType type, int end) {
            String text = reading.text();
            boolean cut = type == EntityType.PERSON && text.charAt(end - 1) == '-';
            int to = cut ? end - 1 : end;
            while (type == EntityType.PERSON
                    && to + 1 < text.length()
                    && text.charAt(to) == '-'
                    && Character.isLetter(text.charAt(to + 1))) {
                to++;
                while (to < text.length() && Character.isLetter(text.charAt(to))) {
                    to++;
                }
            }
            return to;
        }

        @Override
        public List<Said> statements(List<Name> names) {
            SpeakerResolver resolver = new SpeakerResolver(reading, names, registry, words);
            List<Name> actors = names.stream()
                    .filter(Look::mayBeMeant)
                    .sorted(Comparator.comparingInt(Name::start))
                    .toList();
            List<Signals.Said> inOrder = new ArrayList<>(signals.statements());
            inOrder.sort(Comparator.comparingInt(said -> said.source() == null
                    ? said.content().start()
                    : said.source().start()));
            SpanMender mender = new SpanMender(reading, attributed(inOrder));
            Conjuncts conjuncts = new Conjuncts(reading, actors, words);
            Map<Span, Speaker> known = new HashMap<>();
            List<Said> all = new ArrayList<>();
            for (Signals.Said said : inOrder) {
                Span content = mender.content(said.content(), said.cue()).orElse(null);
                if (content == null) {
                    continue;
                }
                Span source = said.source() == null
                        ? resolver.subjectBefore(
                                said.cue() == null
                                        ? content.start()
                                        : said.cue().start())
                        : mender.source(said.source());
                Speaker speaker = source == null
                        ? Speaker.NOBODY
                        : known.computeIfAbsent(source, span -> speaker(resolver, span, said, actors));
                all.add(judged(draft(said, source, content, speaker), said));
                if (source != null) {
                    for (Span other : conjuncts.of(source)) {
                        Speaker also = new Speaker(resolver.actor(other.start(), other.end()), speaker.chance());
                        all.add(judged(draft(said, other, content, also), said));
                    }
                }
            }
            return all;
        }

        /** What network and categorizers hold of a statement together. */
        private Said judged(Draft draft, Signals.Said said) {
            Map<Act, Double> acts = OpinionPool.of(said.acts(), categorizers.acts(reading, draft), CATEGORIZER_OF_ACTS);
            Map<String, Double> stands = OpinionPool.of(
                    said.stands(),
                    categorizers.stands(reading, draft, ActJudge.judge(draft, acts)),
                    CATEGORIZER_OF_STANDS);
            return new Said(draft, acts, stands);
        }

        private static List<Span> attributed(List<Signals.Said> statements) {
            List<Span> spans = new ArrayList<>();
            for (Signals.Said said : statements) {
                if (said.source() != null) {
                    spans.add(said.source());
                }
                if (said.cue() != null) {
                    spans.add(said.cue());
                }
            }
            return spans;
        }

        private static boolean mayBeMeant(Name name) {
            return name.actor() != null && name.type() != EntityType.PRODUCT && name.type() != EntityType.POLICY;
        }

        /** Whom rules and network take for the speaker together; a name needs no such thought. */
        private Speaker speaker(SpeakerResolver resolver, Span source, Signals.Said said, List<Name> actors) {
            ActorId ruled = resolver.actor(source.start(), source.end());
            String words =
                    reading.text().substring(source.start(), source.end()).toLowerCase(Locale.ROOT);
            SpeakerResolver.Kind kind = resolver.kind(source.start(), source.end());
            if (ruled != null && kind == SpeakerResolver.Kind.NAME) {
                return new Speaker(ruled, 1);
            }
            boolean gendered = ruled != null && GENDERED.contains(words);
            boolean writing = ruled != null && kind == SpeakerResolver.Kind.WRITING;
            double rules = gendered || writing ? RULES_KNOW_BETTER : RULES;
            Referents referents = said.referents();
            List<Name> near = within(actors, referents.from(), referents.to());
            double[] chances = referents.chances(near.stream().map(Name::start).toList());
            Map<ActorId, Double> sums = new HashMap<>();
            double nobody = 1;
            for (int i = 0; i < chances.length; i++) {
                ActorId actor = near.get(i).actor();
                if (actor != null) {
                    sums.merge(actor, chances[i], Double::sum);
                    nobody -= chances[i];
                }
            }
            if (ruled != null) {
                sums.merge(ruled, rules, Double::sum);
            } else {
                nobody += rules;
            }
            ActorId best = null;
            double most = nobody;
            for (Map.Entry<ActorId, Double> entry : sums.entrySet()) {
                if (entry.getValue() > most) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            }
            return new Speaker(best, Math.clamp(most / (1 + rules), 0, 1));
        }

        private static List<Name> within(List<Name> names, int from, int to) {
            return names.subList(firstAt(names, from), firstAt(names, to));
        }

        private static int firstAt(List<Name> names, int place) {
            int low = 0;
            int high = names.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (names.get(middle).start() < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private Draft draft(Signals.Said said, @Nullable Span source, Span content, Speaker speaker) {
            Span cue = said.cue();
            CueLexicon.Cue known = cue == null ? null : cueAt(cue.start());
            return new Draft(
                    reading.sentenceAt(content.start()),
                    source == null ? -1 : source.start(),
                    source == null ? -1 : source.end(),
                    speaker.actor(),
                    cue == null ? -1 : cue.start(),
                    cue == null ? -1 : cue.end(),
                    known == null ? "" : known.base(),
                    known == null ? null : known.act(),
                    content.start(),
                    content.end(),
                    said.chance() * speaker.chance());
        }

        private CueLexicon.@Nullable Cue cueAt(int offset) {
            int s = reading.sentenceAt(offset);
            if (s >= reading.sentences().size()) {
                return null;
            }
            Sentence sentence = reading.sentences().get(s);
            int i = sentence.tokenAt(offset);
            return i < sentence.size() ? lexicon.at(sentence, i) : null;
        }

        @Override
        public List<Trigger> triggers(List<Name> names) {
            return signals.triggers().stream()
                    .map(trigger -> new Trigger(trigger.span(), trigger.type(), trigger.chance()))
                    .toList();
        }

        @Override
        public List<Span> figures(List<Name> names) {
            Stream<Span> seen = signals.figures().stream().map(Signals.Figure::span);
            return Stream.concat(seen, figures.goods(reading, names).stream())
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
        }
    }

    private record Speaker(@Nullable ActorId actor, double chance) {
        static final Speaker NOBODY = new Speaker(null, 0.5);
    }
}
