package hep.aurum.bench.cases;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.likelihood.joint.JointModel;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.simulator.toy.InterferenceToy;
import java.util.List;
import java.util.Map;

/**
 * Write the likelihood of the interference toy: rate \(\nu(1+\kappa^2)\) and the density of a ratio.
 *
 * @param toy the simulator
 * @param nu expected events at κ = 0
 * @param range κ is fitted in [0, range]
 */
record InterferenceTest(InterferenceToy toy, double nu, double range) {

    private static final String KAPPA = "kappa";

    /** Return the model without events. */
    FunctionalModel model(RatioEstimator ratio, EventGenerator generator, int threads) {
        return model(ratio, EventData.of(new double[0], 2), generator, threads, 0);
    }

    /** Return the model with events, κ from {@code lower} up. */
    FunctionalModel model(RatioEstimator ratio, EventData events, EventGenerator generator, int threads, double lower) {
        BinnedModel rates = new RateModels().with("events", nu, "rate").model("rate", 1, 0, 1 + range * range);
        ModelParameter kappa = new ModelParameter(KAPPA, 0.3 * range, lower, range, false);
        EventChannel channel = new EventChannel(
                RateModels.CHANNEL,
                List.of(new EventChannel.Process("events", new LearnedShape(ratio, List.of(KAPPA), threads))));
        JointModel joint = JointModel.of(rates, List.of(kappa)).with(channel, events, generator);
        return FunctionalModel.of(
                joint, new ModelFunctions(List.of(), Map.of("rate", Polynomial.of(KAPPA, 1, 0, 1)), KAPPA));
    }
}
