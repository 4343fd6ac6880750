package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Read one message in the wire format of protocol buffers, trusting nothing.
 *
 * <p>Call {@link #next} until it says that the message has ended; after each true, take the value of {@link #field} with one of
 * the other methods, or {@link #skip} it. A message inside is a reader over a part of the same bytes, so that nothing is
 * allocated on the word of a length, and how deep it goes is decided by the caller.
 */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final ByteBuffer in;
    private final String origin;
    private int field;
    private int wireType;

    private ProtoReader(ByteBuffer in, String origin) {
        this.in = in;
        this.origin = origin;
    }

    /** Read a message. */
    static ProtoReader of(byte[] bytes, String origin) {
        return new ProtoReader(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), origin);
    }

    /** Go to the next field; false at the end of the message. */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        long key = varint();
        field = (int) Math.min(key >>> 3, Integer.MAX_VALUE);
        wireType = (int) (key & 7);
        if (key < 0 || field == 0) {
            throw bad("a field has the number 0 or one that is too large");
        }
        return true;
    }

    /** Return the number of the field that is to be taken. */
    int field() {
        return field;
    }

    /** Leave the value out. */
    void skip() {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED_64 -> part(Long.BYTES);
            case FIXED_32 -> part(Integer.BYTES);
            default -> message();
        }
    }

    /** Take a whole number. */
    long number() {
        require(VARINT);
        return varint();
    }

    /** Take a number of single precision. */
    float real() {
        require(FIXED_32);
        return part(Float.BYTES).getFloat();
    }

    /** Take a text. */
    String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    /** Take bytes, without a copy. */
    ByteBuffer bytes() {
        require(BYTES);
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw bad("a field has " + Long.toUnsignedString(length) + " bytes where " + in.remaining() + " are left");
        }
        return part((int) length);
    }

    /** Take a message. */
    ProtoReader message() {
        return new ProtoReader(bytes(), origin);
    }

    /** Take whole numbers, of which one or many stand in a field. */
    void numbers(LongList to) {
        if (wireType == VARINT) {
            to.add(varint());
            return;
        }
        ProtoReader packed = message();
        while (packed.in.hasRemaining()) {
            to.add(packed.varint());
        }
    }

    /** Take numbers of single precision, of which one or many stand in a field. */
    void reals(DoubleList to) {
        if (wireType == FIXED_32) {
            to.add(real());
            return;
        }
        ByteBuffer packed = wholes(Float.BYTES);
        while (packed.hasRemaining()) {
            to.add(packed.getFloat());
        }
    }

    /** Take numbers of double precision, of which one or many stand in a field. */
    void doubles(DoubleList to) {
        if (wireType == FIXED_64) {
            to.add(part(Double.BYTES).getDouble());
            return;
        }
        ByteBuffer packed = wholes(Double.BYTES);
        while (packed.hasRemaining()) {
            to.add(packed.getDouble());
        }
    }

    private ByteBuffer wholes(int size) {
        ByteBuffer packed = bytes();
        if (packed.remaining() % size != 0) {
            throw bad("a list of numbers ends inside a number");
        }
        return packed;
    }

    private ByteBuffer part(int length) {
        if (length > in.remaining()) {
            throw bad("it ends inside a field");
        }
        ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return part;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!in.hasRemaining()) {
                throw bad("it ends inside a number");
            }
            byte b = in.get();
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw bad("a number has more than ten bytes");
    }

    private void require(int expected) {
        if (wireType != expected) {
            throw bad("field " + field + " has the wire type " + wireType + ", expected " + expected);
        }
    }

    /** Return the failure of a file that is no message. */
    BadInput bad(String complaint) {
        return new BadInput(
                "cannot read the network as ONNX: " + complaint,
                origin,
                "export it again; the file may be cut or another format");
    }
}
