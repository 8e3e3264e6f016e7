package org.onrecord.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The rules of one robots.txt as they concern us (RFC 9309). Safe for use by many threads. */
final class RobotsFile {
    private final BaseRobotRules rules;
    private final Duration crawlDelay;

    private RobotsFile(BaseRobotRules rules, Duration crawlDelay) {
        this.rules = rules;
        this.crawlDelay = crawlDelay;
    }

    /** Of a host that has no robots.txt. */
    static RobotsFile allowingAll() {
        return new RobotsFile(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Duration.ZERO);
    }

    /**
     * Reads what counts of a file.
     *
     * @param body with content codings undone
     * @param most bytes that count; a line that is cut there does not
     * @param longestDelay what a longer Crawl-delay is cut to
     */
    static RobotsFile parse(String address, byte[] body, String agent, int most, Duration longestDelay) {
        byte[] counting = body.length <= most ? body : Arrays.copyOf(body, wholeLines(body, most));
        // By default the parser forbids everything where the delay is longer than it likes.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        BaseRobotRules rules = parser.parseContent(address, counting, "text/plain", List.of(agent));
        long millis = Math.clamp(rules.getCrawlDelay(), 0, longestDelay.toMillis());
        return new RobotsFile(rules, Duration.ofMillis(millis));
    }

    RobotsVerdict verdict(String address) {
        return rules.isAllowed(address) ? new RobotsVerdict.Allowed(crawlDelay) : new RobotsVerdict.Forbidden();
    }

    private static int wholeLines(byte[] body, int most) {
        int end = most;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return end;
    }
}
