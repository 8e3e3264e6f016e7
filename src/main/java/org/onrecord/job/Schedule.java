package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.onrecord.article.SourceId;
import org.onrecord.digest.Digest;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs jobs at their times, from a scheduler in memory that is filled from the configuration at every start. What must
 * survive a restart (when a source is due, which window a digest was sent for) is in the state store, so that a job that was
 * missed while the program was down runs once when it is back.
 */
public final class Schedule implements AutoCloseable, DiskWatch.Writer {
    private static final String SOURCE = "source";
    private static final String DIGEST = "digest";
    private static final String CARE = "care";

    private final Scheduler scheduler;
    private final Clock clock;
    private final JobWatch watch;
    private final Map<JobKey, Planned> jobs = new ConcurrentHashMap<>();

    /**
     * A job of the schedule.
     *
     * @param zone the time zone to show its times in
     */
    private record Planned(Job job, ZoneId zone) {}

    /**
     * @param threads how many jobs run at once
     */
    public Schedule(int threads, Clock clock) {
        this.clock = clock;
        Properties properties = new Properties();
        // Quartz keeps schedulers by name in a map for the whole process: a name of its own keeps ours apart.
        properties.setProperty("org.quartz.scheduler.instanceName", "onrecord-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", "job");
        try {
            scheduler = new StdSchedulerFactory(properties).getScheduler();
            watch = new JobWatch(clock);
            scheduler.getListenerManager().addJobListener(watch);
            scheduler.setJobFactory(
                    (bundle, ignored) -> ready(bundle.getJobDetail().getKey()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot make the scheduler", e);
        }
    }

    /**
     * Asks a source for news again and again.
     *
     * @param round is told whether a person asked for it
     */
    public void watch(SourceId source, Duration every, Instant firstAt, Consumer<Boolean> round) {
        repeat(new JobKey(source.value(), SOURCE), every, firstAt, round);
    }

    /** Does some care of the house again and again. */
    public void care(String name, Duration every, Instant firstAt, Runnable work) {
        repeat(new JobKey(name, CARE), every, firstAt, asked -> work.run());
    }

    /**
     * Sends a digest at its times. A window that was missed is sent at once, but only the last one.
     *
     * @param lastRun the window that it was sent for last; the current moment for a new digest
     * @param sending sends it for one window
     */
    public void send(Digest digest, Instant lastRun, BiConsumer<Digest, Instant> sending) {
        JobKey key = new JobKey(digest.id(), DIGEST);
        Instant now = clock.instant();
        Instant missed = digest.lastUpTo(now);
        Instant first = missed.isAfter(lastRun) ? missed : digest.nextAfter(now);
        add(key, new Planned(new DigestJob(digest, sending, clock), digest.zone()), DigestJob.trigger(key, first));
    }

    /** Sends a digest no more; does nothing when it is not sent. */
    public void stopSending(String digest) {
        JobKey key = new JobKey(digest, DIGEST);
        try {
            scheduler.deleteJob(key);
            jobs.remove(key);
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot take " + key + " off the schedule", e);
        }
    }

    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot start the scheduler", e);
        }
    }

    /** Jobs whose time comes wait for {@link #goOn}; running ones end. */
    @Override
    public void pause() {
        try {
            scheduler.standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot hold the scheduler", e);
        }
    }

    /** Each job that waited runs once now, and so does each source, because its last round may have been cut off. */
    @Override
    public void goOn() {
        start();
        try {
            for (JobKey key : jobs.keySet()) {
                if (key.getGroup().equals(SOURCE)) {
                    scheduler.triggerJob(key);
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot run the sources", e);
        }
    }

    /** Every job's next run, soonest first. */
    public List<NextRun> nextRuns() {
        List<NextRun> next = new ArrayList<>();
        try {
            for (Map.Entry<JobKey, Planned> entry : jobs.entrySet()) {
                JobKey key = entry.getKey();
                for (Trigger trigger : scheduler.getTriggersOfJob(key)) {
                    Date fires = trigger.getNextFireTime();
                    if (fires != null) {
                        ZoneId zone = entry.getValue().zone();
                        next.add(new NextRun(key.getGroup() + " " + key.getName(), fires.toInstant(), zone));
                    }
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot read the schedule", e);
        }
        Collections.sort(next);
        return next;
    }

    /** How every job is doing, by kind and name. */
    public List<JobState> jobs() {
        List<JobState> states = new ArrayList<>();
        try {
            for (JobKey key : jobs.keySet().stream().sorted().toList()) {
                Instant next = null;
                for (Trigger trigger : scheduler.getTriggersOfJob(key)) {
                    Date fires = trigger.getNextFireTime();
                    next = fires == null ? next : fires.toInstant();
                }
                states.add(watch.state(key, next));
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot read the schedule", e);
        }
        return states;
    }

    /**
     * Runs a job now, besides its times; while it runs already, it runs once more after that. Digests have their times only.
     *
     * @return whether there is such a job
     */
    public boolean runNow(String kind, String name) {
        JobKey key = new JobKey(name, kind);
        if (kind.equals(DIGEST) || !jobs.containsKey(key)) {
            return false;
        }
        try {
            scheduler.triggerJob(key, new JobDataMap(Map.of(RepeatedJob.ASKED, true)));
            return true;
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot start " + key, e);
        }
    }

    /** Tells somebody of each run when it is over. */
    public void tell(JobEnds listener) {
        watch.tell(listener);
    }

    /** When each watched source is asked next. */
    public Map<SourceId, Instant> nextSourceRuns() {
        Map<SourceId, Instant> next = new HashMap<>();
        nextRuns().stream()
                .filter(run -> run.job().startsWith(SOURCE + " "))
                .forEach(run -> next.put(new SourceId(run.job().substring(SOURCE.length() + 1)), run.at()));
        return next;
    }

    /** Starts no more jobs, and waits for the running ones. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot stop the scheduler", e);
        }
    }

    private void repeat(JobKey key, Duration every, Instant firstAt, Consumer<Boolean> work) {
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), key.getGroup())
                .startAt(Date.from(firstAt))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
        add(key, new Planned(new RepeatedJob(work), ZoneId.systemDefault()), trigger);
    }

    private void add(JobKey key, Planned planned, Trigger trigger) {
        if (jobs.putIfAbsent(key, planned) != null) {
            throw new IllegalArgumentException("two jobs are named " + key.getGroup() + " " + key.getName());
        }
        JobDetail detail = JobBuilder.newJob(planned.job().getClass())
                .withIdentity(key)
                .storeDurably()
                .build();
        try {
            scheduler.scheduleJob(detail, trigger);
        } catch (SchedulerException e) {
            throw new IllegalStateException("cannot schedule " + key, e);
        }
    }

    private Job ready(JobKey key) throws SchedulerException {
        Planned planned = jobs.get(key);
        if (planned == null) {
            throw new SchedulerException("no job is named " + key);
        }
        return planned.job();
    }
}
