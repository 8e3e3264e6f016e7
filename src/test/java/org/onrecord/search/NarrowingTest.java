package org.onrecord.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.article.Act;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Position;
import org.onrecord.index.InventedArticle;

/** What a click on a facet makes of a query. */
class NarrowingTest {
    private static final QueryParser PARSER = new QueryParser(SearchTestIndex.NOON, name -> Optional.of("chips"));

    private static final List<String> FIELDS_OF_ONE_VALUE = Arrays.stream(FacetField.values())
            .filter(FacetField::hasOneValue)
            .map(FacetField::label)
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | SOURCE | north-daily | source:north-daily",
                "* | SOURCE | north-daily | source:north-daily",
                "chips | SOURCE | north-daily | chips source:north-daily",
                "H20 OR H200 | ACT | urge | (H20 OR H200) act:urge",
                "\"H20 OR H200\" | ACT | urge | \"H20 OR H200\" act:urge",
                "chips source:a ban | SOURCE | b | chips source:(a OR b) ban",
                "source:(a OR b) | SOURCE | c | source:(a OR b OR c)",
                "-source:a chips | SOURCE | b | -source:a chips source:b",
                "actor:a | ACTOR | b | actor:a actor:b",
                "stance:for:x | STANCE | against:x | stance:(\"for:x\" OR \"against:x\")",
                "stance:for chips | STANCE | for:x | stance:for chips stance:for:x",
                "about:x | ISSUE | y | issue:(x OR y)",
                "search:\"saved one\" | LANG | zh | search:\"saved one\" lang:zh"
            })
    void narrows(String query, FacetField field, String value, String expected) {
        assertThat(of(query).with(field, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source:north-daily | SOURCE | north-daily | ''",
                "chips source:a ban | SOURCE | a | chips  ban",
                "chips product:\"Ascend 910C\" -tariff | PRODUCT | ascend-910c | chips  -tariff",
                "source:(a OR b OR c) chips | SOURCE | b | source:(a OR c) chips",
                "source:(a OR b) | SOURCE | b | source:a",
                "source:a -chips | SOURCE | a | * -chips",
                "chips AND source:a | SOURCE | a | chips",
                "source:a AND chips AND ban | SOURCE | a | chips AND ban",
                "chips AND source:a AND ban | SOURCE | a | chips AND ban",
                "chips AND source:a ban | SOURCE | a | chips AND ban",
                "stance:(\"for:x\" OR \"against:x\") | STANCE | for:x | stance:against:x",
                "chips | SOURCE | a | chips"
            })
    void widens(String query, FacetField field, String value, String expected) {
        assertThat(of(query).without(field, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chips | 2026-01-05 | 2026-01-11 | chips date:2026-01-05..2026-01-11",
                "chips | 2026-01-01 | 2026-01-31 | chips date:2026-01",
                "chips | 2026-01-01 | 2026-12-31 | chips date:2026",
                "date:2026 chips | 2026-01-05 | 2026-01-05 | chips date:2026-01-05",
                "date:2026-02 | 2026-01-26 | 2026-02-01 | date:2026-02-01",
                "after:2026-01-07 before:2026-01-10 | 2026-01-05 | 2026-01-11 | date:2026-01-07..2026-01-09",
                "chips AND after:2026-01-02 AND before:2026-02 AND ban | 2026-01-05 | 2026-01-05 | chips AND ban date:2026-01-05",
                "after:2026 AND * AND chips | 2026-01-05 | 2026-01-05 | chips date:2026-01-05",
                "a OR b | 2026-01-01 | 2026-01-31 | (a OR b) date:2026-01"
            })
    void putsDaysInPlaceOfDays(String query, LocalDate from, LocalDate to, String expected) {
        assertThat(of(query).during(from, to)).isEqualTo(expected);
    }

    @Test
    void quotesValuesThatAreMoreThanOneWord() {
        assertThat(QueryTerm.of("source", "northwire")).isEqualTo("source:northwire");
        assertThat(QueryTerm.of("product", "Ascend 910C")).isEqualTo("product:\"Ascend 910C\"");
        assertThat(QueryTerm.of("product", "a\" OR \"b")).isEqualTo("product:\"a  OR  b\"");
        assertThat(QueryTerm.of("stance", "for:ai-chip-exports")).isEqualTo("stance:for:ai-chip-exports");
    }

    /** The promise of a facet: the number beside a value is the number of answers that a click brings. */
    @Test
    void everyCountIsTheNumberOfAnswersToItsQuery(@TempDir Path folder) {
        Random random = new Random(20261127);
        try (SearchTestIndex newsroom = new SearchTestIndex(folder)) {
            for (int i = 0; i < 120; i++) {
                newsroom.index.add(invented(i, random).tagged());
            }
            newsroom.index.refresh();
            List<Function<SearchRequest, Hits<?>>> views = List.of(
                    newsroom.search::articles,
                    newsroom.search::statements,
                    newsroom.search::events,
                    newsroom.search::figures);
            List<String> queries = List.of(
                    "",
                    "chips",
                    "chips OR ban",
                    "said-by:mira-voss",
                    "said-by:mira-voss act:warn",
                    "stance:for:chip-sales -act:urge",
                    "act:(warn OR urge) source:north",
                    "event:ban lang:en",
                    "date:2026-01..2026-02 actor:quillon",
                    "source:(north OR south) stance:\"for:chip-sales\"",
                    "source:north AND chips AND lang:en AND date:2026-01");
            int checked = 0;
            for (Function<SearchRequest, Hits<?>> view : views) {
                for (String query : queries) {
                    checked += check(view, query);
                }
            }
            assertThat(checked).isGreaterThan(1_000);
        }
    }

    private static int check(Function<SearchRequest, Hits<?>> view, String query) {
        Hits<?> hits = view.apply(SearchRequest.of(query).withFacets());
        Narrowing narrowing = of(query);
        int checked = 0;
        for (Facet facet : hits.facets()) {
            long chosen = facet.counts().stream().filter(Facet.Count::chosen).count();
            for (Facet.Count count : facet.counts()) {
                long after = view.apply(SearchRequest.of(count.query())).total();
                if (count.chosen() && chosen > 1 && FIELDS_OF_ONE_VALUE.contains(facet.field())) {
                    assertThat(after)
                            .as(query + " without one of several: " + count.query())
                            .isLessThanOrEqualTo(hits.total());
                } else if (count.chosen()) {
                    assertThat(after).as(query + " widened: " + count.query()).isGreaterThanOrEqualTo(hits.total());
                } else if (chosen > 0 && FIELDS_OF_ONE_VALUE.contains(facet.field())) {
                    assertThat(after)
                            .as(query + " or: " + count.query())
                            .isBetween(hits.total(), hits.total() + count.count());
                } else {
                    assertThat(after).as(query + " and: " + count.query()).isEqualTo(count.count());
                }
                checked++;
            }
        }
        List<Long> sums = new ArrayList<>();
        OverTime overTime = requireNonNull(hits.overTime());
        for (OverTime.Span span : overTime.spans()) {
            assertThat(view.apply(SearchRequest.of(span.query())).total())
                    .as(span.query())
                    .isEqualTo(span.count());
            sums.add(span.count());
            checked++;
        }
        assertThat(sums.stream().mapToLong(Long::longValue).sum()).isEqualTo(hits.total());
        assertThat(overTime.everything()).isEqualTo(narrowing.undated());
        return checked;
    }

    private static InventedArticle invented(int i, Random random) {
        String[] speakers = {"mira-voss", "tom-arlo", "ada-lund"};
        String[] sources = {"north", "south", "east"};
        String[] words = {"chips", "ban", "tariff"};
        String text = "Voss spoke of " + words[random.nextInt(3)] + " one. Arlo spoke of " + words[random.nextInt(3)]
                + " two. Quillon has a ban on 40 things.";
        InventedArticle article = article("a" + i)
                .text(text)
                .source(sources[random.nextInt(3)])
                .lang(random.nextInt(4) == 0 ? "fr" : "en")
                .on(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90)).toString());
        if (random.nextBoolean()) {
            article.mention("Quillon", EntityType.ORG, "quillon");
        }
        for (String part : new String[] {"one", "two"}) {
            Act act = Act.values()[random.nextInt(Act.values().length)];
            String speaker = speakers[random.nextInt(3)];
            if (random.nextBoolean()) {
                article.says("Voss", speaker, act, part);
            } else {
                article.says(
                        "Arlo",
                        speaker,
                        act,
                        part,
                        random.nextBoolean() ? "chip-sales" : "own-chips",
                        random.nextBoolean() ? Position.FOR : Position.AGAINST);
            }
        }
        if (random.nextBoolean()) {
            article.event(random.nextBoolean() ? EventType.BAN : EventType.MEETING, "ban on", null, "quillon");
        }
        if (random.nextBoolean()) {
            article.event(EventType.LEGISLATION, "has a", null);
        }
        return article;
    }

    private static Narrowing of(String query) {
        return new Narrowing(PARSER.shape(query));
    }
}
