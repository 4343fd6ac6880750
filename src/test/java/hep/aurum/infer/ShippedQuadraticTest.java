package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.pyhf.FunctionsFile;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.interval.AllMinima;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.math.optim.Minimum;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;

/**
 * Recompute the numbers of {@code histograms/quadratic-signal}. Those expected were found by nested golden-section searches
 * over θ and both nuisances in another program.
 */
class ShippedQuadraticTest {

    private static FunctionalModel model() {
        Path folder = Path.of("histograms", "quadratic-signal");
        return FunctionalModel.of(
                BinnedModel.of(PyhfWorkspace.read(folder.resolve("workspace.json"))),
                FunctionsFile.read(folder.resolve("functions.json")));
    }

    @Test
    void twoMinimaAreVisible() {
        FunctionalModel model = model();
        List<Minimum> minima = AllMinima.of(model);
        int theta = model.indexOf("theta");

        assertThat(minima).hasSize(2);
        assertThat(minima.get(0).point(theta)).isCloseTo(1.045205, within(1e-6));
        assertThat(minima.get(0).value()).isCloseTo(26.053483, within(1e-6));
        assertThat(minima.get(1).point(theta)).isCloseTo(-1.732662, within(1e-6));
        assertThat(minima.get(1).value()).isCloseTo(27.434654, within(1e-6));
    }

    @Test
    void intervalsAreThePrintedOnes() {
        Profile profile = Profile.of(model());

        assertThat(profile.muHat()).isCloseTo(1.045205, within(1e-6));
        assertThat(profile.tMu(0.0)).isCloseTo(10.547909, within(1e-6));
        crossing(profile, 1.0, 0.5, 1.0, 0.802845);
        crossing(profile, 1.0, 1.1, 2.0, 1.275838);
        double threshold = ChiSquare.threshold(1, 0.95);
        crossing(profile, threshold, -3.0, -1.7, -2.124003);
        crossing(profile, threshold, -1.7, -1.0, -1.297638);
        crossing(profile, threshold, 0.0, 1.0, 0.539861);
        crossing(profile, threshold, 1.1, 3.0, 1.495262);
    }

    private static void crossing(Profile profile, double threshold, double low, double high, double printed) {
        double root = new BrentSolver(1e-10).solve(200, t -> profile.tMu(t) - threshold, low, high);
        assertThat(root).isCloseTo(printed, within(2e-6));
    }

    @Test
    void functionsSurviveAFile() {
        String json = FunctionsFile.toJson(FunctionsFile.read(Path.of("histograms/quadratic-signal/functions.json")));

        assertThat(FunctionsFile.toJson(FunctionsFile.parse(json, "copy"))).isEqualTo(json);
        assertThat(json).contains("\"mu_quadratic\"").contains("\"theta\" : 2");
    }
}
