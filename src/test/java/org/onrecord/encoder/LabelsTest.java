package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Labels LABELS = new Labels(List.of("O", "B-source", "I-source", "B-content", "I-content"));

    private static float[] score(int label) {
        float[] scores = new float[5];
        scores[label] = 5;
        return scores;
    }

    @Test
    void readsRunsOffScores() {
        float[][] scores = {score(1), score(2), score(0), score(3), score(4), score(4)};

        assertThat(LABELS.runs(scores))
                .containsExactly(new Labels.Run(0, 2, "source"), new Labels.Run(3, 6, "content"));
    }

    @Test
    void twoNeighboursOfOneKindStayTwo() {
        float[][] scores = {score(3), score(4), score(3)};

        assertThat(LABELS.runs(scores))
                .containsExactly(new Labels.Run(0, 2, "content"), new Labels.Run(2, 3, "content"));
    }

    @Test
    void anInsideWithoutItsBeginningIsMended() {
        float[][] scores = {score(0), score(4), score(4)};

        assertThat(LABELS.runs(scores)).containsExactly(new Labels.Run(1, 3, "content"));
    }

    @Test
    void turnsScoresIntoChancesThatAddUpToOne() {
        float[][] chances = Labels.logChances(new float[][] {{1, 2, 3, -4, 900}});

        double sum = 0;
        for (float log : chances[0]) {
            sum += Math.exp(log);
        }
        assertThat(sum).isCloseTo(1, Offset.offset(1e-5));
    }
}
