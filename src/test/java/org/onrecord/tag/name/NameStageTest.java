package org.onrecord.tag.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.registry.Registry;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.text.WordLists;

/** Where the registry's surnames meet the names that the model reads in a text. */
class NameStageTest {
    private static final WordLists WORDS = new WordLists();
    private static final NameStage STAGE = new NameStage(
            new KnownNames(
                    new Registry(
                            List.of(
                                    actor("river-assembly", "River Assembly", ActorKind.LEGISLATURE, null),
                                    actor(
                                            "padma-orr",
                                            "Padma Orr",
                                            ActorKind.PERSON,
                                            "river-assembly",
                                            new Alias("Orr", Alias.Use.WITH_TITLE, List.of()))),
                            List.of(),
                            List.of()),
                    List.of()),
            WORDS);

    private static Actor actor(String id, String name, ActorKind kind, @Nullable String affiliation, Alias... aliases) {
        return new Actor(
                new ActorId(id),
                name,
                kind,
                null,
                affiliation == null ? null : new ActorId(affiliation),
                null,
                null,
                List.of(),
                List.of(aliases));
    }

    /** The people found, each as "words=actor"; the model reads what stands in angle brackets as people. */
    private static List<String> people(String marked) {
        String text = marked.replaceAll("[<>]", "");
        List<Name> modelled = new ArrayList<>();
        int removed = 0;
        for (int open = marked.indexOf('<'); open >= 0; open = marked.indexOf('<', open + 1)) {
            int close = marked.indexOf('>', open);
            modelled.add(new Name(open - removed, close - removed - 1, EntityType.PERSON, null, 0.9));
            removed += 2;
        }
        return STAGE.find(TagFixture.read(text), modelled).stream()
                .filter(name -> name.type() == EntityType.PERSON)
                .map(name -> text.substring(name.start(), name.end()) + "=" + name.actor())
                .toList();
    }

    @Test
    void takesASurnameInAnotherFullNameForNobodyElse() {
        assertThat(people("Vice Governor <Orr Zhaoyi> opened the fair. <Orr> thanked the builders."))
                .containsExactly("Orr Zhaoyi=orr-zhaoyi", "Orr=orr-zhaoyi");
    }

    @Test
    void keepsWhomALongerFormOfTheNameMeans() {
        assertThat(people("Senator <Padma K. Orr> spoke first, then Senator Orr went home."))
                .containsExactly("Padma K. Orr=padma-orr", "Orr=padma-orr");
    }

    @Test
    void keepsTheOneWhoIsNamedInFullBesideANamesake() {
        assertThat(people("Padma Orr met Governor <Orr Zhaoyi>."))
                .containsExactly("Padma Orr=padma-orr", "Orr Zhaoyi=orr-zhaoyi");
    }

    @Test
    void linksALoneSurnameBesideItsBearersBody() {
        assertThat(people("In the River Assembly nobody believes it. <Orr>, head of the panel, wrote a letter."))
                .containsExactly("Orr=padma-orr");
        assertThat(people("On the farm nobody believes it. <Orr>, head of the herd, wrote a letter."))
                .containsExactly("Orr=orr");
    }

    @Test
    void takesTheEndOfALongNameForItsBearer() {
        assertThat(people("<Majid Al Tarkan> opened the campus. <Al Tarkan> declined to say more."))
                .containsExactly("Majid Al Tarkan=majid-al-tarkan", "Al Tarkan=majid-al-tarkan");
    }
}
