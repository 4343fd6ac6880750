package hep.aurum.math.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedBfgsTest {

    private static final Differentiable ROSENBROCK = (x, g) -> {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        g[0] = -2 * a - 400 * x[0] * b;
        g[1] = 200 * b;
        return a * a + 100 * b * b;
    };

    @Test
    void findsTheMinimumOfRosenbrocksValley() {
        LocalMinimum minimum = BoundedBfgs.inside(new double[] {-2, -2}, new double[] {2, 2})
                .withTolerance(1e-14)
                .minimise(ROSENBROCK, new double[] {-1.2, 1});

        assertThat(minimum.isConverged()).isTrue();
        assertThat(minimum.isAtBound()).isFalse();
        assertThat(minimum.get(0)).isCloseTo(1, within(1e-6));
        assertThat(minimum.get(1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void stopsAtTheBoundThatHidesTheMinimum() {
        // On x <= 1/2 the valley's lowest point is (1/2, 1/4) with value 1/4.
        LocalMinimum minimum = BoundedBfgs.inside(new double[] {-2, -2}, new double[] {0.5, 2})
                .withTolerance(1e-14)
                .minimise(ROSENBROCK, new double[] {-1.2, 1});

        assertThat(minimum.isConverged()).isTrue();
        assertThat(minimum.isAtBound()).isTrue();
        assertThat(minimum.get(0)).isEqualTo(0.5);
        assertThat(minimum.get(1)).isCloseTo(0.25, within(1e-6));
        assertThat(minimum.value()).isCloseTo(0.25, within(1e-10));
    }

    @Test
    void keepsAFixedVariable() {
        LocalMinimum minimum = BoundedBfgs.inside(new double[] {0.3, -2}, new double[] {0.3, 2})
                .minimise(ROSENBROCK, new double[] {1, 1});

        assertThat(minimum.get(0)).isEqualTo(0.3);
        assertThat(minimum.get(1)).isCloseTo(0.09, within(1e-5));
    }
}
