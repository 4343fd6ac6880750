package hep.aurum.source.root;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Write the bytes of small ROOT files for tests, with offsets of 4 or of 8 bytes. */
final class RootFileBuilder {

    private static final int BEGIN = 100;

    private final boolean isBig;
    private final long gap;
    private final Directory top = new Directory("");
    private final List<byte[]> pieces = new ArrayList<>();
    private long end;
    private long infoOffset;
    private int infoLength;

    private RootFileBuilder(boolean isBig, long gap) {
        this.isBig = isBig;
        this.gap = gap;
        this.end = start();
    }

    /** Return the offset behind the first record and the hole. */
    private long start() {
        int names = 1 + "t.root".length() + 1;
        return BEGIN + keyLength("TFile", "t.root") + names + directoryRecord(top).length + gap;
    }

    /** Use offsets of 4 bytes. */
    static RootFileBuilder small() {
        return new RootFileBuilder(false, 0);
    }

    /** Use offsets of 8 bytes, and leave a hole behind the first record. */
    static RootFileBuilder big(long gap) {
        return new RootFileBuilder(true, gap);
    }

    private record Item(String name, int cycle, String className, byte[] object, byte[] stored) {}

    /** Collect objects and directories in a directory. */
    static final class Directory {
        private final String name;
        private final List<Item> items = new ArrayList<>();
        private final List<Directory> directories = new ArrayList<>();
        private long listOffset;
        private int listLength;
        private long inject = -1;

        private Directory(String name) {
            this.name = name;
        }

        Directory add(String item, int cycle, String className, byte[] object) {
            return add(item, cycle, className, object, object);
        }

        Directory add(String item, int cycle, String className, byte[] object, byte[] stored) {
            items.add(new Item(item, cycle, className, object, stored));
            return this;
        }

        Directory directory(String child) {
            Directory directory = new Directory(child);
            directories.add(directory);
            return directory;
        }

        /** Point to a list of keys somewhere else. */
        void listAt(long offset) {
            inject = offset;
        }
    }

    Directory top() {
        return top;
    }

    /** Return the length of the key of an object. */
    int keyLength(String className, String name) {
        return 26 + (isBig ? 8 : 0) + 1 + className.length() + 1 + name.length() + 1;
    }

    /** Append bytes that no directory lists, such as a basket, and return their offset. */
    long place(byte[] piece) {
        return append(piece);
    }

    /** Return the offset of the bytes that are placed next. */
    long next() {
        return end;
    }

    boolean isBig() {
        return isBig;
    }

    /** Append the list of classes. */
    RootFileBuilder infos(byte[] list) {
        byte[] key = key("TList", "StreamerInfo", 1, end, list.length, list.length);
        infoLength = key.length + list.length;
        infoOffset = append(key, list);
        return this;
    }

    /** The key of an object with everything behind the key. */
    private byte[] key(String className, String name, int cycle, long offset, int objectLength, int stored) {
        int length = keyLength(className, name);
        return bytes(out -> {
            out.writeInt(length + stored);
            out.writeShort(isBig ? 1004 : 4);
            out.writeInt(objectLength);
            out.writeInt(0);
            out.writeShort(length);
            out.writeShort(cycle);
            seek(out, offset);
            seek(out, BEGIN);
            string(out, className);
            string(out, name);
            string(out, "");
        });
    }

    private void seek(DataOutputStream out, long offset) throws IOException {
        if (isBig) {
            out.writeLong(offset);
        } else {
            out.writeInt((int) offset);
        }
    }

    private byte[] directoryRecord(Directory directory) {
        return bytes(out -> {
            out.writeShort(isBig ? 1005 : 5);
            out.writeLong(0);
            out.writeInt(directory.listLength);
            out.writeInt(0);
            seek(out, 0);
            seek(out, 0);
            seek(out, directory.inject >= 0 ? directory.inject : directory.listOffset);
            out.write(new byte[18]);
        });
    }

    private long append(byte[]... parts) {
        long offset = end;
        for (byte[] part : parts) {
            pieces.add(part);
            end += part.length;
        }
        return offset;
    }

    /** Write what a directory holds, then its list of keys. */
    private void content(Directory directory) {
        List<byte[]> keys = new ArrayList<>();
        for (Item item : directory.items) {
            byte[] key = key(item.className, item.name, item.cycle, end, item.object.length, item.stored.length);
            append(key, item.stored);
            keys.add(key);
        }
        for (Directory child : directory.directories) {
            content(child);
            byte[] record = directoryRecord(child);
            byte[] key = key("TDirectoryFile", child.name, 1, end, record.length, record.length);
            append(key, record);
            keys.add(key);
        }
        directory.listOffset = end;
        int length = keys.stream().mapToInt(key -> key.length).sum() + 4;
        byte[] head = key("TFile", "t.root", 1, end, length, length);
        directory.listLength = head.length + length;
        append(head, bytes(out -> {
            out.writeInt(keys.size());
            for (byte[] key : keys) {
                out.write(key);
            }
        }));
    }

    Path write(Path path) throws IOException {
        byte[] names = bytes(out -> {
            string(out, "t.root");
            string(out, "");
        });
        int recordLength = directoryRecord(top).length;
        byte[] key = key("TFile", "t.root", 1, BEGIN, names.length + recordLength, names.length + recordLength);
        long start = start();
        content(top);
        byte[] first = bytes(out -> {
            out.write(header(key.length + names.length));
            out.write(key);
            out.write(names);
            out.write(directoryRecord(top));
        });
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(first));
            channel.position(start);
            for (byte[] piece : pieces) {
                channel.write(ByteBuffer.wrap(piece));
            }
        }
        return path;
    }

    private byte[] header(int nameLength) {
        byte[] head = bytes(out -> {
            out.write("root".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(isBig ? 1062400 : 62400);
            out.writeInt(BEGIN);
            seek(out, end);
            seek(out, 0);
            out.writeLong(0);
            out.writeInt(nameLength);
            out.write(new byte[5]);
            seek(out, infoOffset);
            out.writeInt(infoLength);
        });
        return java.util.Arrays.copyOf(head, BEGIN);
    }

    /** Write some bytes. */
    interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static void string(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length < 255) {
            out.writeByte(utf8.length);
        } else {
            out.writeByte(255);
            out.writeInt(utf8.length);
        }
        out.write(utf8);
    }

    /** Write an object: length, version, members. */
    static void object(DataOutputStream out, int version, Body members) throws IOException {
        byte[] body = bytes(members);
        out.writeInt(0x40000000 | (body.length + 2));
        out.writeShort(version);
        out.write(body);
    }

    static void tObject(DataOutputStream out, int id) throws IOException {
        out.writeShort(1);
        out.writeInt(id);
        out.writeInt(0x03000000);
    }

    static void named(DataOutputStream out, String name, String title) throws IOException {
        object(out, 1, o -> {
            tObject(o, 0);
            string(o, name);
            string(o, title);
        });
    }

    static void doubles(DataOutputStream out, double... values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    /** Write an axis without labels. */
    static void axis(DataOutputStream out, String title, int bins, double min, double max) throws IOException {
        axis(out, title, bins, min, max, o -> o.writeInt(0));
    }

    static void axis(DataOutputStream out, String title, int bins, double min, double max, Body labels)
            throws IOException {
        object(out, 10, o -> {
            named(o, "axis", title);
            object(o, 4, a -> a.write(new byte[30]));
            o.writeInt(bins);
            o.writeDouble(min);
            o.writeDouble(max);
            doubles(o);
            o.write(new byte[11]);
            string(o, "");
            labels.write(o);
            o.writeInt(0);
        });
    }

    /** Write what histograms have in common, with members of a future version at the end. */
    static void head(DataOutputStream out, String title, int cells, Body xAxis, double entries, double... sumW2)
            throws IOException {
        object(out, 8, o -> {
            named(o, "h", title);
            object(o, 2, a -> a.write(new byte[6]));
            object(o, 2, a -> a.write(new byte[4]));
            object(o, 2, a -> a.write(new byte[8]));
            o.writeInt(cells);
            xAxis.write(o);
            axis(o, "", 1, 0, 1);
            axis(o, "", 1, 0, 1);
            o.writeInt(0);
            o.writeDouble(entries);
            o.write(new byte[7 * 8]);
            doubles(o);
            doubles(o, sumW2);
            o.write(new byte[37]);
        });
    }

    /** Return a TH1D with one bin per given content between the flow bins. */
    static byte[] histogram(String title, double... contents) {
        return bytes(out -> object(out, 3, o -> {
            head(o, title, contents.length, a -> axis(a, "m [GeV]", contents.length - 2, 0, 10), 4);
            doubles(o, contents);
        }));
    }
}
