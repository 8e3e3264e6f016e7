package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.state.SavedSearch;
import org.onrecord.state.StateStore;

class SavedSearchesTest {
    @TempDir
    Path folder;

    private StateStore state;
    private SavedSearches saved;

    @BeforeEach
    void open() {
        state = StateStore.open(folder.resolve("state.db"));
        saved = new SavedSearches(state.savedSearches(), SearchTestIndex.NOON);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void keepsANumberAndADateWhenTheQueryOrTheNameChanges() {
        SavedSearch first = saved.save(" Chips  for China ", "h20 OR h200 ");
        SavedSearch changed = saved.save("chips for china", "h20");
        SavedSearch renamed = saved.rename("CHIPS FOR CHINA", "Chips to China");

        assertThat(first.name()).isEqualTo("Chips for China");
        assertThat(first.query()).isEqualTo("h20 OR h200");
        assertThat(changed.number()).isEqualTo(first.number());
        assertThat(saved.all())
                .containsExactly(new SavedSearch(
                        first.number(), "Chips to China", "h20", Instant.parse("2026-03-10T12:00:00Z")));
        assertThat(saved.find(first.number())).contains(renamed);
        assertThat(saved.query("chips for china")).isEmpty();
    }

    @Test
    void refusesAWrongQueryWithPlaceAndRepair() {
        assertThatThrownBy(() -> saved.save("Warnings", "act:wran"))
                .isInstanceOfSatisfying(QueryException.class, wrong -> {
                    assertThat(wrong.position()).isEqualTo(4);
                    assertThat(wrong.repaired()).contains("act:warn");
                });
        assertThat(saved.all()).isEmpty();
    }

    @Test
    void guessesWhichSearchWasMeant() {
        saved.save("Chips for China", "h20");

        assertThatThrownBy(() -> saved.save("x", "ban search:\"Chip for China\""))
                .isInstanceOfSatisfying(QueryException.class, wrong -> {
                    assertThat(wrong).hasMessageContaining("did you mean \"Chips for China\"?");
                    assertThat(wrong.repaired()).contains("ban search:\"Chips for China\"");
                });
    }

    @Test
    void refusesACircleAndShowsTheWayRound() {
        saved.save("a", "chips");
        saved.save("b", "search:a OR ban");
        saved.save("c", "search:\"B\" -tariff");

        assertThatThrownBy(() -> saved.save("A", "export search:c"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("refers to itself: A → c → B → a");
        assertThatThrownBy(() -> saved.save("self", "search:Self"))
                .hasMessageContaining("refers to itself: self → Self");
        assertThat(saved.query("a")).contains("chips");
    }

    @Test
    void refusesSearchesThatLieTooDeepInEachOther() {
        saved.save("level 0", "chips");
        for (int level = 1; level < 20; level++) {
            saved.save("level " + level, "search:\"level " + (level - 1) + "\"");
        }

        assertThatThrownBy(() -> saved.save("level 20", "search:\"level 19\""))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("more than 20 deep");
    }

    @Test
    void refusesAQueryThatMakesTooMuchOfASearchThatUsesIt() {
        saved.save("part", "chips");
        saved.save("whole", "search:part " + "ab ".repeat(250));

        assertThatThrownBy(() -> saved.save("part", "ab ".repeat(20)))
                .isInstanceOf(SavedSearchException.class)
                .hasMessageContaining("\"whole\" that uses it would be wrong")
                .hasMessageContaining("at most 256");
        assertThatThrownBy(() -> saved.save("stars", "ab* cd* search:\"stars 2\""))
                .hasMessageContaining("no saved search named");
    }

    @Test
    void refusesAQueryThatMakesTooMuchOfASearchThatUsesItOverAnother() {
        saved.save("part", "chips");
        saved.save("middle", "search:part ban");
        saved.save("whole", "search:middle " + "ab ".repeat(240));

        assertThatThrownBy(() -> saved.save("part", "ab ".repeat(40)))
                .isInstanceOf(SavedSearchException.class)
                .hasMessageContaining("\"whole\" that uses it would be wrong");
        assertThat(saved.query("part")).contains("chips");
    }

    @Test
    void refusesANameThatMakesASearchThatUsesItTooLong() {
        saved.save("part", "chips");
        saved.save("whole", "search:part " + "abcdefghi ".repeat(98));

        assertThatThrownBy(() -> saved.rename("part", "a name of many words ".repeat(4)))
                .isInstanceOf(SavedSearchException.class)
                .hasMessageContaining("\"whole\"");
        assertThat(saved.query("part")).contains("chips");
    }

    @Test
    void aSearchThatIsWrongAlreadyKeepsNobodyFromSaving() {
        state.savedSearches().put("old", "act:wran", Instant.EPOCH);

        saved.save("new", "chips");

        assertThat(saved.query("new")).contains("chips");
    }

    @Test
    void countsTheStarsOfSavedSearchesToo() {
        saved.save("stars", "ab* cd* ef*");

        assertThatThrownBy(() -> saved.save("more", "gh* ij* search:stars")).hasMessageContaining("at most 4 words");
    }

    @Test
    void renamesASearchInsideTheOnesThatUseIt() {
        saved.save("makers", "huawei OR smic");
        saved.save("news", "chips (search:Makers OR \"search:makers\") -search:(makers OR \"makers\")");

        saved.rename("makers", "Chip makers");

        assertThat(saved.query("news"))
                .contains("chips (search:\"Chip makers\" OR \"search:makers\")"
                        + " -search:(\"Chip makers\" OR \"Chip makers\")");
    }

    @Test
    void deletesNothingThatOthersUse() {
        saved.save("makers", "huawei");
        saved.save("news", "search:makers chips");

        assertThatThrownBy(() -> saved.delete("makers"))
                .isInstanceOf(SavedSearchException.class)
                .hasMessageContaining("is used by \"news\"");
        saved.delete("news");
        saved.delete("Makers");

        assertThat(saved.all()).isEmpty();
        assertThatThrownBy(() -> saved.delete("makers")).hasMessageContaining("no saved search named \"makers\"");
    }

    @Test
    void refusesNamesThatNoQueryCouldWrite() {
        for (String name : new String[] {"", "  ", "a\"b", "a\\b", "a\u0000b", "a".repeat(101)}) {
            assertThatThrownBy(() -> saved.save(name, "chips"))
                    .as(name)
                    .isInstanceOf(SavedSearchException.class)
                    .hasMessageContaining("search:\"name\"");
        }
        saved.save("a", "chips");
        saved.save("b", "chips");
        assertThatThrownBy(() -> saved.rename("a", "B")).hasMessageContaining("there is a saved search \"b\" already");
    }
}
