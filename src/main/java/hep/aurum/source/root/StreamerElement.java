package hep.aurum.source.root;

import hep.aurum.source.root.RootCursor.Frame;

/**
 * Describe a member of a class (TStreamerElement).
 *
 * @param elementClass what describes it, such as {@code TStreamerBase} for a base class
 * @param name of the member, or of the base class
 * @param title comment behind the member, where ranges of packed numbers are stated
 * @param code kind of member: below 20 a plain one, from 20 an array of fixed length, from 40 a pointer to an array
 * @param length number of values of an array of fixed length, all dimensions together; 1 without
 * @param typeName type in C++
 * @param counter name of the member that says how long the array behind a pointer is
 */
record StreamerElement(
        String elementClass, String name, String title, int code, int length, String typeName, String counter) {

    /** First code of arrays of fixed length. */
    static final int ARRAY = 20;
    /** First code of pointers to arrays. */
    static final int POINTER = 40;
    /** First code of objects. */
    static final int OBJECT = 60;

    private static final int MAX_LENGTH = 1 << 20;

    static StreamerElement read(RootCursor cursor, String elementClass) {
        Frame frame = cursor.enter(elementClass, 1);
        if (elementClass.equals("TStreamerSTLstring")) {
            cursor.enter("TStreamerSTL", 1);
        }
        Frame base = cursor.enter("TStreamerElement", 1);
        RootNamed named = RootNamed.read(cursor);
        int code = cursor.i32();
        cursor.skip(4); // bytes in memory
        int length = cursor.i32();
        cursor.skip(4); // number of dimensions
        cursor.skip(4 * (base.version() == 1 ? cursor.i32() : 5)); // lengths of dimensions
        String typeName = cursor.string();
        cursor.leave(base);
        String counter = "";
        if (elementClass.equals("TStreamerBasicPointer") || elementClass.equals("TStreamerLoop")) {
            cursor.skip(4); // version of the counter's class
            counter = cursor.string();
        }
        cursor.leave(frame);
        if (length < 0 || length > MAX_LENGTH) {
            throw cursor.bad("the member " + named.name() + " claims " + length + " values");
        }
        return new StreamerElement(
                elementClass, named.name(), named.title(), code, Math.max(1, length), typeName, counter);
    }

    boolean isBase() {
        return elementClass.equals("TStreamerBase");
    }
}
