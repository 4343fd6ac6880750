package hep.aurum.source.stdhep;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Recognise StdHep files by the file header of MCFIO: block 1, a length, and a version such as {@code 2.01}. */
public final class StdHepFormat implements EventFormat {

    private static final int SHORTEST = 16;
    private static final int VERSION = 12;

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public StdHepFormat() {}

    @Override
    public String name() {
        return "StdHep";
    }

    @Override
    public boolean accepts(byte[] head) {
        if (head.length < SHORTEST) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(head);
        return bytes.getInt(0) == BlockId.FILE_HEADER
                && bytes.getInt(8) == 4
                && Character.isDigit(head[VERSION])
                && head[VERSION + 1] == '.'
                && Character.isDigit(head[VERSION + 2]);
    }

    @Override
    public EventSource open(Path file) {
        return StdHepSource.open(file);
    }
}
