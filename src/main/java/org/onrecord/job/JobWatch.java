package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.JobListener;

/** Notes what runs, how it ended and how long it took. A job leaves its failure in the result of its context. */
final class JobWatch implements JobListener {
    private final Clock clock;
    private final Map<JobKey, Seen> seen = new ConcurrentHashMap<>();
    private volatile JobEnds ends = (kind, failed, took) -> {};

    JobWatch(Clock clock) {
        this.clock = clock;
    }

    private record Seen(
            @Nullable Instant runningSince,
            @Nullable Instant endedAt,
            @Nullable Duration took,
            String failure) {
        static final Seen NOTHING = new Seen(null, null, null, "");
    }

    void tell(JobEnds listener) {
        this.ends = listener;
    }

    JobState state(JobKey key, @Nullable Instant nextAt) {
        Seen known = seen.getOrDefault(key, Seen.NOTHING);
        return new JobState(
                key.getGroup(),
                key.getName(),
                known.runningSince(),
                known.endedAt(),
                known.took(),
                known.failure(),
                nextAt);
    }

    @Override
    public String getName() {
        return "watch";
    }

    @Override
    public void jobToBeExecuted(JobExecutionContext context) {
        Seen before = seen.getOrDefault(context.getJobDetail().getKey(), Seen.NOTHING);
        seen.put(
                context.getJobDetail().getKey(),
                new Seen(clock.instant(), before.endedAt(), before.took(), before.failure()));
    }

    @Override
    public void jobExecutionVetoed(JobExecutionContext context) {
        // Nobody vetoes here.
    }

    @Override
    public void jobWasExecuted(JobExecutionContext context, @Nullable JobExecutionException thrown) {
        JobKey key = context.getJobDetail().getKey();
        String failure = context.getResult() instanceof Exception left
                ? String.valueOf(left.getMessage())
                : thrown == null ? "" : String.valueOf(thrown.getMessage());
        Duration took = Duration.ofMillis(context.getJobRunTime());
        seen.put(key, new Seen(null, clock.instant(), took, failure));
        ends.ended(key.getGroup(), !failure.isEmpty(), took);
    }
}
