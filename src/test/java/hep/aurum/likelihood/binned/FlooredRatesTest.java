package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Look at the Poisson term below its floor, and at what the model says about such bins. */
class FlooredRatesTest {

    private static final double FLOOR = PoissonTerm.FLOOR;

    /** The floor is ε e^{λ/ε − 1}, of which value and slope at λ = ε are ε and 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, 1.0, 3.0, 1e6})
    void floorJoinsInValueAndSlope(double n) {
        double above = FLOOR;
        double below = Math.nextDown(FLOOR);

        double slope = 2.0 * (1.0 - n / FLOOR);
        assertThat(PoissonTerm.value(n, above))
                .isCloseTo(2.0 * (FLOOR - n * Math.log(FLOOR)), within(1e-13 * (1.0 + n)));
        assertThat(PoissonTerm.value(n, below)).isCloseTo(PoissonTerm.value(n, above), within(1e-13 * (1.0 + n)));
        assertThat(PoissonTerm.first(n, above)).isCloseTo(slope, within(1e-12 * Math.abs(slope)));
        assertThat(PoissonTerm.first(n, below)).isCloseTo(slope, within(1e-12 * Math.abs(slope)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e6, -1e3, -1.0, -1e-3, -1e-6, -1e-8, -1e-9, -1e-12, -0.0, 0.0, 1e-12, 5e-10})
    void termIsFiniteAndFallsTowardsPositiveRates(double rate) {
        for (double n : new double[] {0.0, 0.5, 1.0, 40.0, 1e6}) {
            assertThat(PoissonTerm.value(n, rate)).isFinite();
            assertThat(PoissonTerm.second(n, rate)).isFinite().isNotNegative();
            assertThat(Deviance.poisson(n, rate)).isFinite().isNotNegative();
            // −2n/ε, and at most 2 floored(λ)/ε ≤ 2 more.
            assertThat(PoissonTerm.first(n, rate)).isBetween(-2.0 * n / FLOOR, 2.0 - 2.0 * n / FLOOR);
        }
        assertThat(PoissonTerm.floored(rate)).isNotNegative().isLessThan(FLOOR);
    }

    /** Central differences of the value, in units of ε. */
    @ParameterizedTest
    @ValueSource(doubles = {-5.0, -1.0, 0.0, 0.5, 0.9})
    void slopeBelowTheFloorIsThatOfTheValue(double units) {
        double rate = units * FLOOR;
        double step = 1e-4 * FLOOR;

        double slope = (PoissonTerm.value(0.0, rate + step) - PoissonTerm.value(0.0, rate - step)) / (2.0 * step);
        double curvature = (PoissonTerm.first(0.0, rate + step) - PoissonTerm.first(0.0, rate - step)) / (2.0 * step);
        // The error of a central difference of e^x with step 1e-4 is 1e-8/6 of the slope; rounding adds 1e-11.
        assertThat(PoissonTerm.first(0.0, rate)).isCloseTo(slope, within(2e-9 * slope));
        assertThat(PoissonTerm.second(0.0, rate)).isCloseTo(curvature, within(2e-9 * curvature));
        double pushed = (PoissonTerm.value(2.0, rate + step) - PoissonTerm.value(2.0, rate - step)) / (2.0 * step);
        assertThat(PoissonTerm.first(2.0, rate)).isCloseTo(pushed, within(1e-9 * Math.abs(pushed)));
        assertThat(PoissonTerm.second(2.0, rate)).isEqualTo(PoissonTerm.second(0.0, rate));
    }

    private static BinnedModel model() {
        Sample signal = new Sample("signal", List.of(2.0, 1.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample(
                "background",
                List.of(10.0, 20.0),
                List.of(
                        new Modifier.HistoSys("jes", List.of(4.0, 19.0), List.of(16.0, 21.0)),
                        new Modifier.HistoSys("jer", List.of(11.0, 20.0), List.of(9.0, 20.0)),
                        new Modifier.HistoSys("helps", List.of(9.0, 20.0), List.of(11.0, 20.0)),
                        new Modifier.ShapeSys("stat", List.of(1.0, 1.0))));
        return BinnedModel.of(new Workspace(
                List.of(new Channel("SR", List.of(signal, background))),
                List.of(new Observation("SR", List.of(12.0, 0.0))),
                List.of(new Measurement("m", "mu", List.of()))));
    }

    private static double[] at(BinnedModel model, String name, double value, String other, double otherValue) {
        double[] theta = model.initialPoint();
        theta[model.indexOf(name)] = value;
        theta[model.indexOf(other)] = otherValue;
        return theta;
    }

    /** 10 − 3·6 − 1 + 1 = −8 in the first bin by jes and jer, against helps; the second bin, 20 − 3, stays positive. */
    @Test
    void variationsThatMakeASampleNegativeAreNamedLargestFirst() {
        BinnedModel model = model();
        double[] theta = at(model, "jes", -3.0, "jer", 1.0);
        theta[model.indexOf("mu")] = 0.5;
        theta[model.indexOf("helps")] = 1.0;

        assertThat(model.warnings(theta))
                .containsExactly("the expected rate of channel SR bin 0 is -7.0 "
                        + "(background -8.0 by jes = -3.0, jer = 1.0) and was floored at 1.0E-9");
    }

    @Test
    void factorsThatMakeASampleNegativeAreNamed() {
        BinnedModel model = model();

        assertThat(model.warnings(at(model, "mu", -6.0, "jes", 0.0)))
                .containsExactly("the expected rate of channel SR bin 0 is -2.0 "
                        + "(signal -12.0 by mu = -6.0) and was floored at 1.0E-9");
        assertThat(model.warnings(at(model, "mu", 0.0, "stat[1]", -0.5)))
                .containsExactly("the expected rate of channel SR bin 1 is -10.0 "
                        + "(signal 0.0 by mu = 0.0; background -10.0 by stat[1] = -0.5) and was floored at 1.0E-9");
    }

    @Test
    void templatesThatAreEmptyAreNamed() {
        Sample empty = new Sample("empty", List.of(0.0), List.of(new Modifier.NormFactor("mu")));
        BinnedModel model = BinnedModel.of(new Workspace(
                List.of(new Channel("SR", List.of(empty))),
                List.of(new Observation("SR", List.of(1.0))),
                List.of(new Measurement("m", "mu", List.of()))));

        assertThat(model.warnings(model.initialPoint()))
                .containsExactly("the expected rate of channel SR bin 0 is 0.0 "
                        + "(empty 0.0 as in its template) and was floored at 1.0E-9");
    }

    @Test
    void likelihoodIsFiniteFarBelowZero() {
        BinnedModel model = model();
        double[] theta = at(model, "mu", -1e6, "jes", -5.0);
        int k = theta.length;
        double[] gradient = new double[k];
        double[] hessian = new double[k * k];

        double value = model.twiceNll().evaluate(theta, gradient, hessian);

        assertThat(value).isFinite();
        for (double g : gradient) {
            assertThat(g).isFinite();
        }
        for (double h : hessian) {
            assertThat(h).isFinite();
        }
        // Two events per unit of mu in a bin with twelve: -2n/ε times 2.
        assertThat(gradient[model.indexOf("mu")]).isCloseTo(-2.0 * 12.0 / FLOOR * 2.0, within(1.0));
    }
}
