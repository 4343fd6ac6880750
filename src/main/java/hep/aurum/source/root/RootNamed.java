package hep.aurum.source.root;

import hep.aurum.source.root.RootCursor.Frame;

/**
 * Hold what most objects start with (TNamed).
 *
 * @param name of the object
 * @param title of the object
 */
record RootNamed(String name, String title) {

    static RootNamed read(RootCursor cursor) {
        Frame frame = cursor.enter("TNamed", 1);
        cursor.object();
        RootNamed named = new RootNamed(cursor.string(), cursor.string());
        cursor.leave(frame);
        return named;
    }
}
