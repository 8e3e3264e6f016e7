package org.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.json.Json;

/** Each figure on hand-made annotations; people, companies and words are invented. */
class ScorerTest {
    private static final String TEXT = "Ada Lindqvist of Orrin said the new rule was a mistake. "
            + "The ministry banned the OR-40C in May, and Orrin lost $400 million. She asked for talks.";

    private static final String ADA = place("Ada Lindqvist");

    /** Start and end of words of the text, as JSON. */
    private static String place(String words) {
        int start = TEXT.indexOf(words);
        assertThat(start).as(words).isNotNegative();
        return "\"start\":" + start + ",\"end\":" + (start + words.length());
    }

    private static Annotations article(String fields) {
        List<String> problems = new ArrayList<>();
        Annotations annotations =
                new AnnotationReader(TEXT, problems).read("a", Json.MAPPER.readTree("{" + fields + "}"));
        assertThat(problems).isEmpty();
        return annotations;
    }

    private static Scorer score(String gold, String predicted) {
        Scorer scorer = new Scorer();
        scorer.add(article(gold), article(predicted));
        return scorer;
    }

    private static String entity(String words, String type, String actor) {
        return "{%s,\"type\":\"%s\",\"actor\":%s}".formatted(place(words), type, actor);
    }

    private static String entities(String... entities) {
        return "\"entities\":[" + String.join(",", entities) + "]";
    }

    private static String statement(String speaker, String actor, String content, String rest) {
        return "{\"speaker\":{%s,\"actor\":%s},\"content\":{%s},%s}"
                .formatted(place(speaker), actor, place(content), rest);
    }

    private static String statements(String... statements) {
        return "\"statements\":[" + String.join(",", statements) + "]";
    }

    @Test
    void anEntityNeedsTheSamePlaceAndTheSameType() {
        Scorer scorer = score(
                entities(entity("Ada Lindqvist", "PERSON", "null"), entity("Orrin", "ORG", "null")),
                entities(
                        entity("Ada Lindqvist", "PERSON", "null"),
                        entity("Orrin", "GPE", "null"),
                        entity("OR-40C", "PRODUCT", "null")));

        assertThat(scorer.figure("entity")).isEqualTo(new Count(1, 2, 3));
        assertThat(scorer.figure("entity.PERSON")).isEqualTo(new Count(1, 1, 1));
        assertThat(scorer.figure("entity.ORG")).isEqualTo(new Count(0, 1, 0));
        assertThat(scorer.figure("entity.GPE")).isEqualTo(new Count(0, 0, 1));
        assertThat(scorer.misses())
                .containsExactly(
                        new Miss("a", Miss.Kind.ENTITY_MISSED, "Orrin", "ORG"),
                        new Miss("a", Miss.Kind.ENTITY_INVENTED, "Orrin", "GPE"),
                        new Miss("a", Miss.Kind.ENTITY_INVENTED, "OR-40C", "PRODUCT"));
    }

    @Test
    void theSameEntityTwiceCountsOnce() {
        String twice = entities(entity("Orrin", "ORG", "null"), entity("Orrin", "ORG", "null"));

        assertThat(score(twice, twice).figure("entity")).isEqualTo(new Count(1, 1, 1));
    }

    @Test
    void anActorForANameThatIsAnnotatedWithoutOneCountsNeitherWay() {
        Scorer scorer = score(
                entities(entity("Ada Lindqvist", "PERSON", "\"ada\""), entity("OR-40C", "PRODUCT", "null")),
                entities(
                        entity("Ada Lindqvist", "PERSON", "\"ida\""),
                        entity("OR-40C", "PRODUCT", "\"orrin\""),
                        entity("ministry", "ORG", "\"ministry\"")));

        assertThat(scorer.figure("link")).isEqualTo(new Count(0, 1, 2));
    }

    @Test
    void contentsArePairedFromHalfOfThemSharedOn() {
        String gold = statements(statement("Ada Lindqvist", "\"ada\"", "the new rule", "\"act\":\"assert\""));

        Scorer half = score(gold, statements(statement("Ada Lindqvist", "\"ada\"", "the ne", "\"act\":\"assert\"")));
        Scorer less = score(gold, statements(statement("Ada Lindqvist", "\"ada\"", "the n", "\"act\":\"assert\"")));

        assertThat(half.figure("content")).isEqualTo(new Count(1, 1, 1));
        assertThat(less.figure("content")).isEqualTo(new Count(0, 1, 1));
    }

    @Test
    void aNamedSpeakerIsRightByItsActorAndAnUnnamedOneByItsPlace() {
        String gold = statements(
                statement("Ada Lindqvist", "\"ada\"", "the new rule was a mistake", "\"act\":\"assert\""),
                statement("She", "null", "for talks", "\"act\":\"urge\""));

        Scorer right = score(
                gold,
                statements(
                        statement("Orrin", "\"ada\"", "the new rule was a mistake", "\"act\":\"assert\""),
                        statement("She asked", "\"orrin\"", "for talks", "\"act\":\"urge\"")));
        Scorer wrong = score(
                gold,
                statements(
                        statement("Ada Lindqvist", "null", "the new rule was a mistake", "\"act\":\"assert\""),
                        statement("The ministry", "null", "for talks", "\"act\":\"urge\"")));
        Scorer nobody = score(gold, "\"statements\":[{\"speaker\":null,\"content\":{" + place("for talks") + "}}]");

        assertThat(right.figure("attributed")).isEqualTo(new Count(2, 2, 2));
        assertThat(wrong.figure("content")).isEqualTo(new Count(2, 2, 2));
        assertThat(wrong.figure("attributed")).isEqualTo(new Count(0, 2, 2));
        assertThat(nobody.figure("attributed")).isEqualTo(new Count(0, 2, 1));
        assertThat(wrong.misses())
                .containsExactly(
                        new Miss(
                                "a", Miss.Kind.STATEMENT_MISSED, "Ada Lindqvist: the new rule was a mistake", "assert"),
                        new Miss("a", Miss.Kind.STATEMENT_MISSED, "She: for talks", "urge"));
    }

    @Test
    void actAndStanceCountOnlyWhereTheSpeakerIsRight() {
        String content = "the new rule was a mistake";
        String against = "\"act\":\"criticize\",\"issue\":\"rules\",\"position\":\"against\"";
        String gold = statements(
                statement("Ada Lindqvist", "\"ada\"", content, against),
                statement("She", "\"ada\"", "for talks", "\"act\":\"urge\",\"issue\":null,\"position\":\"none\""));

        Scorer right = score(gold, statements(statement("Orrin", "\"ada\"", content, against)));
        Scorer otherSide = score(
                gold,
                statements(statement(
                        "Orrin", "\"ada\"", content, "\"act\":\"assert\",\"issue\":\"rules\",\"position\":\"for\"")));
        Scorer otherSpeaker = score(gold, statements(statement("Orrin", "\"orrin\"", content, against)));

        assertThat(right.figure("act")).isEqualTo(new Count(1, 2, 1));
        assertThat(right.figure("stance")).isEqualTo(new Count(1, 1, 1));
        assertThat(otherSide.figure("act")).isEqualTo(new Count(0, 2, 1));
        assertThat(otherSide.figure("stance")).isEqualTo(new Count(0, 1, 1));
        assertThat(otherSpeaker.figure("act")).isEqualTo(new Count(0, 2, 1));
        assertThat(otherSpeaker.figure("stance")).isEqualTo(new Count(0, 1, 1));
    }

    @Test
    void theLedgerHasEachSideOfAnActorOnceWhereverItWasSaid() {
        String for_ = "\"act\":\"urge\",\"issue\":\"talks\",\"position\":\"for\"";
        String gold = statements(
                statement("Ada Lindqvist", "\"ada\"", "the new rule was a mistake", for_),
                statement("She", "\"ada\"", "for talks", for_));

        Scorer elsewhere = score(
                gold,
                statements(
                        statement("Orrin", "\"ada\"", "in May", for_),
                        statement("Orrin", "\"orrin\"", "in May", for_),
                        statement("The ministry", "null", "in May", for_)));

        assertThat(elsewhere.figure("ledger")).isEqualTo(new Count(1, 1, 2));
        assertThat(elsewhere.misses()).contains(new Miss("a", Miss.Kind.LEDGER_INVENTED, "orrin, talks, for", ""));
    }

    @Test
    void anEventIsRightByItsTypeAndItsNeighbourhood() {
        String gold =
                "\"events\":[{\"type\":\"ban\",\"trigger\":{%s},\"actors\":[\"ministry\"]}]".formatted(place("banned"));

        Scorer near = score(gold, "\"events\":[{\"type\":\"ban\",\"trigger\":{" + place("mistake") + "}}]");
        Scorer otherType = score(gold, "\"events\":[{\"type\":\"deal\",\"trigger\":{" + place("banned") + "}}]");

        assertThat(near.figure("event")).isEqualTo(new Count(1, 1, 1));
        assertThat(near.figure("event.actors")).isEqualTo(new Count(0, 1, 1));
        assertThat(otherType.figure("event")).isEqualTo(new Count(0, 1, 1));
    }

    @Test
    void halfOfManyActorsAreEnoughAndAllOfTwoAreNeeded() {
        assertThat(together("\"a\",\"b\",\"c\",\"d\"", "\"a\",\"d\"")).isTrue();
        assertThat(together("\"a\",\"b\",\"c\",\"d\",\"e\"", "\"a\",\"d\"")).isFalse();
        assertThat(together("\"a\",\"b\"", "\"a\"")).isFalse();
        assertThat(together("\"a\",\"b\"", "\"b\",\"a\",\"c\"")).isTrue();
        assertThat(together("", "\"a\"")).isTrue();
    }

    private static boolean together(String gold, String found) {
        String event = "\"events\":[{\"type\":\"ban\",\"trigger\":{" + place("banned") + "},\"actors\":[%s]}]";
        return score(event.formatted(gold), event.formatted(found))
                        .figure("event.actors")
                        .hit()
                == 1;
    }

    @Test
    void aClaimNeedsTheSameUnitAndNearlyTheSameValue() {
        assertThat(sameClaim("400000000", "USD", "401900000", "USD")).isTrue();
        assertThat(sameClaim("400000000", "USD", "403000000", "USD")).isFalse();
        assertThat(sameClaim("400000000", "USD", "400000000", "EUR")).isFalse();
        assertThat(sameClaim("[400, 500]", "USD", "[400, 501]", "USD")).isTrue();
        assertThat(sameClaim("[400, 500]", "USD", "400", "USD")).isFalse();
        assertThat(sameClaim("400", "USD", "[400]", "USD")).isTrue();
        assertThat(sameClaim("null", "USD", "null", "USD")).isFalse();
    }

    private static boolean sameClaim(String goldValue, String goldUnit, String value, String unit) {
        String claim = "\"claims\":[{%s,\"value\":%s,\"unit\":\"%s\"}]";
        return score(
                                claim.formatted(place("$400 million"), goldValue, goldUnit),
                                claim.formatted(place("lost $400"), value, unit))
                        .figure("claim")
                        .hit()
                == 1;
    }

    @Test
    void figuresAreSummedOverArticlesInAlphabeticalOrder() {
        Scorer scorer = new Scorer();
        Annotations one = article(entities("{" + ADA + ",\"type\":\"PERSON\",\"actor\":\"ada\"}"));
        scorer.add(one, one);
        scorer.add(one, Annotations.none("a", TEXT));

        assertThat(scorer.figure("entity")).isEqualTo(new Count(1, 2, 1));
        assertThat(scorer.figures().keySet())
                .containsExactly(
                        "act",
                        "attributed",
                        "claim",
                        "content",
                        "entity",
                        "entity.PERSON",
                        "event",
                        "event.actors",
                        "ledger",
                        "link",
                        "stance");
    }
}
