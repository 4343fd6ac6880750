package hep.aurum.source.lcio;

import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.source.xdr.XdrCursor;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Walk over the records of an LCIO file: run headers, event headers and events; other records are passed over. */
final class LcioCursor extends XdrCursor {

    private static final String RUN_HEADER = "LCRunHeader";
    private static final String EVENT_HEADER = "LCEventHeader";
    private static final String EVENT = "LCEvent";
    private static final int MOST_HEADER_BYTES = 16 << 20;
    private static final int MOST_RECORDS_BETWEEN_EVENTS = 1_000_000;

    private final XdrReader xdr;
    private final XdrReader inflated = new XdrReader(InputStream.nullInputStream());
    private final Inflater inflater = new Inflater();
    private final McParticles particles = new McParticles(MOST_PARTICLES);
    private @Nullable LcRunHeader run;
    private @Nullable LcEventHeader first;
    private @Nullable LcEventHeader header;
    private String version = "";

    /** Create a cursor at the first byte of a file. */
    LcioCursor(XdrReader xdr, String origin) {
        super(xdr, origin);
        this.xdr = xdr;
    }

    /** Return the first run header among the records so far. */
    @Nullable LcRunHeader run() {
        return run;
    }

    /** Return the first event header among the records so far. */
    @Nullable LcEventHeader first() {
        return first;
    }

    /** Return the version of LCIO that wrote the first block, empty before it. */
    String version() {
        return version;
    }

    @Override
    protected @Nullable Event read(long number) throws IOException {
        for (int i = 0; i < MOST_RECORDS_BETWEEN_EVENTS; i++) {
            if (xdr.atEnd()) {
                if (header != null) {
                    throw new XdrException("the file ends behind its header");
                }
                return null;
            }
            SioRecord record = SioRecord.read(xdr, MOST_BYTES);
            long end = xdr.position() + record.storedWithPadding();
            xdr.limit(xdr.position() + record.stored(), "record " + record.name());
            Event event = null;
            switch (record.name()) {
                case RUN_HEADER -> readRun(record);
                case EVENT_HEADER -> readHeader(record);
                case EVENT -> event = readEvent(number, record);
                default -> xdr.skip(record.stored());
            }
            xdr.limit(end, "record " + record.name());
            xdr.skip(xdr.left());
            if (event != null) {
                return event;
            }
        }
        throw new XdrException("no event comes in " + MOST_RECORDS_BETWEEN_EVENTS + " records");
    }

    private void readRun(SioRecord record) throws IOException {
        XdrReader body = body(record);
        long end = body.position() + record.length();
        LcRunHeader read = LcRunHeader.read(body, headerVersion(record, body, end));
        run = run == null ? read : run;
        finish(record, body, end);
    }

    private void readHeader(SioRecord record) throws IOException {
        if (header != null) {
            throw new XdrException("two event headers follow each other");
        }
        XdrReader body = body(record);
        long end = body.position() + record.length();
        LcEventHeader read = LcEventHeader.read(body, headerVersion(record, body, end));
        header = read;
        first = first == null ? read : first;
        finish(record, body, end);
    }

    /** Enter the block of a header and return its version. */
    private int headerVersion(SioRecord record, XdrReader body, long end) throws IOException {
        if (record.length() > MOST_HEADER_BYTES) {
            throw new XdrException("record " + record.name() + " has " + record.length() + " bytes, expected at most "
                    + MOST_HEADER_BYTES);
        }
        return known(SioBlock.read(body, end)).version();
    }

    private SioBlock known(SioBlock block) {
        block.requireKnown(origin());
        version = version.isEmpty() ? block.text() : version;
        return block;
    }

    private Event readEvent(long number, SioRecord record) throws IOException {
        LcEventHeader about = header;
        if (about == null) {
            throw new XdrException("it has no event header");
        }
        String name = about.particles();
        if (name == null) {
            throw new NotSupported(
                    "event " + number + " of " + origin() + " has no collection of type MCParticle",
                    "its collections: " + about.collections(),
                    "write the generator's particles into the file");
        }
        XdrReader body = body(record);
        long end = body.position() + record.length();
        boolean found = false;
        while (body.position() < end) {
            SioBlock block = SioBlock.read(body, end);
            if (block.name().equals(name)) {
                particles.read(body, known(block).version());
                found = true;
            }
            body.skip(body.left());
        }
        if (!found) {
            throw new XdrException("the collection \"" + name + "\" of its header is missing");
        }
        finish(record, body, end);
        header = null;
        return particles.event(number, about);
    }

    /** Return a reader at the first byte of a record's data. */
    private XdrReader body(SioRecord record) {
        if (!record.isCompressed()) {
            return xdr;
        }
        inflater.reset();
        inflated.restart(new InflaterInputStream(xdr.stream(), inflater, 1 << 13));
        return inflated;
    }

    /** Read to the end of the data, where zlib compares its checksum. */
    private static void finish(SioRecord record, XdrReader body, long end) throws IOException {
        body.limit(Long.MAX_VALUE, "the record");
        body.skip(end - body.position());
        if (record.isCompressed() && !body.atEnd()) {
            throw new XdrException(
                    "record " + record.name() + " has more than the " + record.length() + " bytes that it announces");
        }
    }

    @Override
    protected void release() {
        inflater.end();
    }
}
