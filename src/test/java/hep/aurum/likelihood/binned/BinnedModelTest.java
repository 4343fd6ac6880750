package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BinnedModelTest {

    /** Two channels that use every modifier, one nuisance shared by normsys and histosys of the same sample. */
    static Workspace everything() {
        Sample signal = new Sample(
                "signal",
                List.of(3.0, 7.0, 4.0),
                List.of(
                        new Modifier.NormFactor("mu"),
                        new Modifier.NormFactor("scale"),
                        new Modifier.Lumi("lumi"),
                        new Modifier.NormSys("jes", 0.8, 1.1),
                        new Modifier.StatError("stat", List.of(0.3, 0.5, 0.2))));
        Sample first = new Sample(
                "first",
                List.of(30.0, 20.0, 12.0),
                List.of(
                        new Modifier.NormSys("jes", 0.95, 1.2),
                        new Modifier.NormSys("theory", 1.1, 0.7),
                        new Modifier.HistoSys("jes", List.of(28.0, 21.0, 11.0), List.of(33.0, 18.5, 12.5)),
                        new Modifier.HistoSys("shape", List.of(31.0, 18.0, 12.5), List.of(27.0, 24.0, 13.0)),
                        new Modifier.StatError("stat", List.of(1.0, 0.9, 0.8)),
                        new Modifier.Lumi("lumi")));
        Sample second = new Sample(
                "second",
                List.of(10.0, 0.0, 5.0),
                List.of(
                        new Modifier.ShapeSys("fakes", List.of(3.0, 1.0, 0.0)),
                        new Modifier.HistoSys("shape", List.of(9.0, 0.5, 5.0), List.of(12.0, 0.0, 5.5))));
        Sample control = new Sample(
                "first",
                List.of(100.0, 60.0, 30.0),
                List.of(new Modifier.ShapeFactor("free"), new Modifier.NormSys("jes", 0.9, 1.1)));
        Sample other = new Sample("other", List.of(5.0, 6.0, 7.0), List.of());
        return new Workspace(
                List.of(new Channel("SR", List.of(signal, first, second)), new Channel("CR", List.of(control, other))),
                List.of(
                        new Observation("SR", List.of(44.0, 25.0, 24.0)),
                        new Observation("CR", List.of(99.0, 70.0, 33.0))),
                List.of(new Measurement(
                        "m",
                        "mu",
                        List.of(
                                ParameterSettings.of("lumi")
                                        .withRange(1.0, 0.5, 1.5)
                                        .withConstraint(1.0, 0.02),
                                new ParameterSettings(
                                        "mu",
                                        List.of(),
                                        List.of(new ParameterSettings.Interval(-5.0, 10.0)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty())))));
    }

    private static double[] somewhere(BinnedModel model, long index) {
        UniformRandomProvider random = RandomStreams.of(7).stream("point", index);
        double[] theta = model.initialPoint();
        for (int i = 0; i < theta.length; i++) {
            theta[i] += random.nextDouble(-0.4, 0.4) * (index % 2 == 0 ? 1.0 : 4.0 * (theta[i] == 0.0 ? 1.0 : 0.1));
        }
        return theta;
    }

    private enum Codes {
        DEFAULTS(InterpolationCodes.withDefaults()),
        QUADRATIC(new InterpolationCodes(Interpolation.CODE4, Interpolation.CODE2)),
        VALIDATION(InterpolationCodes.validation());

        private final InterpolationCodes codes;

        Codes(InterpolationCodes codes) {
            this.codes = codes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfTheValue(Codes codes) {
        BinnedModel model = BinnedModel.of(everything(), codes.codes);

        for (long index = 0; index < 6; index++) {
            double[] theta = somewhere(model, index);
            if (index == 4) {
                theta[model.indexOf("mu")] = 0.0;
                theta[model.indexOf("free[1]")] = 0.0;
            }
            if (index == 5) {
                theta[model.indexOf("mu")] = 0.0;
                theta[model.indexOf("scale")] = 0.0;
            }
            assertDerivatives(model.twiceNll(), theta);
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesAlongAParameterAreThoseAtItsPlaces(Codes codes) {
        BinnedModel model = BinnedModel.of(everything(), codes.codes);
        Objective line = model.twiceNll();
        double[] places = {0.0, 0.3, -0.7, 1.0, 1.8, -2.5};

        for (long index = 0; index < 4; index++) {
            double[] theta = somewhere(model, index);
            for (int p = 0; p < theta.length; p++) {
                double[] values = line.valuesAlong(theta, p, places);
                for (int i = 0; i < places.length; i++) {
                    double[] at = theta.clone();
                    at[p] = places[i];
                    // Both sum the same terms in another order: a few roundings of each.
                    double expected = model.twiceNll().value(at);
                    assertThat(values[i])
                            .as("%s = %s", model.parameters().get(p).name(), places[i])
                            .isCloseTo(expected, within(1e-12 * (1.0 + Math.abs(expected))));
                }
                line.value(model.initialPoint());
            }
        }
    }

    private static void assertDerivatives(Objective objective, double[] theta) {
        int n = theta.length;
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        double value = objective.evaluate(theta, gradient, hessian);
        assertThat(objective.value(theta)).isEqualTo(value);
        double[] up = new double[n];
        double[] down = new double[n];
        double[] unused = new double[n * n];
        double step = 1e-5;
        for (int i = 0; i < n; i++) {
            double[] shifted = theta.clone();
            shifted[i] = theta[i] + step;
            double above = objective.evaluate(shifted, up, unused);
            shifted[i] = theta[i] - step;
            double below = objective.evaluate(shifted, down, unused);
            assertThat((above - below) / (2.0 * step))
                    .as("gradient %d", i)
                    .isCloseTo(gradient[i], within(2e-6 * (1.0 + Math.abs(gradient[i]))));
            for (int j = 0; j < n; j++) {
                double expected = (up[j] - down[j]) / (2.0 * step);
                double scale = Math.sqrt(Math.abs(hessian[i * n + i] * hessian[j * n + j]));
                assertThat(hessian[i * n + j])
                        .as("hessian %d %d", i, j)
                        .isCloseTo(expected, within(2e-5 * (1.0 + scale)));
                assertThat(hessian[i * n + j]).isEqualTo(hessian[j * n + i]);
            }
        }
    }

    @Test
    void parametersAreNamedAndFixedAsInPyhf() {
        BinnedModel model = BinnedModel.of(everything());

        List<String> names = new ArrayList<>();
        List<String> held = new ArrayList<>();
        model.parameters().forEach(p -> {
            names.add(p.name());
            if (p.isFixed()) {
                held.add(p.name());
            }
        });
        assertThat(names)
                .containsExactly(
                        "mu",
                        "scale",
                        "lumi",
                        "jes",
                        "stat[0]",
                        "stat[1]",
                        "stat[2]",
                        "theory",
                        "shape",
                        "fakes[0]",
                        "fakes[1]",
                        "fakes[2]",
                        "free[0]",
                        "free[1]",
                        "free[2]");
        assertThat(held).containsExactly("fakes[1]", "fakes[2]");
    }

    /** The rates of one bin, worked out by hand. */
    @Test
    void ratesAreSumsOfProducts() {
        BinnedModel model = BinnedModel.of(everything(), InterpolationCodes.validation());
        double[] theta = model.initialPoint();
        theta[model.indexOf("mu")] = 2.0;
        theta[model.indexOf("jes")] = 0.5;
        theta[model.indexOf("shape")] = -0.5;
        theta[model.indexOf("stat[0]")] = 1.1;
        theta[model.indexOf("fakes[0]")] = 0.9;

        double signal = 3.0 * 2.0 * Math.pow(1.1, 0.5) * 1.1;
        double first = (30.0 + 0.5 * 3.0 - 0.5 * (30.0 - 31.0)) * Math.pow(1.2, 0.5) * 1.1;
        double second = (10.0 - 0.5 * (10.0 - 9.0)) * 0.9;
        assertThat(model.rates(theta)[0]).isCloseTo(signal + first + second, within(1e-12));
    }

    @Test
    void statErrorsAddInQuadratureOverSamples() {
        BinnedModel model = BinnedModel.of(everything());
        Objective objective = model.twiceNll();
        double[] theta = model.initialPoint();
        int n = theta.length;
        double[] hessian = new double[n * n];
        BinnedModel empty = model.withCounts(new double[6]);
        int p = model.indexOf("stat[0]");

        // With no counts the Poisson terms are linear: the curvature along stat[0] is that of its constraint, 2/σ².
        empty.twiceNll().evaluate(theta, new double[n], hessian);
        double sigma = Math.sqrt(0.3 * 0.3 + 1.0) / 33.0;
        assertThat(hessian[p * n + p]).isCloseTo(2.0 / (sigma * sigma), within(1e-8));
        assertThat(objective.dimension()).isEqualTo(n);
    }

    @Test
    void asimovDataHaveTheirPointAsMinimum() {
        BinnedModel model = BinnedModel.of(everything());
        double[] theta = somewhere(model, 2);
        int n = theta.length;
        double[] gradient = new double[n];

        model.asimov(theta).twiceNll().evaluate(theta, gradient, new double[n * n]);

        for (int i = 0; i < n; i++) {
            if (!model.parameters().get(i).isFixed()) {
                assertThat(gradient[i]).as(model.parameters().get(i).name()).isCloseTo(0.0, within(1e-9));
            }
        }
    }

    @Test
    void negativeRatesAreFlooredAndNamed() {
        BinnedModel model = BinnedModel.of(everything());
        double[] theta = model.initialPoint();
        theta[model.indexOf("mu")] = -50.0;
        int n = theta.length;
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];

        double value = model.twiceNll().evaluate(theta, gradient, hessian);

        assertThat(value).isFinite();
        assertThat(gradient).doesNotContain(Double.NaN);
        assertThat(hessian).doesNotContain(Double.NaN);
        assertThat(model.warnings(theta)).anyMatch(w -> w.contains("channel SR bin 1") && w.contains("signal -350"));
        assertThat(model.warnings(model.initialPoint())).isEmpty();
    }

    @Test
    void floorJoinsInValueAndSlope() {
        double f = PoissonTerm.FLOOR;

        assertThat(PoissonTerm.value(3.0, f * (1.0 - 1e-9))).isCloseTo(PoissonTerm.value(3.0, f), within(1e-6));
        assertThat(PoissonTerm.first(3.0, f * (1.0 - 1e-9)))
                .isCloseTo(PoissonTerm.first(3.0, f), within(1e-6 * 6.0 / f));
        assertThat(PoissonTerm.floored(-1.0)).isGreaterThanOrEqualTo(0.0);
        assertThat(PoissonTerm.value(3.0, -1e6)).isFinite();
    }

    @Test
    void logFactorialIsExact() {
        double factorial = 1.0;
        for (int n = 2; n < 20; n++) {
            factorial *= n;
            assertThat(PoissonTerm.logFactorial(n)).isCloseTo(StrictMath.log(factorial), within(4e-15 * (1.0 + n * 3)));
        }
        // Γ(3/2) = √π / 2.
        assertThat(PoissonTerm.logFactorial(0.5))
                .isCloseTo(0.5 * StrictMath.log(StrictMath.PI) - StrictMath.log(2.0), within(2e-14));
    }

    /** With nominal 10, up 13 and down 9: a = 1, b = 2, and the tangents at ±1 have the slopes b ± 2a = 4 and 0. */
    @ParameterizedTest
    @CsvSource({"0, 10", "0.5, 11.25", "-0.5, 9.25", "1, 13", "-1, 9", "2, 17", "-2, 9", "-3, 9"})
    void codeTwoIsAParabolaWithItsTangents(double alpha, double rate) {
        Modifier shape = new Modifier.HistoSys("shape", List.of(9.0), List.of(13.0));
        Sample sample = new Sample("s", List.of(10.0), List.of(new Modifier.NormFactor("mu"), shape));
        Workspace workspace = new Workspace(
                List.of(new Channel("c", List.of(sample))),
                List.of(new Observation("c", List.of(10.0))),
                List.of(new Measurement("m", "mu", List.of())));
        BinnedModel model = BinnedModel.of(workspace, new InterpolationCodes(Interpolation.CODE4, Interpolation.CODE2));
        double[] theta = model.initialPoint();
        theta[model.indexOf("shape")] = alpha;

        assertThat(model.rates(theta)[0]).isCloseTo(rate, within(1e-13));
    }

    /** Code 4 joins code 1 and code 4p joins code 0 in value and two derivatives at ±1. */
    @Test
    void interpolationsJoinSmoothly() {
        Objective objective = BinnedModel.of(everything()).twiceNll();
        BinnedModel model = BinnedModel.of(everything());
        int n = objective.dimension();
        for (String name : List.of("jes", "shape", "theory")) {
            for (double side : new double[] {-1.0, 1.0}) {
                double[] inside = model.initialPoint();
                double[] outside = model.initialPoint();
                inside[model.indexOf(name)] = side * (1.0 - 1e-9);
                outside[model.indexOf(name)] = side * (1.0 + 1e-9);
                double[] gradientIn = new double[n];
                double[] gradientOut = new double[n];
                double[] hessianIn = new double[n * n];
                double[] hessianOut = new double[n * n];
                double valueIn = objective.evaluate(inside, gradientIn, hessianIn);
                double valueOut = objective.evaluate(outside, gradientOut, hessianOut);
                assertThat(valueIn).isCloseTo(valueOut, within(1e-6));
                for (int i = 0; i < n * n; i++) {
                    assertThat(hessianIn[i]).isCloseTo(hessianOut[i], within(1e-4));
                }
            }
        }
    }

    /** Means of 4000 toys within 6 standard errors: a false alarm of 1e-8 for each of nine numbers. */
    @Test
    void toysScatterAroundTheirPoint() {
        BinnedModel model = BinnedModel.of(everything());
        double[] theta = somewhere(model, 0);
        double[] rates = model.rates(theta);
        double[] sum = new double[rates.length];
        int toys = 4000;
        for (int t = 0; t < toys; t++) {
            double[] counts =
                    model.toy(theta, RandomStreams.of(3).stream("toy", t)).counts();
            for (int b = 0; b < sum.length; b++) {
                sum[b] += counts[b];
            }
        }
        for (int b = 0; b < sum.length; b++) {
            assertThat(sum[b] / toys).isCloseTo(rates[b], within(6.0 * Math.sqrt(rates[b] / toys)));
        }
        assertThat(model.toy(theta, RandomStreams.of(3).stream("toy", 5)).counts())
                .isEqualTo(
                        model.toy(theta, RandomStreams.of(3).stream("toy", 5)).counts());
    }
}
