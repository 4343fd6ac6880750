package hep.aurum.source.root;

import org.jspecify.annotations.Nullable;

/** Hold the entries of one branch that were written together (TBasket), decompressed. */
final class Basket {

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final int entries;
    private final int @Nullable [] offsets;
    private final String where;

    /**
     * Take the parts.
     *
     * @param bytes where the entries are, not copied
     * @param start position of the first entry
     * @param end position behind the last
     * @param entries how many
     * @param offsets {@code [entries + 1]} where each starts, ascending from start to end; null where all have one size
     * @param where file, branch and byte, for messages
     */
    Basket(byte[] bytes, int start, int end, int entries, int @Nullable [] offsets, String where) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.entries = entries;
        this.offsets = offsets;
        this.where = where;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int entries() {
        return entries;
    }

    String where() {
        return where;
    }

    /** Return whether the places of the entries are known one by one. */
    boolean hasOffsets() {
        return offsets != null || entries <= 1;
    }

    /** Return where an entry starts; for the one behind the last, where the last ends. Only if {@link #hasOffsets}. */
    int offset(int entry) {
        if (offsets != null) {
            return offsets[entry];
        }
        return entry == 0 ? start : end;
    }

    /** Return the position of the first byte of an entry among those of one size. */
    int fixedOffset(int entry, int size) {
        return start + entry * size;
    }

    /** Return the bytes that some entries take, as near as it is known. */
    long size(int from, int to) {
        return hasOffsets() ? offset(to) - offset(from) : (long) (end - start) * (to - from) / Math.max(1, entries);
    }
}
