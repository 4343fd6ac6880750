package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;

/**
 * The four-bin problem of ROOT's FourBinInstructional.C: two regions with a signal, on and off, and two without,
 * n_on ~ s + b, n_off ~ τ ρ b, n̄_on ~ b̄, n̄_off ~ τ b̄, with ρ measured to 1.27824 ± 0.2.
 */
class FourBinTest {

    private static Channel channel(String name, Sample... samples) {
        return new Channel(name, List.of(samples));
    }

    private static Sample unit(String name, String... factors) {
        List<Modifier> modifiers = new ArrayList<>();
        for (String factor : factors) {
            modifiers.add(factor.equals("lumi") ? new Modifier.Lumi("lumi") : new Modifier.NormFactor(factor));
        }
        return new Sample(name, List.of(1.0), modifiers);
    }

    private static BinnedModel model() {
        return BinnedModel.of(new Workspace(
                List.of(
                        channel("on", unit("signal", "s"), unit("background", "b")),
                        channel("off", unit("background", "tau", "lumi", "b")),
                        channel("on_bar", unit("background", "bbar")),
                        channel("off_bar", unit("background", "tau", "bbar"))),
                List.of(
                        new Observation("on", List.of(139.0)),
                        new Observation("off", List.of(528.0)),
                        new Observation("on_bar", List.of(993.0)),
                        new Observation("off_bar", List.of(4906.0))),
                List.of(new Measurement(
                        "m",
                        "s",
                        List.of(
                                ParameterSettings.of("s").withRange(40.0, 0.0, 300.0),
                                ParameterSettings.of("b").withRange(100.0, 0.0, 300.0),
                                ParameterSettings.of("tau").withRange(5.0, 0.0, 50.0),
                                ParameterSettings.of("bbar").withRange(1000.0, 0.0, 3000.0),
                                ParameterSettings.of("lumi")
                                        .withRange(1.27824, 0.1, 3.0)
                                        .withConstraint(1.27824, 0.2))))));
    }

    /** The tutorial prints [12.1902, 88.6871], of its minimiser's tolerance. */
    @Test
    void profileLikelihoodIntervalIsThePublishedOne() {
        Profile profile = Profile.of(model());
        double threshold = ChiSquare.threshold(1, 0.95);
        BrentSolver solver = new BrentSolver(1e-9);

        double lower = solver.solve(200, s -> profile.tMu(s) - threshold, 0.1, profile.muHat());
        double upper = solver.solve(200, s -> profile.tMu(s) - threshold, profile.muHat(), 200.0);

        // The four expectations equal the four counts at the minimum: ŝ = 139 − 528 · 993 / (4906 · 1.27824).
        assertThat(profile.muHat()).isCloseTo(139.0 - 528.0 * 993.0 / (4906.0 * 1.27824), within(1e-6));
        assertThat(lower).isCloseTo(12.1902, within(3e-3));
        assertThat(upper).isCloseTo(88.6871, within(6e-2));
        assertThat(lower).isCloseTo(12.188, within(1e-3));
        assertThat(upper).isCloseTo(88.635, within(1e-3));
    }
}
