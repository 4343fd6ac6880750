package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every simulator with an exact likelihood: its labels belong to its truth. */
class SimulatorsTest {

    private static final int EVENTS = 20_000;

    static List<String> names() {
        return Simulators.names();
    }

    @Test
    void catalogueKnowsSimulatorsByName() {
        assertThat(Simulators.names())
                .containsExactly(
                        "eft-toy",
                        "bump",
                        "interference",
                        "gaussian",
                        "galton",
                        "galton-paper",
                        "carl-mixture",
                        "carl-5d",
                        "latent-gaussian",
                        "lensing");
        assertThatThrownBy(() -> Simulators.named("galtn"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"galton\"?");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAndSizesAgree(String name) {
        Problem problem = new Problem(name);

        assertThat(problem.simulator.name()).isEqualTo(name);
        assertThat(problem.x).hasSize(problem.simulator.featureNames().size());
        assertThat(problem.simulator.truth().crossSection(problem.theta)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void scoresAreGradients(String name) {
        Problem problem = new Problem(name);
        for (int i = 0; i < 50; i++) {
            problem.draw(i);
            for (int a = 0; a < problem.theta.length; a++) {
                double h = 1e-5;
                double[] up = problem.theta.clone();
                double[] down = problem.theta.clone();
                up[a] += h;
                down[a] -= h;
                double joint = problem.simulator.logDensity(problem.x, problem.z, up)
                        - problem.simulator.logDensity(problem.x, problem.z, down);
                double marginal = problem.simulator.truth().logRatio(problem.x, up, down);

                assertThat(joint / (2 * h)).isCloseTo(problem.joint[a], near(problem.joint[a]));
                assertThat(marginal / (2 * h)).isCloseTo(problem.marginal[a], near(problem.marginal[a]));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> near(double value) {
        return within(1e-6 * (1 + Math.abs(value)));
    }

    /**
     * E[t(x,z)] = E[t(x)] = 0, E[(t(x,z) − t(x)) t(x)] = 0, and under the denominator E[r(x,z)] = E[r(x)] = 1 and
     * E[(r(x,z) − r(x)) t(x)] = 0. Each mean within six of its standard errors: a false alarm in 5·10⁸ for every one of
     * about seventy.
     */
    @ParameterizedTest
    @MethodSource("names")
    void labelsHaveTheTruthAsTheirMean(String name) {
        Problem problem = new Problem(name);
        int k = problem.theta.length;
        Means means = new Means(3 * k + 3);
        double[] value = new double[3 * k + 3];
        for (int i = 0; i < EVENTS; i++) {
            problem.draw(i);
            for (int a = 0; a < k; a++) {
                value[3 * a] = problem.joint[a];
                value[3 * a + 1] = problem.marginal[a];
                value[3 * a + 2] = (problem.joint[a] - problem.marginal[a]) * problem.marginal[a];
            }
            double joint = problem.jointRatio();
            double marginal =
                    StrictMath.exp(problem.simulator.truth().logRatio(problem.x, problem.other, problem.theta));
            value[3 * k] = joint - 1;
            value[3 * k + 1] = marginal - 1;
            value[3 * k + 2] = (joint - marginal) * problem.marginal[0];
            means.add(value);
        }

        for (int j = 0; j < value.length; j++) {
            assertThat(means.mean(j)).as("mean %d", j).isCloseTo(0, within(6 * means.error(j) + 1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void sameStreamDrawsTheSameEvent(String name) {
        Problem first = new Problem(name);
        Problem second = new Problem(name);

        first.draw(7);
        second.draw(8);
        second.draw(7);

        assertThat(second.x).containsExactly(first.x);
        assertThat(second.z).containsExactly(first.z);
    }

    /** A simulator, a point a third of the way to the upper end, and one a little further. */
    private static final class Problem {

        final SolvedSimulator simulator;
        final double[] theta;
        final double[] other;
        final double[] x;
        final double[] z;
        final double[] joint;
        final double[] marginal;
        private final RandomStreams streams = RandomStreams.of(64);

        Problem(String name) {
            simulator = Simulators.named(name);
            List<Parameter> parameters = simulator.space().parameters();
            theta = parameters.stream()
                    .mapToDouble(p -> p.standard() + 0.3 * (p.max() - p.standard()))
                    .toArray();
            other = parameters.stream()
                    .mapToDouble(p -> p.standard() + 0.4 * (p.max() - p.standard()))
                    .toArray();
            x = new double[simulator.featureNames().size()];
            z = new double[simulator.latentNames().size()];
            joint = new double[theta.length];
            marginal = new double[theta.length];
        }

        void draw(int event) {
            simulator.draw(theta, streams.stream("test", event), x, z);
            simulator.score(x, z, theta, joint);
            simulator.truth().score(x, theta, marginal);
        }

        double jointRatio() {
            return StrictMath.exp(simulator.logDensity(x, z, other) - simulator.logDensity(x, z, theta));
        }
    }

    /** Means of several quantities with their standard errors. */
    private static final class Means {

        private final double[] sum;
        private final double[] square;
        private int n;

        Means(int size) {
            sum = new double[size];
            square = new double[size];
        }

        void add(double[] values) {
            n++;
            for (int j = 0; j < values.length; j++) {
                sum[j] += values[j];
                square[j] += values[j] * values[j];
            }
        }

        double mean(int j) {
            return sum[j] / n;
        }

        double error(int j) {
            return Math.sqrt((square[j] / n - mean(j) * mean(j)) / n);
        }
    }
}
