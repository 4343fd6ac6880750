package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hold a learned ratio against the closed form, on events that the simulator draws anew.
 *
 * <p>The bench law: \(\theta_0\) uniform in the ranges, \(\theta_1\) the standard point, and \(x \sim \tfrac12
 * p(x|\theta_0) + \tfrac12 p(x|\theta_1)\), half of the events of every \(\theta_0\) from either side. The error is
 * \(E[(\log\hat r - \log r)^2]\); that of an estimator that knows nothing, \(\log\hat r = 0\), stands beside it. The shape
 * information is \(E_{\theta_1}[\nabla\log\hat r\,\nabla\log\hat r^T]\), learned and exact on the same events.
 */
final class TruthCheck {

    private static final int POINTS = 500;
    private static final int PER_POINT = 100;
    private static final int INFORMATION_EVENTS = 100_000;

    private final SolvedSimulator toy;
    private final ExactTruth truth;
    private final RatioEstimator ratio;
    private final ParameterSpace space;
    private final double[] standard;
    private final RandomStreams streams;
    private final int threads;
    private final int dimension;
    private final double[] exact = new double[POINTS * PER_POINT];
    private final double[] learned = new double[POINTS * PER_POINT];

    private TruthCheck(ParameterSpace space, long seed, SolvedSimulator toy, RatioEstimator ratio, int threads) {
        this.toy = toy;
        this.truth = toy.truth();
        this.ratio = ratio;
        this.space = space;
        this.standard = space.standard().toArray();
        this.streams = RandomStreams.of(seed).part("truth");
        this.threads = threads;
        this.dimension = toy.featureNames().size();
    }

    /** Compare a learned ratio with the truth of a toy. */
    static TruthCheck of(Study study, Toy toy, RatioEstimator ratio, int threads) {
        return of(study.parameters(), study.seed(), toy, ratio, threads);
    }

    /** Compare a learned ratio with the truth of a simulator, in ranges around a standard point. */
    static TruthCheck of(ParameterSpace space, long seed, SolvedSimulator toy, RatioEstimator ratio, int threads) {
        TruthCheck check = new TruthCheck(space, seed, toy, ratio, threads);
        check.compareRatios();
        return check;
    }

    /** Return the true log ratio of every pair of an event and a point. */
    double[] exact() {
        return exact.clone();
    }

    /** Return the learned log ratio of the same pairs. */
    double[] learned() {
        return learned.clone();
    }

    private void compareRatios() {
        double[] theta = new double[space.size()];
        double[] x = new double[dimension];
        double[] events = new double[PER_POINT * dimension];
        double[] atTheta = new double[PER_POINT];
        double[] atStandard = new double[PER_POINT];
        for (int p = 0; p < POINTS; p++) {
            drawPoint(streams.stream("point", p), theta);
            for (int i = 0; i < PER_POINT; i++) {
                int pair = p * PER_POINT + i;
                draw(i % 2 == 0 ? theta : standard, "pair", pair, x);
                System.arraycopy(x, 0, events, i * dimension, dimension);
                exact[pair] = truth.logRatio(x, theta, standard);
            }
            ratio.logRatios(events, theta, atTheta, threads);
            ratio.logRatios(events, standard, atStandard, threads);
            for (int i = 0; i < PER_POINT; i++) {
                learned[p * PER_POINT + i] = atTheta[i] - atStandard[i];
            }
        }
    }

    private void drawPoint(UniformRandomProvider random, double[] theta) {
        for (int a = 0; a < theta.length; a++) {
            Parameter parameter = space.get(a);
            theta[a] = parameter.min() + (parameter.max() - parameter.min()) * random.nextDouble();
        }
    }

    private void draw(double[] theta, String purpose, long index, double[] x) {
        toy.draw(
                theta,
                streams.stream(purpose, index),
                x,
                new double[toy.latentNames().size()]);
    }

    /** Return the numbers of the comparison. */
    StudyResult.TruthReport report() {
        double[] errors = new double[POINTS];
        double[] baselines = new double[POINTS];
        for (int p = 0; p < POINTS; p++) {
            for (int i = p * PER_POINT; i < (p + 1) * PER_POINT; i++) {
                double miss = learned[i] - exact[i];
                errors[p] += miss * miss / PER_POINT;
                baselines[p] += exact[i] * exact[i] / PER_POINT;
            }
        }
        Information information = new Information();
        return new StudyResult.TruthReport(
                toy.name(),
                POINTS * PER_POINT,
                POINTS,
                ranges(),
                named(standard),
                mean(errors),
                errorOfMean(errors),
                mean(baselines),
                INFORMATION_EVENTS,
                matrix(information.learned),
                matrix(information.exact),
                matrix(information.exactError));
    }

    private Map<String, List<Double>> ranges() {
        Map<String, List<Double>> ranges = new LinkedHashMap<>();
        space.parameters().forEach(p -> ranges.put(p.name(), Lists.of(p.min(), p.max())));
        return ranges;
    }

    private Map<String, Double> named(double[] theta) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int a = 0; a < theta.length; a++) {
            named.put(space.get(a).name(), theta[a]);
        }
        return named;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Events of one point share its θ, so the points are what is independent. */
    private static double errorOfMean(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1.0) / values.length);
    }

    private List<List<Double>> matrix(double[] entries) {
        int k = space.size();
        List<List<Double>> rows = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            rows.add(Lists.of(java.util.Arrays.copyOfRange(entries, a * k, (a + 1) * k)));
        }
        return rows;
    }

    /** The shape information per event at the standard point, {@code [k*k]} by rows. */
    private final class Information {

        private static final int BATCH = 10_000;

        private final double[] learned = new double[standard.length * standard.length];
        private final double[] exact = new double[learned.length];
        private final double[] exactError = new double[learned.length];

        Information() {
            int k = standard.length;
            double[] x = new double[dimension];
            double[] events = new double[BATCH * dimension];
            double[] values = new double[BATCH];
            double[] scores = new double[BATCH * k];
            double[] score = new double[k];
            for (int first = 0; first < INFORMATION_EVENTS; first += BATCH) {
                for (int i = 0; i < BATCH; i++) {
                    draw(standard, "information", first + i, x);
                    System.arraycopy(x, 0, events, i * dimension, dimension);
                    truth.score(x, standard, score);
                    add(score, 0, exact, exactError);
                }
                ratio.logRatiosAndScores(events, standard, values, scores, threads);
                for (int i = 0; i < BATCH; i++) {
                    add(scores, i * k, learned, new double[0]);
                }
            }
            for (int j = 0; j < learned.length; j++) {
                learned[j] /= INFORMATION_EVENTS;
                exact[j] /= INFORMATION_EVENTS;
                double variance = exactError[j] / INFORMATION_EVENTS - exact[j] * exact[j];
                exactError[j] = Math.sqrt(Math.max(0, variance) / INFORMATION_EVENTS);
            }
        }

        private void add(double[] scores, int row, double[] sums, double[] squares) {
            int k = standard.length;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    double product = scores[row + a] * scores[row + b];
                    sums[a * k + b] += product;
                    if (squares.length > 0) {
                        squares[a * k + b] += product * product;
                    }
                }
            }
        }
    }
}
