package org.onrecord.tag.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;
import org.onrecord.tag.text.WordLists;

class SpeakerResolverTest {
    private static final SentenceReader READER =
            new SentenceReader(Models.load(), new SentenceJoints(Lexicon.named("abbreviations")));
    private static final WordLists WORDS = new WordLists();

    private record Known(String name, EntityType type, String actor) {}

    private static final List<Known> KNOWN = List.of(
            new Known("Padma Ellery", EntityType.PERSON, "padma-ellery"),
            new Known("Ellery", EntityType.PERSON, "padma-ellery"),
            new Known("Rufus Tarkan", EntityType.PERSON, "rufus-tarkan"),
            new Known("Tarkan", EntityType.PERSON, "rufus-tarkan"),
            new Known("Noel Brandt", EntityType.PERSON, "noel-brandt"),
            new Known("Lowmoor Silicon", EntityType.ORG, "lowmoor-silicon"),
            new Known("Lowmoor", EntityType.ORG, "lowmoor-silicon"),
            new Known("Trade Ministry", EntityType.ORG, "trade-ministry"),
            new Known("Kettle Institute", EntityType.ORG, "kettle-institute"),
            new Known("Shenzhen", EntityType.GPE, "shenzhen"),
            new Known("Idaho", EntityType.GPE, "idaho"),
            new Known("Xinpu Logic", EntityType.ORG, "xinpu-logic"));

    /** Asks for each of the words in angle brackets, in order; the last answer counts. */
    private static @Nullable String actor(String marked) {
        SpeakerResolver resolver = resolver(marked.replaceAll("[<>]", ""));
        ActorId last = null;
        int removed = 0;
        for (int open = marked.indexOf('<'); open >= 0; open = marked.indexOf('<', open + 1)) {
            int close = marked.indexOf('>', open);
            last = resolver.actor(open - removed, close - removed - 1);
            removed += 2;
        }
        return last == null ? null : last.value();
    }

    private static SpeakerResolver resolver(String text) {
        return new SpeakerResolver(
                READER.read(TagFixture.article(text), text), names(text), TagFixture.registry(), WORDS);
    }

    static List<Name> names(String text) {
        List<Name> names = new ArrayList<>();
        for (Known known : KNOWN) {
            for (int i = text.indexOf(known.name()); i >= 0; i = text.indexOf(known.name(), i + 1)) {
                int start = i;
                int end = i + known.name().length();
                if (names.stream().noneMatch(name -> name.overlaps(start, end))) {
                    names.add(new Name(start, end, known.type(), new ActorId(known.actor()), 1));
                }
            }
        }
        names.sort(Comparator.comparingInt(Name::start));
        return names;
    }

    @Test
    void tellsTwoPeopleApartByTheirPronouns() {
        assertThat(actor("<Ms. Ellery> praised the rule. <Mr. Tarkan> did not. Later <she> added a word."))
                .isEqualTo("padma-ellery");
        assertThat(actor("<Ms. Ellery> praised the rule. <Mr. Tarkan> did not. Later <he> added a word."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void followsThePersonThatASentenceIsAbout() {
        String text =
                "Senator Rufus Tarkan called it theft. Mr. Tarkan has said so for years. In a speech last fall he "
                        + "thanked the farmers. “No more,” <he> told them.";

        assertThat(actor(text)).isEqualTo("rufus-tarkan");
    }

    @Test
    void takesAPronounForAnUnnamedSourceWhoSpokeJustBefore() {
        assertThat(actor("Rufus Tarkan left early.\n\n"
                        + "“We saw it coming,” said <a consultant> to the plant. <She> asked not to be named."))
                .isNull();
    }

    @Test
    void knowsACompanyByTheNounThatTheTextUsedForIt() {
        String text =
                "Lowmoor Silicon, a chip designer, asked the Trade Ministry for a licence. <The designer> expects an "
                        + "answer soon.";

        assertThat(actor(text)).isEqualTo("lowmoor-silicon");
    }

    @Test
    void knowsAMinistryByAWordOfItsName() {
        assertThat(actor("The Trade Ministry met Lowmoor Silicon on Monday. <The ministry> denied the report."))
                .isEqualTo("trade-ministry");
    }

    @Test
    void tellsTwoCompaniesApartByTheirPlaces() {
        String text =
                "Xinpu Logic, a server maker in Shenzhen, buys from Lowmoor Silicon. <The Shenzhen firm> said it would "
                        + "pay.";

        assertThat(actor(text)).isEqualTo("xinpu-logic");
    }

    @Test
    void knowsALawmakerByPartyAndState() {
        String text = "Representative Padma Ellery, a Republican from Idaho, voted no. “A gift,” <the Idaho Republican>"
                + " said.";

        assertThat(actor(text)).isEqualTo("padma-ellery");
    }

    @Test
    void takesASpokesmanForTheHouse() {
        assertThat(actor("<A spokesman for the Trade Ministry> declined to comment."))
                .isEqualTo("trade-ministry");
        assertThat(actor("Lowmoor Silicon will appeal, <a spokeswoman> said.")).isEqualTo("lowmoor-silicon");
        assertThat(actor("<Analysts at Lowmoor Silicon> doubt it.")).isEqualTo("lowmoor-silicon");
    }

    @Test
    void takesAChiefForThePersonWhoIsNamedRightAfter() {
        assertThat(actor("Lowmoor Silicon will appeal, <its finance chief>, Rufus Tarkan, said."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void leavesOtherPeoplesRelationsUnnamed() {
        assertThat(actor("Rufus Tarkan is away. <His wife> said he was well.")).isNull();
        assertThat(actor("Lowmoor Silicon is in trouble. <Its critics> say so."))
                .isNull();
    }

    @Test
    void leavesCountsAndGroupsUnnamed() {
        assertThat(actor("Lowmoor Silicon cut jobs, <two people familiar with Lowmoor> said."))
                .isNull();
        assertThat(actor("Lowmoor Silicon cut jobs. <Some analysts> doubt it.")).isNull();
    }

    @Test
    void takesAReportForTheHouseThatMadeIt() {
        assertThat(actor("A report by the Kettle Institute counts the cards. <The report> warns of waste."))
                .isEqualTo("kettle-institute");
    }

    @Test
    void takesALetterForTheOneWhoSentIt() {
        assertThat(actor(
                        "The words come from a letter that Padma Ellery, who leads the panel, sent to the Trade Ministry. "
                                + "Lowmoor Silicon was not asked. <The letter> calls the sale a mistake."))
                .isEqualTo("padma-ellery");
        assertThat(
                        actor(
                                "Lowmoor Silicon is late, according to <a report> that the Kettle Institute released on Sunday."))
                .isEqualTo("kettle-institute");
    }

    @Test
    void seldomMeansTheSubjectOfAnAside() {
        assertThat(actor(
                        "“A failure,” <Rufus Tarkan> said, and the rest was commentary.\n\nFour years ago, when Noel Brandt "
                                + "moved in, his firm was small. Today, <he> said, it is large."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void knowsAnAmbassadorByARoleThatIsNamedOnlyLater() {
        assertThat(
                        actor(
                                "<Idaho’s ambassador to Shenzhen> called it theft. Idaho’s ambassador to Shenzhen Rufus Tarkan spoke on Monday."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void findsTheSubjectOfASecondVerb() {
        String text = "Lowmoor Silicon has long sold to Idaho and has accused Rufus Tarkan of theft.";
        SpeakerResolver resolver = resolver(text);

        Span subject = resolver.subjectBefore(text.indexOf("accused"));

        assertThat(subject).isEqualTo(new Span(0, "Lowmoor Silicon".length()));
        assertThat(resolver("There was talk of theft.").subjectBefore(10)).isNull();
    }

    @Test
    void takesNoReaderOfAMemoForItsAuthor() {
        assertThat(actor("<A memo seen by the Kettle Institute> says so.")).isNull();
    }

    @Test
    void takesWhoForTheNameBeforeTheApposition() {
        assertThat(actor("It was news to Rufus Tarkan, a former diplomat, <who> called it odd."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void takesIInAQuotationForTheOneQuoted() {
        assertThat(actor("“<I> was there,” recalled Padma Ellery.")).isEqualTo("padma-ellery");
    }

    @Test
    void takesIInATranscriptForTheNameBeforeTheColon() {
        assertThat(actor("Rufus Tarkan: Thank you.\nPadma Ellery: <I> said no, and I say it again."))
                .isEqualTo("padma-ellery");
    }

    @Test
    void keepsAnAssistantsPronounApartFromTheOneTheyAssist() {
        assertThat(actor("“High time,” says <Padma Ellery>. Her assistant, Rufus Tarkan, has told her it is a bad"
                        + " trade. “It will pass,” <he> says."))
                .isEqualTo("rufus-tarkan");
    }

    @Test
    void takesWeForTheHouseThatSigns() {
        assertThat(actor("Dear Directors,\n\n<We> hold your shares.\n\nYours faithfully,\nLowmoor Silicon"))
                .isEqualTo("lowmoor-silicon");
    }

    @Test
    void answersTheSameWhenAskedTwiceForOneSpeaker() {
        assertThat(actor("<Ms. Ellery> praised it. “Good,” <she> said, “at last.”"))
                .isEqualTo("padma-ellery");
    }

    @Test
    @Timeout(20)
    void takesLinearTimeForAnEndlessText() {
        String line = "Padma Ellery met Lowmoor Silicon. She said the company was late. A report says so. We know. ";

        assertThat(actor(line.repeat(2_000) + "<She> said so.")).isEqualTo("padma-ellery");
    }
}
