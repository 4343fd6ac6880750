package hep.aurum.simulator.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Find and end all processes of a job.
 *
 * <p>These are the program, its descendants, and, where the system shows the environment of processes (Linux), every
 * process that has inherited the job's mark: also one whose parent is gone, and those that a killed run has left behind.
 */
final class ProcessTree {

    /** The variable that marks the processes of a job; its value is the part folder, which no two attempts share. */
    static final String MARK = "AURUM_JOB";

    private static final int ROUNDS = 20;
    private static final int MOST_ENVIRONMENT = 4 << 20;
    private static final long FORCED_MS = 500;

    private final @Nullable ProcessHandle root;
    private final String mark;

    private ProcessTree(@Nullable ProcessHandle root, Path part) {
        this.root = root;
        this.mark = MARK + "=" + part;
    }

    /** Return the processes of a running job. */
    static ProcessTree of(ProcessHandle root, Path part) {
        return new ProcessTree(root, part);
    }

    /** Return the processes of a job whose program is gone, or was started by a run that is gone. */
    static ProcessTree leftBehind(Path part) {
        return new ProcessTree(null, part);
    }

    /** Ask all to end, wait for a while, and end those that are left. */
    void end(Duration grace) {
        Collection<ProcessHandle> members = members();
        if (members.isEmpty()) {
            return;
        }
        members.forEach(ProcessHandle::destroy);
        await(members, grace.toMillis());
        // A process may have started another one between the look and the blow, so look again until there is none.
        for (int round = 0; round < ROUNDS && !members.isEmpty(); round++) {
            members = members();
            members.forEach(ProcessHandle::destroyForcibly);
            await(members, FORCED_MS);
        }
    }

    private Collection<ProcessHandle> members() {
        Map<Long, ProcessHandle> members = new LinkedHashMap<>();
        if (root != null) {
            // Children before the root: they could not be found any more if it ended first.
            root.descendants().forEach(handle -> members.put(handle.pid(), handle));
            members.put(root.pid(), root);
        }
        marked().forEach(handle -> members.putIfAbsent(handle.pid(), handle));
        members.values().removeIf(handle -> !handle.isAlive());
        members.remove(ProcessHandle.current().pid());
        return members.values();
    }

    private List<ProcessHandle> marked() {
        List<ProcessHandle> found = new ArrayList<>();
        Path system = Path.of("/proc");
        if (!Files.isDirectory(system)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(system, "[0-9]*")) {
            for (Path process : processes) {
                if (isMarked(process.resolve("environ"))) {
                    handle(process).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // Without the list of processes the descendants are all that can be found.
            return found;
        }
        return found;
    }

    private static Optional<ProcessHandle> handle(Path process) {
        try {
            return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isMarked(Path environment) {
        try (InputStream in = Files.newInputStream(environment)) {
            String text = new String(in.readNBytes(MOST_ENVIRONMENT), StandardCharsets.UTF_8);
            return ("\0" + text).contains("\0" + mark + "\0");
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static void await(Collection<ProcessHandle> handles, long milliseconds) {
        CompletableFuture<Void> all = CompletableFuture.allOf(
                handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            all.get(Math.max(1, milliseconds), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Those that are left are ended by force in the next round.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
