package hep.aurum.format.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Write one message in the wire format of protocol buffers: fields in the order in which they are added, so that the same
 * calls give the same bytes.
 *
 * <p>A field is a key, number and wire type in one varint, and its value: a varint (wire type 0), four bytes (5), or a length
 * and as many bytes (2).
 */
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Add a whole number; a negative one takes ten bytes. */
    ProtoWriter number(int field, long value) {
        key(field, VARINT);
        varint(value);
        return this;
    }

    /** Add a number of single precision. */
    ProtoWriter real(int field, float value) {
        key(field, FIXED_32);
        out.writeBytes(littleEndian(new float[] {value}));
        return this;
    }

    /** Add a text. */
    ProtoWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Add a list of texts, one field for each. */
    ProtoWriter texts(int field, List<String> values) {
        values.forEach(value -> text(field, value));
        return this;
    }

    /** Add a message. */
    ProtoWriter message(int field, ProtoWriter message) {
        return bytes(field, message.toBytes());
    }

    /** Add bytes. */
    ProtoWriter bytes(int field, byte[] value) {
        key(field, BYTES);
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    /** Return what was written. */
    byte[] toBytes() {
        return out.toByteArray();
    }

    /** Return numbers as the format stores them. */
    static byte[] littleEndian(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** Return whole numbers as the format stores them. */
    static byte[] littleEndian(long[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    private void key(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    /** Seven bits in a byte, the lowest first; the eighth says that more follow. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
