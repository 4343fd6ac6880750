package hep.aurum.estimator.calibrate;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.PolynomialLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Calibrate a parameterised ratio at chosen points θ.
 *
 * <p>At a calibrated point \(\theta_j\) the answer is \(c_j(f(x|\theta_j))\), where f is the base ratio's logarithm and
 * \(c_j\) the calibration against the reference law. In one parameter the <em>corrections</em> of the two calibrated
 * neighbours are interpolated linearly:
 *
 * <p>\[ \log\hat r_{\rm cal}(x|\theta) = f(x|\theta) + (1-\lambda)\,\Delta_j(x) + \lambda\,\Delta_{j+1}(x), \qquad \Delta_j(x) =
 * c_j(f(x|\theta_j)) - f(x|\theta_j), \quad \lambda = \frac{\theta-\theta_j}{\theta_{j+1}-\theta_j}. \]
 *
 * <p>The functions \(c_j\) themselves must not be mixed at one value of f: the range of f shrinks to nothing as θ approaches the
 * reference, and \(c_j\) says nothing outside the range that it has seen. Every \(c_j\) is asked here at the f of its own point.
 *
 * <p>In several parameters, and outside the calibrated range of one, other points are refused; the failure names the nearest
 * calibrated one. The score in one parameter is the exact gradient of the formula above, so at a calibrated point that of the
 * interval above it (of the last one at the end). With several parameters, or one point only, it is
 * \(c_j'(f)\,\nabla_\theta f\), which takes the calibration as the same function at neighbouring θ.
 *
 * <p>Immutable. A pair \(\theta_0, \theta_1\) is the difference of two calibrated log ratios to the reference.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, on parameterised classifiers</a>
 */
public final class CalibratedRatio implements RatioEstimator {

    private final RatioEstimator base;
    private final List<ParameterPoint> points;
    private final List<Calibration> calibrations;
    private final double[][] nodes;

    private CalibratedRatio(RatioEstimator base, List<ParameterPoint> points, List<Calibration> calibrations) {
        this.base = base;
        this.points = points;
        this.calibrations = calibrations;
        this.nodes = points.stream().map(ParameterPoint::toArray).toArray(double[][]::new);
    }

    /**
     * Return a ratio with given calibrations.
     *
     * @param points at least one, all different
     * @param calibrations of the base ratio at each point against its reference law
     */
    public static CalibratedRatio of(RatioEstimator base, List<ParameterPoint> points, List<Calibration> calibrations) {
        Check.argument(!points.isEmpty(), "a calibrated ratio needs a calibrated point");
        Check.length("calibrations", calibrations.size(), points.size());
        for (ParameterPoint point : points) {
            Check.length("a calibrated point", point.size(), base.space().size());
        }
        Check.argument(points.stream().distinct().count() == points.size(), "a point is calibrated twice");
        // In one parameter neighbours must be found; in several the order does not matter.
        int[] order = IntStream.range(0, points.size())
                .boxed()
                .sorted((i, j) ->
                        Double.compare(points.get(i).get(0), points.get(j).get(0)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new CalibratedRatio(
                base,
                Arrays.stream(order).mapToObj(points::get).toList(),
                Arrays.stream(order).mapToObj(calibrations::get).toList());
    }

    /**
     * Calibrate over a sample of the reference law.
     *
     * <p>Every event stands for the reference with the weight 1, and for θ with its joint ratio \(r(x,z|\theta,s) = n\,
     * w(\theta)/\sigma(\theta)\).
     *
     * @param base the ratio, to the law of which {@code sample} is a sample in which every event counts once
     * @param sample events that the ratio was not trained on
     * @param points where to calibrate; in one parameter two at least, to interpolate
     * @param calibrator the method
     * @param threads how many threads may work; the result does not depend on it
     * @throws BadInput if parameters or features differ, or there are too few events
     */
    public static CalibratedRatio over(
            RatioEstimator base, EventSample sample, List<ParameterPoint> points, Calibrator calibrator, int threads) {
        if (!sample.featureNames().equals(base.featureNames())
                || !sample.space().names().equals(base.space().names())) {
            throw new BadInput(
                    "the events to calibrate with differ from the ratio in their parameters or features",
                    sample.featureNames() + " and " + base.featureNames(),
                    "make both from the same study");
        }
        int n = sample.size();
        double[] events = events(sample);
        PolynomialLabels labels = PolynomialLabels.of(sample);
        double[] logRatios = new double[n];
        double[] joint = new double[n];
        List<Calibration> calibrations = new ArrayList<>();
        for (ParameterPoint point : points) {
            double[] theta = point.toArray();
            base.logRatios(events, theta, logRatios, threads);
            for (int i = 0; i < n; i++) {
                joint[i] = labels.importance(i, theta);
            }
            calibrations.add(calibrator.calibrate(ScoreSample.ofReweighted(logRatios, joint)));
        }
        return of(base, points, calibrations);
    }

    private static double[] events(EventSample sample) {
        int d = sample.dimension();
        double[] events = new double[sample.size() * d];
        for (int i = 0; i < sample.size(); i++) {
            for (int j = 0; j < d; j++) {
                events[i * d + j] = sample.feature(i, j);
            }
        }
        return events;
    }

    /** Return the ratio that is calibrated. */
    public RatioEstimator base() {
        return base;
    }

    /** Return the calibrated points; in one parameter they ascend. */
    public List<ParameterPoint> points() {
        return points;
    }

    /** Return the calibration at each of the points. */
    public List<Calibration> calibrations() {
        return calibrations;
    }

    @Override
    public ParameterSpace space() {
        return base.space();
    }

    @Override
    public List<String> featureNames() {
        return base.featureNames();
    }

    @Override
    public String describe() {
        return base.describe() + ", calibrated at " + points.size() + (points.size() == 1 ? " point" : " points");
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        int lower = lower(theta);
        double share = share(lower, theta);
        double result = base.logRatio(x, theta) + (1 - share) * correction(lower, x);
        return share == 0 ? result : result + share * correction(lower + 1, x);
    }

    private double correction(int j, double[] x) {
        double f = base.logRatio(x, nodes[j]);
        return calibrations.get(j).logRatio(f) - f;
    }

    /**
     * Return the standard deviation of the calibrated log ratio from the number of calibration events. Neighbouring points are
     * calibrated with the same events, so that their errors are added linearly.
     */
    public double uncertainty(double[] x, double[] theta) {
        int lower = lower(theta);
        double share = share(lower, theta);
        double result = (1 - share) * uncertainty(lower, x);
        return share == 0 ? result : result + share * uncertainty(lower + 1, x);
    }

    private double uncertainty(int j, double[] x) {
        return calibrations.get(j).uncertainty(base.logRatio(x, nodes[j]));
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double f = base.logRatioAndScore(x, theta, score);
        int lower = lower(theta);
        if (!isInterpolated()) {
            double slope = calibrations.get(lower).slope(f);
            for (int a = 0; a < score.length; a++) {
                score[a] *= slope;
            }
            return f + correction(lower, x);
        }
        int j = interval(lower);
        score[0] += (correction(j + 1, x) - correction(j, x)) / width(j);
        double share = share(lower, theta);
        double result = f + (1 - share) * correction(lower, x);
        return share == 0 ? result : result + share * correction(lower + 1, x);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        base.logRatios(events, thetas, logRatios, threads);
        int k = space().size();
        int p = thetas.length / k;
        int n = logRatios.length / Math.max(p, 1);
        int[] lower = new int[p];
        double[] share = new double[p];
        for (int j = 0; j < p; j++) {
            double[] theta = Arrays.copyOfRange(thetas, j * k, (j + 1) * k);
            lower[j] = lower(theta);
            share[j] = share(lower[j], theta);
        }
        // Point by point from below, so that one column of corrections is held at a time.
        double[] correction = new double[n];
        for (int node = 0; node < points.size(); node++) {
            boolean isComputed = false;
            for (int j = 0; j < p; j++) {
                double part = part(node, lower[j], share[j]);
                if (part == 0) {
                    continue;
                }
                if (!isComputed) {
                    corrections(node, events, correction, threads);
                    isComputed = true;
                }
                for (int i = 0; i < n; i++) {
                    logRatios[i * p + j] += part * correction[i];
                }
            }
        }
    }

    /** Return the part that a calibrated point has in the correction. */
    private static double part(int node, int lower, double share) {
        if (node == lower) {
            return 1 - share;
        }
        return node == lower + 1 ? share : 0;
    }

    private void corrections(int node, double[] events, double[] correction, int threads) {
        base.logRatios(events, nodes[node], correction, threads);
        Calibration calibration = calibrations.get(node);
        for (int i = 0; i < correction.length; i++) {
            correction[i] = calibration.logRatio(correction[i]) - correction[i];
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        base.logRatiosAndScores(events, theta, logRatios, scores, threads);
        int lower = lower(theta);
        int n = logRatios.length;
        double[] first = new double[n];
        if (!isInterpolated()) {
            corrections(lower, events, first, threads);
            for (int i = 0; i < n; i++) {
                double slope = calibrations.get(lower).slope(logRatios[i]);
                for (int a = 0; a < theta.length; a++) {
                    scores[i * theta.length + a] *= slope;
                }
                logRatios[i] += first[i];
            }
            return;
        }
        int j = interval(lower);
        double[] second = new double[n];
        corrections(j, events, first, threads);
        corrections(j + 1, events, second, threads);
        double share = share(lower, theta);
        for (int i = 0; i < n; i++) {
            scores[i] += (second[i] - first[i]) / width(j);
            logRatios[i] += (1 - share) * (lower == j ? first[i] : second[i]);
            if (share != 0) {
                logRatios[i] += share * second[i];
            }
        }
    }

    private boolean isInterpolated() {
        return space().size() == 1 && points.size() > 1;
    }

    /** Return the interval that the score is taken from. */
    private int interval(int lower) {
        return Math.min(lower, points.size() - 2);
    }

    private double width(int j) {
        return nodes[j + 1][0] - nodes[j][0];
    }

    /** Return the calibrated point at θ, or in one parameter the one below it. */
    private int lower(double[] theta) {
        for (int j = 0; j < nodes.length; j++) {
            if (isAt(nodes[j], theta)) {
                return j;
            }
        }
        if (theta.length > 1 || !(theta[0] >= nodes[0][0] && theta[0] <= nodes[nodes.length - 1][0])) {
            throw notCalibrated(theta);
        }
        int j = 0;
        while (nodes[j + 1][0] < theta[0]) {
            j++;
        }
        return j;
    }

    /** Equal as numbers: 0 and −0 are the same point. */
    private static boolean isAt(double[] node, double[] theta) {
        for (int a = 0; a < node.length; a++) {
            if (node[a] != theta[a]) {
                return false;
            }
        }
        return true;
    }

    private double share(int lower, double[] theta) {
        return lower < points.size() - 1 && theta.length == 1 ? (theta[0] - nodes[lower][0]) / width(lower) : 0;
    }

    private NotSupported notCalibrated(double[] theta) {
        return new NotSupported(
                "the ratio is not calibrated at theta = " + Arrays.toString(theta),
                "the nearest calibrated point is " + nearest(theta),
                theta.length == 1
                        ? "stay between the calibrated points, or calibrate the ends of the range too"
                        : "calibrate at this point; in several parameters nothing is interpolated");
    }

    /** Nearest in units of the parameters' ranges. */
    private ParameterPoint nearest(double[] theta) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < nodes.length; j++) {
            double distance = 0;
            for (int a = 0; a < theta.length; a++) {
                double range = space().get(a).max() - space().get(a).min();
                double step = (theta[a] - nodes[j][a]) / range;
                distance += step * step;
            }
            if (distance < least) {
                least = distance;
                best = j;
            }
        }
        return points.get(best);
    }
}
