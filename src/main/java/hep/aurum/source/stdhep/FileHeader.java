package hep.aurum.source.stdhep;

import hep.aurum.base.NotSupported;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold the first block of an MCFIO file.
 *
 * @param version of MCFIO's layout
 * @param title what the writer calls the file
 * @param comment what else it says
 * @param opened date of the first event, as text
 * @param closed date of the last, as text; empty in old files
 * @param expected how many events the writer wanted
 * @param records how many records, events and run records alike, it wrote; 0 if it never closed the file
 * @param tables whether there are n-tuples beside the blocks
 * @param blocks names of the kinds of blocks that the file may have, by number
 */
record FileHeader(
        String version,
        String title,
        String comment,
        String opened,
        String closed,
        long expected,
        long records,
        boolean tables,
        Map<Integer, String> blocks) {

    private static final int LONGEST_STRING = 1 << 14;
    private static final int MOST_BLOCKS = 10_000;
    private static final int MOST_BYTES = 16 << 20;
    private static final int FIRST_WITH_CLOSING_DATE = 201;

    /** Read the block and move behind it. */
    static FileHeader read(XdrReader xdr, String origin) throws IOException {
        xdr.limit(MOST_BYTES, "the file header");
        BlockHead head = BlockHead.read(xdr);
        if (head.id() != BlockId.FILE_HEADER) {
            throw new XdrException("its first block is " + head.id() + ", expected the file header, block 1");
        }
        if (head.major() != 1 && head.major() != 2) {
            throw new NotSupported(
                    "cannot read " + origin + ": its MCFIO version is " + head.version() + ", known are 1 and 2",
                    "",
                    "write it again with StdHep 5");
        }
        String title = xdr.string("title", LONGEST_STRING);
        String comment = xdr.string("comment", LONGEST_STRING);
        String opened = xdr.string("date", LONGEST_STRING);
        boolean hasClosing = head.hundredths() >= FIRST_WITH_CLOSING_DATE;
        String closed = hasClosing ? xdr.string("closing date", LONGEST_STRING) : "";
        long expected = Integer.toUnsignedLong(xdr.i32());
        long records = Integer.toUnsignedLong(xdr.i32());
        int firstTable = xdr.i32();
        xdr.i32();
        int blockCount = xdr.count("kinds of blocks", MOST_BLOCKS);
        int tables = head.major() == 1 ? 0 : xdr.i32();
        Map<Integer, String> blocks = readBlocks(xdr, head.major() == 1 || blockCount > 0, blockCount);
        if (tables != 0) {
            skipTo(xdr, firstTable);
        }
        return new FileHeader(head.version(), title, comment, opened, closed, expected, records, tables != 0, blocks);
    }

    private static Map<Integer, String> readBlocks(XdrReader xdr, boolean hasIds, int count) throws IOException {
        Map<Integer, String> blocks = new LinkedHashMap<>();
        if (hasIds) {
            int idCount = xdr.count("numbers of blocks", MOST_BLOCKS);
            if (idCount != count) {
                throw new XdrException("it has " + idCount + " numbers of blocks, expected " + count);
            }
            int[] ids = xdr.ints(new int[count], count);
            for (int i = 0; i < count; i++) {
                blocks.put(ids[i], xdr.string("name of a block", LONGEST_STRING));
            }
        }
        return blocks;
    }

    /** Pass over the descriptions of n-tuples. */
    private static void skipTo(XdrReader xdr, int position) throws IOException {
        if (position < xdr.position()) {
            throw new XdrException("it has n-tuples, but does not say where its events begin");
        }
        xdr.skip(position - xdr.position());
    }
}
