package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Run a program once: watch its time, keep the end of what it prints, and leave none of its processes behind. */
final class Attempt implements Closeable {

    private static final long DRAIN_MS = 2000;
    private static final int QUOTED_LINES = 12;

    private final Invocation invocation;
    private final Process process;
    private final ProcessTree tree;
    private final Thread hook;
    private final TailBuffer printed;
    private final TailBuffer complained;
    private final List<Thread> drains = new ArrayList<>();
    private final CompletableFuture<InputStream> events;
    private volatile boolean isLate;

    private Attempt(Invocation invocation, Process process, Thread hook, ProcessTree tree) throws IOException {
        this.invocation = invocation;
        this.process = process;
        this.hook = hook;
        this.tree = tree;
        int kept = invocation.command().limits().logBytes();
        printed = new TailBuffer(kept);
        complained = new TailBuffer(kept);
        process.getOutputStream().close();
        drain(complained, process.getErrorStream());
        if (invocation.command().delivery() == Delivery.STANDARD_OUTPUT) {
            events = CompletableFuture.completedFuture(process.getInputStream());
        } else {
            drain(printed, process.getInputStream());
            events = new CompletableFuture<>();
        }
        watch();
    }

    /**
     * Start the program.
     *
     * @throws NotFound if there is no such program
     */
    static Attempt start(Invocation invocation) throws IOException {
        NamedPipe pipe = invocation.command().delivery() == Delivery.PIPE
                ? NamedPipe.create(invocation.part().resolve("pipe"), invocation.output())
                : null;
        CompletableFuture<ProcessTree> started = new CompletableFuture<>();
        Thread hook = new Thread(() -> started.thenAccept(tree -> tree.end(Duration.ZERO)), "aurum job end");
        register(hook);
        Process process;
        try {
            process = builder(invocation).start();
        } catch (IOException e) {
            unregister(hook);
            throw new NotFound(
                    "cannot start " + invocation.arguments().get(0) + ": " + e.getMessage(),
                    "",
                    "check its name and the PATH; the program runs in a folder of its own, so give an absolute path");
        }
        ProcessTree tree = ProcessTree.of(process.toHandle(), invocation.part());
        started.complete(tree);
        Attempt attempt = new Attempt(invocation, process, hook, tree);
        if (pipe != null) {
            pipe.open(process).whenComplete((in, failure) -> {
                if (failure == null) {
                    attempt.events.complete(in);
                } else {
                    attempt.events.completeExceptionally(failure);
                }
            });
        }
        return attempt;
    }

    /** A program must not outlive a run that is stopped from the keyboard or by a batch system. */
    private static void register(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new BadInput("no program is started any more, for this run is ending", "", "");
        }
    }

    private static void unregister(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The run is ending and the hook at work.
            return;
        }
    }

    private static ProcessBuilder builder(Invocation invocation) {
        ProcessBuilder builder = new ProcessBuilder(invocation.arguments())
                .directory(invocation.work().toFile());
        Map<String, String> variables = builder.environment();
        ProcessCommand.Environment wanted = invocation.command().environment();
        if (!wanted.isInherited()) {
            variables.keySet().retainAll(wanted.allowed());
        }
        variables.putAll(invocation.environment());
        variables.put(ProcessTree.MARK, invocation.part().toString());
        return builder;
    }

    private void drain(TailBuffer buffer, InputStream in) {
        drains.add(OwnThread.start("aurum job prints", () -> buffer.drain(in)));
    }

    private void watch() {
        long limit = invocation.command().limits().time().toMillis();
        process.onExit()
                .thenApply(ended -> true)
                .orTimeout(limit, TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (ended, failure) -> {
                            if (failure instanceof TimeoutException) {
                                isLate = true;
                                end();
                            }
                        },
                        OwnThread.EXECUTOR);
    }

    /** End all processes of the job. */
    void end() {
        tree.end(invocation.command().limits().grace());
    }

    /** Return the events of a program that hands them over as a stream; waits until it starts to. */
    InputStream events() throws IOException, InterruptedException {
        try {
            return events.get();
        } catch (ExecutionException e) {
            throw new IOException("the pipe cannot be opened: " + e.getCause(), e);
        }
    }

    /** Wait until the program has ended, well or not. */
    void awaitExit() throws InterruptedException {
        process.waitFor();
    }

    /**
     * Wait until the program has ended, and end what it has left running.
     *
     * @throws BadInput if it has failed or was late
     */
    void requireSuccess() throws InterruptedException {
        int code = process.waitFor();
        // While the watch is at work its verdict may come an instant after the end of the program.
        end();
        for (Thread drain : drains) {
            drain.join(DRAIN_MS);
        }
        if (isLate) {
            long seconds = invocation.command().limits().time().toSeconds();
            throw failure("did not finish within " + (seconds > 0 ? seconds + " s" : "its time") + " and was ended");
        }
        if (code != 0) {
            throw failure(
                    code > 128 && code < 160
                            ? "was ended by signal " + (code - 128) + " (exit code " + code + ")"
                            : "failed with exit code " + code);
        }
    }

    private BadInput failure(String what) {
        return failure("the program " + invocation.arguments().get(0) + " " + what, "");
    }

    /** Return a failure that quotes what the program has printed. */
    BadInput failure(String what, String fix) {
        String said = complained.lastLines(QUOTED_LINES);
        String stream = "standard error";
        if (said.isEmpty()) {
            said = printed.lastLines(QUOTED_LINES);
            stream = "standard output";
        }
        String where = said.isEmpty()
                ? "it printed nothing"
                : "the end of its " + stream + ":\n    " + said.replace("\n", "\n    ");
        String byHand = "run it by hand: " + invocation.line();
        return new BadInput(what, where, fix.isEmpty() ? byHand : fix + "; " + byHand);
    }

    byte[] printed() {
        return printed.bytes();
    }

    byte[] complained() {
        return complained.bytes();
    }

    Invocation invocation() {
        return invocation;
    }

    /** End the program if it still runs. */
    @Override
    public void close() {
        end();
        unregister(hook);
        events.whenComplete((in, failure) -> closeQuietly(in));
    }

    private static void closeQuietly(InputStream in) {
        if (in == null) {
            return;
        }
        try {
            in.close();
        } catch (IOException e) {
            // The program is gone and nobody reads any more.
            return;
        }
    }
}
