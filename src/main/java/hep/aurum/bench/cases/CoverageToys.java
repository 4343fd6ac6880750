package hep.aurum.bench.cases;

import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Tasks;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.NetworkNuisances;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;

/**
 * Count how often the asymptotic intervals \(t_\theta \le \chi^2_c\) hold the truth, in experiments of the simulator.
 *
 * @param toy the simulator
 * @param test rate and range
 * @param threads threads that may work
 */
record CoverageToys(EftToy toy, RateAndShape test, int threads) {

    /** Levels of one and two standard deviations, with their thresholds on t. */
    static final List<Double> LEVELS = List.of(0.6827, 0.9545);

    private static final double[] THRESHOLDS = {1, 4};

    /**
     * Hold the fraction of experiments whose interval held the truth, by level.
     *
     * @param single by one network
     * @param ensemble with the uncertainty of the networks as nuisances
     */
    record Fractions(double[] single, double[] ensemble) {}

    /** Make experiments at one θ with what was learned from one set. */
    Fractions at(double theta, CoverageTraining.Learned learned, int experiments, RandomStreams streams) {
        SimulatorDraws draws = new SimulatorDraws(toy, test.parameter());
        LearnedShape single = learned.single();
        ShiftedShape ensemble = learned.ensemble();
        List<Modifier> constraints = NetworkNuisances.constraints(ensemble.nuisances());
        double[][] statistics = new double[experiments][2];
        Tasks.run(experiments, threads, i -> {
            EventData data = draws.draw(theta, test.expected(theta), streams.stream("experiment", i));
            statistics[i][0] =
                    Profile.of(test.model(single, List.of(), data, draws)).tMu(theta);
            statistics[i][1] =
                    Profile.of(test.model(ensemble, constraints, data, draws)).tMu(theta);
        });
        return new Fractions(fractions(statistics, 0), fractions(statistics, 1));
    }

    private static double[] fractions(double[][] statistics, int model) {
        double[] fractions = new double[THRESHOLDS.length];
        for (double[] t : statistics) {
            for (int level = 0; level < fractions.length; level++) {
                fractions[level] += t[model] <= THRESHOLDS[level] ? 1.0 / statistics.length : 0;
            }
        }
        return fractions;
    }
}
