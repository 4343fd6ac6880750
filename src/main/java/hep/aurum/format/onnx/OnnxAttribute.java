package hep.aurum.format.onnx;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hold an attribute of a node; which of its values counts is known to the operator. */
final class OnnxAttribute {

    private static final int GRAPH = 6;
    private static final int GRAPHS = 11;

    private String name = "";
    private double real;
    private long number;
    private String text = "";
    private @Nullable OnnxTensor tensor;
    private boolean graph;
    private final DoubleList reals = new DoubleList();
    private final LongList numbers = new LongList();

    private OnnxAttribute() {}

    /** Read the message AttributeProto; a graph inside is noted, not read. */
    static OnnxAttribute read(ProtoReader in) {
        OnnxAttribute attribute = new OnnxAttribute();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> attribute.name = in.text();
                case 2 -> attribute.real = in.real();
                case 3 -> attribute.number = in.number();
                case 4 -> attribute.text = in.text();
                case 5 -> attribute.tensor = OnnxTensor.read(in.message());
                case 7 -> in.reals(attribute.reals);
                case 8 -> in.numbers(attribute.numbers);
                case GRAPH, GRAPHS -> {
                    attribute.graph = true;
                    in.skip();
                }
                default -> in.skip();
            }
        }
        return attribute;
    }

    String name() {
        return name;
    }

    double real() {
        return real;
    }

    long number() {
        return number;
    }

    String text() {
        return text;
    }

    Optional<OnnxTensor> tensor() {
        return Optional.ofNullable(tensor);
    }

    /** Return whether it is a graph, as of a loop. */
    boolean isGraph() {
        return graph;
    }

    double[] reals() {
        return reals.toArray();
    }

    long[] numbers() {
        return numbers.toArray();
    }
}
