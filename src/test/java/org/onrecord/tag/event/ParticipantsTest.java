package org.onrecord.tag.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.event.Candidate.Role;
import org.onrecord.tag.text.Sentence;

class ParticipantsTest {
    private static final List<Sentence> TWO_SENTENCES = TagFixture.read(
                    "The first one stands here. The second one follows it.")
            .sentences();

    private static Candidate of(String actor, Role role) {
        return new Candidate(new ActorId(actor), role, 0);
    }

    private static List<String> chosen(EventType type, boolean bySponsor, List<Candidate> before, List<Candidate> own) {
        Participants participants = new Participants(type, bySponsor);
        participants.gather(sentence -> sentence == TWO_SENTENCES.get(0) ? before : own, TWO_SENTENCES, 1);
        return participants.chosen().stream().map(ActorId::value).toList();
    }

    @Test
    void aRuleHasAnAuthorAndALicenceAlsoAHolder() {
        List<Candidate> own = List.of(of("lowmoor", Role.COMPANY), of("bureau", Role.BODY));

        assertThat(chosen(EventType.RULE_ISSUED, false, List.of(), own)).containsExactly("bureau");
        assertThat(chosen(EventType.LICENCE_GRANTED, false, List.of(), own)).containsExactly("bureau", "lowmoor");
    }

    @Test
    void aBillHasASponsorWhereItsWordsNameOne() {
        List<Candidate> own = List.of(of("senate", Role.BODY), of("tarkan", Role.PERSON));

        assertThat(chosen(EventType.LEGISLATION, true, List.of(), own)).containsExactly("tarkan");
        assertThat(chosen(EventType.LEGISLATION, false, List.of(), own)).containsExactly("senate", "tarkan");
    }

    @Test
    void asksTheSentenceBeforeOnlyForWhatIsStillOpen() {
        List<Candidate> before = List.of(of("ministry", Role.BODY), of("xinpu", Role.COMPANY));
        List<Candidate> own = List.of(of("lowmoor", Role.COMPANY));

        assertThat(chosen(EventType.LICENCE_DENIED, false, before, own)).containsExactly("ministry", "lowmoor");
    }

    @Test
    void aCountryStandsForNobodyWhereABodyIsNamed() {
        List<Candidate> before = List.of(of("ministry", Role.BODY), of("china", Role.GOVERNMENT));

        assertThat(chosen(EventType.TARIFF, false, before, List.of())).containsExactly("ministry");
    }
}
