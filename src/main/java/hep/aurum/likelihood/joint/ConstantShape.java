package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import java.util.List;

/**
 * A density that a learned ratio gives at one of its points, and that no parameter moves: the odds of a process, for example.
 *
 * @param estimator \(\log\hat r(x|\theta, s)\)
 * @param theta the point, {@code [k]}
 */
public record ConstantShape(RatioEstimator estimator, List<Double> theta) implements ShapeRatio {

    /** Check the point. */
    public ConstantShape {
        theta = List.copyOf(theta);
        Check.length("theta", theta.size(), estimator.space().size());
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public List<String> features() {
        return estimator.featureNames();
    }

    @Override
    public EventShape at(double[] events) {
        double[] ratios = new double[events.length / features().size()];
        double[] point = theta.stream().mapToDouble(Double::doubleValue).toArray();
        estimator.logRatios(events, point, ratios, 1);
        for (int i = 0; i < ratios.length; i++) {
            double logarithm = ratios[i];
            ratios[i] = StrictMath.exp(logarithm);
            if (!Double.isFinite(ratios[i])) {
                throw new BadModel(
                        "the logarithm of the ratio of event " + i + " is " + logarithm, "", "examine its features");
            }
        }
        return new FixedShape.Fixed(ratios);
    }
}
