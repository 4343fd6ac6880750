package hep.aurum.format.onnx;

import java.util.OptionalInt;

/**
 * Name an input or an output of a network.
 *
 * @param name as in the file
 * @param columns how many numbers it has per event, if the file says so
 */
public record OnnxPort(String name, OptionalInt columns) {

    /** Read the message ValueInfoProto. */
    static OnnxPort read(ProtoReader in) {
        String name = "";
        LongList dims = new LongList();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.text();
                case 2 -> readType(in.message(), dims);
                default -> in.skip();
            }
        }
        long[] shape = dims.toArray();
        long last = shape.length == 2 ? shape[1] : 0;
        return new OnnxPort(name, last > 0 && last < 1 << 20 ? OptionalInt.of((int) last) : OptionalInt.empty());
    }

    /** Go down from TypeProto to the dimensions of a tensor; an unknown one counts as 0. */
    private static void readType(ProtoReader type, LongList dims) {
        while (type.next()) {
            if (type.field() != 1) {
                type.skip();
                continue;
            }
            ProtoReader tensor = type.message();
            while (tensor.next()) {
                if (tensor.field() == 2) {
                    readShape(tensor.message(), dims);
                } else {
                    tensor.skip();
                }
            }
        }
    }

    private static void readShape(ProtoReader shape, LongList dims) {
        while (shape.next()) {
            if (shape.field() != 1) {
                shape.skip();
                continue;
            }
            ProtoReader dimension = shape.message();
            long value = 0;
            while (dimension.next()) {
                if (dimension.field() == 1) {
                    value = dimension.number();
                } else {
                    dimension.skip();
                }
            }
            dims.add(value);
        }
    }
}
