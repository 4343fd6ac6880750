package hep.aurum.source.root;

/**
 * Hold what stands in front of every record (TKey).
 *
 * @param length of the record with its key, in bytes
 * @param objectLength of the object when decompressed
 * @param keyLength of the key
 * @param cycle number of the version of the object, from 1
 * @param offset of the record
 * @param className of the object
 * @param name of the object
 * @param title of the object
 */
record KeyRecord(
        int length,
        int objectLength,
        int keyLength,
        int cycle,
        long offset,
        String className,
        String name,
        String title) {

    private static final int BIG = 1000;
    /** The shortest key, with three empty strings. */
    static final int SHORTEST = 29;

    static KeyRecord read(RootCursor cursor) {
        int start = cursor.position();
        int length = cursor.i32();
        int version = cursor.i16();
        int objectLength = cursor.i32();
        cursor.skip(4); // date
        int keyLength = cursor.i16();
        int cycle = cursor.i16();
        boolean isBig = version > BIG;
        long offset = cursor.seek(isBig);
        cursor.seek(isBig); // directory
        KeyRecord key = new KeyRecord(
                length, objectLength, keyLength, cycle, offset, cursor.string(), cursor.string(), cursor.string());
        if (keyLength < cursor.position() - start || length < keyLength || objectLength < 0 || cycle < 0) {
            throw cursor.bad("the key of \"" + key.name + "\" claims lengths " + length + ", " + keyLength + ", "
                    + objectLength + " and cycle " + cycle);
        }
        return key;
    }

    /** Return whether the record is a directory. */
    boolean isDirectory() {
        return className.equals("TDirectory") || className.equals("TDirectoryFile");
    }
}
