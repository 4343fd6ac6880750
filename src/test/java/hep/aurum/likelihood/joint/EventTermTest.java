package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hold the term of a channel of events, and the densities in it, to differences and to a closed form. */
class EventTermTest {

    private static final List<String> FEATURES = List.of("x");
    private static final double[] EVENTS = {-1.2, 0.3, 0.9, 2.1};
    private static final double[] WEIGHTS = {1, 2.5, 1, 0.5};

    /** N(θ, 1) relative to N(0, 1): log r = θx − θ²/2, times a factor that makes a second parameter matter. */
    private static final class Gaussian implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return ParameterSpace.of(new Parameter("theta", -2, 2, 0), new Parameter("eta", -1, 1, 0));
        }

        @Override
        public List<String> featureNames() {
            return FEATURES;
        }

        @Override
        public String describe() {
            return "a shifted Gaussian";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * x[0] - 0.5 * theta[0] * theta[0] + theta[1] * theta[0] * x[0];
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0] - theta[0] + theta[1] * x[0];
            score[1] = theta[0] * x[0];
            return logRatio(x, theta);
        }
    }

    /** A learned signal whose second parameter moves, as a nuisance, the background too. */
    private static EventTerm term() {
        ShapeRatio signal = LearnedShape.of(new Gaussian());
        ShapeRatio background = new VariedShape(
                FixedShape.reference(FEATURES),
                List.of(new VariedShape.Variation(
                        "eta",
                        new FixedShape(FEATURES, x -> -0.3 * x[0]),
                        FixedShape.reference(FEATURES),
                        new FixedShape(FEATURES, x -> 0.2 * x[0]),
                        0.8,
                        1.3)));
        return new EventTerm(
                new int[] {0, 1},
                new int[] {2, 3},
                List.of(signal.at(EVENTS), background.at(EVENTS)),
                new int[][] {{0, 1}, {1}},
                WEIGHTS);
    }

    @Test
    void valueIsTheExtendedLikelihoodOfTheMixture() {
        double[] rates = {3, 7};
        double expected = 2 * (3 + 7);
        for (int i = 0; i < EVENTS.length; i++) {
            double x = EVENTS[i];
            // At eta = 1 the variation is exactly the upper one, normalised by its rate factor 1.3.
            double background = StrictMath.exp(0.2 * x);
            double signal = StrictMath.exp(0.5 * x - 0.125 + 0.5 * x);
            expected -= 2 * WEIGHTS[i] * StrictMath.log(3 * signal + 7 * background);
        }

        assertThat(term().value(rates, new double[] {0.5, 1})).isCloseTo(expected, within(1e-12));
    }

    @Test
    void derivativesInRatesAndVariablesAreThoseOfTheValue() {
        EventTerm term = term();
        double[] at = {3, 7, 0.5, 0.4};
        int size = at.length;
        double[] gradient = new double[size];
        double[] hessian = new double[size * size];
        double value = evaluate(term, at, gradient, hessian);
        double step = 1e-5;

        assertThat(value).isEqualTo(term.value(new double[] {3, 7}, new double[] {0.5, 0.4}));
        for (int a = 0; a < size; a++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[a] += step;
            down[a] -= step;
            double[] above = new double[size];
            double[] below = new double[size];
            double slope = (evaluate(term, up, above, new double[size * size])
                            - evaluate(term, down, below, new double[size * size]))
                    / (2 * step);
            assertThat(gradient[a]).isCloseTo(slope, within(1e-7));
            for (int b = 0; b < size; b++) {
                // Second derivatives of a learned density are differences with a step of their own.
                assertThat(hessian[a * size + b]).isCloseTo((above[b] - below[b]) / (2 * step), within(2e-5));
            }
        }
    }

    private static double evaluate(EventTerm term, double[] at, double[] gradient, double[] hessian) {
        return term.evaluate(new double[] {at[0], at[1]}, new double[] {at[2], at[3]}, gradient, hessian);
    }

    @Test
    void anIntensityThatWouldBeNegativeCostsAndStaysFinite() {
        EventTerm term = term();
        double[] gradient = new double[4];
        double[] hessian = new double[16];

        double negative = evaluate(term, new double[] {-30, 7, 0.5, 0}, gradient, hessian);

        assertThat(negative).isFinite().isGreaterThan(term.value(new double[] {3, 7}, new double[] {0.5, 0}));
        // More of the negative process only makes it worse: the slope pushes back.
        assertThat(gradient[0]).isFinite().isNegative();
        assertThat(hessian).doesNotContain(Double.NaN);
    }
}
