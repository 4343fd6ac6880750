package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.toy.InterferenceToy;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw experiments at κ from the simulator and test them with the learned ratio.
 *
 * <p>The p-value of background alone far in its tail is a mean over experiments with signal, each weighted with the exact ratio of
 * the two hypotheses: \(p = E_\kappa[1\{q_0 \ge q_{med}\}\,L(0)/L(\kappa)]\).
 */
final class InterferenceToys implements EventGenerator {

    private final InterferenceToy toy;
    private final InterferenceTest test;
    private final RatioEstimator learned;
    private final double kappa;
    private final int threads;

    InterferenceToys(InterferenceToy toy, InterferenceTest test, RatioEstimator learned, double kappa, int threads) {
        this.toy = toy;
        this.test = test;
        this.learned = learned;
        this.kappa = kappa;
        this.threads = threads;
    }

    /**
     * Hold what the experiments say.
     *
     * @param toys their number
     * @param p of background alone to reach the median \(q_0\) of the signal
     * @param pError its Monte Carlo error
     * @param coverage68 how often \(t_\kappa \le 1\)
     * @param coverage95 how often \(t_\kappa \le 4\)
     */
    record Summary(int toys, double p, double pError, double coverage68, double coverage95) {

        double z() {
            return Gaussian.significance(p);
        }

        /** Return the binomial error of a coverage. */
        double error(double level) {
            return Math.sqrt(level * (1 - level) / toys);
        }
    }

    Summary run(int toys, RandomStreams streams, Progress progress) {
        double[] q0 = new double[toys];
        double[] logWeights = new double[toys];
        int within1 = 0;
        int within2 = 0;
        for (int t = 0; t < toys; t++) {
            EventData data = draw(Map.of(), new double[] {test.nu() * (1 + kappa * kappa)}, streams.stream("toy", t));
            q0[t] = TestStatistic.Q0.value(Profile.of(test.model(learned, data, this, threads, 0)), 0);
            double tKappa = Profile.of(test.model(learned, data, this, threads, -test.range()))
                    .tMu(kappa);
            within1 += tKappa <= 1 ? 1 : 0;
            within2 += tKappa <= 4 ? 1 : 0;
            logWeights[t] = logWeight(data);
            progress.report("toys", (t + 1.0) / toys);
        }
        double[] sorted = q0.clone();
        Arrays.sort(sorted);
        double median = 0.5 * (sorted[(toys - 1) / 2] + sorted[toys / 2]);
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < toys; t++) {
            double weight = q0[t] >= median ? StrictMath.exp(logWeights[t]) : 0;
            sum += weight;
            squares += weight * weight;
        }
        double p = sum / toys;
        double error = Math.sqrt(Math.max(0, squares / toys - p * p) / toys);
        return new Summary(toys, p, error, (double) within1 / toys, (double) within2 / toys);
    }

    /** Return \(\ln L(0)/L(\kappa)\) by the truth, rate included. */
    private double logWeight(EventData data) {
        ExactTruth truth = toy.truth();
        double[] zero = {0};
        double[] at = {kappa};
        int n = data.weights().length;
        double sum = test.nu() * kappa * kappa - n * StrictMath.log1p(kappa * kappa);
        for (int i = 0; i < n; i++) {
            double[] x = {data.events()[2 * i], data.events()[2 * i + 1]};
            sum += truth.logRatio(x, zero, at);
        }
        return sum;
    }

    @Override
    public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
        return new SimulatorDraws(toy, InterferenceTest.KAPPA).draw(kappa, rates[0], random);
    }

    @Override
    public EventData asimov(Map<String, Double> theta, double[] rates) {
        return new InterferenceGrid(toy).asimov(theta, rates);
    }
}
