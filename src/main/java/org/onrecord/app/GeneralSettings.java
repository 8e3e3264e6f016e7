package org.onrecord.app;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;
import org.onrecord.config.Section;
import org.onrecord.digest.MailSettings;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.tag.TagSettings;
import org.onrecord.web.WebSettings;

/**
 * What {@code onrecord.yaml} says.
 *
 * @param fetch how to fetch
 * @param tag how to tag
 * @param web where the web page is served
 * @param mail how mail leaves
 * @param jobThreads how many jobs run at once
 * @param maintenanceEvery how often the house is put in order
 */
record GeneralSettings(
        FetchSettings fetch,
        TagSettings tag,
        WebSettings web,
        MailSettings mail,
        int jobThreads,
        Duration maintenanceEvery) {
    private static final Duration DAILY = Duration.ofDays(1);

    /**
     * Reads the file of a configuration folder, which may be missing.
     *
     * @param mailPassword the password of the mail server, from the environment; null if none is set
     */
    static GeneralSettings read(Path configFolder, @Nullable String mailPassword, Problems problems) {
        Section root =
                ConfigFile.readIfPresent(configFolder.resolve("onrecord.yaml"), "onrecord.schema.json", problems);
        Section jobs = root.section("jobs");
        return new GeneralSettings(
                FetchSettings.read(root.section("fetch")),
                TagSettings.read(root.section("tag")),
                WebSettings.read(root.section("web")),
                MailSettings.read(root.section("mail"), mailPassword, configFolder),
                jobs.integer("threads", 1, 64, 4),
                maintenance(jobs));
    }

    private static Duration maintenance(Section jobs) {
        Duration every = jobs.duration("maintenance", DAILY);
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            jobs.problem("maintenance", "the house is put in order at most once a minute; allowed is 1m or longer");
            return DAILY;
        }
        return every;
    }
}
