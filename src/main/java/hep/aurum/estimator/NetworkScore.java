package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Tile;
import hep.aurum.nn.kernel.Kernels;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Give the score by one trained network of the features, with an output \(o_a\) for each parameter: \(\hat t_a = s_a o_a\).
 *
 * <p>Immutable. A single event takes microseconds and allocates nothing after a thread's first call.
 */
public final class NetworkScore implements ScoreEstimator {

    private static final int SINGLE_ROWS = 4;

    private final ParameterSpace space;
    private final FeatureInputs inputs;
    private final double[] reference;
    private final double[] units;
    private final NetworkWeights weights;
    private final String description;
    private final ThreadLocal<Tile> single;
    private final Queue<Tile> tiles = new ConcurrentLinkedQueue<>();

    private NetworkScore(
            ParameterSpace space,
            FeatureInputs inputs,
            double[] reference,
            double[] units,
            NetworkWeights weights,
            String description) {
        this.space = space;
        this.inputs = inputs;
        this.reference = reference;
        this.units = units;
        this.weights = weights;
        this.description = description;
        NetworkShape shape = weights.shape();
        this.single = ThreadLocal.withInitial(() -> new Tile(shape, Kernels.best(), false, SINGLE_ROWS));
    }

    /**
     * Return the estimator of a network.
     *
     * @param space the k parameters
     * @param featureNames names of the d features
     * @param features how features are standardised
     * @param reference \(\theta_{\rm ref}\), {@code [k]}
     * @param units \(s_a\), {@code [k]}
     * @param weights a network with d plain inputs, no slope inputs and k outputs, not written to afterwards
     * @param description what is estimated, in words
     */
    public static NetworkScore of(
            ParameterSpace space,
            List<String> featureNames,
            Standardisation features,
            double[] reference,
            double[] units,
            NetworkWeights weights,
            String description) {
        NetworkShape shape = weights.shape();
        Check.length("featureNames", featureNames.size(), shape.plainInputs());
        Check.length("features", features.size(), shape.plainInputs());
        Check.length("space", space.size(), shape.outputs());
        Check.length("reference", reference.length, shape.outputs());
        Check.length("units", units.length, shape.outputs());
        Check.argument(shape.slopeInputs() == 0, "the network has %d slope inputs", shape.slopeInputs());
        return new NetworkScore(
                space,
                new FeatureInputs(featureNames, features),
                reference.clone(),
                units.clone(),
                weights,
                description);
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return inputs.names();
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public double[] reference() {
        return reference.clone();
    }

    /** Return the network. */
    public NetworkWeights weights() {
        return weights;
    }

    @Override
    public void score(double[] x, double[] score) {
        Check.length("x", x.length, inputs.features().size());
        Check.length("score", score.length, units.length);
        Tile tile = single.get();
        inputs.set(tile, 0, x, 0);
        tile.forward(weights, 1);
        read(tile, 0, score, 0);
    }

    @Override
    public void scores(double[] events, double[] scores, int threads) {
        int d = inputs.features().size();
        Check.argument(events.length % d == 0, "events has %d entries, not a multiple of %d", events.length, d);
        int n = events.length / d;
        Check.length("scores", scores.length, n * units.length);
        EventBlocks.run(n, n, threads, (from, to) -> {
            Tile tile = borrow();
            for (int start = from; start < to; start += tile.capacity()) {
                int count = Math.min(tile.capacity(), to - start);
                for (int r = 0; r < count; r++) {
                    inputs.set(tile, r, events, (start + r) * d);
                }
                tile.forward(weights, count);
                for (int r = 0; r < count; r++) {
                    read(tile, r, scores, (start + r) * units.length);
                }
            }
            tiles.add(tile);
        });
    }

    private Tile borrow() {
        Tile tile = tiles.poll();
        return tile == null ? new Tile(weights.shape(), Kernels.best(), false) : tile;
    }

    private void read(Tile tile, int row, double[] scores, int offset) {
        for (int a = 0; a < units.length; a++) {
            float output = tile.value(row, a);
            if (!Float.isFinite(output)) {
                throw new BadInput(
                        "the learned score is not finite for an event", "", "check that its features are finite");
            }
            scores[offset + a] = units[a] * output;
        }
    }
}
