package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Find the point of the ranges at which events are most probable, by lattices that close in on it. */
final class BestPoint {

    private static final int ROUNDS = 4;
    private static final double SHRINKING = 0.2;

    private BestPoint() {}

    /** Return the point, {@code [k]}. */
    static double[] of(RatioEstimator ratio, ParameterSpace ranges, EventData data, int threads) {
        int k = ranges.size();
        if (k == 0) {
            return new double[0];
        }
        double[] half = new double[k];
        Arrays.fill(half, 0.5);
        ParameterSpace box = ranges;
        double[] best = new double[k];
        for (int round = 0; round < ROUNDS; round++) {
            double[] points = Lattice.of(box).points(half);
            double[] weights = Posteriors.weights(ratio, data, points, threads);
            int most = 0;
            for (int j = 0; j < weights.length; j++) {
                most = weights[j] > weights[most] ? j : most;
            }
            best = Arrays.copyOfRange(points, most * k, (most + 1) * k);
            box = around(ranges, box, best);
        }
        return best;
    }

    private static ParameterSpace around(ParameterSpace ranges, ParameterSpace box, double[] centre) {
        List<Parameter> closer = new ArrayList<>();
        for (int a = 0; a < centre.length; a++) {
            Parameter outer = ranges.get(a);
            double reach = 0.5 * SHRINKING * (box.get(a).max() - box.get(a).min());
            double low = Math.max(outer.min(), centre[a] - reach);
            double high = Math.min(outer.max(), centre[a] + reach);
            closer.add(new Parameter(outer.name(), low, high, Math.min(high, Math.max(low, outer.standard()))));
        }
        return new ParameterSpace(closer);
    }
}
