package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import java.util.List;

/**
 * A density that a learned ratio gives at one of its points, and that no parameter moves, such as the odds of a process.
 *
 * <p>\[ r(x) = e^b\Bigl(\frac{\hat r(x|\theta)}{\hat r(x|\theta')}\Bigr)^a \]
 *
 * <p>with the calibration a and b of a network's odds, 1 and 0 where it is not needed.
 *
 * @param estimator \(\log\hat r(x|\theta, s)\)
 * @param theta the point, {@code [k]}
 * @param denominator the point \(\theta'\) whose law is the reference law; empty where that is the estimator's own
 * @param slope a
 * @param shift b
 */
public record ConstantShape(
        RatioEstimator estimator, List<Double> theta, List<Double> denominator, double slope, double shift)
        implements ShapeRatio {

    /** Check the points. */
    public ConstantShape {
        theta = List.copyOf(theta);
        denominator = List.copyOf(denominator);
        Check.length("theta", theta.size(), estimator.space().size());
        if (!denominator.isEmpty()) {
            Check.length("denominator", denominator.size(), estimator.space().size());
        }
        Check.finite("slope", slope);
        Check.finite("shift", shift);
    }

    /** Take the density relative to the estimator's own reference law. */
    public ConstantShape(RatioEstimator estimator, List<Double> theta) {
        this(estimator, theta, List.of(), 1, 0);
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
        double[] ratios = logRatios(events, theta);
        if (!denominator.isEmpty()) {
            double[] below = logRatios(events, denominator);
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] -= below[i];
            }
        }
        for (int i = 0; i < ratios.length; i++) {
            double logarithm = slope * ratios[i] + shift;
            ratios[i] = StrictMath.exp(logarithm);
            if (!Double.isFinite(ratios[i])) {
                throw new BadModel(
                        "the logarithm of the ratio of event " + i + " is " + logarithm, "", "examine its features");
            }
        }
        return new FixedShape.Fixed(ratios);
    }

    private double[] logRatios(double[] events, List<Double> at) {
        double[] ratios = new double[events.length / features().size()];
        double[] point = at.stream().mapToDouble(Double::doubleValue).toArray();
        estimator.logRatios(events, point, ratios, 1);
        return ratios;
    }
}
