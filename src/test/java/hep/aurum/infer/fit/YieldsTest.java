package hep.aurum.infer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Compare yields and their errors with models that can be solved by hand. */
class YieldsTest {

    private static BinnedModel model(List<Double> observed, String poi, Sample... samples) {
        return BinnedModel.of(new Workspace(
                List.of(new Channel("SR", List.of(samples))),
                List.of(new Observation("SR", observed)),
                List.of(new Measurement("m", poi, List.of()))));
    }

    /** Signal 10 μ with μ free, background 50 γ with γ known to 14 %, 65 events seen. */
    private static BinnedModel signalAndBackground() {
        return model(
                List.of(65.0),
                "mu",
                new Sample("signal", List.of(10.0), List.of(new Modifier.NormFactor("mu"))),
                new Sample("background", List.of(50.0), List.of(new Modifier.ShapeSys("gamma", List.of(7.0)))));
    }

    private static void assertYield(Yields.Yield yield, double value, double error) {
        assertThat(yield.value()).isCloseTo(value, within(1e-7));
        assertThat(yield.error()).isCloseTo(error, within(1e-6));
    }

    /**
     * Up 1.1 and down 0.9 of 100 events. The odd orders of the polynomial give the slope \( a_1 = (15 A_0 - 7 A_1 + A_2)/8 \)
     * with half differences \( A_0 = 0.1 \) of the values, \( A_1 \) of the slopes κ ln κ and \( A_2 \) of κ ln² κ.
     */
    @Test
    void prefitErrorOfANormalisationIsItsSlope() {
        double up = Math.log(1.1);
        double down = Math.log(0.9);
        double slope =
                (15.0 * 0.1 - 7.0 * 0.5 * (1.1 * up - 0.9 * down) + 0.5 * (1.1 * up * up - 0.9 * down * down)) / 8.0;
        BinnedModel model = model(
                List.of(100.0), "", new Sample("b", List.of(100.0), List.of(new Modifier.NormSys("xs", 0.9, 1.1))));

        Yields.ChannelYields channel = Yields.prefit(model).channels().get(0);

        assertYield(channel.samples().get(0).bins().get(0), 100.0, 100.0 * slope);
        assertYield(channel.total().sum(), 100.0, 100.0 * slope);
        assertThat(100.0 * slope).isBetween(10.0, 10.1);
    }

    /**
     * Outside ±1 the rate is \( \lambda = 100\cdot 1.1^\alpha \). The maximum is at \( n = \lambda + \alpha/\ln 1.1 \) and the
     * curvature there \( 1 + \lambda\ln^2 1.1 \); n is chosen so that α̂ = 1.5.
     */
    @Test
    void postfitErrorOfANormalisationIsSolved() {
        double log = Math.log(1.1);
        double rate = 100.0 * Math.exp(1.5 * log);
        BinnedModel model = model(
                List.of(rate + 1.5 / log),
                "",
                new Sample("b", List.of(100.0), List.of(new Modifier.NormSys("xs", 0.9, 1.1))));

        Yields.ChannelYields channel = Yields.postfit(
                        model, Fitter.withDefaults().fit(model))
                .channels()
                .get(0);

        assertYield(channel.total().sum(), rate, rate * log / Math.sqrt(1.0 + rate * log * log));
        assertThat(channel.observed()).containsExactly(rate + 1.5 / log);
    }

    /** Before the fit the free normalisation contributes nothing; after it the total is known as the count is, to √n. */
    @Test
    void freeNormalisationMakesTheTotalTheCount() {
        BinnedModel model = signalAndBackground();

        Yields.ChannelYields before = Yields.prefit(model).channels().get(0);
        Yields.ChannelYields after = Yields.postfit(model, Fitter.withDefaults().fit(model))
                .channels()
                .get(0);

        assertYield(before.samples().get(0).sum(), 10.0, 0.0);
        assertYield(before.samples().get(1).sum(), 50.0, 7.0);
        assertYield(before.total().sum(), 60.0, 7.0);
        assertYield(after.samples().get(0).sum(), 15.0, Math.sqrt(65.0 + 49.0));
        assertYield(after.samples().get(1).sum(), 50.0, 7.0);
        assertYield(after.total().sum(), 65.0, Math.sqrt(65.0));
    }

    /**
     * Linear rates on their own expectation: \( V^{-1} = 1 + \Delta^T\lambda^{-1}\Delta \) for two nuisances that share three
     * bins, inverted by hand. The first moves events between bins, so that the sum over bins is independent of it.
     */
    @Test
    void linearModelPropagatesItsCovariance() {
        double[] rate = {100.0, 50.0, 25.0};
        double[] first = {6.0, -4.0, -2.0};
        double[] second = {5.0, 5.0, -1.0};
        BinnedModel model = model(
                List.of(100.0, 50.0, 25.0),
                "",
                new Sample(
                        "b",
                        List.of(100.0, 50.0, 25.0),
                        List.of(
                                new Modifier.HistoSys("a", List.of(94.0, 54.0, 27.0), List.of(106.0, 46.0, 23.0)),
                                new Modifier.HistoSys("b", List.of(95.0, 45.0, 26.0), List.of(105.0, 55.0, 24.0)))));
        double aa = 1.0;
        double bb = 1.0;
        double ab = 0.0;
        for (int i = 0; i < 3; i++) {
            aa += first[i] * first[i] / rate[i];
            bb += second[i] * second[i] / rate[i];
            ab += first[i] * second[i] / rate[i];
        }
        double determinant = aa * bb - ab * ab;

        Yields.SampleYields before = Yields.prefit(model).channels().get(0).total();
        Yields.SampleYields after = Yields.postfit(model, Fitter.withDefaults().fit(model))
                .channels()
                .get(0)
                .total();

        for (int i = 0; i < 3; i++) {
            double variance = (first[i] * first[i] * bb - 2.0 * first[i] * second[i] * ab + second[i] * second[i] * aa)
                    / determinant;
            assertYield(before.bins().get(i), rate[i], Math.hypot(first[i], second[i]));
            assertYield(after.bins().get(i), rate[i], Math.sqrt(variance));
        }
        assertYield(before.sum(), 175.0, 9.0);
        assertYield(after.sum(), 175.0, 9.0 * Math.sqrt(aa / determinant));
    }

    @Test
    void heldAndFixedParametersContributeNothing() {
        BinnedModel model = signalAndBackground();
        Map<String, Double> held = Map.of("mu", 2.0, "gamma[0]", 1.2);

        Yields.ChannelYields before = Yields.prefit(model, held).channels().get(0);
        Yields.ChannelYields after = Yields.postfit(model, Fitter.withDefaults().fit(model, held))
                .channels()
                .get(0);

        assertYield(before.total().sum(), 80.0, 0.0);
        assertYield(after.total().sum(), 80.0, 0.0);
        assertThatThrownBy(() -> Yields.prefit(model, Map.of("nu", 1.0))).isInstanceOf(NotFound.class);
    }

    private static Yields.Yield luminosity(Optional<Boolean> isFixed) {
        ParameterSettings settings = new ParameterSettings(
                "lumi",
                List.of(1.1),
                List.of(new ParameterSettings.Interval(0.5, 1.5)),
                List.of(1.0),
                List.of(0.02),
                isFixed);
        Sample sample = new Sample("b", List.of(100.0), List.of(new Modifier.Lumi("lumi")));
        Workspace workspace = new Workspace(
                List.of(new Channel("SR", List.of(sample))),
                List.of(new Observation("SR", List.of(100.0))),
                List.of(new Measurement("m", "", List.of(settings))));
        return Yields.prefit(BinnedModel.of(workspace))
                .channels()
                .get(0)
                .total()
                .sum();
    }

    /** The measured value 1 counts where the parameter is free, the starting value 1.1 where it is fixed. */
    @Test
    void parametersFixedByTheMeasurementContributeNothing() {
        assertYield(luminosity(Optional.empty()), 100.0, 2.0);
        assertYield(luminosity(Optional.of(true)), 110.0, 0.0);
    }

    @Test
    void missingCovarianceMakesErrorsUnknown() {
        BinnedModel model = signalAndBackground();
        FitResult fit = Fitter.withDefaults().fit(model);
        FitResult flat = new FitResult(
                fit.bestfit(),
                fit.errors(),
                fit.twiceNll(),
                fit.edm(),
                fit.gradientNorm(),
                false,
                Covariance.of(List.of(), new double[0]),
                fit.iterations(),
                List.of());

        Yields.Yield total =
                Yields.postfit(model, flat).channels().get(0).total().sum();

        assertThat(total.value()).isCloseTo(65.0, within(1e-7));
        assertThat(total.error()).isNaN();
    }

    @Test
    void covarianceGivesVariancesAndCorrelations() {
        Covariance covariance = Covariance.of(List.of("a", "b"), new double[] {4.0, -3.0, -3.0, 9.0});

        assertThat(covariance.correlations()).isDeepEqualTo(new double[][] {{1.0, -0.5}, {-0.5, 1.0}});
        assertThat(covariance.variance(new double[] {1.0, 1.0})).isEqualTo(7.0);
        assertThat(covariance.variance(new double[] {0.0, 2.0})).isEqualTo(36.0);
        assertThatIllegalArgumentException().isThrownBy(() -> covariance.variance(new double[1]));
    }
}
