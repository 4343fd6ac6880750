package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Step through the bytes of one record in the manner of ROOT's buffers: big-endian numbers, counted strings, objects
 * that say their version and their length, and pointers that name their class once and refer to it afterwards.
 *
 * <p>Nothing is allocated before the bytes that fill it are known to be there.
 */
final class RootCursor {

    private static final int BYTE_COUNT = 0x40000000;
    private static final int VERSION_BYTE_COUNT = 0x4000;
    private static final int CLASS = 0x80000000;
    private static final int NEW_CLASS = -1;
    private static final int REFERENCED = 1 << 4;
    private static final int LONG_STRING = 255;
    // ROOT counts the places of classes from 2 so that 0 and 1 stay free.
    private static final int PLACE_SHIFT = 2;

    private final ByteBuffer bytes;
    private final String where;
    private final int shift;
    private final Map<Integer, String> classes = new HashMap<>();

    /**
     * Start at the first byte.
     *
     * @param where file and object, for messages
     * @param shift length of the key in front of the object, from which references to classes are counted
     */
    RootCursor(ByteBuffer bytes, String where, int shift) {
        this.bytes = bytes;
        this.where = where;
        this.shift = shift;
    }

    /**
     * Say how far an object reaches.
     *
     * @param version of its class
     * @param end first position behind it
     */
    record Frame(int version, int end) {}

    /**
     * Say what a pointer points to.
     *
     * @param className the class, empty for a null pointer or for an object that was read before
     * @param end first position behind the object
     * @param place by which later pointers mean the object, or by which this one means an earlier one; 0 for null
     */
    record Pointer(String className, int end, int place) {}

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    String where() {
        return where;
    }

    /** Return the bytes from here to the end, without moving. */
    byte[] rest() {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(bytes.position(), rest);
        return rest;
    }

    void skip(int count) {
        need(count);
        bytes.position(bytes.position() + count);
    }

    int u8() {
        need(1);
        return bytes.get() & 0xff;
    }

    int i16() {
        need(2);
        return bytes.getShort();
    }

    int i32() {
        need(4);
        return bytes.getInt();
    }

    long i64() {
        need(8);
        return bytes.getLong();
    }

    double f64() {
        need(8);
        return bytes.getDouble();
    }

    /** Read 1, 2, 4 or 8 bytes as a signed integer. */
    long integer(int size) {
        return switch (size) {
            case 1 -> (byte) u8();
            case 2 -> i16();
            case 4 -> i32();
            default -> i64();
        };
    }

    /** Read bytes. */
    byte[] take(int count) {
        need(count);
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    /** Read an offset of 4 or of 8 bytes. */
    long seek(boolean isLong) {
        return isLong ? i64() : i32();
    }

    /** Read a TString: its length in one byte, or in four after a byte of 255. */
    String string() {
        int length = u8();
        return text(length == LONG_STRING ? i32() : length);
    }

    private String text(int length) {
        return new String(take(length), StandardCharsets.UTF_8);
    }

    private String textToZero() {
        int end = bytes.position();
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        String text = text(end - bytes.position());
        skip(1);
        return text;
    }

    /** Read a TArrayD: a length and that many numbers. */
    double[] doubles() {
        return numbers(Number.DOUBLE);
    }

    /** Read a TArray of any kind of number: a length and that many numbers. */
    double[] numbers(Number kind) {
        int count = i32();
        if (count < 0 || count > bytes.remaining() / kind.size()) {
            throw bad("an array of " + count + " numbers does not fit into the " + bytes.remaining() + " bytes left");
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = kind.read(bytes);
        }
        return numbers;
    }

    /**
     * Enter an object: read its length and the version of its class.
     *
     * @param oldest the oldest version whose layout we know
     * @throws NotSupported if the version is older
     */
    Frame enter(String className, int oldest) {
        int count = i32();
        if ((count & BYTE_COUNT) == 0 || count < 0) {
            throw bad("a " + className + " does not start with its length");
        }
        int end = end(count & ~BYTE_COUNT);
        int version = i16();
        if (version < oldest) {
            throw new NotSupported(
                    "cannot read version " + version + " of " + className + ", expected " + oldest + " or later",
                    place(),
                    "read and write the file once with a newer ROOT");
        }
        return new Frame(version, end);
    }

    /** Leave an object, past members that we do not know. */
    void leave(Frame frame) {
        leave(frame.end());
    }

    /** Leave what a pointer points to. */
    void leave(Pointer pointer) {
        leave(pointer.end());
    }

    private void leave(int end) {
        if (bytes.position() > end) {
            throw bad("an object is longer than the " + end + " bytes up to its stated end");
        }
        bytes.position(end);
    }

    /** Pass over an object whose content is of no use here. */
    void pass(String className) {
        leave(enter(className, 0));
    }

    /** Read a TObject and return its unique id. */
    int object() {
        if ((i16() & VERSION_BYTE_COUNT) != 0) {
            skip(4);
        }
        int id = i32();
        if ((i32() & REFERENCED) != 0) {
            skip(2);
        }
        return id;
    }

    /** Follow a pointer to an object that stands here when it is the first to point there. */
    Pointer pointer() {
        int own = bytes.position() + shift + PLACE_SHIFT;
        int first = i32();
        if ((first & CLASS) == 0 && (first & BYTE_COUNT) == 0) {
            // Null, or the place of an object that was read before.
            return new Pointer("", bytes.position(), first);
        }
        if ((first & CLASS) != 0) {
            throw bad("an object behind a pointer does not start with its length");
        }
        int end = end(first & ~BYTE_COUNT);
        int place = bytes.position();
        int tag = i32();
        if (tag == NEW_CLASS) {
            String name = textToZero();
            classes.put(place + shift + PLACE_SHIFT, name);
            return new Pointer(name, end, own);
        }
        if ((tag & CLASS) == 0) {
            return new Pointer("", end, tag);
        }
        String known = classes.get(tag & ~CLASS);
        if (known == null) {
            throw bad("a pointer refers to a class at " + (tag & ~CLASS) + ", where there is none");
        }
        return new Pointer(known, end, own);
    }

    private int end(int count) {
        if (count < 0 || count > bytes.remaining()) {
            throw bad("an object of " + count + " bytes does not fit into the " + bytes.remaining() + " bytes left");
        }
        return bytes.position() + count;
    }

    private void need(int count) {
        if (count < 0 || count > bytes.remaining()) {
            throw bad(count + " bytes are expected, but " + bytes.remaining() + " are left");
        }
    }

    /** Describe damage at the present position. */
    BadInput bad(String what) {
        return new BadInput("cannot read a ROOT object: " + what, place(), "the file is damaged; copy it again");
    }

    private String place() {
        return where + ", position " + bytes.position();
    }

    /** Name the kinds of numbers that arrays hold. */
    enum Number {
        BYTE(1) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.get();
            }
        },
        SHORT(2) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.getShort();
            }
        },
        INT(4) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.getInt();
            }
        },
        LONG(8) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.getLong();
            }
        },
        FLOAT(4) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.getFloat();
            }
        },
        DOUBLE(8) {
            @Override
            double read(ByteBuffer bytes) {
                return bytes.getDouble();
            }
        };

        private final int size;

        Number(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }

        abstract double read(ByteBuffer bytes);
    }
}
