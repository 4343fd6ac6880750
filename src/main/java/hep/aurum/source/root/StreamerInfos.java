package hep.aurum.source.root;

import hep.aurum.source.root.RootCursor.Frame;
import hep.aurum.source.root.RootCursor.Pointer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Know the members of classes by version: from the file's own list (the record StreamerInfo), or, for the classes of
 * trees in a file whose writer did not get to write that list, from {@link TreeClasses}.
 */
final class StreamerInfos {

    private static final int MAX_ITEMS = 100_000;

    private final Map<String, TreeMap<Integer, List<StreamerElement>>> classes = new HashMap<>();

    private StreamerInfos() {}

    static StreamerInfos read(RootBytes file, FileHeader header) {
        StreamerInfos infos = new StreamerInfos();
        if (header.infoOffset() == 0 || header.infoLength() == 0) {
            return infos;
        }
        String what = "the list of classes";
        RootCursor record = file.read(header.infoOffset(), header.infoLength(), what);
        KeyRecord key = KeyRecord.read(record);
        record.skip(key.keyLength() - record.position());
        byte[] list = RecordBlocks.decompressed(record.rest(), key.objectLength(), record.where());
        infos.list(new RootCursor(ByteBuffer.wrap(list), record.where(), key.keyLength()));
        return infos;
    }

    /** Read a TList, whose items are followed by an option each. */
    private void list(RootCursor cursor) {
        cursor.enter("TList", 1);
        cursor.object();
        cursor.string();
        int count = cursor.i32();
        check(cursor, count);
        for (int i = 0; i < count; i++) {
            Pointer pointer = cursor.pointer();
            if (pointer.className().equals("TStreamerInfo")) {
                info(cursor);
            }
            // Rules for changing classes stand in the same list.
            cursor.leave(pointer);
            cursor.string();
        }
    }

    private static void check(RootCursor cursor, int count) {
        if (count < 0 || count > MAX_ITEMS) {
            throw cursor.bad("a list claims " + count + " items");
        }
    }

    private void info(RootCursor cursor) {
        Frame frame = cursor.enter("TStreamerInfo", 1);
        String name = RootNamed.read(cursor).name();
        cursor.skip(4); // checksum
        int version = cursor.i32();
        List<StreamerElement> elements = new ArrayList<>();
        Pointer array = cursor.pointer();
        if (array.className().equals("TObjArray")) {
            Frame inner = cursor.enter("TObjArray", 1);
            cursor.object();
            cursor.string();
            int count = cursor.i32();
            cursor.skip(4); // lowest index
            check(cursor, count);
            for (int i = 0; i < count; i++) {
                Pointer element = cursor.pointer();
                if (!element.className().isEmpty()) {
                    elements.add(StreamerElement.read(cursor, element.className()));
                }
                cursor.leave(element);
            }
            cursor.leave(inner);
        }
        cursor.leave(frame);
        classes.computeIfAbsent(name, n -> new TreeMap<>()).putIfAbsent(version, List.copyOf(elements));
    }

    /** Return the members of a class in the order in which they are written; empty if they are not known. */
    List<StreamerElement> members(String className, int version) {
        TreeMap<Integer, List<StreamerElement>> versions = classes.get(className);
        if (versions == null || TreeClasses.isSpecial(className, version)) {
            return TreeClasses.members(className, version);
        }
        List<StreamerElement> members = versions.get(version);
        if (members != null) {
            return members;
        }
        // A class without a version of its own is written as version 1 or 0; the file has one description of it.
        return versions.size() == 1 && version <= 1 ? versions.firstEntry().getValue() : List.of();
    }
}
