package hep.aurum.format.onnx;

import hep.aurum.format.onnx.ScalarFunction.Plain;
import hep.aurum.format.onnx.Step.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Know the operators: what each demands of its inputs, and which step does it.
 *
 * <p>A tensor with events has the shape [n, c] or [n]; whatever would mix its rows, or add a dimension, is refused.
 */
final class Operators {

    private final GraphCompiler graph;

    Operators(GraphCompiler graph) {
        this.graph = graph;
    }

    /** Return the first output of a node. */
    Operand apply(OnnxNode node) {
        if (node.operator().equals("Scaler") && node.domain().equals("ai.onnx.ml")) {
            return scaler(node);
        }
        boolean gelu = node.operator().equals("Gelu") && node.domain().equals("com.microsoft");
        if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx") && !gelu) {
            throw graph.unsupported(node, "of the domain " + node.domain() + " is not known");
        }
        return switch (node.operator()) {
            case "Constant" -> constant(node);
            case "Identity", "Dropout" -> graph.operand(node, 0);
            case "Cast" -> cast(node);
            case "Gemm" -> gemm(node);
            case "MatMul" -> product(node);
            case "Add" -> binary(node, Operation.ADD);
            case "Sub" -> binary(node, Operation.SUBTRACT);
            case "Mul" -> binary(node, Operation.MULTIPLY);
            case "Div" -> binary(node, Operation.DIVIDE);
            case "Sum" -> sum(node);
            case "Mean" ->
                affine(sum(node), OnnxTensor.scalar(1.0 / node.inputs().size()), OnnxTensor.scalar(0), node);
            case "Neg" -> affine(graph.operand(node, 0), OnnxTensor.scalar(-1), OnnxTensor.scalar(0), node);
            case "BatchNormalization" -> batchNormalization(node);
            case "Concat" -> concat(node);
            case "Gather" -> gather(node);
            case "Slice" -> slice(node);
            case "Transpose" -> transpose(node);
            case "Flatten", "Reshape", "Squeeze", "Unsqueeze" -> new Shapes(graph).apply(node);
            default -> unary(node, graph.operand(node, 0), function(node));
        };
    }

    private ScalarFunction function(OnnxNode node) {
        return switch (node.operator()) {
            case "Tanh" -> Plain.TANH;
            case "Relu" -> Plain.RELU;
            case "LeakyRelu" -> ScalarFunction.leakyRectifier(node.real("alpha", 0.01));
            case "Elu" -> ScalarFunction.exponentialUnit(node.real("alpha", 1), 1);
            case "Selu" ->
                ScalarFunction.exponentialUnit(
                        node.real("alpha", 1.67326319217681884765625), node.real("gamma", 1.05070102214813232421875));
            case "Sigmoid" -> Plain.SIGMOID;
            case "Softplus" -> Plain.SOFTPLUS;
            case "Softsign" -> Plain.SOFTSIGN;
            case "Erf" -> Plain.ERF;
            case "Gelu" -> gelu(node);
            case "Exp" -> Plain.EXP;
            case "Log" -> Plain.LOG;
            case "Sqrt" -> Plain.SQRT;
            case "Reciprocal" -> Plain.RECIPROCAL;
            case "Abs" -> Plain.ABS;
            case "Sign" -> Plain.SIGN;
            case "Pow" -> ScalarFunction.power(single(node, graph.constant(node, 1)));
            default -> throw graph.unsupported(node, "is not known");
        };
    }

    private ScalarFunction gelu(OnnxNode node) {
        String approximate =
                node.attribute("approximate").map(OnnxAttribute::text).orElse("none");
        return switch (approximate) {
            case "none" -> Plain.GELU;
            case "tanh" -> Plain.GELU_TANH;
            default -> throw graph.unsupported(node, "is approximated by \"" + approximate + "\"");
        };
    }

    private double single(OnnxNode node, OnnxTensor tensor) {
        if (tensor.size() != 1) {
            throw graph.unsupported(node, "has " + tensor.size() + " constants where one is known");
        }
        return tensor.get(0);
    }

    private Operand unary(OnnxNode node, Operand in, ScalarFunction function) {
        if (in instanceof OnnxTensor tensor) {
            graph.charge(tensor);
            return tensor.withValues(
                    Arrays.stream(tensor.toArray()).map(function::value).toArray());
        }
        Slot slot = graph.slot(node, 0);
        Slot out = graph.slot(slot.columns(), slot.flat(), slot.active());
        return graph.add(new Step.Unary(slot, out, function), out);
    }

    private Operand constant(OnnxNode node) {
        for (String kind : List.of("value", "value_float", "value_int", "value_floats", "value_ints")) {
            OnnxAttribute attribute = node.attribute(kind).orElse(null);
            if (attribute != null) {
                return switch (kind) {
                    case "value" -> attribute.tensor().orElseThrow(() -> graph.bad("a constant has no value"));
                    case "value_float" -> OnnxTensor.scalar(attribute.real());
                    case "value_int" -> OnnxTensor.scalar(attribute.number());
                    case "value_floats" -> OnnxTensor.vector(attribute.reals());
                    default ->
                        OnnxTensor.vector(Arrays.stream(attribute.numbers())
                                .asDoubleStream()
                                .toArray());
                };
            }
        }
        throw graph.unsupported(node, "has no value that is known");
    }

    private Operand cast(OnnxNode node) {
        Operand in = graph.operand(node, 0);
        long to = node.number("to", 0);
        if (in instanceof Slot && to != OnnxTensor.FLOAT && to != OnnxTensor.DOUBLE) {
            throw graph.unsupported(node, "rounds events to the type " + to);
        }
        return in;
    }

    private Operand gemm(OnnxNode node) {
        Slot in = graph.slot(node, 0);
        if (node.number("transA", 0) != 0) {
            throw graph.unsupported(node, "transposes its events");
        }
        OnnxTensor matrix = graph.constant(node, 1);
        requireMatrix(node, matrix);
        graph.charge(matrix);
        OnnxTensor oriented = node.number("transB", 0) == 0 ? matrix : matrix.transposed();
        double[] w = scaled(oriented.toArray(), node.real("alpha", 1));
        int columns = oriented.dim(1);
        Row bias = Row.of(0);
        if (node.has(2)) {
            OnnxTensor c = graph.constant(node, 2);
            requireRow(node, c, columns);
            bias = Row.of(scaled(c.toArray(), node.real("beta", 1)));
        }
        return linear(node, in, oriented.dim(0), columns, w, bias, false);
    }

    private Operand product(OnnxNode node) {
        Slot in = graph.slot(node, 0);
        OnnxTensor matrix = graph.constant(node, 1);
        graph.charge(matrix);
        if (matrix.rank() == 1) {
            return linear(node, in, matrix.dim(0), 1, matrix.toArray(), Row.of(0), true);
        }
        requireMatrix(node, matrix);
        return linear(node, in, matrix.dim(0), matrix.dim(1), matrix.toArray(), Row.of(0), false);
    }

    private Slot linear(OnnxNode node, Slot in, int inner, int columns, double[] w, Row bias, boolean flat) {
        if (in.flat() || in.columns() != inner) {
            throw graph.bad(
                    "a node " + node.operator() + " multiplies " + in.columns() + " columns by " + inner + " rows");
        }
        Slot out = graph.slot(columns, flat, in.active());
        return graph.add(new Step.Linear(in, out, Row.of(w), bias), out);
    }

    private void requireMatrix(OnnxNode node, OnnxTensor matrix) {
        if (matrix.rank() != 2 || matrix.size() == 0) {
            throw graph.unsupported(node, "multiplies by a tensor of " + matrix.rank() + " dimensions");
        }
    }

    private void requireRow(OnnxNode node, OnnxTensor row, int columns) {
        boolean rows = row.rank() == 2 && row.dim(0) != 1;
        if (row.rank() > 2 || rows || row.size() != 1 && row.size() != columns) {
            throw graph.unsupported(
                    node, "combines a tensor of " + row.size() + " numbers with " + columns + " columns");
        }
    }

    private static double[] scaled(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    private Operand binary(OnnxNode node, Operation operation) {
        return binary(node, graph.operand(node, 0), graph.operand(node, 1), operation);
    }

    private Operand binary(OnnxNode node, Operand left, Operand right, Operation operation) {
        if (left instanceof Slot a && right instanceof Slot b) {
            return between(node, a, b, operation);
        }
        if (left instanceof OnnxTensor a && right instanceof OnnxTensor b) {
            return fold(node, a, b, operation);
        }
        if (right instanceof OnnxTensor c) {
            return switch (operation) {
                case ADD -> affine(left, OnnxTensor.scalar(1), c, node);
                case SUBTRACT -> affine(left, OnnxTensor.scalar(1), c.withValues(scaled(c.toArray(), -1)), node);
                case MULTIPLY -> affine(left, c, OnnxTensor.scalar(0), node);
                case DIVIDE ->
                    affine(
                            left,
                            c.withValues(
                                    Arrays.stream(c.toArray()).map(v -> 1 / v).toArray()),
                            OnnxTensor.scalar(0),
                            node);
            };
        }
        OnnxTensor c = (OnnxTensor) left;
        return switch (operation) {
            case ADD -> affine(right, OnnxTensor.scalar(1), c, node);
            case SUBTRACT -> affine(right, OnnxTensor.scalar(-1), c, node);
            case MULTIPLY -> affine(right, c, OnnxTensor.scalar(0), node);
            case DIVIDE -> affine(reciprocal(node, (Slot) right), c, OnnxTensor.scalar(0), node);
        };
    }

    private Slot reciprocal(OnnxNode node, Slot in) {
        Slot out = graph.slot(in.columns(), in.flat(), in.active());
        return graph.add(new Step.Unary(in, out, Plain.RECIPROCAL), out);
    }

    private Slot between(OnnxNode node, Slot a, Slot b, Operation operation) {
        boolean fit = a.columns() == b.columns() || a.columns() == 1 || b.columns() == 1;
        if (a.flat() != b.flat() || !fit) {
            throw graph.unsupported(node, "combines tensors of different shapes");
        }
        Slot out = graph.slot(Math.max(a.columns(), b.columns()), a.flat(), a.active() || b.active());
        return graph.add(new Step.Binary(operation, a, b, out), out);
    }

    private OnnxTensor fold(OnnxNode node, OnnxTensor a, OnnxTensor b, Operation operation) {
        boolean fit = a.size() == b.size() || a.size() == 1 || b.size() == 1;
        if (!fit || a.size() == 0 || b.size() == 0) {
            throw graph.unsupported(node, "combines constants of different shapes");
        }
        graph.charge(a);
        graph.charge(b);
        OnnxTensor shape = a.size() > b.size() || a.size() == b.size() && a.rank() >= b.rank() ? a : b;
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            double x = a.get(a.size() == 1 ? 0 : i);
            double y = b.get(b.size() == 1 ? 0 : i);
            values[i] = switch (operation) {
                case ADD -> x + y;
                case SUBTRACT -> x - y;
                case MULTIPLY -> x * y;
                case DIVIDE -> x / y;
            };
        }
        return shape.withValues(values);
    }

    /** Scale and shift each column by constants. */
    private Operand affine(Operand in, OnnxTensor scale, OnnxTensor shift, OnnxNode node) {
        if (in instanceof OnnxTensor tensor) {
            return fold(node, fold(node, tensor, scale, Operation.MULTIPLY), shift, Operation.ADD);
        }
        Slot slot = (Slot) in;
        int constants = Math.max(scale.size(), shift.size());
        int columns = slot.columns() == 1 && !slot.flat() ? constants : slot.columns();
        for (OnnxTensor c : List.of(scale, shift)) {
            requireRow(node, c, columns);
            if (slot.flat() && c.rank() > 1) {
                throw graph.unsupported(node, "combines tensors of different shapes");
            }
        }
        Slot out = graph.slot(columns, slot.flat(), slot.active());
        return graph.add(new Step.Affine(slot, out, Row.of(scale.toArray()), Row.of(shift.toArray())), out);
    }

    private Operand sum(OnnxNode node) {
        Operand sum = graph.operand(node, 0);
        for (int i = 1; i < node.inputs().size(); i++) {
            sum = binary(node, sum, graph.operand(node, i), Operation.ADD);
        }
        return sum;
    }

    /** With the running mean and variance: \(\gamma(x-m)/\sqrt{v+\epsilon} + \beta\). */
    private Operand batchNormalization(OnnxNode node) {
        Slot in = graph.slot(node, 0);
        double[] scale = graph.constant(node, 1).toArray();
        double[] shift = graph.constant(node, 2).toArray();
        double[] mean = graph.constant(node, 3).toArray();
        double[] variance = graph.constant(node, 4).toArray();
        int c = in.columns();
        if (scale.length != c || shift.length != c || mean.length != c || variance.length != c) {
            throw graph.bad("a node BatchNormalization has constants of another length than " + c);
        }
        for (int j = 0; j < c; j++) {
            scale[j] /= Math.sqrt(variance[j] + node.real("epsilon", 1e-5));
            shift[j] -= scale[j] * mean[j];
        }
        return affine(in, OnnxTensor.vector(scale), OnnxTensor.vector(shift), node);
    }

    /** As scikit-learn's standardisation is exported: \((x - m)s\). */
    private Operand scaler(OnnxNode node) {
        double[] scale = node.attribute("scale").map(OnnxAttribute::reals).orElse(new double[] {1});
        double[] offset = node.attribute("offset").map(OnnxAttribute::reals).orElse(new double[] {0});
        Operand centred =
                affine(graph.operand(node, 0), OnnxTensor.scalar(1), OnnxTensor.vector(scaled(offset, -1)), node);
        return affine(centred, OnnxTensor.vector(scale), OnnxTensor.scalar(0), node);
    }

    private Operand concat(OnnxNode node) {
        requireColumnAxis(node, node.number("axis", 0));
        List<Slot> parts = new ArrayList<>();
        int columns = 0;
        boolean active = false;
        for (int i = 0; i < node.inputs().size(); i++) {
            Slot slot = graph.slot(node, i);
            if (slot.flat()) {
                throw graph.unsupported(node, "joins tensors of one dimension");
            }
            parts.add(slot);
            columns += slot.columns();
            active |= slot.active();
        }
        Slot out = graph.slot(columns, false, active);
        return graph.add(new Step.Concat(List.copyOf(parts), out), out);
    }

    private Operand gather(OnnxNode node) {
        requireColumnAxis(node, node.number("axis", 0));
        OnnxTensor indices = graph.constant(node, 1);
        if (indices.rank() > 1) {
            throw graph.unsupported(node, "takes columns by a tensor of " + indices.rank() + " dimensions");
        }
        return take(node, graph.slot(node, 0), indices.toArray(), indices.rank() == 0);
    }

    private Operand slice(OnnxNode node) {
        boolean byAttribute = node.attribute("starts").isPresent();
        if (!byAttribute && node.has(4) && single(node, graph.constant(node, 4)) != 1) {
            throw graph.unsupported(node, "leaves columns out");
        }
        double axis = bound(node, "axes", 3, byAttribute, 0);
        requireColumnAxis(node, (long) axis);
        Slot in = graph.slot(node, 0);
        int from = clamp(bound(node, "starts", 1, byAttribute, 0), in.columns());
        int to = clamp(bound(node, "ends", 2, byAttribute, 0), in.columns());
        double[] indices = new double[Math.max(0, to - from)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = from + i;
        }
        return take(node, in, indices, false);
    }

    private double bound(OnnxNode node, String name, int input, boolean byAttribute, double otherwise) {
        if (!byAttribute) {
            return node.has(input) ? single(node, graph.constant(node, input)) : otherwise;
        }
        long[] values = node.attribute(name).map(OnnxAttribute::numbers).orElse(new long[] {(long) otherwise});
        return single(
                node, OnnxTensor.vector(Arrays.stream(values).asDoubleStream().toArray()));
    }

    private static int clamp(double position, int columns) {
        return (int) Math.max(0, Math.min(columns, position < 0 ? position + columns : position));
    }

    private Slot take(OnnxNode node, Slot in, double[] indices, boolean flat) {
        if (in.flat()) {
            throw graph.unsupported(node, "takes elements of a tensor of one dimension");
        }
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indices[i] < 0 ? indices[i] + in.columns() : indices[i];
            if (!(indices[i] >= 0 && indices[i] < in.columns())) {
                throw graph.bad("a node " + node.operator() + " takes a column that is not there");
            }
        }
        Slot out = graph.slot(indices.length, flat, in.active());
        return graph.add(new Step.Gather(in, out, Row.of(indices)), out);
    }

    private Operand transpose(OnnxNode node) {
        OnnxTensor matrix = graph.constant(node, 0);
        long[] order = node.attribute("perm").map(OnnxAttribute::numbers).orElse(new long[] {1, 0});
        if (matrix.rank() != 2 || !Arrays.equals(order, new long[] {1, 0})) {
            throw graph.unsupported(node, "is applied to something else than a constant matrix");
        }
        graph.charge(matrix);
        return matrix.transposed();
    }

    private void requireColumnAxis(OnnxNode node, long axis) {
        if (axis != 1 && axis != -1) {
            throw graph.unsupported(node, "works along axis " + axis + ", across events");
        }
    }
}
