package hep.aurum.sample;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** The pairs (θ0, θ1) at which labels are examined. */
final class AuditPoints {

    private static final int PAIRS = 8;

    /** Steps of finite differences, as a part of a parameter's range: points keep this distance from its ends. */
    static final double STEP = 1e-3;

    private final List<double[]> first = new ArrayList<>();
    private final List<double[]> second = new ArrayList<>();

    private AuditPoints() {}

    static AuditPoints draw(JointLabels labels, ParameterSpace space, RandomStreams streams) {
        AuditPoints points = new AuditPoints();
        for (int pair = 0; pair < PAIRS; pair++) {
            UniformRandomProvider random = streams.stream("points", pair);
            points.first.add(populated(labels, space, random));
            points.second.add(populated(labels, space, random));
        }
        return points;
    }

    int size() {
        return first.size();
    }

    double[] numerator(int pair) {
        return first.get(pair);
    }

    double[] denominator(int pair) {
        return second.get(pair);
    }

    private static double[] populated(JointLabels labels, ParameterSpace space, UniformRandomProvider random) {
        double[] drawn = new double[space.size()];
        for (int i = 0; i < drawn.length; i++) {
            Parameter p = space.get(i);
            drawn[i] = p.min() + (p.max() - p.min()) * (0.02 + 0.96 * Draws.open(random));
        }
        // With a quarter of the events effective, the normal approximation of weighted means holds out to five errors.
        double enough = 0.25 * labels.size();
        double[] theta = drawn.clone();
        for (double pull = 1; pull > 1e-2 && effectiveSize(labels, theta) < enough; pull /= 2) {
            for (int i = 0; i < theta.length; i++) {
                Parameter p = space.get(i);
                double inside = Math.max(
                        p.min() + 2 * STEP * (p.max() - p.min()),
                        Math.min(p.max() - 2 * STEP * (p.max() - p.min()), p.standard()));
                theta[i] = inside + pull / 2 * (drawn[i] - inside);
            }
        }
        return theta;
    }

    /** \((\sum w)^2/\sum w^2\), 0 where the weights do not sum to something positive and finite. */
    static double effectiveSize(JointLabels labels, double[] theta) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < labels.size(); i++) {
            double w = labels.importance(i, theta);
            sum += w;
            squares += w * w;
        }
        double size = sum * sum / squares;
        return sum > 0 && Double.isFinite(size) ? size : 0;
    }
}
