package hep.aurum.format.onnx;

import hep.aurum.base.NotSupported;

/**
 * Write an activation \(\varphi\) and its derivative as nodes of operator set 13; the one place that knows them.
 *
 * <p>The derivative is written in terms of what the forward pass has computed already.
 */
final class ActivationNodes {

    private ActivationNodes() {}

    /**
     * Name the tensors of a layer.
     *
     * @param value holds \(\varphi(z)\)
     * @param slope holds \(\varphi'(z)\), or is empty if it was not asked for
     */
    record Layer(String value, String slope) {}

    /**
     * Add the nodes of an activation.
     *
     * @param label as {@link hep.aurum.nn.Activation#label} gives it
     * @param z names what it is applied to
     * @param withSlope whether the derivative is wanted
     * @throws NotSupported if the activation is not known here
     */
    static Layer add(GraphBuilder graph, String label, String z, boolean withSlope) {
        return switch (label) {
            case "tanh" -> tanh(graph, z, withSlope);
            case "silu" -> silu(graph, z, withSlope);
            case "relu" -> relu(graph, z, withSlope);
            case "gelu" -> gelu(graph, z, withSlope);
            case "softplus" -> new Layer(graph.node("Softplus", z), withSlope ? graph.node("Sigmoid", z) : "");
            default ->
                throw new NotSupported(
                        "the activation " + label + " cannot be written as ONNX", "", "train with tanh or silu");
        };
    }

    /** \(\varphi' = 1-\varphi^2\). */
    private static Layer tanh(GraphBuilder graph, String z, boolean withSlope) {
        String a = graph.node("Tanh", z);
        return new Layer(a, withSlope ? graph.node("Sub", graph.number(1), graph.node("Mul", a, a)) : "");
    }

    /** \(\varphi = zs\), \(\varphi' = s + \varphi(1-s)\) with the logistic function s. */
    private static Layer silu(GraphBuilder graph, String z, boolean withSlope) {
        String s = graph.node("Sigmoid", z);
        String a = graph.node("Mul", z, s);
        if (!withSlope) {
            return new Layer(a, "");
        }
        String rest = graph.node("Mul", a, graph.node("Sub", graph.number(1), s));
        return new Layer(a, graph.node("Add", s, rest));
    }

    /** \(\varphi' = {\rm sign}\,\varphi\), 0 at 0. */
    private static Layer relu(GraphBuilder graph, String z, boolean withSlope) {
        String a = graph.node("Relu", z);
        return new Layer(a, withSlope ? graph.node("Sign", a) : "");
    }

    /**
     * \(\varphi = z\Phi(z)\), \(\varphi' = \Phi(z) + z e^{-z^2/2}/\sqrt{2\pi}\) with \(\Phi(z) =
     * \frac12(1+{\rm erf}\,z/\sqrt2)\): the operator Gelu came with set 20 only.
     */
    private static Layer gelu(GraphBuilder graph, String z, boolean withSlope) {
        String erf = graph.node("Erf", graph.node("Mul", z, graph.number(Math.sqrt(0.5))));
        String half = graph.number(0.5);
        String phi = graph.node("Mul", half, graph.node("Add", graph.number(1), erf));
        String a = graph.node("Mul", z, phi);
        if (!withSlope) {
            return new Layer(a, "");
        }
        String square = graph.node("Mul", graph.number(-0.5), graph.node("Mul", z, z));
        String density = graph.node("Mul", graph.number(1 / Math.sqrt(2 * Math.PI)), graph.node("Exp", square));
        return new Layer(a, graph.node("Add", phi, graph.node("Mul", z, density)));
    }
}
