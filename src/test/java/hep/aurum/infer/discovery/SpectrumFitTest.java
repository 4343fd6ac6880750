package hep.aurum.infer.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.junit.jupiter.api.Test;

class SpectrumFitTest {

    private static Histogram1D histogram(String name, Axis axis, double... heights) {
        return Histogram1D.ofHeights(name, axis, heights, new double[heights.length]);
    }

    private static Histogram1D filled(Axis axis, DoubleUnaryOperator perBin) {
        double[] heights = new double[axis.bins()];
        Arrays.setAll(heights, b -> perBin.applyAsDouble(axis.center(b)));
        return histogram("filled", axis, heights);
    }

    private static Histogram1D peak(Axis axis, double events, double centre, double sigma) {
        double[] heights = new double[axis.bins()];
        Arrays.setAll(
                heights,
                b -> events
                        * (Gaussian.pValue((axis.edge(b) - centre) / sigma)
                                - Gaussian.pValue((axis.edge(b + 1) - centre) / sigma)));
        return histogram("peak", axis, heights);
    }

    /** A signal in one of two regions that share a flat background is the on/off problem (Li and Ma, Eq. 17). */
    @Test
    void isTheOnOffProblemInTwoRegions() {
        Axis axis = Axis.uniform("m", "GeV", 3, 0, 3);
        double on = 37;
        double off = 40;
        SpectrumFitResult fit = SpectrumFit.of(List.of(histogram("s", axis, 10, 0, 0)), 0)
                .of(List.of(histogram("n", axis, on, 25, 15)));

        double alpha = 0.5;
        double z = Math.sqrt(2
                * (on * StrictMath.log((1 + alpha) / alpha * on / (on + off))
                        + off * StrictMath.log((1 + alpha) * off / (on + off))));
        assertThat(fit.z()).isCloseTo(z, within(1e-9));
        assertThat(fit.rate()).isCloseTo((on - alpha * off) / 10, within(1e-9));
        assertThat(fit.rateError()).isCloseTo(Math.sqrt(on + alpha * alpha * off) / 10, within(1e-9));
        assertThat(fit.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void findsWhatItIsGiven() {
        Axis axis = Axis.uniform("m", "GeV", 110, 105, 160);
        Histogram1D background = filled(axis, m -> 4000 * StrictMath.exp(-(m - 105) / 30));
        SpectrumFit fit = SpectrumFit.of(List.of(peak(axis, 4000, 125, 1.3)), 2);

        SpectrumFitResult result = fit.of(fit.expected(List.of(background), 0.7));

        assertThat(result.rate()).isCloseTo(0.7, within(1e-6));
        assertThat(result.deviance()).isCloseTo(0, within(1e-8));
        // The exponent of exp(-(m - 105)/30) is linear in u = (m - 132.5)/27.5.
        List<Double> coefficients = result.coefficients().get(0);
        assertThat(coefficients.get(1)).isCloseTo(-27.5 / 30, within(1e-6));
        assertThat(coefficients.get(2)).isCloseTo(0, within(1e-6));
    }

    @Test
    void freedomOfTheBackgroundCostsSignificance() {
        Axis axis = Axis.uniform("m", "GeV", 110, 105, 160);
        Histogram1D background = filled(axis, m -> 4000 * StrictMath.exp(-(m - 105) / 30));
        Histogram1D signal = peak(axis, 1000, 125, 1.3);
        double known = 0;
        for (int b = 0; b < axis.bins(); b++) {
            double s = signal.height(b);
            double n = background.height(b);
            known += 2 * ((s + n) * StrictMath.log1p(s / n) - s);
        }

        double last = Math.sqrt(known);
        for (int degree = 1; degree <= 4; degree++) {
            SpectrumFit fit = SpectrumFit.of(List.of(signal), degree);
            double z = fit.of(fit.expected(List.of(background), 1)).z();
            assertThat(z).as("degree %d", degree).isLessThan(last + 1e-9).isGreaterThan(0.8 * Math.sqrt(known));
            last = z;
        }
    }

    /** Independent spectra with a common rate: the squares of their significances add up where each finds the true rate. */
    @Test
    void addsSpectraUp() {
        Axis axis = Axis.uniform("m", "GeV", 55, 105, 160);
        Histogram1D one = filled(axis, m -> 500 * StrictMath.exp(-(m - 105) / 30));
        Histogram1D two = filled(axis, m -> 90 * StrictMath.exp(-(m - 105) / 50));
        Histogram1D small = peak(axis, 200, 125, 1.3);
        Histogram1D large = peak(axis, 150, 125, 1.5);

        double z1 = z(List.of(small), List.of(one));
        double z2 = z(List.of(large), List.of(two));
        assertThat(z(List.of(small, large), List.of(one, two))).isCloseTo(Math.sqrt(z1 * z1 + z2 * z2), within(1e-6));
    }

    private static double z(List<Histogram1D> signals, List<Histogram1D> backgrounds) {
        SpectrumFit fit = SpectrumFit.of(signals, 2);
        return fit.of(fit.expected(backgrounds, 1)).z();
    }

    /** 400 experiments; the pull's mean is within 4 errors of 0 and its width within 4 errors of 1: false alarm 1e-4. */
    @Test
    void fluctuatesAsItSays() {
        Axis axis = Axis.uniform("m", "GeV", 55, 105, 160);
        SpectrumFit fit = SpectrumFit.of(List.of(peak(axis, 300, 125, 1.3)), 2);
        List<Histogram1D> expected = fit.expected(List.of(filled(axis, m -> 400 * StrictMath.exp(-(m - 105) / 30))), 1);
        int toys = 400;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < toys; t++) {
            UniformRandomProvider random = RandomStreams.of(7).stream("toy", t);
            double[] counts = Arrays.stream(expected.get(0).heights())
                    .map(mean -> PoissonSampler.of(random, mean).sample())
                    .toArray();
            SpectrumFitResult toy = fit.of(List.of(histogram("toy", axis, counts)));
            double pull = (toy.rate() - 1) / toy.rateError();
            sum += pull;
            squares += pull * pull;
        }
        assertThat(sum / toys).isCloseTo(0, within(4 / Math.sqrt(toys)));
        assertThat(Math.sqrt(squares / toys)).isCloseTo(1, within(4 / Math.sqrt(2.0 * toys)));
    }

    @Test
    void aDeficitIsNoDiscovery() {
        Axis axis = Axis.uniform("m", "GeV", 55, 105, 160);
        SpectrumFit fit = SpectrumFit.of(List.of(peak(axis, 100, 125, 1.3)), 1);
        List<Histogram1D> data = fit.expected(List.of(filled(axis, m -> 400)), -1);

        SpectrumFitResult result = fit.of(data);

        assertThat(result.rate()).isCloseTo(-1, within(1e-6));
        assertThat(result.z()).isZero();
        assertThat(result.p0()).isEqualTo(0.5);
    }

    @Test
    void refusesWhatCannotBeFitted() {
        Axis axis = Axis.uniform("m", "GeV", 3, 0, 3);
        Axis other = Axis.uniform("m", "GeV", 3, 0, 4);
        Histogram1D signal = histogram("s", axis, 1, 2, 1);

        assertThatThrownBy(() -> SpectrumFit.of(List.of(signal), 2)).hasMessageContaining("3 bins for 4 parameters");
        SpectrumFit fit = SpectrumFit.of(List.of(signal), 1);
        assertThatThrownBy(() -> fit.of(List.of(histogram("n", other, 1, 1, 1))))
                .hasMessageContaining("edges");
        assertThatThrownBy(() -> fit.of(List.of(histogram("n", axis, 0, 0, 0)))).hasMessageContaining("is empty");
    }
}
