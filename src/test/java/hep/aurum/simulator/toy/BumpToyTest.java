package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.math.random.RandomStreams;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape study of 50 on 1000 events, unbinned and in bins, and the catalogue. */
class BumpToyTest {

    private final BumpToy toy = BumpToy.of(BumpOptions.withDefaults());

    /** Expected significance of 50 on 1000 events, \(Z^2 = 2\int[\lambda\ln(\lambda/b) - s]\). */
    @Test
    void unbinnedSignificanceAgreesWithThePrintedDigits() {
        assertThat(significance(60_000)).isCloseTo(4.34713, within(6e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.568", "3, 2.927", "6, 3.695", "12, 3.710", "30, 4.270", "60, 4.327", "120, 4.342"})
    void binnedSignificancesAgreeWithThePrintedDigits(int bins, double expected) {
        assertThat(significance(bins)).isCloseTo(expected, within(6e-4));
    }

    private double significance(int bins) {
        int fine = 240_000 / bins;
        double width = 60.0 / bins / fine;
        double q0 = 0;
        for (int bin = 0; bin < bins; bin++) {
            double s = 0;
            double b = 0;
            for (int i = 0; i < fine; i++) {
                double x = 100 + ((double) bin * fine + i + 0.5) * width;
                s += 50 * toy.signalDensity(x) * width;
                b += 1000 * toy.backgroundDensity(x) * width;
            }
            q0 += 2 * ((s + b) * StrictMath.log1p(s / b) - s);
        }
        return Math.sqrt(q0);
    }

    @Test
    void ratioAndScoreAgreeWithTheMixture() {
        double[] x = {125};
        double s = 5e-4 * toy.signalDensity(125);
        double b = 1e-2 * toy.backgroundDensity(125);
        double expected = StrictMath.log((2 * s + b) / (s + b) * (0.0105 / 0.011));
        double[] score = new double[1];

        toy.truth().score(x, new double[] {1}, score);

        assertThat(toy.truth().logRatio(x, new double[] {2}, new double[] {1})).isCloseTo(expected, within(1e-14));
        double slope = toy.truth().logRatio(x, new double[] {1.0001}, new double[] {0.9999}) / 2e-4;
        assertThat(score[0]).isCloseTo(slope, within(1e-7));
    }

    /** 40 000 draws at μ = 1: 4.76 % signal; five binomial errors, exceeded once in two million experiments. */
    @Test
    void drawsMixTheProcessesByTheirRates() {
        RandomStreams streams = RandomStreams.of(3);
        double[] x = new double[1];
        double[] z = new double[1];
        int n = 40_000;
        int signal = 0;
        int above = 0;
        for (int i = 0; i < n; i++) {
            toy.draw(new double[] {1}, streams.stream("test", i), x, z);
            signal += (int) z[0];
            above += z[0] == 0 && x[0] > 130 ? 1 : 0;
        }

        double p = 5e-4 / 0.0105;
        assertThat((double) signal / n).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n)));
        // The exponential's part above half of the window is 1 / (1 + e^{30/25}).
        double q = 1 / (1 + StrictMath.exp(1.2));
        int background = n - signal;
        assertThat((double) above / background).isCloseTo(q, within(5 * Math.sqrt(q * (1 - q) / background)));
    }

    @Test
    void catalogueKnowsToysAndTheirOptions() {
        assertThat(ToyCatalogue.names()).containsExactly("eft-toy", "bump", "interference");
        Toy two = ToyCatalogue.create("eft-toy", Map.of("parameters", 2.0, "smearing", 0.25));
        assertThat(two.space().names()).containsExactly("theta1", "theta2");
        assertThat(ToyCatalogue.create("bump", Map.of()).processes()).hasSize(2);
        assertThat(ToyCatalogue.create("interference", Map.of("smearing", 0.0)).latentNames())
                .containsExactly("u", "v");
        assertThatThrownBy(() -> ToyCatalogue.create("eft_toy", Map.of()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"eft-toy\"?");
        assertThatThrownBy(() -> ToyCatalogue.create("eft-toy", Map.of("smear", 0.1)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("smearing");
        assertThatThrownBy(() -> ToyCatalogue.create("eft-toy", Map.of("smearing", -1.0)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("smearing is -1.0");
        assertThatThrownBy(() -> ToyCatalogue.create("eft-toy", Map.of("parameters", 1.5)))
                .isInstanceOf(BadInput.class);
    }
}
