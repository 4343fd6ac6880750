package hep.aurum.format.onnx;

import hep.aurum.base.NotSupported;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Hold a constant tensor of at most four dimensions; numbers of every type are doubles here. */
final class OnnxTensor implements Operand {

    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;
    static final int DOUBLE = 11;

    private static final int MAX_RANK = 4;
    private static final int MAX_SIZE = 1 << 26;

    private final int[] dims;
    private final double[] values;

    private OnnxTensor(int[] dims, double[] values) {
        this.dims = dims;
        this.values = values;
    }

    /** Return a tensor of no dimensions. */
    static OnnxTensor scalar(double value) {
        return new OnnxTensor(new int[0], new double[] {value});
    }

    /** Return a tensor of one dimension. */
    static OnnxTensor vector(double... values) {
        return new OnnxTensor(new int[] {values.length}, values);
    }

    /** Return the number of dimensions. */
    int rank() {
        return dims.length;
    }

    /** Return the length of a dimension. */
    int dim(int index) {
        return dims[index];
    }

    /** Return the number of numbers. */
    int size() {
        return values.length;
    }

    /** Return a number, by rows. */
    double get(int index) {
        return values[index];
    }

    /** Return a copy of the numbers. */
    double[] toArray() {
        return values.clone();
    }

    /** Return other numbers in the same shape. */
    OnnxTensor withValues(double[] other) {
        return new OnnxTensor(dims, other);
    }

    /** Return a matrix with rows and columns exchanged. */
    OnnxTensor transposed() {
        double[] result = new double[values.length];
        for (int i = 0; i < dims[0]; i++) {
            for (int j = 0; j < dims[1]; j++) {
                result[j * dims[0] + i] = values[i * dims[1] + j];
            }
        }
        return new OnnxTensor(new int[] {dims[1], dims[0]}, result);
    }

    /** Gather the fields of a tensor before their number is checked. */
    static final class Parts {
        private final LongList dims = new LongList();
        private final DoubleList reals = new DoubleList();
        private final LongList wholes = new LongList();
        private ByteBuffer raw = ByteBuffer.allocate(0);
        private String name = "";
        private long type;
        private boolean external;

        /** Return the name. */
        String name() {
            return name;
        }

        /** Read the message TensorProto. */
        static Parts read(ProtoReader in) {
            Parts parts = new Parts();
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> in.numbers(parts.dims);
                    case 2 -> parts.type = in.number();
                    case 4 -> in.reals(parts.reals);
                    case 5, 7 -> in.numbers(parts.wholes);
                    case 8 -> parts.name = in.text();
                    case 9 -> parts.raw = in.bytes();
                    case 10 -> in.doubles(parts.reals);
                    case 14 -> parts.external = in.number() != 0;
                    default -> in.skip();
                }
            }
            return parts;
        }

        /** Return the tensor, if its shape and its numbers agree. */
        OnnxTensor build(ProtoReader origin) {
            if (external) {
                throw new NotSupported(
                        "the weights \"" + name + "\" lie in another file",
                        "",
                        "export the network with its weights inside");
            }
            if (dims.size() > MAX_RANK) {
                throw origin.bad("the tensor \"" + name + "\" has " + dims.size() + " dimensions");
            }
            long size = 1;
            int[] shape = new int[dims.size()];
            for (int i = 0; i < shape.length; i++) {
                long dim = dims.toArray()[i];
                if (dim < 0 || dim > MAX_SIZE) {
                    throw origin.bad("the tensor \"" + name + "\" has a dimension of " + dim);
                }
                shape[i] = (int) dim;
                size *= dim;
                if (size > MAX_SIZE) {
                    throw origin.bad("the tensor \"" + name + "\" has too many numbers");
                }
            }
            double[] values = values(origin);
            if (values.length != size) {
                throw origin.bad(
                        "the tensor \"" + name + "\" holds " + values.length + " numbers, its shape asks for " + size);
            }
            return new OnnxTensor(shape, values);
        }

        private double[] values(ProtoReader origin) {
            return switch ((int) Math.max(0, Math.min(type, 99))) {
                case FLOAT -> raw.hasRemaining() ? raw(origin, Float.BYTES) : reals.toArray();
                case DOUBLE -> raw.hasRemaining() ? raw(origin, Double.BYTES) : reals.toArray();
                case INT32 -> raw.hasRemaining() ? raw(origin, Integer.BYTES) : wholes();
                case INT64 -> raw.hasRemaining() ? raw(origin, Long.BYTES) : wholes();
                default ->
                    throw new NotSupported(
                            "the tensor \"" + name + "\" is of type " + type,
                            "",
                            "export in single or double precision");
            };
        }

        private double[] wholes() {
            double[] values = new double[wholes.size()];
            long[] from = wholes.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = from[i];
            }
            return values;
        }

        private double[] raw(ProtoReader origin, int bytes) {
            ByteBuffer in = raw.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            if (in.remaining() % bytes != 0) {
                throw origin.bad("the tensor \"" + name + "\" ends inside a number");
            }
            double[] values = new double[in.remaining() / bytes];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch ((int) type) {
                    case FLOAT -> in.getFloat();
                    case DOUBLE -> in.getDouble();
                    case INT32 -> in.getInt();
                    default -> in.getLong();
                };
            }
            return values;
        }
    }

    /** Read the message TensorProto that stands in an attribute. */
    static OnnxTensor read(ProtoReader in) {
        return Parts.read(in).build(in);
    }
}
