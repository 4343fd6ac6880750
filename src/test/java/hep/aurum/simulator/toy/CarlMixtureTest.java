package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mixture of arXiv:1506.02169 by quadrature. */
class CarlMixtureTest {

    private static final double[] ZERO = {0};
    private static final double[] TRUE = {0.05};
    private static final int EVENTS = 5000;
    private static final double STEP = 1e-3;

    private final CarlMixture toy = new CarlMixture();

    @Test
    void informationAndErrorAgreeWithThePrintedDigits() {
        double[] score = new double[1];

        double information = mean(TRUE, x -> {
            toy.score(new double[] {x}, TRUE, score);
            return score[0] * score[0];
        });

        assertThat(information).isCloseTo(4.374446, within(5e-7));
        assertThat(1 / Math.sqrt(EVENTS * information)).isCloseTo(.0067617, within(5e-8));
    }

    /** The Asimov value of 5000 events at γ = 0.05 against γ = 0: twice their divergence. */
    @Test
    void expectedDiscoveryAgreesWithThePrintedDigits() {
        double q0 = 2 * EVENTS * mean(TRUE, this::logRatio);

        assertThat(q0).isCloseTo(63.447, within(5e-4));
        assertThat(Math.sqrt(q0)).isCloseTo(7.965, within(5e-4));
    }

    @Test
    void meanSquareOfTheLogRatioAgreesWithThePrintedDigits() {
        double square = mean(ZERO, x -> logRatio(x) * logRatio(x));

        assertThat(square).isCloseTo(.010873, within(5e-7));
    }

    /** The area under the curve of the best classifier: the chance that r orders an event of each kind rightly. */
    @Test
    void bestAreaUnderTheCurveAgreesWithThePrintedDigits() {
        int cells = 28_000;
        double[] points =
                IntStream.range(0, cells).mapToDouble(i -> -14 + i * STEP).toArray();
        double area = 0;
        double below = 0;
        double[] sorted = Arrays.stream(points)
                .boxed()
                .sorted(Comparator.comparingDouble(this::logRatio))
                .mapToDouble(Double::doubleValue)
                .toArray();
        for (double x : sorted) {
            double mass = STEP * density(x, ZERO);
            area += STEP * density(x, TRUE) * (below + mass / 2);
            below += mass;
        }

        assertThat(area).isCloseTo(.52156, within(1e-5));
    }

    @Test
    void drawsFollowTheDensity() {
        assertThat(Kolmogorov.scaledDistance(toy, new double[] {0.2}, 40_000, -14))
                .isLessThan(Kolmogorov.LIMIT);
    }

    /** 100 000 events; shares, means and mean squares of the components within six standard errors. */
    @Test
    void drawnComponentsHaveTheirMoments() {
        int n = 100_000;
        double[] share = {0.4, 0.4, 0.2};
        double[] mean = {-2, 0, 1};
        double[] sd = {0.75, 2, 0.5};
        int[] count = new int[3];
        double[] sum = new double[3];
        double[] square = new double[3];
        RandomStreams streams = RandomStreams.of(3);
        double[] x = new double[1];
        double[] z = new double[1];
        for (int i = 0; i < n; i++) {
            toy.draw(new double[] {0.2}, streams.stream("test", i), x, z);
            int c = (int) z[0];
            double pull = (x[0] - mean[c]) / sd[c];
            count[c]++;
            sum[c] += pull;
            square[c] += pull * pull;
        }

        for (int c = 0; c < 3; c++) {
            double drawn = count[c];
            assertThat(drawn / n).isCloseTo(share[c], within(6 * Math.sqrt(share[c] * (1 - share[c]) / n)));
            assertThat(sum[c] / drawn).isCloseTo(0, within(6 / Math.sqrt(drawn)));
            assertThat(square[c] / drawn).isCloseTo(1, within(6 * Math.sqrt(2 / drawn)));
        }
    }

    @Test
    void densityIsNormalisedAndFiniteFarOut() {
        assertThat(mean(TRUE, x -> 1)).isCloseTo(1, within(1e-10));
        assertThat(toy.logRatio(new double[] {-200}, TRUE, ZERO)).isCloseTo(StrictMath.log(0.95), within(1e-12));
        assertThat(toy.logDensity(new double[] {200}, TRUE)).isFinite();
    }

    @Test
    void withoutSignalTheJointDensityOfASignalEventVanishes() {
        double[] signal = {2};

        assertThat(toy.logDensity(new double[1], signal, ZERO)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(toy.logDensity(new double[1], new double[] {1}, ZERO)).isZero();
    }

    private double logRatio(double x) {
        return toy.logRatio(new double[] {x}, TRUE, ZERO);
    }

    private double density(double x, double[] theta) {
        return StrictMath.exp(toy.logDensity(new double[] {x}, theta));
    }

    private double mean(double[] theta, DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 0; i < 28_000; i++) {
            double x = -14 + i * STEP;
            sum += STEP * density(x, theta) * f.applyAsDouble(x);
        }
        return sum;
    }
}
