package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.event.EventSource;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Run an event generator or detector simulation as a subprocess, at any θ.
 *
 * <p>It gives samples, not densities: labels come from the weights in its events, or from samples at several points.
 * Immutable, and safe for any number of threads.
 */
public final class ProcessSimulator {

    private static final long COPY_SECONDS = 60;

    private final ProcessCommand command;
    private final ParameterSpace space;
    private final EventOpener opener;
    private final ProcessCache cache;
    private final JobText texts;

    private ProcessSimulator(
            ProcessCommand command, ParameterSpace space, EventOpener opener, ProcessCache cache, JobText texts) {
        this.command = command;
        this.space = space;
        this.opener = opener;
        this.cache = cache;
        this.texts = texts;
    }

    /**
     * Create a simulator.
     *
     * @param command how the program is called
     * @param space the parameters, in the order of θ
     * @param opener who reads the events
     * @param cache where files and working folders are
     * @throws BadInput if a declared input cannot be read
     * @throws hep.aurum.base.NotFound if a text of the command has a placeholder that is not known
     */
    public static ProcessSimulator of(
            ProcessCommand command, ParameterSpace space, EventOpener opener, ProcessCache cache) {
        ProcessSimulator simulator = new ProcessSimulator(command, space, opener, cache, new JobText(command, space));
        // Filling in the texts once shows unknown placeholders before anything runs.
        simulator.texts.of(new ProcessJob(space.standard(), 1, 1));
        return simulator;
    }

    /** Return the parameters. */
    public ParameterSpace space() {
        return space;
    }

    /** Return how far a job is. */
    public JobState state(ProcessJob job) {
        return cache.state(textOf(job), command);
    }

    /** Return where the file of a job is, or will be when it is done. */
    public Path file(ProcessJob job) {
        return cache.file(textOf(job), command);
    }

    /**
     * Return the file of a job, from the cache or by running the program.
     *
     * @throws BadInput if the program fails, takes too long or writes nothing, in the last attempt; it quotes the program's
     *     last lines and the command as a line for a shell
     * @throws hep.aurum.base.NotFound if there is no such program
     */
    public ProcessOutput produce(ProcessJob job) {
        String text = textOf(job);
        String name = ProcessCache.name(text);
        List<String> remarks = new ArrayList<>();
        try (JobLock lock = cache.lock(name)) {
            Optional<ProcessOutput> known = cache.find(text, command, job, remarks);
            if (known.isPresent()) {
                return known.get();
            }
            cache.sweep(name);
            return make(job, text, remarks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** Return the events of a job from its file. */
    public EventSource simulate(ProcessJob job) {
        return opener.open(produce(job).file());
    }

    /**
     * Run the program and read its events while it makes them; they are never on disk, and not in the cache.
     *
     * <p>An attempt that fails before its first byte is tried again as often as the command says. Later failures are thrown
     * by the reading, for events that were handed out cannot be taken back.
     *
     * @throws IllegalArgumentException if the command delivers by file
     */
    public EventStream stream(ProcessJob job) {
        Check.argument(command.delivery() != Delivery.FILE, "a program that writes a file gives no stream of events");
        String text = textOf(job);
        ProcessCache.Numbered held = cache.numbered(ProcessCache.name(text));
        boolean isRunning = false;
        try {
            cache.sweep(held.name());
            EventStream stream = startStream(job, held);
            isRunning = true;
            return stream;
        } finally {
            if (!isRunning) {
                held.lock().close();
            }
        }
    }

    private EventStream startStream(ProcessJob job, ProcessCache.Numbered held) {
        Started started = start(job, held.name());
        boolean isRunning = false;
        try {
            EventSource source = opener.open(
                    started.whole(), "the events of " + command.run().get(0));
            isRunning = true;
            return new EventStream(source, started.bytes(), () -> endStream(started, held));
        } finally {
            if (!isRunning) {
                started.attempt().close();
            }
        }
    }

    /** A program that has handed over its first byte. */
    private record Started(Attempt attempt, JobStream bytes, InputStream whole) {}

    private Started start(ProcessJob job, String name) {
        int last = 1 + command.limits().retries();
        for (int number = 1; ; number++) {
            try {
                return start(job, name, number);
            } catch (BadInput e) {
                if (number == last) {
                    throw located(e, job, number);
                }
                cache.sweep(name);
            } catch (IOException e) {
                throw broken(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted();
            }
        }
    }

    private Started start(ProcessJob job, String name, int number) throws IOException, InterruptedException {
        Attempt attempt = Attempt.start(Invocation.prepare(command, space, job, cache.newPart(name, number)));
        boolean isRunning = false;
        try {
            JobStream bytes = new JobStream(attempt);
            Started started = new Started(attempt, bytes, FirstByte.await(bytes));
            isRunning = true;
            return started;
        } finally {
            if (!isRunning) {
                attempt.close();
            }
        }
    }

    private void endStream(Started started, ProcessCache.Numbered held) {
        started.attempt().close();
        // The failure of a program names its folder.
        if (!started.bytes().hasFailed()) {
            cache.sweep(held.name());
        }
        held.lock().close();
    }

    private ProcessOutput make(ProcessJob job, String text, List<String> remarks) throws InterruptedException {
        int last = 1 + command.limits().retries();
        for (int number = 1; ; number++) {
            try {
                return attempt(job, text, number, remarks);
            } catch (BadInput e) {
                if (number == last) {
                    throw located(e, job, number);
                }
                remarks.add("attempt " + number + " failed: " + e.what());
                cache.sweep(ProcessCache.name(text));
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private ProcessOutput attempt(ProcessJob job, String text, int number, List<String> remarks)
            throws IOException, InterruptedException {
        Path part = cache.newPart(ProcessCache.name(text), number);
        try (Attempt attempt = Attempt.start(Invocation.prepare(command, space, job, part))) {
            try {
                Path events = command.delivery() == Delivery.FILE ? awaitFile(attempt) : awaitCopy(attempt);
                return cache.keep(events, attempt, text, job, remarks);
            } catch (BadInput e) {
                ProcessCache.noteFailure(attempt, String.valueOf(e.getMessage()));
                throw e;
            }
        }
    }

    private static Path awaitFile(Attempt attempt) throws IOException, InterruptedException {
        attempt.requireSuccess();
        Invocation invocation = attempt.invocation();
        Optional<String> problem = invocation.outputProblem();
        if (problem.isPresent()) {
            throw attempt.failure(
                    "the program " + invocation.arguments().get(0) + " " + problem.get(),
                    "check the name of its output, and whether it writes to {output}");
        }
        return invocation.output();
    }

    /** Store a stream; on a thread of its own, for this one must be able to be interrupted. */
    private static Path awaitCopy(Attempt attempt) throws IOException, InterruptedException {
        Path file = attempt.invocation().part().resolve("events");
        CompletableFuture<Void> copied = CompletableFuture.runAsync(() -> copy(attempt, file), OwnThread.EXECUTOR);
        attempt.awaitExit();
        try {
            copied.get(COPY_SECONDS, TimeUnit.SECONDS);
            return file;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInput failure) {
                throw failure;
            }
            throw new IOException("cannot store the events: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw attempt.failure("the stream of events has not ended with its program", "");
        }
    }

    private static void copy(Attempt attempt, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            InputStream in = new JobStream(attempt);
            in.transferTo(out);
        } catch (IOException e) {
            attempt.end();
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private String textOf(ProcessJob job) {
        Check.length("the theta of a job", job.theta().size(), space.size());
        return texts.of(job);
    }

    /** Add to a failure which job it was. */
    private BadInput located(BadInput failure, ProcessJob job, int attempts) {
        StringBuilder which = new StringBuilder();
        for (int i = 0; i < space.size(); i++) {
            which.append(space.get(i).name())
                    .append(" = ")
                    .append(Numerals.exact(job.theta().get(i)))
                    .append(", ");
        }
        which.append("seed ")
                .append(job.seed())
                .append(", ")
                .append(job.events())
                .append(" events");
        if (attempts > 1) {
            which.append(", attempt ").append(attempts).append(" of ").append(attempts);
        }
        return new BadInput(
                failure.what(), which + (failure.where().isEmpty() ? "" : "; ") + failure.where(), failure.fix());
    }

    private BadInput broken(IOException e) {
        return new BadInput(
                "cannot run a program in " + cache.folder() + ": " + e,
                "",
                "check the folder and the space on its disk");
    }

    private static BadInput interrupted() {
        return new BadInput("the generation was interrupted", "", "run again: finished jobs are kept");
    }
}
