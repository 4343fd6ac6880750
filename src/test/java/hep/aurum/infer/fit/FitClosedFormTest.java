package hep.aurum.infer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Compare fits, profile errors and impacts with models that can be solved by hand. */
class FitClosedFormTest {

    private static BinnedModel model(
            List<Sample> samples, List<Double> observed, List<ParameterSettings> settings, InterpolationCodes codes) {
        Workspace workspace = new Workspace(
                List.of(new Channel("SR", samples)),
                List.of(new Observation("SR", observed)),
                List.of(new Measurement("m", "mu", settings)));
        return BinnedModel.of(workspace, codes);
    }

    private static Sample signal(Double... data) {
        return new Sample("signal", List.of(data), List.of(new Modifier.NormFactor("mu")));
    }

    /** The count n = 7 with rate μ. */
    private static BinnedModel counting(double lower) {
        return model(
                List.of(signal(1.0)),
                List.of(7.0),
                List.of(ParameterSettings.of("mu").withRange(8.0, lower, 100.0)),
                InterpolationCodes.withDefaults());
    }

    private static double rise(double mu, double n) {
        return 2.0 * (mu - n + n * Math.log(n / mu));
    }

    /** Two unknowns, two counts: the maximum fits both exactly, μ̂ = (n − b)/s and γ̂ = 1; μ's variance is n + (bσ)². */
    @Test
    void oneBinWithAShapeUncertaintyIsSolved() {
        Sample background =
                new Sample("background", List.of(50.0), List.of(new Modifier.ShapeSys("gamma", List.of(7.0))));
        FitResult fit = Fitter.withDefaults()
                .fit(model(
                        List.of(signal(10.0), background),
                        List.of(65.0),
                        List.of(),
                        InterpolationCodes.withDefaults()));

        assertThat(fit.bestfit().get("mu")).isCloseTo(1.5, within(1e-10));
        assertThat(fit.bestfit().get("gamma[0]")).isCloseTo(1.0, within(1e-10));
        // The curvature is that of the point before the last step, a millionth of an error away.
        assertThat(fit.errors().get("mu")).isCloseTo(Math.sqrt(65.0 + 49.0) / 10.0, within(1e-8));
        assertThat(fit.errors().get("gamma[0]")).isCloseTo(0.14, within(1e-8));
        assertThat(fit.covariance().correlation("mu", "gamma[0]"))
                .isCloseTo(-7.0 / Math.sqrt(65.0 + 49.0), within(1e-8));
        assertThat(fit.edm()).isLessThan(1e-12);
        assertThat(fit.gradientNorm()).isLessThan(1e-6);
        assertThat(fit.isCovarianceOk()).isTrue();
    }

    @Test
    void profileErrorsOfACountSolveTheirEquation() {
        ProfileErrors.Errors errors = ProfileErrors.of(counting(0.0), "mu");

        assertThat(errors.bestfit()).isCloseTo(7.0, within(1e-9));
        assertThat(rise(7.0 + errors.lower(), 7.0)).isCloseTo(1.0, within(1e-8));
        assertThat(rise(7.0 + errors.upper(), 7.0)).isCloseTo(1.0, within(1e-8));
        assertThat(errors.lower()).isNegative();
        assertThat(errors.upper()).isGreaterThan(-errors.lower());
        assertThat(errors.isLowerAtBound() || errors.isUpperAtBound() || errors.isNewMinimum())
                .isFalse();
    }

    @Test
    void aProfileThatMeetsABoundSaysSo() {
        ProfileErrors.Errors errors = ProfileErrors.of(counting(6.0), "mu");

        assertThat(errors.lower()).isCloseTo(-1.0, within(1e-9));
        assertThat(errors.isLowerAtBound()).isTrue();
        assertThat(errors.isUpperAtBound()).isFalse();
        assertThat(rise(7.0 + errors.upper(), 7.0)).isCloseTo(1.0, within(1e-8));
    }

    @Test
    void aHigherRiseReachesFarther() {
        ProfileErrors.Errors errors = ProfileErrors.of(counting(0.0), "mu", 4.0, Map.of());

        assertThat(rise(7.0 + errors.upper(), 7.0)).isCloseTo(4.0, within(1e-7));
    }

    /**
     * A linear model with Asimov data of μ = 1: n = 10⁴ μ + 10⁴ (1 + .02 α₁ + .01 α₂). The fit is at α = 0, and holding α₁ at
     * ±σ moves μ by ∓.02 exactly; α is not constrained by the one bin, so that pre- and post-fit impacts agree.
     */
    @Test
    void impactsOfIndependentLinearNuisancesAreTheirShifts() {
        Sample background = new Sample(
                "background",
                List.of(10000.0),
                List.of(
                        new Modifier.HistoSys("small", List.of(9900.0), List.of(10100.0)),
                        new Modifier.HistoSys("large", List.of(9800.0), List.of(10200.0))));
        BinnedModel model = model(
                List.of(signal(10000.0), background), List.of(20000.0), List.of(), InterpolationCodes.validation());

        FitResult fit = Fitter.withDefaults().fit(model);
        List<Impacts.Impact> impacts = Impacts.of(model, fit);

        assertThat(impacts).extracting(Impacts.Impact::parameter).containsExactly("large", "small");
        Impacts.Impact large = impacts.get(0);
        assertThat(large.up()).isCloseTo(-.02, within(1e-9));
        assertThat(large.down()).isCloseTo(.02, within(1e-9));
        assertThat(large.prefitUp()).isCloseTo(-.02, within(1e-9));
        assertThat(large.pull()).isCloseTo(0.0, within(1e-9));
        assertThat(large.constraint()).isCloseTo(1.0, within(1e-9));
        assertThat(impacts.get(1).up()).isCloseTo(-.01, within(1e-9));
        // Variance of μ: 2·10⁴/10⁸ by statistics, and the squares of the impacts.
        assertThat(fit.errors().get("mu")).isCloseTo(Math.sqrt(2e-4 + 4e-4 + 1e-4), within(1e-9));
    }

    @Test
    void aScanOfACountIsItsLikelihoodRatio() {
        ProfileScan scan =
                ProfileScan.of(counting(0.0), List.of("mu"), List.of(List.of(4.0), List.of(7.0), List.of(11.0)));

        assertThat(scan.twiceDeltaNll().get(0)).isCloseTo(rise(4.0, 7.0), within(1e-9));
        assertThat(scan.twiceDeltaNll().get(1)).isCloseTo(0.0, within(1e-9));
        assertThat(scan.twiceDeltaNll().get(2)).isCloseTo(rise(11.0, 7.0), within(1e-9));
    }

    /** Both variations of a folded nuisance raise the rate: −2 ln L is symmetric in α and has two valleys. */
    private static BinnedModel folded(double asymmetry) {
        List<Double> lo = List.of(130.0 - asymmetry, 60.0 - asymmetry);
        List<Double> hi = List.of(130.0 + asymmetry, 60.0 + asymmetry);
        Sample background =
                new Sample("background", List.of(100.0, 100.0), List.of(new Modifier.HistoSys("alpha", lo, hi)));
        return model(
                List.of(signal(1e-3, 1e-3), background),
                List.of(150.0, 40.0),
                List.of(new ParameterSettings("mu", List.of(1.0), List.of(), List.of(), List.of(), Optional.of(true))),
                InterpolationCodes.withDefaults());
    }

    @Test
    void theDeeperOfTwoValleysIsFoundFromBothSides() {
        for (double asymmetry : new double[] {-2.0, 2.0}) {
            BinnedModel model = folded(asymmetry);
            assertThat(model.foldedParameters()).containsExactly(model.indexOf("alpha"));

            FitResult fit = Fitter.withDefaults().fit(model);

            double[] theta = model.initialPoint();
            double lowest = Double.POSITIVE_INFINITY;
            double place = 0.0;
            for (int i = -3000; i <= 3000; i++) {
                theta[model.indexOf("alpha")] = 1e-3 * i;
                double value = model.twiceNll().value(theta);
                place = value < lowest ? 1e-3 * i : place;
                lowest = Math.min(lowest, value);
            }
            assertThat(fit.twiceNll()).isLessThanOrEqualTo(lowest).isCloseTo(lowest, within(1e-3));
            assertThat(fit.bestfit().get("alpha")).isCloseTo(place, within(1e-3));
            assertThat(fit.warnings()).anyMatch(warning -> warning.contains("another minimum"));
        }
    }

    /** No factor is zero, one is, two are: the rows of the Hessian are the differences of the gradient. */
    @Test
    void derivativesWithZeroFactorsAreDifferencesOfTheGradient() {
        List<Modifier> modifiers = new ArrayList<>(signal(1.0).modifiers());
        modifiers.add(new Modifier.NormFactor("k"));
        modifiers.add(new Modifier.NormSys("a", 0.9, 1.2));
        modifiers.add(new Modifier.HistoSys("h", List.of(4.0, 7.0), List.of(6.0, 10.0)));
        BinnedModel model = model(
                List.of(
                        new Sample("signal", List.of(5.0, 8.0), modifiers),
                        new Sample(
                                "background",
                                List.of(20.0, 30.0),
                                List.of(new Modifier.StatError("s", List.of(2.0, 3.0))))),
                List.of(27.0, 35.0),
                List.of(),
                InterpolationCodes.withDefaults());
        for (double[] zero : new double[][] {{.7, .8}, {0.0, .8}, {0.0, 0.0}}) {
            double[] theta = model.initialPoint();
            theta[model.indexOf("mu")] = zero[0];
            theta[model.indexOf("k")] = zero[1];
            theta[model.indexOf("a")] = .4;
            theta[model.indexOf("h")] = -.3;
            int n = theta.length;
            double[] hessian = new double[n * n];
            double[] up = new double[n];
            double[] down = new double[n];
            double[] unused = new double[n * n];
            model.twiceNll().evaluate(theta, up, hessian);
            for (int i = 0; i < n; i++) {
                double[] moved = theta.clone();
                moved[i] = theta[i] + 1e-5;
                model.twiceNll().evaluate(moved, up, unused);
                moved[i] = theta[i] - 1e-5;
                model.twiceNll().evaluate(moved, down, unused);
                for (int j = 0; j < n; j++) {
                    assertThat(hessian[i * n + j]).isCloseTo((up[j] - down[j]) / 2e-5, within(1e-5));
                }
            }
        }
    }
}
