package hep.aurum.format.onnx;

import java.util.Map;
import java.util.Set;

/**
 * Take the logistic function or the exponential off the end of a graph.
 *
 * <p>\(\hat s = 1/(1+e^{-f})\) means \(\log r = -f\), and \(r = e^f\) means \(\log r = f\): then nothing is lost where
 * \(\hat s\) rounds to 0 or 1, or r overflows.
 *
 * @param tensor what is to be computed
 * @param meaning what it means
 * @param sign a factor of the log ratio
 */
record OnnxTail(String tensor, RatioOutput meaning, double sign) {

    private static final Set<String> SHAPES = Set.of("Identity", "Flatten", "Reshape", "Squeeze", "Unsqueeze");

    /** Look for the end of the way to an output. */
    static OnnxTail of(OnnxModel model, String output, RatioOutput meaning) {
        String wanted = meaning == RatioOutput.CLASSIFIER ? "Sigmoid" : meaning == RatioOutput.RATIO ? "Exp" : "";
        String tensor = output;
        Map<String, OnnxNode> producers = model.producers();
        for (int i = 0; i < model.nodes().size(); i++) {
            OnnxNode node = producers.get(tensor);
            if (node == null || !node.has(0)) {
                break;
            }
            if (node.operator().equals(wanted)) {
                return new OnnxTail(
                        node.inputs().get(0), RatioOutput.LOG_RATIO, meaning == RatioOutput.CLASSIFIER ? -1 : 1);
            }
            if (!SHAPES.contains(node.operator())) {
                break;
            }
            tensor = node.inputs().get(0);
        }
        return new OnnxTail(output, meaning, 1);
    }
}
