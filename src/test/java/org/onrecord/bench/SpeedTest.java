package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private static final List<Round> ROUNDS =
            List.of(new Round(2, 1_200, 0.1, 0.05), new Round(2, 1_200, 0.2, 0.2), new Round(4, 1_200, 0.4, 0.1));

    @Test
    void isTheMedianOverTheRounds() {
        assertThat(Speed.ours(ROUNDS)).isEqualTo(new Speed(10, 6_000));
        assertThat(Speed.bare(ROUNDS)).isEqualTo(new Speed(40, 12_000));
    }

    @Test
    void tellsWhatAnArticleOfSixHundredWordsTakes() {
        assertThat(Speed.ours(ROUNDS).usualArticleMillis()).isEqualTo(100);
    }

    @Test
    void theRatioIsTakenWithinEachRound() {
        assertThat(Speed.median(ROUNDS, Round::ratio)).isEqualTo(0.5);
    }

    @Test
    void aRoundWithoutTimeIsRefused() {
        assertThatThrownBy(() -> new Round(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
