package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Version;
import hep.aurum.estimator.RatioEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Write a learned ratio as an ONNX file that takes physical units.
 *
 * <p>Inputs {@code x} {@code [n, d]} and {@code theta} {@code [n, k]}, output {@code log_ratio} {@code [n]} and, if wanted,
 * {@code score} {@code [n, k]}, all of single precision. Without parameters there is no {@code theta}. Our tanh differs from a
 * runtime's by 4e-7 at most; a log ratio agrees to about 1e-6. Immutable.
 *
 * <p>Supported: {@link hep.aurum.estimator.NetworkRatio}, {@link hep.aurum.estimator.MorphedRatio},
 * {@link hep.aurum.estimator.EnsembleRatio}, {@link hep.aurum.estimator.NormalisedRatio} and
 * {@link hep.aurum.estimator.CalibratedOdds}, in any nesting.
 */
public final class OnnxExport {

    private final RatioEstimator estimator;
    private final boolean score;

    private OnnxExport(RatioEstimator estimator, boolean score) {
        this.estimator = estimator;
        this.score = score;
    }

    /** Export a ratio, without its score. */
    public static OnnxExport of(RatioEstimator estimator) {
        return new OnnxExport(estimator, false);
    }

    /** Return this with or without the second output {@code score}, which takes about as long as the first. */
    public OnnxExport withScore(boolean wanted) {
        return new OnnxExport(estimator, wanted);
    }

    /**
     * Return the bytes of the file; the same for the same ratio.
     *
     * @throws NotSupported if the ratio is of another kind, or the score of a ratio without parameters is asked for
     */
    public byte[] toBytes() {
        int d = estimator.featureNames().size();
        int k = estimator.space().size();
        if (score && k == 0) {
            throw new NotSupported(
                    "a ratio without parameters has no score", estimator.describe(), "export without it");
        }
        GraphBuilder graph = new GraphBuilder();
        String x = graph.input("x", d, "features: " + String.join(", ", estimator.featureNames()));
        String theta = k == 0
                ? ""
                : graph.input(
                        "theta",
                        k,
                        "parameters: " + String.join(", ", estimator.space().names()));
        RatioGraph.Result result = new RatioGraph(graph, x, theta, score).add(estimator);
        graph.define("log_ratio", "Reshape", result.logRatio(), graph.constant(new long[] {-1}, 1));
        graph.output("log_ratio", 0, "log p(x|theta) - log p(x), the denominator being the reference law");
        if (score) {
            graph.define("score", "Identity", result.score());
            graph.output("score", k, "gradient of log_ratio in theta");
        }
        String doc = "Log likelihood ratio of an event to a reference law: " + estimator.describe();
        return graph.toBytes("log_ratio", Version.number(), doc, OnnxMetadata.of(estimator));
    }

    /**
     * Write the file, whole or not at all, replacing one that is there.
     *
     * @throws NotSupported as {@link #toBytes} does
     * @throws BadInput if the file cannot be written
     */
    public void write(Path path) {
        byte[] bytes = toBytes();
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try {
                Files.write(part, bytes);
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write the network: " + e.getMessage(), path.toString(), "check the folder");
        }
    }
}
