package hep.aurum.infer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compare the statistic of the saturated model and its p-values with closed forms. */
class GoodnessOfFitTest {

    private static final Map<String, Double> UNIT = Map.of("mu", 1.0);

    private static BinnedModel model(List<Double> observed, Sample... samples) {
        return BinnedModel.of(new Workspace(
                List.of(new Channel("SR", List.of(samples))),
                List.of(new Observation("SR", observed)),
                List.of(new Measurement("m", "mu", List.of()))));
    }

    private static Sample scaled(Double... rates) {
        return new Sample("signal", List.of(rates), List.of(new Modifier.NormFactor("mu")));
    }

    private static double term(double n, double mu) {
        return n == 0.0 ? 2.0 * mu : 2.0 * (mu - n + n * Math.log(n / mu));
    }

    private static GoodnessOfFit test(BinnedModel model, Map<String, Double> held) {
        return GoodnessOfFit.of(model, Fitter.withDefaults().fit(model, held), held);
    }

    /** With four degrees of freedom the chi-square law is \( e^{-t/2}(1 + t/2) \). */
    @Test
    void fixedRatesGiveTheSumOverBins() {
        GoodnessOfFit test = test(model(List.of(12.0, 0.0, 7.0, 30.0), scaled(10.0, 1.5, 7.0, 25.0)), UNIT);

        double t = term(12.0, 10.0) + 2.0 * 1.5 + 0.0 + term(30.0, 25.0);
        assertThat(test.statistic()).isCloseTo(t, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(4);
        assertThat(test.pValue().orElseThrow()).isCloseTo(Math.exp(-t / 2.0) * (1.0 + t / 2.0), within(1e-12));
    }

    /** The free normalisation is fitted to the sum, 49/43.5, and takes one of three degrees of freedom. */
    @Test
    void freeParameterTakesADegreeOfFreedom() {
        BinnedModel model = model(List.of(12.0, 7.0, 30.0), scaled(10.0, 8.5, 25.0));

        GoodnessOfFit test = GoodnessOfFit.of(model, Fitter.withDefaults().fit(model));

        double mu = 49.0 / 43.5;
        double t = term(12.0, 10.0 * mu) + term(7.0, 8.5 * mu) + term(30.0, 25.0 * mu);
        assertThat(test.statistic()).isCloseTo(t, within(1e-10));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue().orElseThrow()).isCloseTo(Math.exp(-t / 2.0), within(1e-10));
    }

    /** With z = (n − λ)/√λ a term is \( z^2 - z^3/(3\sqrt\lambda) + \dots \): at λ = 10¹² the third order is a millionth. */
    @Test
    void largeCountsGiveChiSquare() {
        double rate = 1e12;
        GoodnessOfFit test = test(model(List.of(rate + 2e6, rate - 1e6, rate + 3e6), scaled(rate, rate, rate)), UNIT);

        double third = (8.0 - 1.0 + 27.0) / (3.0 * 1e6);
        assertThat(test.statistic()).isCloseTo(14.0 - third, within(1e-9));
    }

    /** Background known as well as its count: \( (n-b)^2/(b + \Delta^2) \), up to the relative third order \( z/\sqrt b \). */
    @Test
    void constraintTermsCount() {
        Sample background = new Sample(
                "background",
                List.of(1e8),
                List.of(new Modifier.HistoSys("shape", List.of(1e8 - 1e4), List.of(1e8 + 1e4))));
        GoodnessOfFit test = test(model(List.of(1e8 + 2e4), scaled(0.0), background), UNIT);

        assertThat(test.statistic()).isCloseTo(2.0, within(1e-3));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
    }

    /** With μ = 0 the counts 65 and τ = 50²/7² are both fitted by γ̂ = (65 + τ)/(50 + τ). */
    @Test
    void poissonConstraintsCountByTheirOwnDeviance() {
        Sample background =
                new Sample("background", List.of(50.0), List.of(new Modifier.ShapeSys("gamma", List.of(7.0))));
        BinnedModel model = model(List.of(65.0), scaled(10.0), background);

        GoodnessOfFit test = test(model, Map.of("mu", 0.0));

        double tau = 2500.0 / 49.0;
        double gamma = (65.0 + tau) / (50.0 + tau);
        assertThat(test.statistic()).isCloseTo(term(65.0, 50.0 * gamma) + term(tau, tau * gamma), within(1e-10));
    }

    /** It is the difference of −2 ln L to a model that meets the counts: constants of the likelihood cancel. */
    @Test
    void statisticIsALikelihoodRatio() {
        BinnedModel model = model(List.of(12.0, 7.0, 30.0), scaled(10.0, 8.5, 25.0));
        BinnedModel saturated = model(List.of(12.0, 7.0, 30.0), scaled(12.0, 7.0, 30.0));
        FitResult fit = Fitter.withDefaults().fit(model);

        double difference = fit.twiceNll() - saturated.twiceNll().value(new double[] {1.0});

        assertThat(GoodnessOfFit.of(model, fit).statistic()).isCloseTo(difference, within(1e-10));
    }

    @Test
    void withoutDegreesOfFreedomThereIsNoPValue() {
        BinnedModel model = model(List.of(65.0), scaled(10.0));

        GoodnessOfFit test = GoodnessOfFit.of(model, Fitter.withDefaults().fit(model));

        assertThat(test.statistic()).isCloseTo(0.0, within(1e-10));
        assertThat(test.degreesOfFreedom()).isZero();
        assertThat(test.pValue()).isEmpty();
    }

    /**
     * One bin with 3 expected and 7 seen: counts as far off are 0 and 7 and more, of exact probability p = 0.0833 from the
     * Poisson law. Five standard deviations of 2000 toys: false alarm rate 6e-7.
     */
    @Test
    void toysGiveTheExactPValue() {
        BinnedModel model = model(List.of(7.0), scaled(3.0));
        double p = 0.0;
        double probability = Math.exp(-3.0);
        for (int n = 0; n < 60; n++) {
            p += term(n, 3.0) >= term(7.0, 3.0) ? probability : 0.0;
            probability *= 3.0 / (n + 1.0);
        }

        FitResult fit = Fitter.withDefaults().fit(model, UNIT);
        GoodnessOfFit test = GoodnessOfFit.byToys(model, fit, UNIT, 2000, 5);

        assertThat(p).isCloseTo(0.0833, within(5e-5));
        assertThat(test.pValue().orElseThrow()).isCloseTo(p, within(5.0 * Math.sqrt(p * (1.0 - p) / 2000.0)));
        assertThat(test).isEqualTo(GoodnessOfFit.byToys(model, fit, UNIT, 2000, 5));
        assertThat(GoodnessOfFit.of(model, fit, UNIT).pValue().orElseThrow())
                .isNotEqualTo(test.pValue().orElseThrow());
        assertThatIllegalArgumentException().isThrownBy(() -> GoodnessOfFit.byToys(model, fit, UNIT, 0, 5));
    }
}
