package org.onrecord.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.ArticleReaders;
import org.onrecord.index.IndexException;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** Answers from a Lucene index. A question that takes too long is refused; the first ones in a process may take longer. */
public final class LuceneSearch implements ArticleSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** The first questions wait for classes to load and files to be read; a command asks no others. */
    private static final int COLD_QUESTIONS = 20;

    private static final int COLD_FACTOR = 5;

    private final ArticleReaders readers;
    private final Duration patience;
    private final Clock clock;
    private final AtomicInteger questions = new AtomicInteger();
    private final QueryParser parser;
    private final Analyzer analyzer = IndexSchema.queryAnalyzer();
    private final BitSetProducer articles = new QueryBitSetProducer(QueryCompiler.all(Kind.ARTICLE));

    /** For questions of strangers: one that takes longer than a second is refused. */
    public LuceneSearch(ArticleReaders readers, Clock clock, SavedQueries saved) {
        this(readers, clock, saved, PATIENCE);
    }

    /**
     * @param readers where to look; closed together with this search
     * @param clock what {@code date:P7D} counts back from, and in which zone
     * @param saved what {@code search:} refers to
     * @param patience how long a question may take before it is refused
     */
    public LuceneSearch(ArticleReaders readers, Clock clock, SavedQueries saved, Duration patience) {
        this.readers = readers;
        this.patience = patience;
        this.clock = clock;
        this.parser = new QueryParser(clock, saved);
    }

    @Override
    public void check(String query) {
        parser.parse(query);
    }

    @Override
    public Hits<ArticleHit> articles(SearchRequest request) {
        UnderstoodQuery understood = understood(request, Kind.ARTICLE);
        return answer(
                request,
                understood,
                Kind.ARTICLE,
                (asking, hits) -> new ArticleAnswers(asking, understood).articles(hits, request.sort()));
    }

    @Override
    public List<ArticleHit> articlesAmong(String query, Collection<ArticleId> among) {
        UnderstoodQuery understood = understood(SearchRequest.of(query), Kind.ARTICLE);
        Query narrowed = new BooleanQuery.Builder()
                .add(understood.ranked(Kind.ARTICLE), BooleanClause.Occur.MUST)
                .add(QueryCompiler.articles(among), BooleanClause.Occur.FILTER)
                .build();
        return patiently(asking -> new ArticleAnswers(asking, understood)
                .articles(
                        Arrays.asList(asking.top(narrowed, SearchRequest.Sort.DATE, among.size()).scoreDocs),
                        SearchRequest.Sort.DATE));
    }

    @Override
    public Hits<StoryHit> stories(SearchRequest request) {
        UnderstoodQuery understood = understood(request, Kind.ARTICLE);
        return explained(
                patiently(asking -> new StoryAnswers(asking, understood).stories(request)), understood, Kind.ARTICLE);
    }

    @Override
    public StoryHit story(ArticleHit answer) {
        return patiently(asking -> StoryAnswers.story(asking, answer.story(), answer.passage()));
    }

    @Override
    public Hits<StatementHit> statements(SearchRequest request) {
        return findings(request, Kind.STATEMENT, LoadedArticle::statement);
    }

    @Override
    public Hits<EventHit> events(SearchRequest request) {
        return findings(request, Kind.EVENT, LoadedArticle::event);
    }

    @Override
    public Hits<FigureHit> figures(SearchRequest request) {
        return findings(request, Kind.FIGURE, LoadedArticle::figure);
    }

    @Override
    public Optional<TaggedArticle> article(ArticleId id) {
        Query query = QueryCompiler.article(id);
        return patiently(asking -> {
            ScoreDoc[] found = asking.top(query, SearchRequest.Sort.DATE, 1).scoreDocs;
            return found.length == 0
                    ? Optional.empty()
                    : Optional.of(asking.articleOf(found[0].doc).tagged());
        });
    }

    @Override
    public List<ArticleRef> copies(ArticleId id) {
        Query query = QueryCompiler.article(id);
        return patiently(asking -> {
            List<ArticleRef> copies = new ArrayList<>();
            for (ScoreDoc article : asking.top(query, SearchRequest.Sort.DATE, 1).scoreDocs) {
                Query same = QueryCompiler.copies(asking.textOf(article.doc));
                for (ScoreDoc copy : asking.earliest(same, StoryHit.MOST_ARTICLES).scoreDocs) {
                    copies.add(asking.articleOf(copy.doc).ref());
                }
            }
            return copies;
        });
    }

    @Override
    public List<ArticleHit> similar(ArticleId id, int limit) {
        Query query = QueryCompiler.article(id);
        return patiently(asking -> {
            ScoreDoc[] found = asking.top(query, SearchRequest.Sort.DATE, 1).scoreDocs;
            return found.length == 0 ? List.of() : new SimilarArticles(asking).to(found[0].doc, limit);
        });
    }

    @Override
    public List<Stance> stancesOf(ActorId actor, @Nullable LocalDate day) {
        return stances(new TermQuery(new Term(IndexSchema.STATEMENT_SPEAKER, actor.value())), day);
    }

    @Override
    public List<Stance> stancesOn(IssueId issue, @Nullable LocalDate day) {
        return stances(new TermQuery(new Term(IndexSchema.STATEMENT_ISSUE, issue.value())), day);
    }

    private List<Stance> stances(Query narrowing, @Nullable LocalDate day) {
        Query query = Ledger.query(narrowing, day);
        return patiently(asking -> Ledger.stances(LedgerReader.read(asking.matching(query)), day));
    }

    @Override
    public List<StatementHit> statementsAt(List<SideTaken> places) {
        return patiently(asking -> {
            Map<ArticleId, Optional<LoadedArticle>> articles = new HashMap<>();
            List<StatementHit> hits = new ArrayList<>();
            for (SideTaken taken : places) {
                if (!articles.containsKey(taken.article())) {
                    ScoreDoc[] found =
                            asking.top(QueryCompiler.article(taken.article()), SearchRequest.Sort.DATE, 1).scoreDocs;
                    articles.put(
                            taken.article(),
                            found.length == 0 ? Optional.empty() : Optional.of(asking.articleOf(found[0].doc)));
                }
                articles.getOrDefault(taken.article(), Optional.empty())
                        .flatMap(article -> article.statementAt(taken.place()))
                        .ifPresent(hits::add);
            }
            return hits;
        });
    }

    @Override
    public List<Facet.Count> speakers(int limit) {
        return patiently(asking -> {
            ValueCounts counts = new ValueCounts();
            for (Map.Entry<LeafReaderContext, FixedBitSet> segment :
                    asking.matching(QueryCompiler.all(Kind.ARTICLE)).entrySet()) {
                counts.add(segment.getKey().reader(), IndexSchema.SAID_BY, segment.getValue());
            }
            return counts.most(limit).stream()
                    .map(speaker -> new Facet.Count(
                            speaker.getKey(),
                            speaker.getValue(),
                            false,
                            QueryTerm.of(QueryField.SAID_BY.label(), speaker.getKey())))
                    .toList();
        });
    }

    @Override
    public void close() {
        analyzer.close();
        readers.close();
    }

    private interface Finding<T> {
        T of(LoadedArticle article, int ordinal);
    }

    private <T> Hits<T> findings(SearchRequest request, Kind kind, Finding<T> finding) {
        return answer(request, understood(request, kind), kind, (asking, hits) -> {
            List<T> answers = new ArrayList<>();
            for (ScoreDoc hit : hits) {
                answers.add(finding.of(asking.articleOf(hit.doc), asking.ordinalOf(hit.doc)));
            }
            return answers;
        });
    }

    private UnderstoodQuery understood(SearchRequest request, Kind kind) {
        QueryShape shape = parser.shape(request.query());
        // Pages of one list must count from one day.
        LocalDate today = request.cursor() == null
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                : Cursor.read(request.cursor(), request, kind).today();
        return new UnderstoodQuery(
                shape, new QueryCompiler(analyzer, articles, shape.condition(), this::isName), today, request.recent());
    }

    private boolean isName(String key) {
        return readers.read(view -> {
            try {
                return Asking.knowsName(view, key);
            } catch (IOException e) {
                throw IndexException.unreadable(e);
            }
        });
    }

    private interface Reading<T> {
        List<T> read(Asking asking, List<ScoreDoc> hits) throws IOException;
    }

    private <T> Hits<T> answer(SearchRequest request, UnderstoodQuery understood, Kind kind, Reading<T> reading) {
        Cursor cursor = request.cursor() == null ? null : Cursor.read(request.cursor(), request, kind);
        Question<Hits<T>> question = asking -> {
            FieldDoc place = cursor == null ? null : cursor.place(request.sort());
            int end = request.offset() + request.limit();
            boolean counted = request.facets() && request.sort() == SearchRequest.Sort.DATE;
            TopFieldDocs top = counted
                    ? asking.newestAfter(understood.forKind(kind), end + 1, place)
                    : asking.after(understood.ranked(kind), request.sort(), end + 1, place);
            List<ScoreDoc> page = Arrays.asList(top.scoreDocs)
                    .subList(Math.min(request.offset(), top.scoreDocs.length), Math.min(end, top.scoreDocs.length));
            String next = top.scoreDocs.length > end ? next(asking, page, request, kind, understood.today()) : null;
            List<T> hits = reading.read(asking, page);
            Hits<T> whole = request.facets()
                    ? new FacetCounting(asking, understood, kind).with(hits)
                    : new Hits<>(hits, top.totalHits.value());
            return whole.goingOn(next);
        };
        Hits<T> answered =
                cursor == null || cursor.view() == 0 ? patiently(question) : patientlyIn(cursor.view(), question);
        return explained(answered, understood, kind);
    }

    private <T> Hits<T> explained(Hits<T> hits, UnderstoodQuery understood, Kind kind) {
        return hits.total() > 0 || understood.recent() != null
                ? hits
                : hits.because(readers.read(view -> {
                    try {
                        return new WhyNothing(new Asking(view, patience(), articles), understood, parser, kind)
                                .answer();
                    } catch (IOException e) {
                        throw IndexException.unreadable(e);
                    }
                }));
    }

    private interface Question<T> {
        T ask(Asking asking) throws IOException;
    }

    private <T> T patiently(Question<T> question) {
        return readers.read(view -> answered(view, question));
    }

    /** From the view of the index that the page before was of. */
    private <T> T patientlyIn(long number, Question<T> question) {
        return readers.read(view ->
                        view.getVersion() == number ? Optional.of(answered(view, question)) : Optional.<T>empty())
                .or(() -> readers.readKept(number, view -> answered(view, question)))
                .orElseThrow(CursorException::stale);
    }

    private String next(Asking asking, List<ScoreDoc> page, SearchRequest request, Kind kind, LocalDate today) {
        long view = 0;
        if (request.sort() == SearchRequest.Sort.RELEVANCE) {
            // What comes in changes how much a word counts, and so the order of all there is.
            readers.keep(asking.view());
            view = asking.view().getVersion();
        }
        return Cursor.after((FieldDoc) page.getLast(), request, kind, view, today)
                .toString();
    }

    private <T> T answered(DirectoryReader view, Question<T> question) {
        try {
            Asking asking = new Asking(view, patience(), articles);
            T answer = question.ask(asking);
            if (asking.timedOut()) {
                throw tooLong();
            }
            return answer;
        } catch (ExitingReaderException timeIsUp) {
            throw tooLong();
        } catch (IndexSearcher.TooManyClauses tooMany) {
            throw new QueryException(0, "the query has too many words; leave some out", null);
        } catch (IOException e) {
            throw IndexException.unreadable(e);
        }
    }

    private Patience patience() {
        boolean cold = questions.get() < COLD_QUESTIONS && questions.getAndIncrement() < COLD_QUESTIONS;
        return new Patience(cold ? patience.multipliedBy(COLD_FACTOR) : patience);
    }

    private static QueryException tooLong() {
        return new QueryException(0, "the answer takes too long; narrow the query, by date:P30D for example", null);
    }
}
