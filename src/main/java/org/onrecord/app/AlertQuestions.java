package org.onrecord.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Mention;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.BareMonitor;

/**
 * Saved searches such as people make, out of the words, names and acts of articles, each in the query language and by hand.
 *
 * @param byHand how to give each query, by its text, to lucene-monitor
 */
record AlertQuestions(Map<String, Consumer<BareMonitor>> byHand) {
    private static final int SHORTEST_WORD = 4;

    /** Half of them ask for two words; phrases, alternatives, actors and statements share the other half. */
    static AlertQuestions of(List<TaggedArticle> articles, int count, Random random) {
        Map<String, Consumer<BareMonitor>> byHand = new LinkedHashMap<>();
        List<List<String>> texts = articles.stream()
                .map(AlertQuestions::words)
                .filter(words -> words.size() > 1)
                .toList();
        List<String> actors = articles.stream()
                .flatMap(article -> article.mentions().stream().map(Mention::actor))
                .flatMap(Stream::ofNullable)
                .map(ActorId::value)
                .toList();
        while (byHand.size() < count) {
            List<String> text = any(texts, random);
            int place = random.nextInt(text.size() - 1);
            String one = text.get(place);
            String other = any(random.nextBoolean() ? text : any(texts, random), random);
            switch (actors.isEmpty() ? random.nextInt(8) : random.nextInt(10)) {
                case 0, 1 -> {
                    List<String> phrase = text.subList(place, place + 2);
                    String query = "\"" + String.join(" ", phrase) + "\"";
                    byHand.put(query, bare -> bare.phrase(query, phrase));
                }
                case 2 -> {
                    String query = one + " OR " + other;
                    byHand.put(query, bare -> bare.any(query, List.of(one, other)));
                }
                case 8 -> {
                    String actor = any(actors, random);
                    String query = "actor:" + actor + " " + one;
                    byHand.put(query, bare -> bare.about(query, actor, one));
                }
                case 9 -> {
                    String speaker = any(actors, random);
                    Act act = Act.values()[random.nextInt(Act.values().length)];
                    String query = "said-by:" + speaker + " act:" + act.label();
                    // There are few of them, and so that many are asked for, a word is left out more.
                    String more = query + " -" + one + " -" + other;
                    byHand.put(more, bare -> bare.said(more, speaker, act.label()));
                }
                default -> {
                    String query = one + " " + other;
                    byHand.put(query, bare -> bare.all(query, List.of(one, other)));
                }
            }
        }
        return new AlertQuestions(byHand);
    }

    Set<String> queries() {
        return byHand.keySet();
    }

    void giveTo(BareMonitor bare) {
        byHand.values().forEach(give -> give.accept(bare));
        bare.register();
    }

    /**
     * How many matches of articles one way finds and the other does not. What is asked of statements is left out: by hand it is
     * asked of the whole article.
     */
    int different(
            List<TaggedArticle> articles,
            Function<TaggedArticle, Set<String>> ours,
            Function<TaggedArticle, Set<String>> bare) {
        int different = 0;
        for (TaggedArticle article : articles) {
            Set<String> one = comparable(ours.apply(article));
            Set<String> other = comparable(bare.apply(article));
            different += one.size() + other.size();
            one.retainAll(other);
            different -= 2 * one.size();
        }
        return different;
    }

    private static Set<String> comparable(Set<String> matching) {
        Set<String> comparable = new HashSet<>(matching);
        comparable.removeIf(query -> query.startsWith("said-by:"));
        return comparable;
    }

    private static List<String> words(TaggedArticle article) {
        List<String> words = new ArrayList<>();
        for (String word : article.article().text().split("[^a-z]+")) {
            if (word.length() >= SHORTEST_WORD) {
                words.add(word);
            }
        }
        return words;
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
