package hep.aurum.infer;

import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import java.util.Map;

/** Build counting experiments of one bin: n is Poisson with mean μ s + b. */
public final class Counting {

    private Counting() {}

    /** Without nuisances, 0 ≤ μ ≤ 100. */
    public static BinnedModel known(double signal, double background, double observed) {
        return model(signal, background, observed, List.of());
    }

    /** With a background that an auxiliary count measures to the given uncertainty. */
    public static BinnedModel uncertain(double signal, double background, double sigma, double observed) {
        return model(signal, background, observed, List.of(new Modifier.ShapeSys("background", List.of(sigma))));
    }

    private static BinnedModel model(double signal, double background, double observed, List<Modifier> modifiers) {
        return BinnedModel.of(new Workspace(
                List.of(new Channel(
                        "counting",
                        List.of(
                                new Sample("signal", List.of(signal), List.of(new Modifier.NormFactor("mu"))),
                                new Sample("background", List.of(background), modifiers)))),
                List.of(new Observation("counting", List.of(observed))),
                List.of(new Measurement(
                        "measurement", "mu", List.of(ParameterSettings.of("mu").withRange(1.0, 0.0, 100.0))))));
    }

    /** The rate 100 + 50 (1 + 2θ + 2θ²), whose least value is 125 at θ = −1/2. */
    public static FunctionalModel quadratic(double observed) {
        return FunctionalModel.of(
                known(50.0, 100.0, observed),
                new ModelFunctions(
                        List.of(new ModelParameter("theta", 0.0, -4.0, 3.0, false)),
                        Map.of("mu", Polynomial.of("theta", 1.0, 2.0, 2.0)),
                        "theta"));
    }
}
