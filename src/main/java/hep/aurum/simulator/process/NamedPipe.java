package hep.aurum.simulator.process;

import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Receive what a program writes to a path, without a file.
 *
 * <p>Opening a named pipe waits until the other side opens it too, for ever if the program ends before. So the pipe has a
 * second name of our own (the program may replace the first), a thread of its own opens it for reading, and when the program
 * is gone we open it for writing and reading, which never waits, and let the reader go.
 */
final class NamedPipe {

    private static final long MKFIFO_SECONDS = 10;

    private final Path own;
    private final CompletableFuture<InputStream> reader = new CompletableFuture<>();

    private NamedPipe(Path own) {
        this.own = own;
    }

    /**
     * Create a pipe.
     *
     * @param own our name for it
     * @param theirs the program's name for it, on the same file system
     * @throws NotSupported if this system has no named pipes
     */
    static NamedPipe create(Path own, Path theirs) throws IOException {
        try {
            Process maker = new ProcessBuilder("mkfifo", "-m", "600", own.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean isMade = maker.waitFor(MKFIFO_SECONDS, TimeUnit.SECONDS) && maker.exitValue() == 0;
            if (!isMade) {
                maker.destroyForcibly();
                throw unsupported(own, "mkfifo failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a named pipe was made", e);
        } catch (IOException e) {
            throw unsupported(own, String.valueOf(e.getMessage()));
        }
        Files.createLink(theirs, own);
        return new NamedPipe(own);
    }

    private static NotSupported unsupported(Path path, String reason) {
        return new NotSupported(
                "no named pipe can be made at " + path + ": " + reason,
                "",
                "keep the cache on a local POSIX file system, or let the program write a file");
    }

    /** Start to open the reading side; the future is there when the program has opened the pipe, or has ended. */
    CompletableFuture<InputStream> open(Process program) {
        OwnThread.start("aurum pipe", this::openReader);
        program.onExit().thenRunAsync(this::release, OwnThread.EXECUTOR);
        return reader;
    }

    private void openReader() {
        try {
            reader.complete(Files.newInputStream(own));
        } catch (IOException e) {
            reader.completeExceptionally(e);
        }
    }

    /** Let a reader go that still waits for its program: being open for writing, the pipe can be opened for reading. */
    private void release() {
        if (reader.isDone()) {
            return;
        }
        try (FileChannel both = FileChannel.open(own, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            reader.handle((in, failure) -> both.isOpen()).join();
        } catch (IOException e) {
            reader.completeExceptionally(e);
        }
    }
}
