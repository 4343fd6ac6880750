package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Hold the first bytes of a file.
 *
 * <p>Files beyond 2 GB have a version of 1000000 or more and offsets of 8 bytes.
 *
 * @param version of ROOT that wrote the file
 * @param begin offset of the first record
 * @param end offset behind the last record
 * @param nameLength bytes of the first record in front of its directory
 * @param infoOffset offset of the record that describes the classes
 * @param infoLength length of that record
 * @see <a href="https://root.cern.ch/doc/master/classTFile.html">the format, in the reference of TFile</a>
 */
record FileHeader(int version, int begin, long end, int nameLength, long infoOffset, int infoLength) {

    private static final byte[] MAGIC = "root".getBytes(StandardCharsets.US_ASCII);
    private static final int BIG = 1_000_000;
    private static final int SHORTEST = 45;
    private static final int LENGTH = 57;

    static FileHeader read(RootBytes file) {
        int length = (int) Math.min(LENGTH, file.size());
        RootCursor cursor = file.read(0, length, "the header");
        if (length < SHORTEST || !Arrays.equals(Arrays.copyOf(cursor.rest(), MAGIC.length), MAGIC)) {
            throw new BadInput(file.name() + " is not a ROOT file", "byte 0", "ROOT files start with the letters root");
        }
        cursor.skip(MAGIC.length);
        int version = cursor.i32();
        boolean isBig = version >= BIG;
        int begin = cursor.i32();
        long end = cursor.seek(isBig);
        cursor.seek(isBig); // free segments
        cursor.skip(8); // their length and number
        int nameLength = cursor.i32();
        cursor.skip(5); // unit of offsets, compression of what is yet to be written
        long infoOffset = cursor.seek(isBig);
        FileHeader header = new FileHeader(version, begin, end, nameLength, infoOffset, cursor.i32());
        return header.checked(file);
    }

    private FileHeader checked(RootBytes file) {
        if (end > file.size()) {
            throw new BadInput(
                    file.name() + " has " + file.size() + " bytes, but says that its last record ends at byte " + end,
                    "header",
                    "the file is truncated; copy it again, or recover it with ROOT");
        }
        if (begin < SHORTEST || nameLength <= 0) {
            throw new BadInput(
                    file.name() + " has no first record",
                    "header",
                    "the file was not closed by its writer; recover it with ROOT");
        }
        return this;
    }
}
