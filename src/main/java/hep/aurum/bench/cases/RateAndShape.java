package hep.aurum.bench.cases;

import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.likelihood.joint.JointModel;
import hep.aurum.likelihood.joint.ShapeRatio;
import java.util.List;
import java.util.Map;

/**
 * Write the extended likelihood of one process whose rate and density depend on one parameter.
 *
 * @param parameter its name
 * @param rate in units of {@code nu}, as a function of the parameter
 * @param highestRate no smaller than the rate anywhere
 * @param nu expected events where the rate is 1
 * @param lower the parameter is fitted from here
 * @param upper to here
 */
record RateAndShape(String parameter, Polynomial rate, double highestRate, double nu, double lower, double upper) {

    /** Return the same likelihood with another range of the parameter. */
    RateAndShape from(double otherLower) {
        return new RateAndShape(parameter, rate, highestRate, nu, otherLower, upper);
    }

    /** Return the expected events at a value of the parameter. */
    double expected(double theta) {
        double factor = 0;
        for (Polynomial.Term term : rate.terms()) {
            int power = term.powers().getOrDefault(parameter, 0);
            factor += term.coefficient() * StrictMath.pow(theta, power);
        }
        return nu * factor;
    }

    /** Return the model without events. */
    FunctionalModel model(ShapeRatio shape, EventGenerator generator) {
        return model(shape, List.of(), new EventData(new double[0], new double[0]), generator);
    }

    /**
     * Return the model with events.
     *
     * @param constraints of nuisances of the density
     */
    FunctionalModel model(ShapeRatio shape, List<Modifier> constraints, EventData events, EventGenerator generator) {
        BinnedModel rates =
                new RateModels().with("events", nu, "rate", constraints).model("rate", 1, 0, highestRate);
        double start = lower + 0.65 * (upper - lower);
        ModelParameter theta = new ModelParameter(parameter, start, lower, upper, false);
        EventChannel channel = new EventChannel(RateModels.CHANNEL, List.of(new EventChannel.Process("events", shape)));
        JointModel joint = JointModel.of(rates, List.of(theta)).with(channel, events, generator);
        return FunctionalModel.of(joint, new ModelFunctions(List.of(), Map.of("rate", rate), parameter));
    }
}
