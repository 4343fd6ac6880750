package hep.aurum.format.onnx;

import hep.aurum.base.NotSupported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hold what a file says, before it is known to make sense.
 *
 * @param operatorSet the version of the standard's operators
 * @param nodes in the order of the file
 * @param constants the initial values by name
 * @param inputs without those that are constants
 * @param outputs in the order of the file
 * @param metadata keys and values
 */
record OnnxModel(
        long operatorSet,
        List<OnnxNode> nodes,
        Map<String, OnnxTensor> constants,
        List<OnnxPort> inputs,
        List<OnnxPort> outputs,
        Map<String, String> metadata) {

    private static final int MAX_ENTRIES = 1 << 13;
    private static final int OLDEST = 7;
    private static final int NEWEST = 22;

    /** Read the message ModelProto. */
    static OnnxModel read(ProtoReader in) {
        Parts parts = new Parts();
        while (in.next()) {
            switch (in.field()) {
                case 7 -> parts.readGraph(in.message());
                case 8 -> parts.readOperatorSet(in.message());
                case 14 -> parts.readMetadata(in.message());
                default -> in.skip();
            }
        }
        if (parts.outputs.isEmpty()) {
            throw in.bad("it holds no graph with an output");
        }
        if (parts.operatorSet < OLDEST || parts.operatorSet > NEWEST) {
            throw new NotSupported(
                    "the network uses operator set " + parts.operatorSet + ", this version reads " + OLDEST + " to "
                            + NEWEST,
                    "",
                    "export it with opset_version=13");
        }
        parts.inputs.removeIf(input -> parts.constants.containsKey(input.name()));
        return new OnnxModel(
                parts.operatorSet,
                Collections.unmodifiableList(parts.nodes),
                Collections.unmodifiableMap(parts.constants),
                Collections.unmodifiableList(parts.inputs),
                Collections.unmodifiableList(parts.outputs),
                Collections.unmodifiableMap(parts.metadata));
    }

    /** Return the nodes by the name of their first output. */
    Map<String, OnnxNode> producers() {
        Map<String, OnnxNode> producers = new HashMap<>();
        for (OnnxNode node : nodes) {
            if (!node.outputs().isEmpty()) {
                producers.put(node.outputs().get(0), node);
            }
        }
        return producers;
    }

    /** Gather the parts in whatever order they come. */
    private static final class Parts {
        private final List<OnnxNode> nodes = new ArrayList<>();
        private final Map<String, OnnxTensor> constants = new HashMap<>();
        private final List<OnnxPort> inputs = new ArrayList<>();
        private final List<OnnxPort> outputs = new ArrayList<>();
        private final Map<String, String> metadata = new LinkedHashMap<>();
        private long operatorSet = 1;

        void readGraph(ProtoReader in) {
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> nodes.add(OnnxNode.read(in.message()));
                    case 5 -> readConstant(in.message());
                    case 11 -> inputs.add(OnnxPort.read(in.message()));
                    case 12 -> outputs.add(OnnxPort.read(in.message()));
                    default -> in.skip();
                }
                if (Math.max(nodes.size(), constants.size()) > MAX_ENTRIES
                        || Math.max(inputs.size(), outputs.size()) > MAX_ENTRIES) {
                    throw in.bad("the graph has more than " + MAX_ENTRIES + " parts");
                }
            }
        }

        private void readConstant(ProtoReader in) {
            OnnxTensor.Parts tensor = OnnxTensor.Parts.read(in);
            if (constants.put(tensor.name(), tensor.build(in)) != null) {
                throw in.bad("two constants are named \"" + tensor.name() + "\"");
            }
        }

        void readOperatorSet(ProtoReader in) {
            String domain = "";
            long version = 0;
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> domain = in.text();
                    case 2 -> version = in.number();
                    default -> in.skip();
                }
            }
            if (domain.isEmpty() || domain.equals("ai.onnx")) {
                operatorSet = version;
            }
        }

        void readMetadata(ProtoReader in) {
            String key = "";
            String value = "";
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> key = in.text();
                    case 2 -> value = in.text();
                    default -> in.skip();
                }
            }
            metadata.put(key, value);
            if (metadata.size() > MAX_ENTRIES) {
                throw in.bad("it has more than " + MAX_ENTRIES + " metadata");
            }
        }
    }
}
