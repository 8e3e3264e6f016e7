package org.onrecord.tag.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;
import org.onrecord.article.Span;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Reading;

class FigureReaderTest {
    private static final QuantityReader QUANTITIES = new QuantityReader();
    private static final FigureReader READER = new FigureReader(QUANTITIES);
    private static final FigureFinder FINDER = new FigureFinder(QUANTITIES);

    /** The figure at the words in brackets. */
    private static Optional<Figure> read(String marked) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        Reading reading = TagFixture.read(marked.replace("[", "").replace("]", ""));
        return READER.read(reading, List.of(), new Span(start, end), 0.9);
    }

    private static List<String> found(String text) {
        Reading reading = TagFixture.read(text);
        return FINDER.find(reading, List.of()).stream()
                .map(place -> place.in(text).text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The repair cost [$5.5bn] in all. | 5500000000 | USD",
                "The bridge cost [€1.2 billion] to build. | 1200000000 | EUR",
                "The loan of [¥300m] was repaid. | 300000000 | JPY",
                "The village got [Rs 3 crore] for a school. | 30000000 | INR",
                "The museum paid [£40k] for the vase. | 40000 | GBP",
                "Repairs worth NT$[3 million] are planned. | 3000000 | TWD",
                "The ticket costs [35 cents] less. | 0.35 | USD",
                "The town gave [RMB960 million] to farmers. | 960000000 | CNY",
                "The council lent the club [two million euros] last year. | 2000000 | EUR",
                "Sales rose [6.2%] in the spring. | 6.2 | percent",
                "Output grew by minus [5 percent] last year. | -5 | percent",
                "The share closed at [-4.4%] on the day. | -4.4 | percent",
                "[Forty-one per cent] of the pupils walk to school. | 41 | percent",
                "The bank cut its rate by [40 basis points]. | 40 | basis points",
                "The farm lost [a third] of its trees. | 33.3 | percent",
                "[Four-fifths] of the trains were late. | 80 | percent",
                "The engine uses [half] the fuel. | 50 | percent",
                "[Three in ten] households rent. | 30 | percent",
                "[Seven out of ten] visitors came by train. | 70 | percent",
                "They win [6 games out of 10] at home. | 60 | percent",
                "The road is used by [half a million] people. | 500000 | people",
                "The farmer sold [two dozen] tractors. | 24 | units",
                "The firm shipped [14,000] chips in May. | 14000 | units",
                "They ordered [two hundred and fifty] new servers. | 250 | units",
                "The plant makes [30 thousand] wafers a month. | 30000 | wafers a month",
                "The mill sold [100 metric tons] of flour. | 100 | metric tons",
                "The case took [164 days] to decide. | 164 | days",
                "A [7-nanometer] process is old by now. | 7 | nanometers",
                "The card reaches [120 teraflops] in tests. | 120 | teraflops",
                "The new motor is [1.9 times] as strong. | 1.9 | times",
                "It has [2.6x] the memory of the old one. | 2.6 | times",
                "Rents have [doubled] in a year. | 2 | times",
                "Calls to the office grew [fivefold]. | 5 | times",
                "The state has [1.3 crore] voters. | 13000000 | voters",
            })
    void readsValueAndUnit(String marked, BigDecimal value, String unit) {
        Figure figure = read(marked).orElseThrow();

        assertThat(figure.values())
                .singleElement()
                .satisfies(read -> assertThat(read).isEqualByComparingTo(value));
        assertThat(figure.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Growth of [12 to 15 per cent] is likely. | 12 | 15 | percent",
                "The town expects between [600,000 and 800,000] visitors. | 600000 | 800000 | visitors",
                "Turnover is seen at [7.1 to 7.6 billion euros] this year. | 7100000000 | 7600000000 | EUR",
                "The rate was [5.4-6.1 percent] in most towns. | 5.4 | 6.1 | percent",
                "A boat costs [$4.9 billion to $5.1 billion] to build. | 4900000000 | 5100000000 | USD",
                "The firm asks [$18,000-$22,000] for a car. | 18000 | 22000 | USD",
            })
    void readsBothEndsOfARange(String marked, BigDecimal low, BigDecimal high, String unit) {
        Figure figure = read(marked).orElseThrow();

        assertThat(figure.values().getFirst()).isEqualByComparingTo(low);
        assertThat(figure.values().getLast()).isEqualByComparingTo(high);
        assertThat(figure.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The loan of $[40] million was repaid.",
                "The loan of $40 [million was] repaid.",
                "The loan [of $40 million was repaid].",
            })
    void takesTheWholeQuantityWhereThePlaceIsTooShortOrTooLong(String marked) {
        Figure figure = read(marked).orElseThrow();

        assertThat(figure.passage().text()).isEqualTo("$40 million");
        assertThat(figure.values()).singleElement().isEqualTo(new BigDecimal("40000000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The school opened in [2025].",
                "The school opened on June [17].",
                "The school opens at [10:30].",
                "The school came [3rd] in the race.",
                "The school is [quiet] today.",
                "The season [2023-24] was wet.",
                "The office at [180 Kent Street] was sold.",
                "It moved to [12 West Lock Road].",
            })
    void readsNothingWhereADateOrNoNumberStands(String marked) {
        assertThat(read(marked)).isEmpty();
    }

    @Test
    void letsABareNumberCountWhatTheNumberBeforeItCounts() {
        assertThat(read("The wait was 164 days, up from [119].").orElseThrow().unit())
                .isEqualTo("days");
        assertThat(read("Profit fell to 29 trillion won from [31 trillion].")
                        .orElseThrow()
                        .unit())
                .isEqualTo("KRW");
        assertThat(read("The share fell from [22] to 14 percent.").orElseThrow().unit())
                .isEqualTo("percent");
    }

    @Test
    void doesNotTakeAChangeForARange() {
        Figure figure = read("The bond fell [1.7 cents] to 93.2 cents.").orElseThrow();

        assertThat(figure.values())
                .singleElement()
                .satisfies(value -> assertThat(value).isEqualByComparingTo("0.017"));
    }

    @Test
    void readsMeasureAndPeriod() {
        Figure figure = read("Revenue was [$9 million] in 2024.").orElseThrow();

        assertThat(figure.measure()).isEqualTo(Measure.REVENUE);
        assertThat(figure.period()).isEqualTo("2024");
    }

    @Test
    void takesForSubjectTheNameBeforeTheFigureOrTheOneOfTheSentenceBefore() {
        String text =
                "Hillside Dairy grew. Profit rose 4 percent. Unlike Valley Dairy, Hillside Dairy sold 9 percent more.";
        Reading reading = TagFixture.read(text);
        List<Name> names = Stream.of(0, 51, 65)
                .map(at -> new Name(at, text.indexOf("Dairy", at) + 5, EntityType.ORG, new ActorId("dairy-" + at), 1))
                .toList();

        List<Figure> figures = READER.read(reading, names, FINDER.find(reading, names), 0.9);

        assertThat(figures).extracting(Figure::subject).containsExactly("Hillside Dairy", "Hillside Dairy");
    }

    @Test
    void findsMoneyPercentagesAndCountsButNoDatesAgesOrPhrases() {
        String text = "On June 3, 2025 the mill, founded in 1888, sold 1,700 tractors for $40 million, up 12 percent."
                + " The owner, 58, waited ten minutes and gave a 20-minute speech at 10:30.";

        assertThat(found(text)).containsExactly("1,700 tractors", "$40 million", "12 percent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one thousand and two hundred ",
                "1,000 ",
                "$5 to $6 ",
                "one in a hundred and ",
                "1-2-3-",
                "a third "
            })
    void staysLinearOnLongRunsOfNumbers(String piece) {
        String text = piece.repeat(4_000);
        Reading reading = TagFixture.read(text);

        List<Span> places = FINDER.find(reading, List.of());

        assertThat(READER.read(reading, List.of(), places, 0.9)).hasSizeLessThanOrEqualTo(places.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A poll put the mayor at [41%], ahead of her rival. | 0",
                "Some [63 percent] of the respondents would ban it. | 0",
                "The premier's approval rating fell to [28 per cent]. | 0",
                "The party won [52%] of the vote. | 0",
                "The poll gave the mayor 41% to [38%] for her rival. | 0",
                "The maker holds [41%] of the market. | 1",
                "Economists polled by the bank expected growth of [2.1%]. | 1",
                "The premier told voters that he would put a [60%] tariff on steel. | 1",
                "Shares fell [4%] after the vote. | 1",
                "The merger won [62%] of the vote. | 1",
                "Regulators gave their approval to a stake of [28 per cent]. | 1",
                "The pollster earned [$4 million] last year. | 1",
            })
    void leavesOutSharesOfVoters(String marked, int figures) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        Reading reading = TagFixture.read(marked.replace("[", "").replace("]", ""));
        assertThat(READER.read(reading, List.of(), List.of(new Span(start, end)), 0.9))
                .hasSize(figures);
    }

    private static List<String> goods(String text, Name... names) {
        Reading reading = TagFixture.read(text);
        return FINDER.goods(reading, List.of(names)).stream()
                .map(place -> place.in(text).text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The carrier ordered 30 jets on Monday.",
                "The mill bought 12,000 cards for the loom.",
                "The yard sold 40 of its old trucks.",
            })
    void findsCountsOfGoods(String text) {
        assertThat(goods(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Some 2,300 Arizonans wrote to the council.",
                "In 2024 chips made up half of the sum.",
                "The store repaired RTX 4090 cards for years.",
                "The airline flies Boeing 737 jets to the islands.",
                "The town spent $30 million on 12% of the land.",
                "About 300 visitors came.",
            })
    void takesNoPeopleYearsOrModelsForGoods(String text) {
        assertThat(goods(text)).isEmpty();
    }
}
