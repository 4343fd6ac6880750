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
 * Give the log ratio by one trained network whose inputs are the standardised features and parameters.
 *
 * <p>Immutable. A single event takes microseconds and allocates nothing after a thread's first call.
 */
public final class NetworkRatio implements RatioNetwork {

    private static final int SINGLE_ROWS = 4;

    private final ParameterSpace space;
    private final FeatureInputs inputs;
    private final Standardisation parameters;
    private final NetworkWeights weights;
    private final String reference;
    private final ThreadLocal<Tile> single;
    private final Queue<Tile> plainTiles = new ConcurrentLinkedQueue<>();
    private final Queue<Tile> slopeTiles = new ConcurrentLinkedQueue<>();

    private NetworkRatio(
            ParameterSpace space,
            List<String> featureNames,
            Standardisation features,
            Standardisation parameters,
            NetworkWeights weights,
            String reference) {
        this.space = space;
        this.inputs = new FeatureInputs(featureNames, features);
        this.parameters = parameters;
        this.weights = weights;
        this.reference = reference;
        NetworkShape shape = weights.shape();
        Check.length("featureNames", featureNames.size(), shape.plainInputs());
        Check.length("features", features.size(), shape.plainInputs());
        Check.length("parameters", parameters.size(), shape.slopeInputs());
        Check.length("space", space.size(), shape.slopeInputs());
        this.single = ThreadLocal.withInitial(() -> new Tile(shape, Kernels.best(), true, SINGLE_ROWS));
    }

    /**
     * Return the estimator of a network.
     *
     * @param space the k parameters
     * @param featureNames names of the d features
     * @param features how features are standardised
     * @param parameters how parameters are standardised
     * @param weights a network with d plain and k slope inputs, not written to afterwards
     * @param reference which law the ratio is to, in words
     */
    public static NetworkRatio of(
            ParameterSpace space,
            List<String> featureNames,
            Standardisation features,
            Standardisation parameters,
            NetworkWeights weights,
            String reference) {
        return new NetworkRatio(space, featureNames, features, parameters, weights, reference);
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
        return reference;
    }

    @Override
    public Standardisation features() {
        return inputs.features();
    }

    /** Return how parameters are standardised. */
    public Standardisation parameters() {
        return parameters;
    }

    @Override
    public NetworkWeights weights() {
        return weights;
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        Tile tile = single.get();
        set(tile, x, theta);
        tile.forward(weights, 1);
        return finite(tile.value(0, 0));
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        Tile tile = single.get();
        set(tile, x, theta);
        tile.forward(weights, 1);
        tile.differentiate(weights);
        for (int i = 0; i < parameters.size(); i++) {
            score[i] = finite(tile.slope(0, i)) / parameters.scale(i);
        }
        return finite(tile.value(0, 0));
    }

    private void set(Tile tile, double[] x, double[] theta) {
        Check.length("x", x.length, features().size());
        Check.length("theta", theta.length, parameters.size());
        inputs.set(tile, 0, x, 0);
        for (int i = 0; i < theta.length; i++) {
            tile.setSlopeInput(0, i, parameters.apply(i, theta[i]));
        }
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int n = events.length / features().size();
        int p = points(thetas);
        float[] points = new float[thetas.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = parameters.apply(i % parameters.size(), thetas[i]);
        }
        EventBlocks.run(n, (long) n * p, threads, (from, to) -> {
            Tile tile = borrow(plainTiles, false);
            for (int start = from; start < to; start += tile.capacity()) {
                int count = Math.min(tile.capacity(), to - start);
                setEvents(tile, events, start, count);
                tile.prepare(weights, count);
                for (int j = 0; j < p; j++) {
                    tile.forwardAt(weights, points, j * parameters.size());
                    for (int r = 0; r < count; r++) {
                        logRatios[(start + r) * p + j] = finite(tile.value(r, 0));
                    }
                }
            }
            plainTiles.add(tile);
        });
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        checkBatch(events, theta, logRatios);
        int k = parameters.size();
        Check.length("theta", theta.length, k);
        Check.length("scores", scores.length, logRatios.length * k);
        EventBlocks.run(logRatios.length, logRatios.length, threads, (from, to) -> {
            Tile tile = borrow(slopeTiles, true);
            for (int start = from; start < to; start += tile.capacity()) {
                int count = Math.min(tile.capacity(), to - start);
                setEvents(tile, events, start, count);
                for (int r = 0; r < count; r++) {
                    for (int i = 0; i < k; i++) {
                        tile.setSlopeInput(r, i, parameters.apply(i, theta[i]));
                    }
                }
                tile.forward(weights, count);
                tile.differentiate(weights);
                for (int r = 0; r < count; r++) {
                    logRatios[start + r] = finite(tile.value(r, 0));
                    for (int i = 0; i < k; i++) {
                        scores[(start + r) * k + i] = finite(tile.slope(r, i)) / parameters.scale(i);
                    }
                }
            }
            slopeTiles.add(tile);
        });
    }

    /** Take a tile that an earlier batch has left, or make one: its buffers cost more than a small batch. */
    private Tile borrow(Queue<Tile> idle, boolean slopes) {
        Tile tile = idle.poll();
        return tile == null ? new Tile(weights.shape(), Kernels.best(), slopes) : tile;
    }

    private void setEvents(Tile tile, double[] events, int start, int count) {
        int d = features().size();
        for (int r = 0; r < count; r++) {
            inputs.set(tile, r, events, (start + r) * d);
        }
    }

    private static double finite(float value) {
        if (!Float.isFinite(value)) {
            throw new BadInput(
                    "the learned ratio is not finite for an event", "", "check that its features and θ are finite");
        }
        return value;
    }
}
