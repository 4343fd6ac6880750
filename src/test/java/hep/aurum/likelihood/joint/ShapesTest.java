package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hold products and constants to differences and closed forms. */
class ShapesTest {

    private static final List<String> FEATURES = List.of("x");
    private static final double[] EVENTS = {-1.2, 0.3, 0.9, 2.1};

    private static ShapeRatio varied(String nuisance, double slope, double curve) {
        return new VariedShape(
                new FixedShape(FEATURES, x -> 0.1 * slope * x[0]),
                List.of(new VariedShape.Variation(
                        nuisance,
                        new FixedShape(FEATURES, x -> -slope * x[0] + curve * x[0] * x[0]),
                        FixedShape.reference(FEATURES),
                        new FixedShape(FEATURES, x -> slope * x[0]),
                        0.9,
                        1.2)));
    }

    /** Three factors, of which one has two variables and one none. */
    private static ProductShape product() {
        ShapeRatio two = new VariedShape(
                varied("a", 0.3, 0.05),
                List.of(new VariedShape.Variation(
                        "b",
                        new FixedShape(FEATURES, x -> -0.2 * x[0]),
                        FixedShape.reference(FEATURES),
                        new FixedShape(FEATURES, x -> 0.15 * x[0]))));
        return new ProductShape(List.of(two, new FixedShape(FEATURES, x -> 0.4 - 0.2 * x[0]), varied("c", -0.4, 0.02)));
    }

    @Test
    void aProductIsTheProduct() {
        ProductShape product = product();
        double[] s = {0.3, -0.6, 0.8};
        double[] ratio = new double[4];
        double[] expected = {1, 1, 1, 1};
        int at = 0;
        for (ShapeRatio factor : product.factors()) {
            double[] own =
                    java.util.Arrays.copyOfRange(s, at, at + factor.parameters().size());
            at += own.length;
            double[] one = new double[4];
            factor.at(EVENTS).evaluate(own, one, null, null);
            java.util.Arrays.setAll(expected, i -> expected[i] * one[i]);
        }

        product.at(EVENTS).evaluate(s, ratio, null, null);

        assertThat(product.parameters()).containsExactly("a", "b", "c");
        for (int i = 0; i < 4; i++) {
            assertThat(ratio[i]).isCloseTo(expected[i], within(1e-14 * expected[i]));
        }
    }

    @Test
    void derivativesOfAProductAreDifferences() {
        EventShape shape = product().at(EVENTS);
        double[] s = {0.3, -0.6, 0.8};
        int n = shape.size();
        int m = s.length;
        double[] ratio = new double[n];
        double[] gradient = new double[n * m];
        double[] hessian = new double[n * m * m];
        shape.evaluate(s, ratio, gradient, hessian);
        double step = 1e-5;

        for (int a = 0; a < m; a++) {
            double[] above = new double[n];
            double[] below = new double[n];
            double[] slopesAbove = new double[n * m];
            double[] slopesBelow = new double[n * m];
            double[] up = s.clone();
            double[] down = s.clone();
            up[a] += step;
            down[a] -= step;
            shape.evaluate(up, above, slopesAbove, new double[n * m * m]);
            shape.evaluate(down, below, slopesBelow, new double[n * m * m]);
            for (int i = 0; i < n; i++) {
                assertThat(gradient[i * m + a]).isCloseTo((above[i] - below[i]) / (2 * step), within(1e-8));
                for (int b = 0; b < m; b++) {
                    double bend = (slopesAbove[i * m + b] - slopesBelow[i * m + b]) / (2 * step);
                    assertThat(hessian[(i * m + a) * m + b]).isCloseTo(bend, within(1e-8));
                }
            }
        }
    }

    @Test
    void factorsThatDoNotFitAreRefused() {
        ShapeRatio a = varied("a", 0.3, 0);
        FixedShape other = FixedShape.reference(List.of("y"));

        assertThatThrownBy(() -> new ProductShape(List.of(a, a))).hasMessageContaining("depend on one of [a, a]");
        assertThatThrownBy(() -> new ProductShape(List.of(a, other))).hasMessageContaining("other features");
        assertThatThrownBy(() -> new ProductShape(List.of())).hasMessageContaining("needs a factor");
    }

    /** log r = θ x: an exponential tilt, infinite for an infinite feature. */
    private record Tilt() implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return ParameterSpace.of(new Parameter("theta", -2, 2, 0));
        }

        @Override
        public List<String> featureNames() {
            return FEATURES;
        }

        @Override
        public String describe() {
            return "a tilt";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * x[0];
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0];
            return logRatio(x, theta);
        }
    }

    @Test
    void aConstantIsTheRatioAtItsPoint() {
        ConstantShape constant = new ConstantShape(new Tilt(), List.of(0.7));
        double[] ratio = new double[4];

        constant.at(EVENTS).evaluate(new double[0], ratio, new double[0], new double[0]);

        assertThat(constant.parameters()).isEmpty();
        for (int i = 0; i < 4; i++) {
            assertThat(ratio[i]).isEqualTo(StrictMath.exp(0.7 * EVENTS[i]));
        }
        assertThatThrownBy(() -> new ConstantShape(new Tilt(), List.of(0.7, 1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> constant.at(new double[] {0.5, Double.POSITIVE_INFINITY}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("event 1");
    }
}
