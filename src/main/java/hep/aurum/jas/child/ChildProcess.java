package hep.aurum.jas.child;

import hep.aurum.base.BadInput;
import hep.aurum.base.ProgressRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Watch a command of Aurum that runs in a Java machine of its own. */
public final class ChildProcess {

    private static final String FAILURE = "aurum: ";
    private static final int GRACE_SECONDS = 5;

    private final Process process;
    private final ChildListener listener;
    private final Thread guard;
    private volatile boolean cancelled;
    private volatile String sentence = "";

    private ChildProcess(Process process, ChildListener listener) {
        this.process = process;
        this.listener = listener;
        // A host that ends takes its runs with it; they can be resumed.
        this.guard = new Thread(process::destroy, "aurum-guard");
    }

    /**
     * Start a command.
     *
     * @param arguments of the command line, such as {@code run study.yaml}
     * @throws BadInput if the Java machine cannot be started
     */
    public static ChildProcess start(ChildJvm jvm, List<String> arguments, ChildListener listener) {
        ProcessBuilder builder = new ProcessBuilder(jvm.command(arguments));
        Map<String, String> environment = builder.environment();
        if (!jvm.nativeThreads().isEmpty()) {
            environment.put("OMP_NUM_THREADS", jvm.nativeThreads());
        }
        // It would change flags and print a line of its own.
        environment.remove("JAVA_TOOL_OPTIONS");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            ChildProcess child = new ChildProcess(process, listener);
            child.watch();
            return child;
        } catch (IOException e) {
            throw new BadInput(
                    "cannot start " + jvm.java() + ": " + e.getMessage(), "", "check the installation of Java");
        }
    }

    private void watch() {
        Runtime.getRuntime().addShutdownHook(guard);
        Thread results = daemon("aurum-results", () -> read(process.getInputStream(), listener::result));
        Thread remarks = daemon("aurum-progress", () -> read(process.getErrorStream(), this::remark));
        daemon("aurum-end", () -> awaitEnd(results, remarks));
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("the output of the run broke off: " + e.getMessage());
        }
    }

    private void remark(String line) {
        ProgressRecord.parse(line).ifPresentOrElse(record -> record.tell(listener), () -> {
            if (line.startsWith(FAILURE)) {
                sentence = line.substring(FAILURE.length());
            }
            listener.remark(line);
        });
    }

    private void awaitEnd(Thread results, Thread remarks) {
        try {
            int code = process.waitFor();
            results.join();
            remarks.join();
            removeGuard();
            boolean isSilent = code != 0 && sentence.isEmpty();
            listener.ended(new ChildEnd(
                    code,
                    cancelled && code != 0,
                    isSilent ? "the run ended with code " + code + " and said no reason" : sentence));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void removeGuard() {
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException hostIsEnding) {
            // The guard is at work already.
            sentence = sentence.isEmpty() ? "the host ended" : sentence;
        }
    }

    /**
     * Stop the command: ask it to end, and end it if it has not after five seconds. Files that it has finished stay, and
     * nothing half-written has a final name, so that the same command goes on from there.
     */
    public void cancel() {
        if (cancelled || !process.isAlive()) {
            return;
        }
        cancelled = true;
        process.destroy();
        daemon("aurum-cancel", this::insist);
    }

    private void insist() {
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Return whether the command is still running. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Return the number of the process. */
    public long pid() {
        return process.pid();
    }
}
