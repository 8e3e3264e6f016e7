package org.onrecord.tag.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Span;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.name.Name;

class EventDetailsTest {
    private static final EventDetails DETAILS = new EventDetails();

    /** The event at the words in brackets, in an article of Wednesday, 18 February 2026. */
    private static PolicyEvent read(String marked, EventType type, Object... names) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        List<Name> found = new ArrayList<>();
        for (int i = 0; i < names.length; i += 3) {
            String words = (String) names[i];
            int at = text.indexOf(words);
            found.add(new Name(
                    at, at + words.length(), (EntityType) names[i + 1], new ActorId((String) names[i + 2]), 1));
        }
        return DETAILS.read(TagFixture.read(text), found, new Span(start, end), type, 0.9);
    }

    private static List<String> actors(PolicyEvent event) {
        return event.actors().stream().map(ActorId::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The council [banned] the sale on Monday. | 2026-02-16",
                "The council [banned] the sale last Wednesday. | 2026-02-11",
                "The council [banned] the sale yesterday. | 2026-02-17",
                "The council [banned] the sale in June. | 2025-06",
                "The council [banned] the sale in January. | 2026-01",
                "The council [banned] the sale last year. | 2025",
                "The council [banned] the sale last spring. | 2025",
                "The council [banned] the sale two months ago. | 2025-12",
                "The council [banned] the sale three days ago. | 2026-02-15",
                "The council [banned] the sale on 3 March 2024. | 2024-03-03",
                "The council [banned] the sale on Feb. 3. | 2026-02-03",
                "The council [banned] the sale in the first quarter. | 2026",
                "The council [banned] the sale in the third quarter of 2024. | 2024",
            })
    void resolvesDatesAgainstTheDayOfPublication(String marked, String date) {
        assertThat(read(marked, EventType.BAN).date()).isEqualTo(date);
    }

    @Test
    void prefersTheDayOfTheDeedToTheDayOfTheSaying() {
        PolicyEvent event =
                read("The mayor said on Tuesday that the council had [banned] the sale on Friday.", EventType.BAN);

        assertThat(event.date()).isEqualTo("2026-02-13");
    }

    @Test
    void takesNoDeadlineForTheDate() {
        PolicyEvent event = read("On Monday the council [banned] the sale until 2030.", EventType.BAN);

        assertThat(event.date()).isEqualTo("2026-02-16");
    }

    @Test
    void readsTheDateThatOpensAParagraphOfAChronicle() {
        PolicyEvent event = read("May 2024. The mill shuts. The council [opens] an inquiry.", EventType.INVESTIGATION);

        assertThat(event.date()).isEqualTo("2024-05");
    }

    @Test
    void datesNewsWithoutADateByTheMonthOfPublication() {
        assertThat(read("The council has [banned] the sale.", EventType.BAN).date())
                .isEqualTo("2026-02");
    }

    @Test
    void findsTheIssuerAndTheHolderOfALicence() {
        PolicyEvent event = read(
                "The Farm Ministry [granted] Hillside Dairy a licence, the Morning Courier said.",
                EventType.LICENCE_GRANTED,
                "Farm Ministry",
                EntityType.ORG,
                "farm-ministry",
                "Hillside Dairy",
                EntityType.ORG,
                "hillside-dairy",
                "Morning Courier",
                EntityType.ORG,
                "morning-courier");

        assertThat(actors(event)).containsExactly("farm-ministry", "hillside-dairy");
    }

    @Test
    void takesADescriptionForTheBodyNamedBefore() {
        PolicyEvent event = read(
                "The Farm Ministry met growers. They asked for help. The ministry [published] new rules on Monday.",
                EventType.RULE_ISSUED,
                "Farm Ministry",
                EntityType.ORG,
                "farm-ministry");

        assertThat(actors(event)).containsExactly("farm-ministry");
    }

    @Test
    void takesOfficialsOfACountryForTheCountryAndAPlaceForNobody() {
        PolicyEvent event = read(
                "Dutch regulators [issued] a rule on seeds in Utrecht.",
                EventType.RULE_ISSUED,
                "Utrecht",
                EntityType.GPE,
                "utrecht");

        assertThat(actors(event)).containsExactly("netherlands");
    }

    @Test
    void namesBothSidesOfAMeeting() {
        PolicyEvent event = read(
                "Ada Moss [met] officials of the Farm Ministry on Monday.",
                EventType.MEETING,
                "Ada Moss",
                EntityType.PERSON,
                "ada-moss",
                "Farm Ministry",
                EntityType.ORG,
                "farm-ministry");

        assertThat(actors(event)).containsExactlyInAnyOrder("ada-moss", "farm-ministry");
    }
}
