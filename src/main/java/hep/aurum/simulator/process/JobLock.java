package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keep two runs from computing the same job.
 *
 * <p>The lock is the operating system's, on a file that stays: it ends with the run that holds it, however that ends, so
 * there are no stale locks. The system's locks are those of a whole process, and closing any channel of the file lets go of
 * them; threads of this process are therefore kept apart by {@link #HELD}, before a file is opened.
 */
final class JobLock implements AutoCloseable {

    /** The lock files held by this process; its own monitor guards it. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;
    private final AtomicBoolean isHeld = new AtomicBoolean(true);

    private JobLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Wait for a lock. */
    static JobLock acquire(Path file) throws InterruptedException {
        Path path = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            while (!HELD.add(path)) {
                HELD.wait();
            }
        }
        try {
            FileChannel channel = open(path);
            return holding(channel.lock(), path, channel);
        } catch (IOException e) {
            release(path);
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while another run computes the job");
            }
            throw new BadInput(
                    "cannot lock " + path + ": " + e.getMessage(),
                    "",
                    "keep the cache in a folder that can be written to, on a file system with locks");
        }
    }

    /** Take a lock if it is free. */
    static Optional<JobLock> tryAcquire(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (!HELD.add(path)) {
                return Optional.empty();
            }
        }
        FileChannel channel = null;
        try {
            channel = open(path);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(holding(lock, path, channel));
            }
            channel.close();
        } catch (IOException e) {
            release(path);
            throw e;
        }
        release(path);
        return Optional.empty();
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static JobLock holding(FileLock lock, Path path, FileChannel channel) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock is gone");
        }
        return new JobLock(path, channel);
    }

    private static void release(Path path) {
        synchronized (HELD) {
            HELD.remove(path);
            HELD.notifyAll();
        }
    }

    @Override
    public void close() {
        if (!isHeld.getAndSet(false)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new BadInput("cannot unlock " + file + ": " + e.getMessage(), "", "check the file system");
        } finally {
            release(file);
        }
    }
}
