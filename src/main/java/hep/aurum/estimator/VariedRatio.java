package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Give a learned ratio nuisance parameters that are known from samples of their own, such as the energy scale of jets: with
 * another detector simulation no event has a varied weight, but a classifier tells the samples apart.
 *
 * <p>\[ \log r(x|\theta,\nu) = \log r(x|\theta) + \sum_q\bigl(a_q(x)\nu_q + b_q(x)\nu_q^2\bigr) - \ln c(\theta,\nu), \qquad
 * c(\theta,\nu) = E_{x\sim p(\cdot|\theta)}\bigl[e^{\sum_q a_q\nu_q + b_q\nu_q^2}\bigr] \]
 *
 * <p>c keeps the density normalised at every θ and depends on θ even where the variation does not, since it moves events
 * that θ makes more or fewer. It is the mean over weighted events of the reference law, the law at θ by the ratio itself,
 * at points spread over the ranges; between them \(\ln c\) is a polynomial that vanishes at ν = 0, of the least degree up to
 * 8 that follows the means, and {@link #misfit} tells how well. The score is the gradient of all three terms.
 *
 * <p>Exact at \(\nu = \pm1\) with exact classifiers, for one nuisance at a time and where the variations are the same at
 * every θ up to a factor. Between and beyond, the exponential form is an interpolation of the detector's answer: exact for
 * the natural parameter of an exponential family, such as a shift of a Gaussian, good to second order in ν for small shifts,
 * and wrong for large ones, as where a peak moves by more than its width or an edge moves at all. Two nuisances are taken
 * not to know of each other. {@link MomentClosure} holds the form against a sample simulated at another value, and nothing
 * else can.
 *
 * <p>Ratios of densities say nothing of the rate, which a nuisance moves as well: that is for the likelihood.
 *
 * <p>Immutable. A point is \((\theta,\nu)\), the parameters of the nominal ratio first.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, on nuisance parameters, section 4</a>
 */
public final class VariedRatio implements RatioEstimator {

    private final RatioEstimator nominal;
    private final List<SampleVariation> variations;
    private final ParameterSpace space;
    private final LogMeanFit normalisation;

    private VariedRatio(RatioEstimator nominal, List<SampleVariation> variations, LogMeanFit normalisation) {
        this.nominal = nominal;
        this.variations = variations;
        this.space = space(nominal, variations);
        this.normalisation = normalisation;
    }

    private static ParameterSpace space(RatioEstimator nominal, List<SampleVariation> variations) {
        List<Parameter> all = new ArrayList<>(nominal.space().parameters());
        variations.forEach(v -> all.add(v.nuisance()));
        return new ParameterSpace(all);
    }

    /**
     * Give a ratio nuisances.
     *
     * @param nominal \(\log r(x|\theta, s)\), at ν = 0
     * @param variations at least one, of the same features; names differ from the parameters'
     * @param events of the reference law s, {@code [n*d]} by rows
     * @param weights of these events, {@code [n]}; 1 where every event counts once
     * @param points where c is computed, each {@code [k+q]}, spread over the ranges up to their ends: at least twice as
     *     many as there are monomials of degree 2
     * @param threads how many threads may work; the result does not depend on it
     * @throws hep.aurum.base.BadInput if c is not positive at a point, or the points do not determine the polynomial
     */
    public static VariedRatio over(
            RatioEstimator nominal,
            List<SampleVariation> variations,
            double[] events,
            double[] weights,
            List<double[]> points,
            int threads) {
        Check.argument(!variations.isEmpty(), "there is no variation: use the nominal ratio itself");
        for (SampleVariation variation : variations) {
            Check.argument(
                    variation.featureNames().equals(nominal.featureNames()),
                    "the variation %s has the features %s, the nominal ratio has %s",
                    variation.nuisance().name(),
                    variation.featureNames(),
                    nominal.featureNames());
        }
        Check.length(
                "events", events.length, weights.length * nominal.featureNames().size());
        List<SampleVariation> copy = List.copyOf(variations);
        double[] logMeans = logMeans(nominal, copy, events, weights, points, threads);
        return new VariedRatio(nominal, copy, LogMeanFit.of(space(nominal, copy), copy.size(), points, logMeans));
    }

    private static double[] logMeans(
            RatioEstimator nominal,
            List<SampleVariation> variations,
            double[] events,
            double[] weights,
            List<double[]> points,
            int threads) {
        int k = nominal.space().size();
        Exponents exponents = Exponents.of(variations, events, weights.length, threads);
        double[] logRatios = new double[weights.length];
        double[] logMeans = new double[points.size()];
        for (int p = 0; p < logMeans.length; p++) {
            double[] point = points.get(p);
            Check.length("a point", point.length, k + variations.size());
            nominal.logRatios(events, Arrays.copyOf(point, k), logRatios, threads);
            double sum = 0;
            double varied = 0;
            for (int i = 0; i < weights.length; i++) {
                double weight = weights[i] * StrictMath.exp(logRatios[i]);
                sum += weight;
                varied += weight * StrictMath.exp(exponents.at(i, point, k));
            }
            logMeans[p] = LogMeanFit.logOfPositive(varied / sum, point);
        }
        return logMeans;
    }

    /** The exponents of a batch of events, {@code [q][n]}. */
    private record Exponents(List<double[]> linear, List<double[]> quadratic) {

        static Exponents of(List<SampleVariation> variations, double[] events, int n, int threads) {
            List<double[]> linear = new ArrayList<>();
            List<double[]> quadratic = new ArrayList<>();
            for (SampleVariation variation : variations) {
                double[] a = new double[n];
                double[] b = new double[n];
                variation.exponents(events, a, b, threads);
                linear.add(a);
                quadratic.add(b);
            }
            return new Exponents(linear, quadratic);
        }

        /** Return \(\sum_q a_q\nu_q + b_q\nu_q^2\), ν being the components of a point from {@code first} on. */
        double at(int event, double[] point, int first) {
            double sum = 0;
            for (int q = 0; q < linear.size(); q++) {
                double nu = point[first + q];
                sum += (linear.get(q)[event] + quadratic.get(q)[event] * nu) * nu;
            }
            return sum;
        }

        double slope(int event, int nuisance, double nu) {
            return linear.get(nuisance)[event] + 2 * quadratic.get(nuisance)[event] * nu;
        }
    }

    /** Return the ratio at ν = 0. */
    public RatioEstimator nominal() {
        return nominal;
    }

    /** Return the variations, in the order of ν. */
    public List<SampleVariation> variations() {
        return variations;
    }

    /** Return \(\ln c(\theta,\nu)\); {@code point [k+q]}. */
    public double logNormalisation(double[] point) {
        return normalisation.value(point);
    }

    /** Return the largest difference of the polynomial from \(\ln c\) at the points where it was computed. */
    public double misfit() {
        return normalisation.misfit();
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return nominal.featureNames();
    }

    @Override
    public String describe() {
        return nominal.describe() + ", varied by samples of "
                + String.join(
                        ", ", variations.stream().map(v -> v.nuisance().name()).toList());
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double[] logRatio = new double[1];
        logRatios(x, theta, logRatio, 1);
        return logRatio[0];
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double[] logRatio = new double[1];
        logRatiosAndScores(x, theta, logRatio, score, 1);
        return logRatio[0];
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int k = nominal.space().size();
        int all = space.size();
        int p = points(thetas);
        int n = logRatios.length / Math.max(1, p);
        nominalLogRatios(events, thetas, logRatios, threads);
        Exponents exponents = Exponents.of(variations, events, n, threads);
        for (int j = 0; j < p; j++) {
            double[] point = Arrays.copyOfRange(thetas, j * all, (j + 1) * all);
            double logC = normalisation.value(point);
            for (int i = 0; i < n; i++) {
                logRatios[i * p + j] += exponents.at(i, point, k) - logC;
            }
        }
    }

    private void nominalLogRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        int k = nominal.space().size();
        int all = space.size();
        int p = points(thetas);
        if (k == 0) {
            double[] one = new double[logRatios.length / Math.max(1, p)];
            nominal.logRatios(events, new double[0], one, threads);
            for (int i = 0; i < logRatios.length; i++) {
                logRatios[i] = one[i / p];
            }
            return;
        }
        double[] own = new double[p * k];
        for (int j = 0; j < p; j++) {
            System.arraycopy(thetas, j * all, own, j * k, k);
        }
        nominal.logRatios(events, own, logRatios, threads);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        checkBatch(events, theta, logRatios);
        int k = nominal.space().size();
        int all = space.size();
        Check.length("scores", scores.length, logRatios.length * all);
        double[] own = new double[logRatios.length * k];
        nominal.logRatiosAndScores(events, Arrays.copyOf(theta, k), logRatios, own, threads);
        Exponents exponents = Exponents.of(variations, events, logRatios.length, threads);
        double logC = normalisation.value(theta);
        double[] slopes = normalisation.gradient(theta);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] += exponents.at(i, theta, k) - logC;
            for (int a = 0; a < k; a++) {
                scores[i * all + a] = own[i * k + a] - slopes[a];
            }
            for (int q = 0; q < variations.size(); q++) {
                scores[i * all + k + q] = exponents.slope(i, q, theta[k + q]) - slopes[k + q];
            }
        }
    }
}
