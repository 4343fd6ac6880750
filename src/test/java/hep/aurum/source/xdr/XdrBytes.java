package hep.aurum.source.xdr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Write XDR (RFC 4506) by hand: what tests read must not come from what they test. */
public final class XdrBytes {

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12);

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.position() + count));
            larger.put(bytes.flip());
            bytes = larger;
        }
        return bytes;
    }

    public XdrBytes i32(int... values) {
        for (int value : values) {
            room(4).putInt(value);
        }
        return this;
    }

    public XdrBytes i64(long... values) {
        for (long value : values) {
            room(8).putLong(value);
        }
        return this;
    }

    public XdrBytes f32(double... values) {
        for (double value : values) {
            room(4).putFloat((float) value);
        }
        return this;
    }

    public XdrBytes f64(double... values) {
        for (double value : values) {
            room(8).putDouble(value);
        }
        return this;
    }

    /** Write a counted string and pad it to four bytes. */
    public XdrBytes string(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        i32(encoded.length);
        return raw(encoded).pad();
    }

    /** Write a counted array. */
    public XdrBytes ints(int... values) {
        return i32(values.length).i32(values);
    }

    /** Write a counted array. */
    public XdrBytes doubles(double... values) {
        return i32(values.length).f64(values);
    }

    public XdrBytes raw(byte... values) {
        room(values.length).put(values);
        return this;
    }

    public XdrBytes pad() {
        while (bytes.position() % 4 != 0) {
            raw((byte) 0);
        }
        return this;
    }

    /** Overwrite an integer. */
    public XdrBytes set(int position, int value) {
        bytes.putInt(position, value);
        return this;
    }

    public int size() {
        return bytes.position();
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
