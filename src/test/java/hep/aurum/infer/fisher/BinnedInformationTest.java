package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BinnedInformationTest {

    private static final List<String> A = List.of("a");

    @Test
    void binsAddAndEmptyOnesSayNothing() {
        FisherInformation bins = PoissonInformation.ofBins(
                List.of("a", "b"), new double[] {4, 0, 5}, new double[][] {{2, 6}, {0, 0}, {-5, 10}});

        assertThat(bins.toArray()).isDeepEqualTo(new double[][] {{1 + 5, 3 - 10}, {3 - 10, 9 + 20}});
        assertThat(bins.isExact()).isTrue();
    }

    @Test
    void aBinWithoutAPositiveRateIsNamed() {
        HistogramInformation histogram = HistogramInformation.of(A, 3);
        histogram.add(1, 2, new double[] {1});
        histogram.add(2, -1, new double[] {1});

        assertThatThrownBy(() -> histogram.full(1))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("bin 2 has the rate -1.0");
        assertThatThrownBy(() -> PoissonInformation.ofBins(A, new double[] {1, 0}, new double[][] {{1}, {1}}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("bin 1 has the rate 0.0 and the gradient [1.0]");
    }

    @Test
    void sumsOfEventsAreTheBinsOfAHistogram() {
        HistogramInformation histogram = HistogramInformation.of(A, 3);
        HistogramInformation other = HistogramInformation.of(A, 3);
        histogram.add(0, 1, new double[] {2});
        other.add(0, 3, new double[] {4});
        other.add(2, 5, new double[] {5});

        histogram.addAll(other);

        // 10 (6²/4 + 5²/5), less 10 · 11²/9 for the rate.
        assertThat(histogram.full(10).get(0, 0)).isCloseTo(140, within(1e-12));
        assertThat(histogram.shape(10).get(0, 0)).isCloseTo(140 - 1210.0 / 9, within(1e-12));
    }

    /** Weights 1 and 3 with scores 2 and 6, of mean 5: (1² · 3² + 3² · 1²)/4; one event alone shows no spread. */
    @Test
    void biasIsTheSpreadOfScoresWithinBins() {
        HistogramInformation histogram = HistogramInformation.of(A, 2);
        histogram.add(0, 1, new double[] {2});
        histogram.add(0, 3, new double[] {18});
        histogram.add(1, 2, new double[] {8});

        assertThat(histogram.bias(10).get(0, 0)).isCloseTo(45, within(1e-12));
    }

    /**
     * Scores s ~ N(0, 1) that do not depend on the bin: the truth is a rate information of zero, each bin's mean score
     * fluctuates by 1/√n_b, and the information comes out as 1 a bin on average whatever n is. Its sum over 2000 bins
     * is a χ² of 2000 degrees of freedom with the standard deviation √4000; five of them after the correction, 6e-7.
     */
    @Test
    void biasIsTheInformationOfPureNoise() {
        int bins = 2000;
        HistogramInformation histogram = HistogramInformation.of(A, bins);
        UniformRandomProvider random = RandomStreams.of(23).stream("noise", 0);
        for (int i = 0; i < 100 * bins; i++) {
            histogram.add(i % bins, 1, new double[] {Draws.gaussian(random)});
        }

        double bias = histogram.bias(1).get(0, 0);
        FisherInformation corrected = histogram.full(1).plus(histogram.bias(1).times(-1));

        // Σ(s − s̄)²/n is 0.99 of a variance on average; its spread is √(2/200000) of it.
        assertThat(bias).isCloseTo(bins * 0.99, within(bins * 5 * Math.sqrt(1e-5)));
        assertThat(histogram.full(1).get(0, 0)).isGreaterThan(bins - 5 * Math.sqrt(2 * bins));
        assertThat(corrected.get(0, 0)).isBetween(-5 * Math.sqrt(2 * bins), 5 * Math.sqrt(2 * bins) + bins * 0.01);
    }

    /**
     * Two bins with signal s = (12, 11) and background b = (50, 52) ± (3, 7): the profiled information on μ is Σ s²/(μs
     * + b + δ²).
     */
    @Test
    void aModelsNuisancesAreProfiledInClosedForm() {
        Sample signal = new Sample("signal", List.of(12.0, 11.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample(
                "background", List.of(50.0, 52.0), List.of(new Modifier.ShapeSys("shape", List.of(3.0, 7.0))));
        BinnedModel model = BinnedModel.of(new Workspace(
                List.of(new Channel("region", List.of(signal, background))),
                List.of(new Observation("region", List.of(51.0, 48.0))),
                List.of(new Measurement("measurement", "mu", List.of()))));

        FisherInformation information = ModelInformation.of(model, model.initialPoint());

        assertThat(information.names()).startsWith("mu").hasSize(3);
        double profiled = 144.0 / (62 + 9) + 121.0 / (63 + 49);
        assertThat(information.profile(List.of("mu")).get(0, 0)).isCloseTo(profiled, within(1e-12));
        assertThat(information.project(List.of("mu")).get(0, 0)).isCloseTo(144.0 / 62 + 121.0 / 63, within(1e-12));
    }
}
