package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SharedMaterial;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DigestScheduleTest {
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void isSentAtTheSameLocalTimeInSummerAndInWinter() {
        Digest digest = digest("07:30", DAILY, "America/New_York");

        assertThat(digest.nextAfter(Instant.parse("2026-01-10T00:00:00Z"))).isEqualTo("2026-01-10T12:30:00Z");
        assertThat(digest.nextAfter(Instant.parse("2026-07-10T00:00:00Z"))).isEqualTo("2026-07-10T11:30:00Z");
    }

    @Test
    void aSkippedLocalTimeIsSentAtTheFirstInstantAfterTheGap() {
        Digest digest = digest("02:30", DAILY, "America/New_York");

        assertThat(digest.nextAfter(Instant.parse("2026-03-08T05:00:00Z"))).isEqualTo("2026-03-08T07:00:00Z");
        assertThat(digest.nextAfter(Instant.parse("2026-03-08T07:00:00Z"))).isEqualTo("2026-03-09T06:30:00Z");
    }

    @Test
    void aLocalTimeThatComesTwiceIsSentOnceTheFirstTime() {
        Digest digest = digest("01:30", DAILY, "America/New_York");

        Instant first = digest.nextAfter(Instant.parse("2026-11-01T04:00:00Z"));

        assertThat(first).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(digest.nextAfter(first)).isEqualTo("2026-11-02T06:30:00Z");
    }

    @Test
    void onlyTheDaysOfTheDigestCount() {
        Digest digest = digest("09:00", EnumSet.of(DayOfWeek.MONDAY), "Asia/Taipei");

        assertThat(digest.nextAfter(Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo("2026-11-30T01:00:00Z");
        assertThat(digest.lastUpTo(Instant.parse("2026-11-24T00:00:00Z"))).isEqualTo("2026-11-23T01:00:00Z");
    }

    @Test
    void theLastMomentIncludesTheMomentItself() {
        Digest digest = digest("07:30", DAILY, "UTC");

        assertThat(digest.lastUpTo(Instant.parse("2026-01-10T07:30:00Z"))).isEqualTo("2026-01-10T07:30:00Z");
        assertThat(digest.lastUpTo(Instant.parse("2026-01-10T07:29:59Z"))).isEqualTo("2026-01-09T07:30:00Z");
    }

    @Test
    void overTenYearsInTwelveZonesEachDayHasOneMoment() {
        List<String> zones = List.of(
                "America/New_York",
                "America/Santiago",
                "Europe/Berlin",
                "Europe/London",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Asia/Taipei",
                "Africa/Casablanca",
                "Pacific/Apia",
                "America/St_Johns",
                "Asia/Gaza",
                "UTC");
        for (String zone : zones) {
            Digest digest = digest("00:30", DAILY, zone);
            Instant moment = digest.lastUpTo(Instant.parse("2020-01-01T00:00:00Z"));
            LocalDate day = moment.atZone(digest.zone()).toLocalDate();
            for (int i = 0; i < 3_653; i++) {
                Instant next = digest.nextAfter(moment);

                assertThat(next.atZone(digest.zone()).toLocalDate()).as(zone).isEqualTo(day.plusDays(1));
                assertThat(digest.lastUpTo(next)).isEqualTo(next);
                assertThat(digest.lastUpTo(next.minusMillis(1))).isEqualTo(moment);
                moment = next;
                day = day.plusDays(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // at, zone, a moment before, the next three
        "00:30, Africa/Cairo, 2026-04-22T12:00:00Z, 2026-04-22T22:30:00Z 2026-04-23T22:00:00Z 2026-04-24T21:30:00Z",
        "00:15, America/Havana, 2026-03-06T12:00:00Z, 2026-03-07T05:15:00Z 2026-03-08T05:00:00Z 2026-03-09T04:15:00Z",
        "03:00, Pacific/Chatham, 2026-04-03T00:00:00Z, 2026-04-03T13:15:00Z 2026-04-04T13:15:00Z 2026-04-05T14:15:00Z",
        "01:30, Europe/Dublin, 2026-10-23T12:00:00Z, 2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
        "00:00, Asia/Beirut, 2026-03-27T12:00:00Z, 2026-03-27T22:00:00Z 2026-03-28T22:00:00Z 2026-03-29T21:00:00Z",
        "02:00, Australia/Sydney, 2026-10-02T20:00:00Z, 2026-10-03T16:00:00Z 2026-10-04T15:00:00Z 2026-10-05T15:00:00Z",
        "07:30, Asia/Kolkata, 2026-03-28T12:00:00Z, 2026-03-29T02:00:00Z 2026-03-30T02:00:00Z 2026-03-31T02:00:00Z",
    })
    void keepsToTheLocalTimeAroundClockChangesOfManyKinds(String at, String zone, Instant before, String moments) {
        Digest digest = digest(at, DAILY, zone);

        List<String> fires = new ArrayList<>();
        for (Instant moment = digest.nextAfter(before); fires.size() < 3; moment = digest.nextAfter(moment)) {
            fires.add(moment.toString());
        }

        assertThat(fires).containsExactly(moments.split(" "));
    }

    @Test
    void keepsToTheListOfClockChanges() throws IOException {
        Path list = SharedMaterial.at("hostile/dates/cron-clock-change.jsonl");
        assumeTrue(Files.exists(list), "skipped: the list of clock changes is not beside the project");
        for (String line : Files.readAllLines(list)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String[] cron = row.path("cron").asString().split(" ");
            ZoneId zone = ZoneId.of(row.path("zone").asString());
            LocalDate from = LocalDate.parse(row.path("from").asString());
            Digest digest = digest(
                    LocalTime.of(Integer.parseInt(cron[2]), Integer.parseInt(cron[1]))
                            .toString(),
                    DAILY,
                    zone.getId());

            List<String> fires = new ArrayList<>();
            Instant end =
                    from.plusDays(row.path("days").asInt()).atStartOfDay(zone).toInstant();
            Instant moment =
                    digest.nextAfter(from.atStartOfDay(zone).toInstant().minusMillis(1));
            while (moment.isBefore(end)) {
                fires.add(moment.toString());
                moment = digest.nextAfter(moment);
            }

            assertThat(fires)
                    .as(line)
                    .isEqualTo(row.path("fires")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    @Test
    void refusesAnIdThatCouldBreakAHeader() {
        assertThatThrownBy(() -> new Digest(
                        "daily>\r\nBcc: eve@example.net",
                        "Daily",
                        LocalTime.NOON,
                        DAILY,
                        ZoneId.of("UTC"),
                        List.of(new Digest.SavedSearch("all", "")),
                        List.of(),
                        List.of(),
                        Digest.USUAL_REACH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Digest digest(String at, Set<DayOfWeek> days, String zone) {
        return new Digest(
                "daily",
                "Daily",
                LocalTime.parse(at),
                days,
                ZoneId.of(zone),
                List.of(new Digest.SavedSearch("all", "")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH);
    }
}
