package hep.aurum.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Count the bytes of a file that were read, by one thread, for any other. */
final class CountedInput extends FilterInputStream {

    private final long size;
    private volatile long count;

    /** Count the bytes of a file; its size is 0 if it is none, such as a pipe. */
    CountedInput(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        add(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        add(skipped);
        return skipped;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread at a time reads, others only look
    private void add(long more) {
        count += more;
    }

    /** Return the part that was read; NaN where the size is not known. */
    double fraction() {
        return size > 0 ? Math.min(1.0, (double) count / size) : Double.NaN;
    }
}
