package hep.aurum.source.table;

import java.nio.ByteBuffer;

/** Know where the blocks of a file are; kept as the bytes of the file, as there may be millions. */
final class BlockIndex {

    private final ByteBuffer bytes;
    private final int columns;
    private final int groups;
    private final long rows;

    private BlockIndex(ByteBuffer bytes, int columns, int groups, long rows) {
        this.bytes = bytes;
        this.columns = columns;
        this.groups = groups;
        this.rows = rows;
    }

    /** Check an index: blocks lie before it, and their lengths are possible. */
    static BlockIndex of(ByteBuffer bytes, int columns, long end, BlockFile file) {
        long entry = 4 + (long) FileLayout.BLOCK_ENTRY * columns;
        if (bytes.limit() % entry != 0) {
            throw file.bad("has an index of " + bytes.limit() + " bytes, expected a multiple of " + entry);
        }
        BlockIndex unknown = new BlockIndex(bytes, columns, (int) (bytes.limit() / entry), 0);
        long rows = 0;
        for (int group = 0; group < unknown.groups; group++) {
            rows += unknown.rows(group);
            boolean possible = unknown.rows(group) > 0;
            for (int column = 0; column < columns && possible; column++) {
                possible = unknown.isPossible(group, column, end);
            }
            if (!possible) {
                throw file.bad("has an impossible index of row group " + (group + 1));
            }
        }
        return new BlockIndex(bytes, columns, unknown.groups, rows);
    }

    private boolean isPossible(int group, int column, long end) {
        int stored = storedLength(group, column);
        int held = heldLength(group, column);
        boolean lengths = stored >= 0
                && held <= FileLayout.LARGEST_BLOCK
                && (stored == held || stored < held && held <= FileLayout.LARGEST_COMPRESSED);
        long offset = offset(group, column);
        return lengths && offset >= FileLayout.HEAD && offset <= end - stored;
    }

    int groups() {
        return groups;
    }

    long rows() {
        return rows;
    }

    int rows(int group) {
        return bytes.getInt(at(group, 0) - 4);
    }

    long offset(int group, int column) {
        return bytes.getLong(at(group, column));
    }

    int storedLength(int group, int column) {
        return bytes.getInt(at(group, column) + 8);
    }

    int heldLength(int group, int column) {
        return bytes.getInt(at(group, column) + 12);
    }

    int checksum(int group, int column) {
        return bytes.getInt(at(group, column) + 16);
    }

    private int at(int group, int column) {
        return group * (4 + FileLayout.BLOCK_ENTRY * columns) + 4 + FileLayout.BLOCK_ENTRY * column;
    }
}
