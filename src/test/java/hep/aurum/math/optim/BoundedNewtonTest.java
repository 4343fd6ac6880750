package hep.aurum.math.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedNewtonTest {

    /** Rosenbrock's valley, \( 100 (y-x^2)^2 + (1-x)^2 \). */
    private static final Objective VALLEY = new Objective() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            double a = x[1] - x[0] * x[0];
            double b = 1.0 - x[0];
            return 100.0 * a * a + b * b;
        }

        @Override
        public double evaluate(double[] x, double[] gradient, double[] hessian) {
            double a = x[1] - x[0] * x[0];
            gradient[0] = -400.0 * a * x[0] - 2.0 * (1.0 - x[0]);
            gradient[1] = 200.0 * a;
            hessian[0] = 1200.0 * x[0] * x[0] - 400.0 * x[1] + 2.0;
            hessian[1] = -400.0 * x[0];
            hessian[2] = -400.0 * x[0];
            hessian[3] = 200.0;
            return value(x);
        }
    };

    private static Box square(double lower, double upper) {
        return Box.of(new double[] {lower, lower}, new double[] {upper, upper});
    }

    @Test
    void valleyEndsAtItsMinimum() {
        Minimum minimum = BoundedNewton.withDefaults().minimize(VALLEY, new double[] {-1.2, 1.0}, square(-5.0, 5.0));

        assertThat(minimum.status()).isEqualTo(Minimum.Status.CONVERGED);
        assertThat(minimum.point(0)).isCloseTo(1.0, within(1e-6));
        assertThat(minimum.point(1)).isCloseTo(1.0, within(1e-6));
        assertThat(minimum.value()).isLessThan(1e-12);
        assertThat(minimum.iterations()).isLessThan(40);
    }

    /** In the box up to ½ the minimum lies at (½, ¼): the bound of x is active, y is free. */
    @Test
    void boundsAreActiveWhereTheGradientPresses() {
        Minimum minimum = BoundedNewton.withDefaults().minimize(VALLEY, new double[] {-0.5, 0.4}, square(-0.5, 0.5));

        assertThat(minimum.isConverged()).isTrue();
        assertThat(minimum.point(0)).isEqualTo(0.5);
        assertThat(minimum.point(1)).isCloseTo(0.25, within(1e-9));
        assertThat(minimum.isFree(0)).isFalse();
        assertThat(minimum.isFree(1)).isTrue();
    }

    @Test
    void fixedVariablesStay() {
        Box box = square(-5.0, 5.0).withFixed(0, -1.0);

        Minimum minimum = BoundedNewton.withDefaults().minimize(VALLEY, new double[] {3.0, 3.0}, box);

        assertThat(minimum.point(0)).isEqualTo(-1.0);
        assertThat(minimum.point(1)).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void lackOfStepsIsReported() {
        Minimum minimum = BoundedNewton.withDefaults()
                .withMaxIterations(3)
                .minimize(VALLEY, new double[] {-1.2, 1.0}, square(-5.0, 5.0));

        assertThat(minimum.status()).isEqualTo(Minimum.Status.EXHAUSTED);
        assertThat(minimum.isConverged()).isFalse();
    }

    @Test
    void choleskySolvesInvertsAndFindsIndefiniteness() {
        Cholesky cholesky = Cholesky.of(2);
        fill(cholesky, 4.0e6, 2.0, 3.0e-6);
        assertThat(cholesky.factor(2, 0.0)).isTrue();
        double[] inverse = new double[4];
        cholesky.inverse(inverse);
        // det = 12 − 4 = 8.
        assertThat(inverse[0]).isCloseTo(3.0e-6 / 8.0, within(1e-20));
        assertThat(inverse[1]).isCloseTo(-0.25, within(1e-14));
        assertThat(inverse[3]).isCloseTo(0.5e6, within(1e-7));

        fill(cholesky, 1.0, 2.0, 3.0);
        assertThat(cholesky.factor(2, 0.0)).isFalse();
        assertThat(cholesky.failedPivot()).isEqualTo(1);
    }

    private static void fill(Cholesky cholesky, double a, double b, double c) {
        cholesky.matrix()[0] = a;
        cholesky.matrix()[1] = b;
        cholesky.matrix()[3] = c;
    }
}
