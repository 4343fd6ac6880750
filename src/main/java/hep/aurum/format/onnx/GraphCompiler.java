package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turn the part of a graph that one output depends on into steps.
 *
 * <p>Nodes are taken in the order of the file, which the format requires to be one in which they can be done: nothing recurses,
 * and a name that is used before it is defined is a failure. Constants are folded.
 */
final class GraphCompiler {

    private static final long MAX_COLUMNS = 1 << 20;
    private static final long MAX_CONSTANTS = 1 << 27;

    private final OnnxModel model;
    private final String origin;
    private final Map<String, Operand> names = new HashMap<>();
    private final Map<String, Slot> inputs = new LinkedHashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private long columns;
    private long constants;

    private GraphCompiler(OnnxModel model, String origin) {
        this.model = model;
        this.origin = origin;
    }

    /**
     * Say how an input is used.
     *
     * @param columns how many numbers it has per row
     * @param active whether the output is to be differentiated in it
     */
    record Use(int columns, boolean active) {}

    /**
     * Compile the way to one output.
     *
     * @param output the name of a tensor, an output of the graph or an inner one
     * @param uses how the inputs are used, by name; more than are needed do no harm
     * @throws BadInput if the graph is wrong, or an input that is needed has no use
     * @throws NotSupported if an operator, or a use of it, is not known here
     */
    static Program compile(OnnxModel model, String output, Map<String, Use> uses, String origin) {
        return new GraphCompiler(model, origin).compile(output, uses);
    }

    private Program compile(String output, Map<String, Use> uses) {
        names.putAll(model.constants());
        List<OnnxNode> needed = needed(output);
        for (OnnxPort port : model.inputs()) {
            Use use = uses.get(port.name());
            if (use != null) {
                requireColumns(port, use);
                Slot slot = slot(use.columns(), false, use.active());
                inputs.put(port.name(), slot);
                define(port.name(), slot);
            }
        }
        Operators operators = new Operators(this);
        for (OnnxNode node : needed) {
            define(node.outputs().get(0), operators.apply(node));
        }
        if (operand(output) instanceof Slot slot) {
            return new Program(inputs, slot, List.copyOf(slots), List.copyOf(steps));
        }
        throw bad("the output \"" + output + "\" does not depend on any input");
    }

    private void requireColumns(OnnxPort port, Use use) {
        if (port.columns().isPresent() && port.columns().getAsInt() != use.columns()) {
            throw new BadInput(
                    "the input " + port.name() + " of the network has "
                            + port.columns().getAsInt() + " columns, " + use.columns() + " were given",
                    origin,
                    "say which features and parameters stand in which input");
        }
    }

    /** Return the nodes that an output depends on, in the order of the file. */
    private List<OnnxNode> needed(String output) {
        Set<String> wanted = new HashSet<>(Set.of(output));
        List<OnnxNode> needed = new ArrayList<>();
        for (int i = model.nodes().size() - 1; i >= 0; i--) {
            OnnxNode node = model.nodes().get(i);
            if (node.outputs().stream().anyMatch(name -> !name.isEmpty() && wanted.contains(name))) {
                wanted.addAll(node.inputs());
                needed.add(node);
            }
        }
        Collections.reverse(needed);
        return needed;
    }

    private void define(String name, Operand operand) {
        if (names.put(name, operand) != null) {
            throw bad("two tensors are named \"" + name + "\"");
        }
    }

    /** Return what a name means. */
    Operand operand(String name) {
        Operand operand = names.get(name);
        if (operand != null) {
            return operand;
        }
        if (model.inputs().stream().anyMatch(input -> input.name().equals(name))) {
            throw new NotFound(
                    "the input \"" + name + "\" of the network is given nothing", origin, "say what stands in it");
        }
        throw bad("the tensor \"" + name + "\" is used before it is defined");
    }

    /** Return an input of a node. */
    Operand operand(OnnxNode node, int input) {
        if (!node.has(input)) {
            throw bad("a node " + node.operator() + " lacks its input " + input);
        }
        return operand(node.inputs().get(input));
    }

    /** Return an input of a node that must have rows. */
    Slot slot(OnnxNode node, int input) {
        if (operand(node, input) instanceof Slot slot) {
            return slot;
        }
        throw unsupported(node, "has a constant where events are expected");
    }

    /** Return an input of a node that must be known. */
    OnnxTensor constant(OnnxNode node, int input) {
        if (operand(node, input) instanceof OnnxTensor tensor) {
            return tensor;
        }
        throw unsupported(node, "has an input " + input + " that is not constant");
    }

    /** Make room for a tensor with rows. */
    Slot slot(int width, boolean flat, boolean active) {
        columns += width;
        if (width < 1 || columns > MAX_COLUMNS) {
            throw bad("a tensor has " + width + " columns, all of them together " + columns);
        }
        Slot slot = new Slot(slots.size(), width, flat, active);
        slots.add(slot);
        return slot;
    }

    /** Count constants that are about to be copied, so that a small file cannot ask for much memory. */
    void charge(OnnxTensor copied) {
        constants += copied.size();
        if (constants > MAX_CONSTANTS) {
            throw bad("its constants take more than " + MAX_CONSTANTS + " numbers");
        }
    }

    /** Add a step and return what it computes. */
    Slot add(Step step, Slot out) {
        steps.add(step);
        return out;
    }

    /** Return the failure of a graph that is wrong. */
    BadInput bad(String complaint) {
        return new BadInput("the network is not valid: " + complaint, origin, "export it again");
    }

    /** Return the failure of a node that is not known here. */
    NotSupported unsupported(OnnxNode node, String complaint) {
        return new NotSupported(
                "the operator " + node.operator() + " " + complaint,
                origin,
                "export a multilayer perceptron, one row for each event, without steps before or after it");
    }
}
