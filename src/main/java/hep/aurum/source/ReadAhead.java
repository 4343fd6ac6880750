package hep.aurum.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Read a stream on a second thread, some blocks ahead of its reader, so that decompressing and parsing take the time of the
 * longer one and not of both.
 *
 * <p>The bytes, and the exception where they break off, come in the same order as without. The first mebibyte is read on the
 * reader's own thread: a small file, or a look at the head of a large one, starts no other.
 *
 * <p>The second thread fills the blocks that are free and then ends its task; it never waits for the reader. A stream that is
 * neither read on nor closed therefore holds no thread.
 */
final class ReadAhead extends InputStream {

    /** So many bytes are read alone. */
    static final int ALONE = 1 << 20;

    static final String THREAD = "aurum-read-ahead";

    private static final int BLOCK = 1 << 17;
    private static final int BLOCKS = 8;
    private static final long IDLE_SECONDS = 1;
    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Executor WORKERS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), ReadAhead::thread);

    private final InputStream in;
    private int alone = ALONE;

    /** The ring: {@code filled} blocks from {@code head} on hold bytes, the reader stands in the first of them. */
    private final byte[][] blocks = new byte[BLOCKS][];

    private final int[] lengths = new int[BLOCKS];
    private int head;
    private int filled;
    private int at;

    private boolean working;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    /**
     * Create a stream that reads another one ahead.
     *
     * @param in closed with this one
     */
    ReadAhead(InputStream in) {
        this.in = in;
    }

    /** Read a stream ahead where there is a processor for it. */
    static InputStream of(InputStream in) {
        return Runtime.getRuntime().availableProcessors() > 1 ? new ReadAhead(in) : in;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        Objects.checkFromIndexSize(from, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (alone > 0) {
            int count = in.read(target, from, length);
            alone -= Math.max(count, 0);
            return count;
        }
        int available = await();
        if (available < 0) {
            return -1;
        }
        // The worker leaves filled blocks alone, so that they are copied without the lock.
        int count = Math.min(length, available);
        System.arraycopy(Objects.requireNonNull(blocks[head]), at, target, from, count);
        at += count;
        if (count == available) {
            release();
        }
        return count;
    }

    /** Wait for bytes and return how many the first block still has; −1 at the end. */
    private synchronized int await() throws IOException {
        while (filled == 0 && !ended && !closed) {
            work();
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("reading was interrupted");
            }
        }
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (filled > 0) {
            return lengths[head] - at;
        }
        if (failure instanceof IOException) {
            throw (IOException) failure;
        } else if (failure instanceof RuntimeException) {
            throw (RuntimeException) failure;
        } else if (failure != null) {
            throw (Error) failure;
        }
        return -1;
    }

    private synchronized void release() {
        head = (head + 1) % BLOCKS;
        at = 0;
        filled--;
        if (filled <= BLOCKS / 2) {
            work();
        }
    }

    /** Let the second thread work unless it does or has nothing to do. */
    private synchronized void work() {
        if (!working && !ended && !closed) {
            WORKERS.execute(this::fill);
            working = true;
        }
    }

    /** Fill blocks until none is free. */
    private void fill() {
        for (int free = nextFree(); free >= 0; free = nextFree()) {
            int count = 0;
            boolean last = false;
            Throwable thrown = null;
            try {
                if (blocks[free] == null) {
                    blocks[free] = new byte[BLOCK];
                }
                while (count < BLOCK && !last && !isClosed()) {
                    int more = in.read(blocks[free], count, BLOCK - count);
                    // No decoder returns 0; if one did, waiting for more would not end.
                    last = more <= 0;
                    count += Math.max(more, 0);
                }
            } catch (IOException | RuntimeException | Error e) {
                thrown = e;
            }
            publish(free, count, last, thrown);
        }
    }

    /** Return the block to fill next; −1 if the task is done. */
    private synchronized int nextFree() {
        if (filled < BLOCKS && !ended && !closed) {
            return (head + filled) % BLOCKS;
        }
        working = false;
        notifyAll();
        return -1;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void publish(int block, int count, boolean last, @Nullable Throwable thrown) {
        lengths[block] = count;
        filled += count > 0 ? 1 : 0;
        failure = thrown;
        ended = last || thrown != null;
        notifyAll();
    }

    /** Close both streams when the second thread has left them; it reads the rest of some kilobytes at most. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
            long end = System.nanoTime() + CLOSING_NANOS;
            // Where a pipe stalls there is no end of waiting; closing it under the other thread ends its read.
            for (long left = CLOSING_NANOS; working && left > 0; left = end - System.nanoTime()) {
                try {
                    wait(1 + TimeUnit.NANOSECONDS.toMillis(left));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        in.close();
    }
}
