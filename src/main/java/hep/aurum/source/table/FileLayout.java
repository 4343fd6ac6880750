package hep.aurum.source.table;

import hep.aurum.event.table.ColumnType;

/** Numbers of the layout that reader and writer share. */
final class FileLayout {

    static final int VERSION = 1;
    /** Rows of a group: blocks of doubles fit into the second cache of a processor. */
    static final int ROWS = 1 << 14;
    /** A group ends early when one of its blocks has so many bytes. */
    static final int FULL = 8 << 20;
    /** Blocks of more bytes are not compressed, so that a small file cannot ask for a large memory. */
    static final int LARGEST_COMPRESSED = 32 << 20;

    static final int LARGEST_BLOCK = 1 << 30;
    static final int LARGEST_SCHEMA = 16 << 20;
    static final int HEAD = 16;
    static final int TAIL = 32;
    static final int BLOCK_ENTRY = 20;

    private static final byte[] START = {(byte) 0x89, 'A', 'U', 'R', 'U', 'M', '\r', '\n'};
    private static final byte[] END = {'A', 'U', 'R', 'U', 'M', 'E', 'N', 'D'};

    private FileLayout() {}

    static byte[] start() {
        return START.clone();
    }

    static byte[] end() {
        return END.clone();
    }

    /** Return the bytes of a value in a block; of a text, those of its position. */
    static int bytes(ColumnType type) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32, TEXT -> 4;
            case INT64, UINT64, FLOAT64 -> 8;
        };
    }
}
