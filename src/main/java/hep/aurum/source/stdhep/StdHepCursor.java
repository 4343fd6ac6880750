package hep.aurum.source.stdhep;

import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.source.xdr.XdrCursor;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the records of a StdHep file: tables, which are passed over, and event headers with their blocks.
 *
 * <p>A record without particles is a run record, or a Les Houches event that belongs to the next one with particles.
 */
final class StdHepCursor extends XdrCursor {

    private static final int MOST_BLOCKS_BETWEEN_EVENTS = 1_000_000;

    private final XdrReader xdr;
    private final ParticleBlock particles;
    private @Nullable FileHeader header;
    private EventTable table = EventTable.NONE;
    private long records;
    private String version = "";
    private boolean lost;
    private LesHouchesEvent lesHouches = LesHouchesEvent.NONE;
    private @Nullable LesHouchesRun lesHouchesRun;
    private @Nullable RunRecord begin;

    /** Create a cursor at the first byte of a file. */
    StdHepCursor(XdrReader xdr, String origin) {
        super(xdr, origin);
        this.xdr = xdr;
        this.particles = new ParticleBlock(xdr, MOST_PARTICLES);
    }

    /** Read the file header. */
    FileHeader readHeader() {
        try {
            FileHeader read = FileHeader.read(xdr, origin());
            header = read;
            return read;
        } catch (IOException e) {
            throw badHeader(e);
        }
    }

    /** Return the begin-run record among the records so far. */
    @Nullable RunRecord begin() {
        return begin;
    }

    /** Return the Les Houches run among the records so far. */
    @Nullable LesHouchesRun lesHouchesRun() {
        return lesHouchesRun;
    }

    /** Return the version of StdHep that wrote the first particles, empty before them. */
    String version() {
        return version;
    }

    @Override
    protected @Nullable Event read(long number) throws IOException {
        for (int i = 0; i < MOST_BLOCKS_BETWEEN_EVENTS; i++) {
            xdr.limit(xdr.position() + MOST_BYTES, "the record");
            if (xdr.atEnd() || lost && table.isOver(xdr.position())) {
                requireComplete(number);
                return null;
            }
            BlockHead head = BlockHead.read(xdr);
            if (head.id() == BlockId.EVENT_TABLE) {
                table = EventTable.read(xdr, head);
            } else if (head.id() == BlockId.EVENT_HEADER) {
                Event event = readRecord(number, head);
                if (event != null) {
                    return event;
                }
            } else {
                throw new XdrException("block " + head.id() + " stands at byte " + head.start()
                        + ", expected an event header (4) or an event table (2)");
            }
        }
        throw new XdrException("no particles come in " + MOST_BLOCKS_BETWEEN_EVENTS + " records");
    }

    private @Nullable Event readRecord(long number, BlockHead head) throws IOException {
        EventHead record = EventHead.read(xdr, head);
        records++;
        lost = false;
        boolean found = false;
        for (int i = 0; i < record.count(); i++) {
            find(record.start(i));
            BlockHead block = BlockHead.read(xdr);
            if (block.id() != record.id(i)) {
                throw new XdrException("block " + block.id() + " stands at byte " + block.start() + ", expected block "
                        + record.id(i));
            }
            if (found && BlockId.isEvent(block.id())) {
                throw new XdrException("it has two blocks of particles");
            }
            readBlock(block);
            found |= BlockId.isEvent(block.id());
        }
        lost |= record.hasTables();
        find(table.next(xdr.position()));
        if (!found) {
            return null;
        }
        Event event = particles.event(number, record.run(), lesHouches);
        lesHouches = LesHouchesEvent.NONE;
        return event;
    }

    /** Move on to a position modulo \(2^{32}\) if what was read last did not say where it ends. */
    private void find(int position) throws IOException {
        int distance = position - (int) xdr.position();
        if (lost && distance > 0) {
            xdr.skip(distance);
            lost = false;
        }
    }

    private void readBlock(BlockHead block) throws IOException {
        switch (block.id()) {
            case BlockId.STDHEP, BlockId.STDHEP_MULTIPLE, BlockId.STDHEP4, BlockId.STDHEP4_MULTIPLE -> {
                particles.read(block);
                version = version.isEmpty() ? block.version() : version;
            }
            case BlockId.BEGIN_RUN -> {
                RunRecord record = RunRecord.read(xdr, block);
                begin = begin == null ? record : begin;
            }
            case BlockId.END_RUN -> RunRecord.read(xdr, block);
            case BlockId.HEPEUP -> lesHouches = LesHouchesEvent.read(xdr);
            case BlockId.HEPRUP -> {
                LesHouchesRun run = LesHouchesRun.read(xdr);
                lesHouchesRun = lesHouchesRun == null ? run : lesHouchesRun;
            }
            default -> {
                xdr.skip(Math.max(0, block.start() + block.length() - xdr.position()));
                lost = true;
            }
        }
    }

    /** Compare with the file header, which counts run records as well. */
    private void requireComplete(long number) throws XdrException {
        long announced = header == null ? 0 : header.records();
        if (records < announced) {
            throw new XdrException("the file ends behind " + records + " records, its header announces " + announced);
        }
        if (number == 1 && lesHouches != LesHouchesEvent.NONE) {
            throw new NotSupported(
                    origin() + " has Les Houches events only (HEPEUP), expected particles behind the shower",
                    "",
                    "write the events as LHE");
        }
    }
}
