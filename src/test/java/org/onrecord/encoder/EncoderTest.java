package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Span;

class EncoderTest {
    private static final Encoder ENCODER = Encoder.load();
    private static final String TEXT = """
            BOISE, March 3 - Senator Ottilie Crane called the licence for Brightmoor Devices “a gift to a rival army”. \
            The department granted it on Monday.

            “We lost,” she said.""";

    private static String words(Span span) {
        return TEXT.substring(span.start(), span.end());
    }

    @Test
    void findsNamesWithTheirTypes() {
        Signals signals = ENCODER.read("", TEXT);

        assertThat(signals.names())
                .anyMatch(name -> words(name.span()).equals("Ottilie Crane") && name.type() == EntityType.PERSON)
                .anyMatch(name -> words(name.span()).equals("Brightmoor Devices") && name.type() == EntityType.ORG);
    }

    @Test
    void findsWhoSaidWhatByWhichWord() {
        Signals signals = ENCODER.read("", TEXT);

        assertThat(signals.statements()).anySatisfy(said -> {
            assertThat(words(said.content())).contains("a gift to a rival army");
            assertThat(said.source()).isNotNull().extracting(EncoderTest::words).isEqualTo("Ottilie Crane");
            assertThat(said.cue()).isNotNull().extracting(EncoderTest::words).isEqualTo("called");
            assertThat(said.acts())
                    .allSatisfy((act, chance) ->
                            assertThat(chance).isLessThanOrEqualTo(said.acts().getOrDefault(Act.CRITICIZE, 0.0)));
        });
    }

    @Test
    void weighsWhomAPronounMeans() {
        Signals signals = ENCODER.read("", TEXT);
        Signals.Said she = signals.statements().stream()
                .filter(said -> said.source() != null && words(said.source()).equals("she"))
                .findFirst()
                .orElseThrow();

        double[] chances = she.referents()
                .chances(List.of(TEXT.indexOf("Ottilie Crane"), TEXT.indexOf("Brightmoor"), TEXT.length() + 50));

        assertThat(chances[0]).isGreaterThan(0.5);
        assertThat(chances[1]).isLessThan(chances[0]);
        assertThat(chances[2]).isZero();
    }

    @Test
    void findsTheWordsOfPolicyEvents() {
        Signals signals = ENCODER.read("", TEXT);

        assertThat(signals.triggers())
                .anyMatch(trigger ->
                        words(trigger.span()).equals("granted") && trigger.type() == EventType.LICENCE_GRANTED);
    }

    @Test
    void chancesAreChances() {
        for (Signals.Said said : ENCODER.read("", TEXT).statements()) {
            assertThat(said.chance()).isBetween(0.0, 1.0);
            for (Map<?, Double> chances : List.of(said.acts(), said.stands())) {
                assertThat(chances.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(1, Offset.offset(1e-3));
            }
        }
    }

    @Test
    void theSameTextGivesTheSameSignalsInManyThreads() throws Exception {
        String expected = summary(ENCODER.read("T", TEXT));
        List<Future<String>> answers = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> summary(ENCODER.read("T", TEXT))));
            }
        }

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo(expected);
        }
    }

    private static String summary(Signals signals) {
        StringBuilder summary = new StringBuilder();
        signals.names().forEach(summary::append);
        signals.statements()
                .forEach(said -> summary.append(said.content())
                        .append(said.chance())
                        .append(said.acts().get(Act.WARN)));
        return summary.toString();
    }

    @Test
    void anEmptyTextHasNoSignals() {
        assertThat(ENCODER.read("", "").names()).isEmpty();
        assertThat(ENCODER.read("Title", " \n ").statements()).isEmpty();
    }

    @Test
    void brokenUnicodeIsRead() {
        assertThat(ENCODER.read("\ud800", "Orr said \udc00 no. \ud83d").names()).isNotNull();
    }
}
