package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Read what a program hands over while it runs; the end of the stream is the end of a program that has succeeded.
 *
 * <p>Where the program has failed, its failure is thrown in place of the end, and again by every later read: a reader of
 * events must not take it for a damaged file.
 */
final class JobStream extends InputStream {

    private final Attempt attempt;
    private final InputStream in;
    private @Nullable BadInput failure;
    private boolean isEnded;
    private long count;

    JobStream(Attempt attempt) throws IOException, InterruptedException {
        this.attempt = attempt;
        this.in = attempt.events();
    }

    /** Return whether the program has failed, so that its folder is of interest. */
    boolean hasFailed() {
        return failure != null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (isEnded) {
            return -1;
        }
        int read = in.read(bytes, from, length);
        if (read < 0) {
            finish();
        }
        count += Math.max(read, 0);
        return read;
    }

    private void finish() throws IOException {
        try {
            attempt.requireSuccess();
            isEnded = true;
            if (count == 0) {
                throw attempt.failure(
                        "the program " + attempt.invocation().arguments().get(0)
                                + " ended without handing over an event",
                        "check where it writes; a program that replaces the file {output} needs the delivery by file");
            }
        } catch (BadInput e) {
            failure = e;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Read what is left, so that the failure of a program that fails at its end is thrown. */
    void requireEnd() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (read(rest, 0, rest.length) >= 0) {
            // A reader need not look behind the last event.
            continue;
        }
    }

    /** Do nothing: a reader that closes at the end of the events must not end a program that is about to end by itself. */
    @Override
    public void close() {}
}
