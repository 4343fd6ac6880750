package hep.aurum.format.onnx;

import java.util.Arrays;

/** Know the operators that change a shape and no number; between [n], [n, 1] and [n, c] only. */
final class Shapes {

    private final GraphCompiler graph;

    Shapes(GraphCompiler graph) {
        this.graph = graph;
    }

    /** Return the output of a node. */
    Operand apply(OnnxNode node) {
        if (graph.operand(node, 0) instanceof OnnxTensor tensor) {
            return constant(node, tensor);
        }
        Slot in = graph.slot(node, 0);
        return switch (node.operator()) {
            case "Flatten" -> flatten(node, in);
            case "Reshape" -> reshape(node, in);
            case "Squeeze" -> squeeze(node, in);
            default -> unsqueeze(node, in);
        };
    }

    /** A constant of one number may have any shape, as far as it is combined with events. */
    private OnnxTensor constant(OnnxNode node, OnnxTensor tensor) {
        if (tensor.size() == 1) {
            return OnnxTensor.scalar(tensor.get(0));
        }
        if (tensor.rank() <= 2 && (tensor.rank() < 2 || tensor.dim(0) == 1)) {
            return OnnxTensor.vector(tensor.toArray());
        }
        throw graph.unsupported(node, "is applied to a constant of " + tensor.rank() + " dimensions");
    }

    private Slot flatten(OnnxNode node, Slot in) {
        long axis = node.number("axis", 1);
        if (axis != 1 && axis != (in.flat() ? 0 : -1)) {
            throw graph.unsupported(node, "joins events");
        }
        return in.withFlat(false);
    }

    private Slot reshape(OnnxNode node, Slot in) {
        double[] shape = graph.constant(node, 1).toArray();
        int columns = in.columns();
        boolean toRows = shape.length == 1 && columns == 1 && (shape[0] == -1 || in.flat() && shape[0] == 0);
        if (toRows) {
            return in.withFlat(true);
        }
        if (shape.length == 2) {
            boolean rows = shape[0] == -1 || shape[0] == 0;
            boolean known = shape[1] == columns || shape[1] == 0 && !in.flat();
            if (rows && known || shape[0] == 0 && shape[1] == -1) {
                return in.withFlat(false);
            }
        }
        throw graph.unsupported(node, "asks for the shape " + Arrays.toString(shape));
    }

    private Slot squeeze(OnnxNode node, Slot in) {
        double[] axes = axes(node);
        boolean columns = axes.length == 0 || axes.length == 1 && (axes[0] == 1 || axes[0] == -1);
        if (in.flat() && axes.length == 0) {
            return in;
        }
        if (!columns || in.columns() != 1 || in.flat()) {
            throw graph.unsupported(node, "drops the dimensions " + Arrays.toString(axes));
        }
        return in.withFlat(true);
    }

    private Slot unsqueeze(OnnxNode node, Slot in) {
        double[] axes = axes(node);
        if (!in.flat() || axes.length != 1 || axes[0] != 1 && axes[0] != -1) {
            throw graph.unsupported(node, "adds the dimensions " + Arrays.toString(axes));
        }
        return in.withFlat(false);
    }

    /** An attribute up to operator set 12, an input since. */
    private double[] axes(OnnxNode node) {
        if (node.has(1)) {
            return graph.constant(node, 1).toArray();
        }
        return node.attribute("axes")
                .map(axes -> Arrays.stream(axes.numbers()).asDoubleStream().toArray())
                .orElse(new double[0]);
    }
}
