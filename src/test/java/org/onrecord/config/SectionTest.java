package org.onrecord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionTest {
    private final Problems problems = new Problems();

    @Test
    void readsValuesOfEveryKind() {
        Section fetch = read("""
                fetch:
                  contact: ada@example.org
                  timeout: 45s
                  pageSize: 2 MiB
                  privateNetworks: [10.0.0.0/8, 192.168.1.0/24]
                """).section("fetch");

        assertThat(fetch.text("contact")).isEqualTo("ada@example.org");
        assertThat(fetch.duration("timeout")).isEqualTo(Duration.ofSeconds(45));
        assertThat(fetch.bytes("pageSize", 1, 1L << 30, 0)).isEqualTo(2_097_152);
        assertThat(fetch.texts("privateNetworks")).containsExactly("10.0.0.0/8", "192.168.1.0/24");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void givesTheFallbackForWhatIsMissing() {
        Section web = read("").section("web");

        assertThat(web.isPresent()).isFalse();
        assertThat(web.text("host", "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(web.integer("port", 0, 65535, 7171)).isEqualTo(7171);
        assertThat(web.flag("beyondLoopback", false)).isFalse();
        assertThat(web.duration("stopWithin", Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(web.texts("names")).isEmpty();
        assertThat(web.textOrNull("host")).isNull();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void reportsAValueOnceAndGivesTheFallbackForIt() {
        Section web = read("web:\n  port: 70000\n").section("web");

        int port = web.integer("port", 0, 65535, 7171);

        assertThat(port).isEqualTo(7171);
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void checksARangeThatIsNarrowerThanTheSchemasAtThePlaceOfTheValue() {
        Section web = read("web:\n  port: 80\n").section("web");

        int port = web.integer("port", 1024, 65535, 7171);

        assertThat(port).isEqualTo(7171);
        assertThat(problems.list())
                .containsExactly(new Problem(
                        Path.of("x.yaml"), 2, 9, "web.port", "found 80; allowed is a whole number from 1024 to 65535"));
    }

    @Test
    void reportsWhatAConversionRefusesAtThePlaceOfTheValue() {
        Section web = read("web:\n  host: nowhere\n").section("web");

        ZoneId zone = web.convert("host", ZoneId::of, ZoneId.of("UTC"));

        assertThat(zone).isEqualTo(ZoneId.of("UTC"));
        assertThat(problems.list())
                .containsExactly(new Problem(
                        Path.of("x.yaml"), 2, 9, "web.host", "found \"nowhere\"; Unknown time-zone ID: nowhere"));
    }

    @Test
    void throwsForARequiredValueThatIsMissing() {
        Section web = read("web:\n  port: 1\n").section("web");

        assertThatThrownBy(() -> web.text("host"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("x.yaml:2:3: web: the key \"host\" is missing");
    }

    @Test
    void leavesOutGroupsWithProblemsAndKeepsTheOthers() {
        Problems found = new Problems();
        Section file = ConfigFile.parse(
                Path.of("x.yaml"),
                "subscribers:\n  - {email: no address, digests: [a]}\n  - {email: ada@example.org, digests: [a]}\n",
                "digests.schema.json",
                found);

        List<String> emails = file.each("subscribers", subscriber -> subscriber.text("email"));

        assertThat(emails).containsExactly("ada@example.org");
        assertThat(file.textOfEach("subscribers", "email")).containsExactly("no address", "ada@example.org");
        assertThat(found.list()).hasSize(1);
    }

    @Test
    void turnsWhatAReaderThrowsIntoAProblemOfThatGroup() {
        Problems found = new Problems();
        Section file = ConfigFile.parse(
                Path.of("x.yaml"),
                "subscribers:\n  - {email: ada@example.org, digests: [a]}\n",
                "digests.schema.json",
                found);

        List<String> none = file.each("subscribers", subscriber -> {
            throw new IllegalArgumentException("no such digest: a");
        });

        assertThat(none).isEmpty();
        assertThat(found.list())
                .containsExactly(new Problem(Path.of("x.yaml"), 2, 5, "subscribers[0]", "no such digest: a"));
    }

    @Test
    void readsDurationsAsPeopleWriteThem() {
        assertThat(DurationText.parse("30m")).isEqualTo(Duration.ofMinutes(30));
        assertThat(DurationText.parse("2h")).isEqualTo(Duration.ofHours(2));
        assertThat(DurationText.parse("1d")).isEqualTo(Duration.ofDays(1));
        assertThat(DurationText.parse("PT1H30M")).isEqualTo(Duration.ofMinutes(90));
        assertThatThrownBy(() -> DurationText.parse("30")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsSizesWithAndWithoutUnits() {
        assertThat(SizeText.parse("500 kB", 1, 1L << 30)).isEqualTo(500_000);
        assertThat(SizeText.parse("2MiB", 1, 1L << 30)).isEqualTo(2_097_152);
        assertThat(SizeText.parse("4096", 1, 1L << 30)).isEqualTo(4096);
        assertThatThrownBy(() -> SizeText.parse("2 GiB", 1, 1L << 30))
                .hasMessage("allowed is a size such as 500 kB or 2 MiB, from 1 B to 1024 MiB");
    }

    private Section read(String yaml) {
        return ConfigFile.parse(Path.of("x.yaml"), yaml, "onrecord.schema.json", problems);
    }
}
