package org.onrecord.bench;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.IssueId;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;

/**
 * Tagged articles without meaning and without limit, for measuring: invented words as often as in a language, invented people
 * and companies who say things, ten years of days, sources of very different size, some texts nearly the same as others. The same
 * seed gives the same articles, each of them by its number alone.
 */
public final class InventedNews {
    private static final int WORDS = 60_000;
    private static final int ACTORS = 400;
    private static final int SOURCES = 60;
    private static final int PRODUCTS = 120;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 3_900;
    private static final String[] ISSUES = {"issue-one", "issue-two", "issue-three", "issue-four", "issue-five"};

    private static final double USUAL_LENGTH = 450;
    private static final double SPREAD = 0.55;
    /** One in ten is a copy of one shortly before it with another headline. */
    private static final int COPY_EVERY = 10;

    private static final int COPY_OF = 7;
    private static final double BURST = 0.12;

    private final long seed;
    private final Vocabulary vocabulary;

    public InventedNews(long seed) {
        this.seed = seed;
        this.vocabulary = new Vocabulary(WORDS, seed);
    }

    /** The article with a number from 0. */
    public TaggedArticle article(int number) {
        boolean copy = number % COPY_EVERY == 0 && number >= COPY_OF;
        Draft draft = new Draft(new Random(mixed(copy ? number - COPY_OF : number)));
        Random own = new Random(mixed(number) + 1);
        int source = skewed(SOURCES, own);
        LocalDate day = FIRST_DAY.plusDays(own.nextInt(DAYS));
        String id = "invented-" + number;
        Article article = new Article(
                new ArticleId(id),
                URI.create("https://news" + source + ".example/" + id),
                new SourceId("source-" + source),
                headline(own),
                List.of(personName(own.nextInt(ACTORS))),
                Published.at(day.atTime(own.nextInt(24), own.nextInt(60)).atOffset(ZoneOffset.UTC)),
                Instant.parse("2026-11-01T00:00:00Z"),
                "en",
                draft.text.toString(),
                number + 1L);
        return new TaggedArticle(article, draft.mentions, draft.statements, draft.events, List.of());
    }

    /** The word of a rank, the most frequent one at 0; there are 60,000. */
    public String word(int rank) {
        return vocabulary.word(rank);
    }

    /** The id of an actor, the busiest ones at the beginning; there are 400. */
    public static String actor(int number) {
        return "actor-" + number;
    }

    public static String source(int number) {
        return "source-" + number;
    }

    /** Two words that stand side by side in an article. */
    public String phrase(int article, Random random) {
        String text = article(article).article().text();
        String[] words = text.split("[^a-z]+");
        int first = random.nextInt(words.length - 1);
        return words[first] + " " + words[first + 1];
    }

    private long mixed(long number) {
        long mixed = (seed * 31 + number) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    private String headline(Random random) {
        StringBuilder headline = new StringBuilder();
        for (int i = 6 + random.nextInt(6); i > 0; i--) {
            headline.append(vocabulary.draw(random)).append(i > 1 ? " " : "");
        }
        return capitalized(headline.toString());
    }

    private String personName(int number) {
        return capitalized(vocabulary.word(2_000 + number)) + " " + capitalized(vocabulary.word(3_000 + number));
    }

    /** A number below a limit, small ones far oftener. */
    private static int skewed(int limit, Random random) {
        return (int) (limit * Math.pow(random.nextDouble(), 3));
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** One text with its findings. */
    private final class Draft {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<String> used = new ArrayList<>();
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();
        private final List<PolicyEvent> events = new ArrayList<>();

        Draft(Random random) {
            this.random = random;
            double length = USUAL_LENGTH * Math.exp(SPREAD * random.nextGaussian());
            while (used.size() < length) {
                switch (random.nextInt(8)) {
                    case 0 -> said();
                    case 1 -> happened();
                    default -> sentence();
                }
                text.append(random.nextInt(5) == 0 ? "\n" : " ");
            }
            text.setLength(text.length() - 1);
        }

        private void sentence() {
            text.append(capitalized(words(8 + random.nextInt(20)))).append('.');
        }

        private void said() {
            int actor = skewed(ACTORS, random);
            Passage name = place(personName(actor));
            ActorId id = new ActorId(actor(actor));
            text.append(" said that ");
            Passage content = place(words(6 + random.nextInt(14)));
            text.append('.');
            mentions.add(new Mention(name, EntityType.PERSON, id, 1));
            Stand stand = random.nextInt(3) > 0
                    ? Stand.NONE
                    : new Stand(
                            new IssueId(ISSUES[random.nextInt(ISSUES.length)]),
                            random.nextBoolean() ? Position.FOR : Position.AGAINST,
                            0.8);
            Act act = Act.values()[random.nextInt(Act.values().length)];
            statements.add(new Statement(new Speaker(name, id), null, content, QuoteKind.INDIRECT, act, stand, 0.9));
        }

        private void happened() {
            int actor = skewed(ACTORS, random);
            Passage name = place(personName(actor));
            ActorId id = new ActorId(actor(actor));
            mentions.add(new Mention(name, EntityType.PERSON, id, 1));
            text.append(' ');
            Passage product = place(capitalized(vocabulary.word(5_000 + skewed(PRODUCTS, random))) + random.nextInt(9));
            mentions.add(new Mention(product, EntityType.PRODUCT, null, 1));
            text.append(' ').append(words(10 + random.nextInt(10))).append('.');
            if (random.nextInt(4) == 0) {
                EventType type = EventType.values()[random.nextInt(EventType.values().length)];
                events.add(new PolicyEvent(type, name, List.of(id), null, 0.8));
            }
        }

        /** Words of which some stood in this text before: one that was used once is likelier again. */
        private String words(int count) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String word = !used.isEmpty() && random.nextDouble() < BURST
                        ? used.get(random.nextInt(used.size()))
                        : vocabulary.draw(random);
                used.add(word);
                words.append(word).append(i + 1 < count ? " " : "");
            }
            return words.toString();
        }

        private Passage place(String words) {
            int start = text.length();
            text.append(words);
            return Passage.of(text.toString(), start, text.length());
        }
    }
}
