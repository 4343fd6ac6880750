package hep.aurum.source.lcio;

import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Recognise LCIO files by the mark of their first record. */
public final class LcioFormat implements EventFormat {

    /** Create the format; for {@link java.util.ServiceLoader}. */
    public LcioFormat() {}

    @Override
    public String name() {
        return "LCIO";
    }

    @Override
    public boolean accepts(byte[] head) {
        return head.length >= 8 && ByteBuffer.wrap(head).getInt(4) == SioRecord.MARK;
    }

    @Override
    public EventSource open(Path file) {
        return LcioSource.open(file);
    }
}
