package org.onrecord.job;

import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of work each time it fires, and never twice at once. */
@DisallowConcurrentExecution
final class RepeatedJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedJob.class);

    /** In the data of a run: that a person asked for it. */
    static final String ASKED = "asked";

    private final Consumer<Boolean> work;

    /** @param work is told whether a person asked for this run */
    RepeatedJob(Consumer<Boolean> work) {
        this.work = work;
    }

    /** A failure is logged, and the next run comes all the same. */
    @Override
    public void execute(JobExecutionContext context) {
        try {
            work.accept(context.getMergedJobDataMap().containsKey(ASKED));
        } catch (RuntimeException e) {
            context.setResult(e);
            LOG.atError()
                    .addKeyValue("job", context.getJobDetail().getKey())
                    .setCause(e)
                    .log("a job failed; it runs again at its next time");
        }
    }
}
