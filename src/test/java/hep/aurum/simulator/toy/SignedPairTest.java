package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ratio \(3/2 - e^{-3x^2/2}\) by quadrature. */
class SignedPairTest {

    @ParameterizedTest
    @CsvSource({"0, .5", "1, 1.276870", "-2, 1.497521"})
    void ratioAgreesWithThePrintedDigits(double x, double expected) {
        assertThat(StrictMath.exp(SignedPair.logRatio(x))).isCloseTo(expected, within(5e-7));
    }

    @Test
    void meanSquareOfTheLogRatioAgreesWithThePrintedDigits() {
        double square = denominatorMean(x -> SignedPair.logRatio(x) * SignedPair.logRatio(x));

        assertThat(square).isCloseTo(.154087, within(5e-7));
    }

    @Test
    void bestCrossEntropyAgreesWithThePrintedDigits() {
        double entropy = denominatorMean(x -> {
            double r = StrictMath.exp(SignedPair.logRatio(x));
            return 0.5 * (StrictMath.log1p(r) + r * StrictMath.log1p(1 / r));
        });

        assertThat(entropy).isCloseTo(.676222, within(5e-7));
    }

    /** Weighted means of 200 000 events against the mean of r over q, with limits of six standard errors. */
    @Test
    void signedEventsFollowTheNumerator() {
        int n = 200_000;
        RandomStreams streams = RandomStreams.of(9);
        double weight = 0;
        double inside = 0;
        int negative = 0;
        double[] square = new double[2];
        for (int i = 0; i < n; i++) {
            SignedPair.Weighted event = SignedPair.numerator(streams.stream("test", i));
            weight += event.weight() / n;
            inside += Math.abs(event.x()) < 1 ? event.weight() / n : 0;
            negative += event.weight() < 0 ? 1 : 0;
            square[event.weight() < 0 ? 1 : 0] += event.x() * event.x();
        }

        double expected = denominatorMean(x -> Math.abs(x) < 1 ? StrictMath.exp(SignedPair.logRatio(x)) : 0);
        double error = 2 / Math.sqrt(n);
        assertThat(weight).isCloseTo(1, within(6 * error));
        assertThat(inside).isCloseTo(expected, within(6 * error));
        assertThat((double) negative / n).isCloseTo(0.25, within(6 * Math.sqrt(0.1875 / n)));
        // A mean square of m normal variables has the relative error sqrt(2 / m).
        assertThat(square[0] / (n - negative)).isCloseTo(1, within(6 * Math.sqrt(2 / (0.75 * n))));
        assertThat(square[1] / negative).isCloseTo(0.25, within(0.25 * 6 * Math.sqrt(2 / (0.25 * n))));
    }

    @Test
    void denominatorEventsHaveUnitWeight() {
        SignedPair.Weighted event = SignedPair.denominator(RandomStreams.of(9).stream("test", 0));

        assertThat(event.weight()).isEqualTo(1);
        assertThat(event.x()).isFinite();
    }

    private static double denominatorMean(DoubleUnaryOperator f) {
        double sum = 0;
        double step = 1e-3;
        for (int i = 0; i < 24_000; i++) {
            double x = -12 + (i + 0.5) * step;
            sum += step * StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * f.applyAsDouble(x);
        }
        return sum;
    }
}
