package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.optim.Objective;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Hold the disagreement of an ensemble to differences, and to Gaussians whose disagreement is known. */
class NetworkNuisancesTest {

    private static final double[] BIASES = {-0.11, 0.04, 0.09, -0.05, 0.07, 0.02};
    private static final double[] EVENTS = {-1.3, -0.2, 0.4, 1.1, 2.4};

    private static List<LearnedShape> members(double scale) {
        List<LearnedShape> members = new ArrayList<>();
        for (double bias : BIASES) {
            members.add(LearnedShape.of(new ShiftedGaussian(scale * bias)));
        }
        return members;
    }

    /** N(0, 1) by its quantiles: 4000 events of equal weight. */
    private static EventData reference() {
        int n = 4000;
        double[] events = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            events[i] = Math.sqrt(2) * Erf.erfInv(2 * (i + 0.5) / n - 1);
            weights[i] = 1.0 / n;
        }
        return new EventData(events, weights);
    }

    private static ShiftedShape shifted(double scale) {
        return EnsembleBias.shifted(
                "p", members(scale), reference(), List.of(new double[] {-1}, new double[1], new double[] {1}));
    }

    private static double standardDeviation() {
        double mean = Arrays.stream(BIASES).average().orElseThrow();
        return Math.sqrt(Arrays.stream(BIASES).map(b -> (b - mean) * (b - mean)).sum() / (BIASES.length - 1));
    }

    /**
     * A member N(θ + b, 1) is off by −b at every θ. The tails that 4000 quantiles lack move all members alike, which is no
     * disagreement.
     */
    @Test
    void membersDisagreeByTheirShifts() {
        List<List<Double>> biases = shifted(0.1).biases();
        double mean = Arrays.stream(BIASES).average().orElseThrow();

        for (int power = 0; power < 3; power++) {
            int j = power;
            double common = biases.stream().mapToDouble(b -> b.get(j)).average().orElseThrow();
            for (int e = 0; e < BIASES.length; e++) {
                double expected = power == 0 ? -0.1 * (BIASES[e] - mean) : 0;
                assertThat(biases.get(e).get(j) - common).isCloseTo(expected, within(2e-4));
            }
        }
    }

    @Test
    void derivativesOfBothKindsAreThoseOfDifferences() {
        assertDerivatives(shifted(1), new double[] {0.3, 0.5, -1, 0.2, 1.4, -0.7, 0.1});
        assertDerivatives(EnsembleShape.of("p", members(1)), new double[] {0.3, 0.5, -1, 0.2, 1.4, -0.7, 0.1});
    }

    private static void assertDerivatives(ShapeRatio ratio, double[] s) {
        EventShape shape = ratio.at(EVENTS);
        int n = EVENTS.length;
        int m = s.length;
        double[] value = new double[n];
        double[] gradient = new double[n * m];
        double[] hessian = new double[n * m * m];
        shape.evaluate(s, value, gradient, hessian);
        double step = 1e-4;
        for (int a = 0; a < m; a++) {
            double[][] values = new double[2][n];
            double[][] slopes = new double[2][n * m];
            for (int side = 0; side < 2; side++) {
                double[] at = s.clone();
                at[a] += (2 * side - 1) * step;
                shape.evaluate(at, values[side], slopes[side], new double[n * m * m]);
            }
            for (int i = 0; i < n; i++) {
                assertThat(gradient[i * m + a]).isCloseTo((values[1][i] - values[0][i]) / (2 * step), within(1e-6));
                for (int b = 0; b < m; b++) {
                    assertThat(hessian[(i * m + b) * m + a])
                            .isCloseTo((slopes[1][i * m + b] - slopes[0][i * m + b]) / (2 * step), within(1e-5));
                }
            }
        }
    }

    /** Whatever the nuisances are, the density integrates to one: 1e-5 is what the 4000 quantiles leave. */
    @Test
    void bothKindsStayNormalised() {
        EventData law = reference();
        for (ShapeRatio ratio : List.of(shifted(1), EnsembleShape.of("p", members(1)))) {
            EventShape shape = ratio.at(law.events());
            double[] values = new double[law.weights().length];
            for (double pull : new double[] {-2, 0, 1.5}) {
                double[] s = {0.2, pull, 0.3, -pull, 1, 0, 0.5};
                shape.evaluate(s, values, null, null);
                double sum = 0;
                for (int i = 0; i < values.length; i++) {
                    sum += law.weights()[i] * values[i];
                }
                assertThat(sum).isCloseTo(1, within(1e-3));
            }
        }
    }

    /**
     * n events of N(θ, 1) measure θ to \(1/\sqrt n\); networks whose shifts have the standard deviation σ add κσ in quadrature, with
     * \(\kappa^2 = (1+1/E)(E-1)/(E-3)\). The interval t = 1 has that half width, whatever n is.
     */
    @Test
    void intervalsWidenInQuadrature() {
        double kappa = Math.sqrt((1 + 1 / 6.0) * 5 / 3.0);
        for (double n : new double[] {100, 10_000}) {
            double expected = Math.sqrt(1 / n + kappa * kappa * standardDeviation() * standardDeviation());

            assertThat(halfWidth(shifted(1), n)).isCloseTo(expected, within(0.02 * expected));
        }
        // Without nuisances the width is that of the events alone.
        assertThat(halfWidth(members(1).get(0), 400)).isCloseTo(1 / 20.0, within(1e-5));
    }

    /** Return half the length of the interval \(t_\theta \le 1\) in Asimov data of N(0, 1). */
    private static double halfWidth(ShapeRatio shape, double n) {
        List<String> nuisances =
                shape.parameters().subList(1, shape.parameters().size());
        List<Modifier> modifiers = new ArrayList<>(NetworkNuisances.constraints(nuisances));
        modifiers.add(new Modifier.NormFactor("mu"));
        BinnedModel rates = BinnedModel.of(new Workspace(
                List.of(new Channel("events", List.of(new Sample("p", List.of(n), modifiers)))),
                List.of(new Observation("events", List.of(0.0))),
                List.of(new Measurement(
                        "m", "mu", List.of(ParameterSettings.of("mu").withRange(1, 0, 2))))));
        EventData law = reference();
        double[] counts = Arrays.stream(law.weights()).map(w -> w * n).toArray();
        EventChannel channel = new EventChannel("events", List.of(new EventChannel.Process("p", shape)));
        JointModel model = JointModel.of(rates, List.of(new ModelParameter("theta", 0.01, -2, 2, false)))
                .with(channel, new EventData(law.events(), counts), new PooledEvents(List.of()));
        return edge(model, 1) / 2 + edge(model, -1) / 2;
    }

    private static double edge(JointModel model, int side) {
        int theta = model.indexOf("theta");
        Profile best = Profile.of(new OfInterest(model, "theta"));
        double inside = 0;
        double outside = 1;
        for (int halving = 0; halving < 40; halving++) {
            double middle = (inside + outside) / 2;
            if (best.tMu(best.best().point(theta) + side * middle) <= 1) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /** Makes a parameter the one of interest. */
    private record OfInterest(JointModel model, String name) implements StatisticalModel {

        @Override
        public List<ModelParameter> parameters() {
            return model.parameters();
        }

        @Override
        public Optional<String> poi() {
            return Optional.of(name);
        }

        @Override
        public Objective twiceNll() {
            return model.twiceNll();
        }

        @Override
        public JointModel asimov(double[] theta) {
            return model.asimov(theta);
        }

        @Override
        public JointModel toy(double[] theta, UniformRandomProvider random) {
            return model.toy(theta, random);
        }

        @Override
        public List<String> warnings(double[] theta) {
            return model.warnings(theta);
        }
    }

    /** A pull out of the range [−2, 2] ends a twentieth of it beyond, smoothly. */
    @Test
    void hardlyAnythingIsAskedBeyondTheRange() {
        ShiftedShape shape = shifted(1);
        int side = shape.biases().get(0).get(0) > 0 ? 1 : -1;
        double[] beyond = {1.99, side, -side, -side, side, -side, -side};
        assertDerivatives(shape, beyond);
        double[] far = beyond.clone();
        for (int e = 1; e < far.length; e++) {
            far[e] *= 1000;
        }
        double[] values = new double[EVENTS.length];
        shape.at(EVENTS).evaluate(far, values, null, null);
        double[] expected = new double[EVENTS.length];
        for (double bias : BIASES) {
            for (int i = 0; i < EVENTS.length; i++) {
                double ratio = new ShiftedGaussian(bias).logRatio(new double[] {EVENTS[i]}, new double[] {2.2});
                expected[i] += Math.exp(ratio) / BIASES.length;
            }
        }
        assertThat(values).containsExactly(expected, within(1e-6 * expected[4]));
    }

    @Test
    void fewMembersAndStrangersAreRefused() {
        List<LearnedShape> three = members(1).subList(0, 3);
        assertThatThrownBy(() -> EnsembleShape.of("p", three)).hasMessageContaining("an ensemble of 3");
        List<ShapeRatio> mixed = new ArrayList<>(members(1).subList(0, 4));
        mixed.add(FixedShape.reference(List.of("x")));
        assertThatThrownBy(() -> EnsembleShape.of("p", mixed)).hasMessageContaining("differ in their parameters");
    }

    /** The series of a smooth ratio is the ratio, to the tail at which it was cut; the range is held, and left to the ratio beyond. */
    @Test
    void seriesOfLogRatiosAreTheRatio() {
        RatioEstimator wavy = new Shaped(StrictMath::sin);
        ChebyshevShape series = ChebyshevShape.of(wavy, EVENTS, 0, 1).orElseThrow();
        double[] ratio = new double[EVENTS.length];
        double[] gradient = new double[EVENTS.length];
        double[] hessian = new double[EVENTS.length];
        for (double theta : new double[] {-2, -0.77, 0, 1.3, 2}) {
            series.evaluate(new double[] {theta}, ratio, gradient, hessian);
            for (int i = 0; i < EVENTS.length; i++) {
                double angle = theta * EVENTS[i];
                double exact = Math.exp(Math.sin(angle));
                double slope = EVENTS[i] * Math.cos(angle);
                double bend = -EVENTS[i] * EVENTS[i] * Math.sin(angle);
                assertThat(ratio[i]).isCloseTo(exact, within(1e-5));
                assertThat(gradient[i]).isCloseTo(exact * slope, within(1e-4));
                assertThat(hessian[i]).isCloseTo(exact * (bend + slope * slope), within(1e-2));
            }
        }
        assertThat(series.covers(2)).isTrue();
        assertThat(series.covers(2.001)).isFalse();
    }

    /** log r is a function of θx alone. */
    private record Shaped(DoubleUnaryOperator function) implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return new ShiftedGaussian(0).space();
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "a function";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return function.applyAsDouble(theta[0] * x[0]);
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            throw new UnsupportedOperationException("series need values alone");
        }
    }

    /** A step is no short series: it is left to the ratio. */
    @Test
    void aStepHasNoSeries() {
        RatioEstimator step = new Shaped(a -> a > 0.1 ? 1 : 0);

        assertThat(ChebyshevShape.of(step, EVENTS, 0, 1)).isEmpty();
    }
}
