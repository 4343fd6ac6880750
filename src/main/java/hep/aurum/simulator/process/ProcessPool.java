package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Run several jobs at a time.
 *
 * <p>After a failure no further job is started; those that run are waited for, since their files are kept.
 */
public final class ProcessPool {

    private static final int MOST = 4096;

    private final ProcessSimulator simulator;
    private final int parallel;

    private ProcessPool(ProcessSimulator simulator, int parallel) {
        this.simulator = simulator;
        this.parallel = parallel;
    }

    /**
     * Return a pool.
     *
     * @param parallel how many jobs run at a time, at least 1
     */
    public static ProcessPool of(ProcessSimulator simulator, int parallel) {
        Check.argument(parallel >= 1 && parallel <= MOST, "%s jobs at a time, expected 1 to %s", parallel, MOST);
        return new ProcessPool(simulator, parallel);
    }

    /**
     * Run jobs.
     *
     * @param progress told how many are done
     * @return their files, in the order of the jobs
     * @throws Failure of the first of the jobs, in their order, that has failed
     */
    public List<ProcessOutput> run(List<ProcessJob> jobs, Progress progress) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        Batch batch = new Batch(jobs.size(), progress);
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, jobs.size()));
        try {
            List<Future<Optional<ProcessOutput>>> futures = new ArrayList<>();
            jobs.forEach(job -> futures.add(threads.submit(() -> batch.produce(job))));
            return batch.collect(futures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("the generation was interrupted", "", "run again: finished jobs are kept");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Count the jobs of one call. */
    private final class Batch {

        private final int size;
        private final Tally tally;
        private final AtomicBoolean hasFailed = new AtomicBoolean();

        Batch(int size, Progress progress) {
            this.size = size;
            this.tally = Tally.of(progress, "generating events", size, "jobs");
        }

        /** Run one job, or return nothing if another one has failed before it was started. */
        Optional<ProcessOutput> produce(ProcessJob job) {
            if (hasFailed.get()) {
                return Optional.empty();
            }
            boolean isDone = false;
            try {
                ProcessOutput output = simulator.produce(job);
                isDone = true;
                tally.add(1);
                return Optional.of(output);
            } finally {
                if (!isDone) {
                    hasFailed.set(true);
                }
            }
        }

        List<ProcessOutput> collect(List<Future<Optional<ProcessOutput>>> futures) throws InterruptedException {
            List<ProcessOutput> outputs = new ArrayList<>();
            RuntimeException first = null;
            for (Future<Optional<ProcessOutput>> future : futures) {
                try {
                    future.get().ifPresent(outputs::add);
                } catch (ExecutionException e) {
                    first = first == null ? unchecked(e) : first;
                }
            }
            if (first == null) {
                tally.finish();
                return outputs;
            }
            if (first instanceof BadInput failure) {
                throw new BadInput(
                        failure.what(),
                        outputs.size() + " of " + size + " jobs are done and kept; this one: " + failure.where(),
                        failure.fix());
            }
            throw first;
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
