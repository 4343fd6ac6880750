package hep.aurum.bench.cases;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.simulator.toy.InterferenceToy;
import java.util.List;

/**
 * Write the likelihood of the interference toy: rate \(\nu(1+\kappa^2)\) and the density of a ratio.
 *
 * @param toy the simulator
 * @param nu expected events at κ = 0
 * @param range κ is fitted in [0, range]
 */
record InterferenceTest(InterferenceToy toy, double nu, double range) {

    static final String KAPPA = "kappa";

    private RateAndShape likelihood() {
        return new RateAndShape(KAPPA, Polynomial.of(KAPPA, 1, 0, 1), 1 + range * range, nu, 0, range);
    }

    /** Return the model without events. */
    FunctionalModel model(RatioEstimator ratio, EventGenerator generator, int threads) {
        return likelihood().model(new LearnedShape(ratio, List.of(KAPPA), threads), generator);
    }

    /** Return the model with events, κ from {@code lower} up. */
    FunctionalModel model(RatioEstimator ratio, EventData events, EventGenerator generator, int threads, double lower) {
        LearnedShape shape = new LearnedShape(ratio, List.of(KAPPA), threads);
        return likelihood().from(lower).model(shape, List.of(), events, generator);
    }
}
