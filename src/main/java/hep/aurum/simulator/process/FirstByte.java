package hep.aurum.simulator.process;

import java.io.IOException;
import java.io.PushbackInputStream;

/** Wait for the first byte of a stream and give it back to the reader. */
final class FirstByte extends PushbackInputStream {

    private FirstByte(JobStream in) {
        super(in, 1);
    }

    /** Wait; a program that fails before it hands over anything fails here. */
    static FirstByte await(JobStream in) throws IOException {
        FirstByte stream = new FirstByte(in);
        int first = stream.read();
        if (first >= 0) {
            stream.unread(first);
        }
        return stream;
    }
}
