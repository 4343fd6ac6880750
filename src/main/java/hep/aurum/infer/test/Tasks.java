package hep.aurum.infer.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Run numbered tasks on a few threads, each task once, in any order. */
public final class Tasks {

    private Tasks() {}

    /**
     * Run the tasks 0 to {@code count} − 1 and wait for them.
     *
     * @param task safe for several threads; what it throws ends the work
     */
    public static void run(int count, int threads, IntConsumer task) {
        if (threads == 1) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < Math.min(threads, count); t++) {
                workers.add(pool.submit(() -> work(next, count, task)));
            }
            for (Future<?> worker : workers) {
                await(worker);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void work(AtomicInteger next, int count, IntConsumer task) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
                task.accept(i);
            } catch (RuntimeException e) {
                next.set(count);
                throw e;
            }
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for toys", e);
        }
    }
}
