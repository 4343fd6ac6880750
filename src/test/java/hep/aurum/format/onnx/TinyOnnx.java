package hep.aurum.format.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Write small ONNX files byte by byte, apart from the writer that is tested. */
final class TinyOnnx {

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private int operatorSet = 13;

    static TinyOnnx graph() {
        return new TinyOnnx();
    }

    TinyOnnx operatorSet(int version) {
        operatorSet = version;
        return this;
    }

    TinyOnnx input(String name, int columns) {
        return field(graph, 11, port(name, columns));
    }

    TinyOnnx output(String name) {
        return field(graph, 12, port(name, 0));
    }

    /** As NumPy's tobytes: little-endian in raw_data. */
    TinyOnnx raw(String name, int[] dims, float... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return field(graph, 5, join(tensor(name, 1, dims), bytes(9, data.array())));
    }

    /** As onnx.helper.make_tensor: packed in float_data. */
    TinyOnnx floats(String name, int[] dims, float... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return field(graph, 5, join(tensor(name, 1, dims), bytes(4, data.array())));
    }

    TinyOnnx doubles(String name, int[] dims, double... values) {
        ByteBuffer data = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(values);
        return field(graph, 5, join(tensor(name, 11, dims), bytes(9, data.array())));
    }

    TinyOnnx longs(String name, int[] dims, long... values) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (long value : values) {
            varint(packed, value);
        }
        return field(graph, 5, join(tensor(name, 7, dims), bytes(7, packed.toByteArray())));
    }

    /** Add a node; attributes are made by {@link #real}, {@link #whole} and {@link #wholes}. */
    TinyOnnx node(String operator, String output, String inputs, byte[]... attributes) {
        return node(operator, "", output, inputs, attributes);
    }

    /** Add a node of another domain than the standard's. */
    TinyOnnx node(String operator, String domain, String output, String inputs, byte[]... attributes) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs.split(" ")) {
            node.writeBytes(text(1, input));
        }
        node.writeBytes(text(2, output));
        node.writeBytes(text(4, operator));
        node.writeBytes(text(7, domain));
        for (byte[] attribute : attributes) {
            node.writeBytes(bytes(5, attribute));
        }
        return field(graph, 1, node.toByteArray());
    }

    static byte[] real(String name, float value) {
        ByteBuffer bits = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
        return join(text(1, name), new byte[] {2 << 3 | 5}, bits.array());
    }

    static byte[] whole(String name, long value) {
        return join(text(1, name), number(3, value));
    }

    static byte[] wholes(String name, long... values) {
        byte[] result = text(1, name);
        for (long value : values) {
            result = join(result, number(8, value));
        }
        return result;
    }

    static byte[] reals(String name, float... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return join(text(1, name), bytes(7, data.array()));
    }

    static byte[] word(String name, String value) {
        return join(text(1, name), text(4, value));
    }

    byte[] toBytes() {
        return join(number(1, 7), bytes(7, graph.toByteArray()), bytes(8, join(text(1, ""), number(2, operatorSet))));
    }

    OnnxNetwork network() {
        return OnnxNetwork.parse(toBytes(), "tiny.onnx");
    }

    private TinyOnnx field(ByteArrayOutputStream to, int field, byte[] value) {
        to.writeBytes(bytes(field, value));
        return this;
    }

    private static byte[] port(String name, int columns) {
        byte[] shape = bytes(1, text(2, "batch"));
        if (columns > 0) {
            shape = join(shape, bytes(1, number(1, columns)));
        }
        return join(text(1, name), bytes(2, bytes(1, join(number(1, 1), bytes(2, shape)))));
    }

    private static byte[] tensor(String name, int type, int[] dims) {
        byte[] result = new byte[0];
        for (int dim : dims) {
            result = join(result, number(1, dim));
        }
        return join(result, number(2, type), text(8, name));
    }

    static byte[] number(int field, long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, (long) field << 3);
        varint(out, value);
        return out.toByteArray();
    }

    private static byte[] text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(int field, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, (long) field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (Long.compareUnsigned(rest, 128) >= 0) {
            out.write((int) (rest % 128 + 128) & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
