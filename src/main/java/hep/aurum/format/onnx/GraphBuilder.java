package hep.aurum.format.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Put a graph together node by node and write it as a model of operator set 13.
 *
 * <p>Names are numbered in the order of the calls, so that the same calls give the same bytes.
 */
final class GraphBuilder {

    private static final int IR_VERSION = 7;
    private static final int OPERATOR_SET = 13;
    private static final int ATTRIBUTE_INT = 2;

    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final List<ProtoWriter> constants = new ArrayList<>();
    private final List<ProtoWriter> inputs = new ArrayList<>();
    private final List<ProtoWriter> outputs = new ArrayList<>();

    /** Declare an input of a number of columns, or of one dimension if there are none. */
    String input(String name, int columns, String doc) {
        inputs.add(port(name, columns, doc));
        return name;
    }

    /** Declare an output; zero columns stand for the shape [n]. */
    void output(String name, int columns, String doc) {
        outputs.add(port(name, columns, doc));
    }

    private static ProtoWriter port(String name, int columns, String doc) {
        ProtoWriter shape = new ProtoWriter().message(1, new ProtoWriter().text(2, "n"));
        if (columns > 0) {
            shape.message(1, new ProtoWriter().number(1, columns));
        }
        ProtoWriter tensor = new ProtoWriter().number(1, OnnxTensor.FLOAT).message(2, shape);
        return new ProtoWriter()
                .text(1, name)
                .message(2, new ProtoWriter().message(1, tensor))
                .text(3, doc);
    }

    /** Add a constant of single precision and return its name. */
    String constant(float[] values, int... dims) {
        return constant(OnnxTensor.FLOAT, ProtoWriter.littleEndian(values), dims);
    }

    /** Add a constant of whole numbers and return its name. */
    String constant(long[] values, int... dims) {
        return constant(OnnxTensor.INT64, ProtoWriter.littleEndian(values), dims);
    }

    private String constant(int type, byte[] raw, int... dims) {
        String name = "c" + constants.size();
        ProtoWriter tensor = new ProtoWriter();
        for (int dim : dims) {
            tensor.number(1, dim);
        }
        constants.add(tensor.number(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    /** Add a single number and return its name. */
    String number(double value) {
        return constant(new float[] {(float) value});
    }

    /** Add a node and return the name of its output. */
    String node(String operator, String... from) {
        String name = "t" + nodes.size();
        define(name, operator, Map.of(), from);
        return name;
    }

    /** Add a node with one whole attribute and return the name of its output. */
    String node(String operator, String attribute, long value, String... from) {
        String name = "t" + nodes.size();
        define(name, operator, Map.of(attribute, value), from);
        return name;
    }

    /** Add a node whose output has a given name. */
    void define(String output, String operator, String... from) {
        define(output, operator, Map.of(), from);
    }

    private void define(String output, String operator, Map<String, Long> attribute, String... from) {
        ProtoWriter node = new ProtoWriter()
                .texts(1, List.of(from))
                .text(2, output)
                .text(3, operator + nodes.size())
                .text(4, operator);
        attribute.forEach((name, value) ->
                node.message(5, new ProtoWriter().text(1, name).number(3, value).number(20, ATTRIBUTE_INT)));
        nodes.add(node);
    }

    /**
     * Return the file.
     *
     * @param name of the graph
     * @param version of the program
     * @param doc what it is, in words
     * @param metadata keys and values in order
     */
    byte[] toBytes(String name, String version, String doc, Map<String, String> metadata) {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        constants.forEach(constant -> graph.message(5, constant));
        graph.text(10, doc);
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        ProtoWriter model = new ProtoWriter()
                .number(1, IR_VERSION)
                .text(2, "aurum")
                .text(3, version)
                .text(6, doc)
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").number(2, OPERATOR_SET));
        metadata.forEach(
                (key, value) -> model.message(14, new ProtoWriter().text(1, key).text(2, value)));
        return model.toBytes();
    }
}
