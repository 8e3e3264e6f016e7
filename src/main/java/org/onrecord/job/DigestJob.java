package org.onrecord.job;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.BiConsumer;
import org.onrecord.digest.Digest;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a digest, then asks for its next moment. The moments come from {@link Digest#nextAfter}, because what cron triggers
 * do on the days of a clock change differs from what readers expect.
 */
@DisallowConcurrentExecution
final class DigestJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);

    private final Digest digest;
    private final BiConsumer<Digest, Instant> sending;
    private final Clock clock;

    DigestJob(Digest digest, BiConsumer<Digest, Instant> sending, Clock clock) {
        this.digest = digest;
        this.sending = sending;
        this.clock = clock;
    }

    static Trigger trigger(JobKey key, Instant at) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), key.getGroup())
                .forJob(key)
                .startAt(Date.from(at))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** Asks for the next moment first: whatever becomes of this sending, the next one comes. */
    @Override
    public void execute(JobExecutionContext context) {
        Instant moment = momentOf(context);
        try {
            JobKey key = context.getJobDetail().getKey();
            context.getScheduler().rescheduleJob(context.getTrigger().getKey(), trigger(key, digest.nextAfter(moment)));
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot schedule the next sending of digest " + digest.id(), e);
        }
        try {
            sending.accept(digest, digest.lastUpTo(moment));
        } catch (RuntimeException e) {
            context.setResult(e);
            LOG.atError()
                    .addKeyValue("digest", digest.id())
                    .setCause(e)
                    .log("a digest was not sent; what it would have said comes with the next one");
        }
    }

    /** The scheduler may be a blink early, and then the scheduled moment is the one that counts. */
    private Instant momentOf(JobExecutionContext context) {
        Instant now = clock.instant();
        Instant scheduled = context.getScheduledFireTime().toInstant();
        return scheduled.isAfter(now) ? scheduled : now;
    }
}
