package org.onrecord.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.article.Topic;

class UsualNamesTest {
    private static final UsualNames NAMES = new UsualNames(new Registry(
            List.of(),
            List.of(topic("kestrel-9", "Kestrel 9", "K9", "Nine"), topic("merlin-9", "Merlin 9", "M9", "Nine")),
            List.of()));

    @Test
    void aliasesArticlesAndKindsOfThingLeadToTheUsualName() {
        assertThat(List.of("K9", "the K9 chips", "Kestrel 9", "Kestrel 9 accelerators", "K9s"))
                .extracting(NAMES::of)
                .containsOnly("Kestrel 9");
    }

    @Test
    void anAliasOfTwoStandsForNeither() {
        assertThat(NAMES.of("Nine")).isEqualTo("Nine");
    }

    @Test
    void theUnknownKeepsItsNameWithoutArticleAndKind() {
        assertThat(NAMES.of("the Osprey chips")).isEqualTo("Osprey");
        assertThat(NAMES.of("chips")).isEqualTo("chips");
    }

    private static Topic topic(String id, String name, String... aliases) {
        return new Topic(
                id,
                name,
                EntityType.PRODUCT,
                null,
                List.of(aliases).stream().map(Alias::always).toList());
    }
}
