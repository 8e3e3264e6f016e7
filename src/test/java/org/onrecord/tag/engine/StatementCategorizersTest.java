package org.onrecord.tag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.article.Act;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.stand.StandJudge;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Reading;

class StatementCategorizersTest {
    private static final StatementCategorizers SHIPPED =
            new StatementCategorizers(new ModelFiles(null), new StatementFeatures(TagFixture.registry()));

    /** The statement whose cue stands in parentheses and whose content in brackets. */
    private record Marked(Reading reading, Draft draft) {
        static Marked of(String marked) {
            String text = marked.replaceAll("[()\\[\\]]", "");
            int cue = marked.indexOf('(');
            int cueEnd = marked.indexOf(')') - 1;
            int start = marked.indexOf('[') - 2;
            int end = marked.indexOf(']') - 3;
            String base = text.substring(cue, cueEnd);
            return new Marked(
                    TagFixture.read(text), new Draft(0, 0, 3, null, cue, cueEnd, base, null, start, end, 0.9));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WARN | She (warned) that [prices would soar if the mine closed].",
                "URGE | She (urged) [the council to rebuild the bridge].",
                "DENY | She (denied) [that the dam had leaked].",
                "SUPPORT | She (praised) [the new school as a blessing for the town].",
                "CRITICIZE | She (condemned) [the closure as a disgrace].",
            })
    void hearsTheActOfTellingCues(Act act, String marked) {
        Marked one = Marked.of(marked);

        assertThat(ActJudge.judge(one.draft(), SHIPPED.acts(one.reading(), one.draft())))
                .isEqualTo(act);
    }

    @Test
    void givesEachActAndEachStandItsChance() {
        Marked one = Marked.of("She (said) [the export ban on chips should be lifted].");

        Map<Act, Double> acts = SHIPPED.acts(one.reading(), one.draft());
        Map<String, Double> stands = SHIPPED.stands(one.reading(), one.draft(), Act.URGE);

        assertThat(acts).containsOnlyKeys(Act.values());
        assertThat(stands).containsKeys(StandJudge.NONE, "ai-chip-exports|for", "ai-chip-exports|against");
        assertThat(acts.values().stream().mapToDouble(chance -> chance).sum()).isCloseTo(1, within(1e-6));
        assertThat(stands.values().stream().mapToDouble(chance -> chance).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void saysWhichFileIsNoModel(@TempDir Path own) throws IOException {
        Files.writeString(own.resolve("acts.bin"), "not a model");

        assertThatThrownBy(() ->
                        new StatementCategorizers(new ModelFiles(own), new StatementFeatures(TagFixture.registry())))
                .hasMessageContaining("acts.bin")
                .hasMessageContaining("onrecord train");
    }
}
