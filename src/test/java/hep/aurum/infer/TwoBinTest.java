package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compare with the two-bin example of pyhf's front page.
 *
 * <p>The conditional fits of this model are roots of a quadratic equation, so that every number has a closed form. The
 * figures marked exact were computed from it with 30 digits (mpmath); those marked published are pyhf's own, which carry
 * the tolerance of its optimiser: at its printed limits the exact CLs is .0500005, and .049942 at the lowest one.
 */
class TwoBinTest {

    private static final List<Double> EXACT_BAND = List.of(
            0.00260640458429110728,
            0.0138206400378459696,
            0.0644551547704589125,
            0.235260903123940431,
            0.573041654982049322);
    private static final List<Double> PUBLISHED_BAND =
            List.of(.0026062610, .0138200536, .0644532054, .2352564386, .5730362059);
    private static final List<Double> PUBLISHED_LIMITS =
            List.of(.5600747, .75702605, 1.06234693, 1.50116923, 2.05078912);

    static Workspace workspace() {
        Sample signal = new Sample("signal", List.of(12.0, 11.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample(
                "background",
                List.of(50.0, 52.0),
                List.of(new Modifier.ShapeSys("uncorr_bkguncrt", List.of(3.0, 7.0))));
        return new Workspace(
                List.of(new Channel("singlechannel", List.of(signal, background))),
                List.of(new Observation("singlechannel", List.of(51.0, 48.0))),
                List.of(new Measurement("meas", "mu", List.of())));
    }

    private final BinnedModel model = BinnedModel.of(workspace());

    @Test
    void initialPointHasThePublishedLikelihood() {
        double twiceNll = model.twiceNll().value(model.initialPoint());

        assertThat(twiceNll).isCloseTo(30.775254346, within(5e-10));
    }

    @Test
    void fitFindsTheBoundary() {
        FitResult fit = Fitter.withDefaults().fit(model);

        assertThat(fit.bestfit().get("mu")).isZero();
        assertThat(fit.twiceNll()).isCloseTo(24.983935, within(5e-7));
        assertThat(fit.edm()).isLessThan(1e-12);
        assertThat(fit.isCovarianceOk()).isTrue();
        assertThat(fit.warnings()).anyMatch(w -> w.contains("\"mu\" is at its bound"));
    }

    @Test
    void confidenceLevelsAreExact() {
        TestResult result = AsymptoticTest.of(model).at(1.0);

        assertThat(result.q()).isCloseTo(3.93824493337548277, within(1e-12));
        assertThat(result.qAsimov()).isCloseTo(3.41886907161059615, within(1e-11));
        assertThat(result.cls()).isCloseTo(0.0525155251461228819, within(1e-12));
        assertThat(result.clsb()).isCloseTo(0.0233249626935190795, within(1e-12));
        assertThat(result.clb()).isCloseTo(0.444153659867592806, within(1e-12));
        for (int i = 0; i < 5; i++) {
            assertThat(result.clsExpected().get(i)).isCloseTo(EXACT_BAND.get(i), within(1e-12));
        }
    }

    @Test
    void confidenceLevelsAreThePublishedOnesWithinTheirTolerance() {
        TestResult result = AsymptoticTest.of(model).at(1.0);

        assertThat(result.cls()).isCloseTo(.0525149742, within(6e-7));
        assertThat(result.clsb()).isCloseTo(.02332502, within(6e-8));
        assertThat(result.clb()).isCloseTo(.4441594, within(6e-6));
        for (int i = 0; i < 5; i++) {
            assertThat(result.clsExpected().get(i)).isCloseTo(PUBLISHED_BAND.get(i), within(6e-6));
        }
    }

    @Test
    void upperLimitsAreThePublishedOnesWithinTheirTolerance() {
        LimitResult limit = UpperLimit.withDefaults().of(model);

        assertThat(limit.observed()).isCloseTo(1.01156939, within(3e-6));
        assertThat(limit.expected().get(0)).isCloseTo(PUBLISHED_LIMITS.get(0), within(2e-4));
        for (int i = 1; i < 5; i++) {
            assertThat(limit.expected().get(i)).isCloseTo(PUBLISHED_LIMITS.get(i), within(1.3e-5));
        }
    }

    @Test
    void upperLimitsAreRootsOfCls() {
        LimitResult limit = UpperLimit.withDefaults().of(model);
        AsymptoticTest test = AsymptoticTest.of(model);

        assertThat(test.at(limit.observed()).cls()).isCloseTo(0.05, within(1e-10));
        for (int i = 0; i < 5; i++) {
            assertThat(test.at(limit.expected().get(i)).clsExpected().get(i)).isCloseTo(0.05, within(1e-10));
        }
    }
}
