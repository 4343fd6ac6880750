package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** List the records of all directories of a file, each directory before what it holds. */
final class DirectoryReader {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_KEYS = 1_000_000;
    private static final int BIG = 1000;
    private static final int LENGTH = 42;

    private final RootBytes file;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> lists = new HashSet<>();

    private DirectoryReader(RootBytes file) {
        this.file = file;
    }

    /**
     * Place a record in the tree.
     *
     * @param path names from the top, with slashes between them
     * @param key what stands in front of the record
     */
    record Entry(String path, KeyRecord key) {}

    static List<Entry> read(RootBytes file, FileHeader header) {
        DirectoryReader reader = new DirectoryReader(file);
        reader.directory((long) header.begin() + header.nameLength(), "", 0);
        return List.copyOf(reader.entries);
    }

    /** Read a directory (TDirectory), whose list of keys is a record of its own. */
    private void directory(long offset, String path, int depth) {
        String what = path.isEmpty() ? "the top directory" : "directory \"" + path + "\"";
        RootCursor cursor = file.read(offset, (int) Math.min(LENGTH, Math.max(0, file.size() - offset)), what);
        boolean isBig = cursor.i16() > BIG;
        cursor.skip(8); // dates
        int length = cursor.i32();
        cursor.skip(4);
        cursor.seek(isBig); // this directory
        cursor.seek(isBig); // its parent
        long listOffset = cursor.seek(isBig);
        // A directory that was never written has no list.
        if (listOffset == 0 || length == 0) {
            return;
        }
        if (depth > MAX_DEPTH || !lists.add(listOffset)) {
            throw new BadInput(
                    "cannot read " + file.name() + ": " + what
                            + (depth > MAX_DEPTH ? " is nested too deeply" : " is inside itself"),
                    "byte " + listOffset,
                    "the file is damaged");
        }
        list(file.read(listOffset, length, "the list of " + what), path, depth);
    }

    private void list(RootCursor cursor, String path, int depth) {
        KeyRecord.read(cursor);
        int count = cursor.i32();
        if (count < 0 || count > cursor.remaining() / KeyRecord.SHORTEST || entries.size() + count > MAX_KEYS) {
            throw cursor.bad("a directory claims " + count + " keys");
        }
        for (int i = 0; i < count; i++) {
            KeyRecord key = KeyRecord.read(cursor);
            String child = path.isEmpty() ? key.name() : path + "/" + key.name();
            entries.add(new Entry(child, key));
            if (key.isDirectory()) {
                directory(key.offset() + key.keyLength(), child, depth + 1);
            }
        }
    }
}
