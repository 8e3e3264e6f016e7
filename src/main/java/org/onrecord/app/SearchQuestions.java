package org.onrecord.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.bench.InventedNews;
import org.onrecord.bench.Latencies;
import org.onrecord.search.BareLucene;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;

/** Questions of one kind, each asked of the search and of Lucene alone in turn. For one thread. */
final class SearchQuestions {
    private static final int OF_EACH_KIND = 200;
    /** Ranks of words by how many of 100 articles have them: most of them, one in ten, hardly any. */
    private static final int FREQUENT = 60;

    private static final int MEDIUM = 2_000;
    private static final int RARE = 40_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How long questions took by the clock on the wall, and how much of that the processor worked. */
    record Times(Latencies wall, Latencies cpu) {
        Times() {
            this(new Latencies(), new Latencies());
        }

        static Times all(List<Times> parts) {
            return new Times(
                    Latencies.all(parts.stream().map(Times::wall).toList()),
                    Latencies.all(parts.stream().map(Times::cpu).toList()));
        }
    }

    /** The same question put in two ways; each answers with the number of hits. */
    private record Pair(String query, LongSupplier ours, LongSupplier bare) {}

    private final String kind;
    private final List<Pair> questions = new ArrayList<>();
    private int next;
    private Times ours = new Times();
    private Times bare = new Times();
    private int different;

    private SearchQuestions(String kind) {
        this.kind = kind;
    }

    /** All kinds, of 200 questions each. */
    static List<SearchQuestions> all(
            InventedNews news, int articles, LuceneSearch search, BareLucene bare, Random random) {
        SearchQuestions frequent = new SearchQuestions("frequent word");
        SearchQuestions rare = new SearchQuestions("rare word");
        SearchQuestions two = new SearchQuestions("two words");
        SearchQuestions either = new SearchQuestions("one of three words");
        SearchQuestions phrase = new SearchQuestions("phrase");
        SearchQuestions prefix = new SearchQuestions("beginning of a word");
        SearchQuestions month = new SearchQuestions("word and month");
        SearchQuestions newest = new SearchQuestions("newest of a source");
        SearchQuestions said = new SearchQuestions("statements by act");
        SearchQuestions facets = new SearchQuestions("word with facets");
        SearchQuestions front = new SearchQuestions("everything, facets");
        for (int i = 0; i < OF_EACH_KIND; i++) {
            String often = news.word(random.nextInt(FREQUENT));
            String seldom = news.word(FREQUENT + random.nextInt(MEDIUM));
            String hardly = news.word(MEDIUM + random.nextInt(RARE));
            frequent.add(search, of(often), () -> bare.all(List.of(often)));
            rare.add(search, of(hardly), () -> bare.all(List.of(hardly)));
            two.add(search, of(often + " " + seldom), () -> bare.all(List.of(often, seldom)));
            either.add(
                    search,
                    of(often + " OR " + seldom + " OR " + hardly),
                    () -> bare.any(List.of(often, seldom, hardly)));
            String words = news.phrase(random.nextInt(articles), random);
            phrase.add(search, of("\"" + words + "\""), () -> bare.phrase(List.of(words.split(" "))));
            String start = hardly.substring(0, Math.min(3, hardly.length()));
            prefix.add(search, of(start + "*"), () -> bare.prefix(start));
            LocalDate first = LocalDate.of(2016 + random.nextInt(10), 1 + random.nextInt(12), 1);
            month.add(
                    search,
                    of(seldom + " date:" + first.toString().substring(0, 7)),
                    () -> bare.during(seldom, first, first.plusMonths(1).minusDays(1)));
            String source = InventedNews.source(random.nextInt(20));
            newest.add(search, of(often + " source:" + source).sorted(Sort.DATE), () -> bare.newest(often, source));
            String actor = InventedNews.actor(random.nextInt(100));
            String act = Act.values()[random.nextInt(Act.values().length)].label();
            said.questions.add(new Pair(
                    "said-by:" + actor + " act:" + act,
                    () -> search.statements(of("said-by:" + actor + " act:" + act))
                            .total(),
                    () -> bare.statements(new ActorId(actor), act)));
            facets.add(search, of(seldom).withFacets(), () -> bare.facets(List.of(seldom)));
            front.add(search, of("").sorted(Sort.DATE).withFacets(), () -> bare.facets(List.of()));
        }
        return List.of(frequent, rare, two, either, phrase, prefix, month, newest, said, facets, front);
    }

    private static SearchRequest of(String query) {
        return SearchRequest.of(query);
    }

    private void add(LuceneSearch search, SearchRequest request, LongSupplier bareOne) {
        questions.add(new Pair(request.query(), () -> search.articles(request).total(), bareOne));
    }

    /** Asks the next question both ways, the one first and then the other in turn. */
    void askOne() {
        Pair pair = questions.get(next % questions.size());
        boolean bareFirst = next++ % 2 == 0;
        long hits = bareFirst ? timed(pair.bare, bare) : timed(pair.ours, ours);
        long others = bareFirst ? timed(pair.ours, ours) : timed(pair.bare, bare);
        if (hits != others) {
            different++;
        }
    }

    private static long timed(LongSupplier question, Times times) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long hits = question.getAsLong();
        times.wall.add(System.nanoTime() - start);
        times.cpu.add(THREADS.getCurrentThreadCpuTime() - cpu);
        return hits;
    }

    /** Begins to measure anew. */
    void forget() {
        ours = new Times();
        bare = new Times();
        different = 0;
    }

    String kind() {
        return kind;
    }

    Times ours() {
        return ours;
    }

    Times bare() {
        return bare;
    }

    /** How often the two found different numbers of answers: then they were not asked the same. */
    int different() {
        return different;
    }
}
