package hep.aurum.format.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stop after a number of bytes, so that a small compressed file cannot fill the memory. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private long left;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        consume(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        consume(Math.max(0, count));
        return count;
    }

    private void consume(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("more than " + most + " bytes of text");
        }
    }
}
