package hep.aurum.workflow;

import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Give the density of one event in a channel of a likelihood relative to the channel's reference law,
 *
 * <p>\[ r(x|\theta) = \frac{\sum_p\nu_p(\theta)\,r_p(x|\theta)}{\sum_p\nu_p(\theta)}, \]
 *
 * <p>what the likelihood multiplies, event by event. Scores are central differences, right to about \(10^{-8}\) per range. Where an
 * interference makes the sum less than \(10^{-12}\) of the rates, its logarithm goes on as a straight line, as in the likelihood.
 *
 * @param law the channel
 * @param space its parameters θ
 */
record MixtureOfShapes(ChannelLaw law, ParameterSpace space) implements RatioEstimator {

    private static final double FLOOR = 1e-12;

    /** Of a range: rounding of networks in single precision stays out of the difference. */
    private static final double STEP = 1e-4;

    @Override
    public List<String> featureNames() {
        return law.channel().features();
    }

    @Override
    public String describe() {
        return "log of the mixture of the densities of channel " + law.channel().name() + " against its reference law";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double[] one = new double[1];
        logRatios(x, theta, one, 1);
        return one[0];
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double[] one = new double[1];
        logRatiosAndScores(x, theta, one, score, 1);
        return one[0];
    }

    /** Shapes are bound to the events once, for all points. */
    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int p = points(thetas);
        Bound bound = new Bound(events);
        double[] own = new double[bound.n];
        for (int j = 0; j < p; j++) {
            bound.logRatios(Arrays.copyOfRange(thetas, j * space.size(), (j + 1) * space.size()), own);
            for (int i = 0; i < own.length; i++) {
                logRatios[i * p + j] = own[i];
            }
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        checkBatch(events, theta, logRatios);
        int k = space.size();
        Check.length("scores", scores.length, logRatios.length * k);
        Bound bound = new Bound(events);
        bound.logRatios(theta, logRatios);
        double[] above = new double[bound.n];
        double[] below = new double[bound.n];
        for (int a = 0; a < k; a++) {
            Parameter parameter = space.get(a);
            double step = STEP * (parameter.max() - parameter.min());
            double[] at = theta.clone();
            at[a] = theta[a] + step;
            bound.logRatios(at, above);
            at[a] = theta[a] - step;
            bound.logRatios(at, below);
            for (int i = 0; i < bound.n; i++) {
                scores[i * k + a] = (above[i] - below[i]) / (2 * step);
            }
        }
    }

    /** The densities of all processes at fixed events; for one thread. */
    private final class Bound {

        private final int n;
        private final List<EventShape> shapes;
        private final double[] ratios;

        private Bound(double[] events) {
            n = events.length / featureNames().size();
            ratios = new double[n];
            shapes = law.channel().processes().stream()
                    .map(process -> process.shape().at(events))
                    .toList();
        }

        private void logRatios(double[] theta, double[] logRatios) {
            double[] rates = law.rates(theta);
            Map<String, Double> values = law.values(theta);
            double total = 0;
            double absolute = 0;
            Arrays.fill(logRatios, 0);
            for (int p = 0; p < rates.length; p++) {
                total += rates[p];
                absolute += Math.abs(rates[p]);
                if (rates[p] != 0) {
                    shapes.get(p).evaluate(variables(p, values), ratios, null, null);
                    for (int i = 0; i < n; i++) {
                        logRatios[i] += rates[p] * ratios[i];
                    }
                }
            }
            double floor = FLOOR * absolute;
            for (int i = 0; i < n; i++) {
                double lambda = logRatios[i];
                double log = lambda >= floor ? StrictMath.log(lambda) : StrictMath.log(floor) + lambda / floor - 1;
                logRatios[i] = log - StrictMath.log(total);
            }
        }

        private double[] variables(int p, Map<String, Double> values) {
            EventChannel.Process process = law.channel().processes().get(p);
            ShapeRatio shape = process.shape();
            return shape.parameters().stream()
                    .mapToDouble(name -> Objects.requireNonNull(values.get(name), name))
                    .toArray();
        }
    }
}
