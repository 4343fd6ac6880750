package hep.aurum.format.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold one node of a graph.
 *
 * @param operator what it does, such as {@code Gemm}
 * @param domain whose operator it is; empty for the standard's
 * @param inputs names, the empty one for an input that is left out
 * @param outputs names
 * @param attributes by name
 */
record OnnxNode(
        String operator,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, OnnxAttribute> attributes) {

    private static final int MAX_ENTRIES = 1 << 10;

    /** Read the message NodeProto. */
    static OnnxNode read(ProtoReader in) {
        String operator = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, OnnxAttribute> attributes = new HashMap<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 4 -> operator = in.text();
                case 5 -> {
                    OnnxAttribute attribute = OnnxAttribute.read(in.message());
                    attributes.put(attribute.name(), attribute);
                }
                case 7 -> domain = in.text();
                default -> in.skip();
            }
            if (inputs.size() > MAX_ENTRIES || outputs.size() > MAX_ENTRIES || attributes.size() > MAX_ENTRIES) {
                throw in.bad("a node has more than " + MAX_ENTRIES + " inputs, outputs or attributes");
            }
        }
        return new OnnxNode(
                operator,
                domain,
                Collections.unmodifiableList(inputs),
                Collections.unmodifiableList(outputs),
                Collections.unmodifiableMap(attributes));
    }

    /** Return a whole attribute, or another number if it is left out. */
    long number(String name, long otherwise) {
        OnnxAttribute attribute = attributes.get(name);
        return attribute == null ? otherwise : attribute.number();
    }

    /** Return a real attribute, or another number if it is left out. */
    double real(String name, double otherwise) {
        OnnxAttribute attribute = attributes.get(name);
        return attribute == null ? otherwise : attribute.real();
    }

    /** Return an attribute of any kind. */
    Optional<OnnxAttribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Return whether an input is there. */
    boolean has(int input) {
        return input < inputs.size() && !inputs.get(input).isEmpty();
    }
}
