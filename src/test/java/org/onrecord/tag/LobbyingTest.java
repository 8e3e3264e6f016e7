package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.tag.TagFixture.TAGGER;
import static org.onrecord.tag.TagFixture.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.Statement;

class LobbyingTest {
    private static final String BEFORE =
            "Corvane Devices is a chipmaker in Ohio. Its chief executive is Marisol Tennant. "
                    + "Senator Ottilie Crane of Idaho leads a committee.\n\n";

    private static boolean lobbies(String text) {
        assertThat(TAGGER.tag(article(BEFORE + text)).statements()).isNotEmpty();
        return TAGGER.tag(article(BEFORE + text)).statements().stream().anyMatch(Statement::lobbying);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Corvane Devices urged the Commerce Department to lift the licence requirement for its chips.",
                "Marisol Tennant told senators that the rule would cost four thousand jobs.",
                "Marisol Tennant met the president on Monday to argue that the ban should end.",
                "In a letter to the Commerce Department, Corvane Devices argued that the rule was far too broad.",
                "Corvane Devices called on lawmakers to reject the bill."
            })
    void businessThatUrgesOfficialsLobbies(String text) {
        assertThat(lobbies(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Senator Ottilie Crane urged the Commerce Department to revoke every licence.",
                "Corvane Devices urged its customers to order early.",
                "Marisol Tennant told senators that the company had four thousand workers in Ohio.",
                "Marisol Tennant told reporters in Beijing that the rule was a mistake.",
                "Marisol Tennant said that sales had doubled since the spring.",
                "Marisol Tennant said that the Commerce Department had been wrong.",
                "The Commerce Department urged Corvane Devices to stop its sales."
            })
    void othersDoNot(String text) {
        assertThat(lobbies(text)).isFalse();
    }

    @Test
    void isCalledSo() {
        Statement statement = TAGGER
                .tag(article(BEFORE + "Corvane Devices urged the Commerce Department to lift the ban on its chips."))
                .statements()
                .stream()
                .filter(Statement::lobbying)
                .findFirst()
                .orElseThrow();

        assertThat(statement.deed()).isEqualTo("lobbying");
    }
}
