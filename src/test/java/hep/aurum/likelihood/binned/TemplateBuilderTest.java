package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class TemplateBuilderTest {

    private static final Binning HALVES = Binning.of(0.0, 0.5, 1.0);

    @Test
    void ratesAreSummedWeightsAndErrorsTheirSquares() {
        Workspace workspace = TemplateBuilder.of("SR", HALVES)
                .withSignal("signal", new double[] {0.7, 0.8, 3.0}, new double[] {1.0, 2.0, -0.5})
                .withBackground("background", new double[] {-1.0, 0.2, 0.5}, new double[] {3.0, 4.0, 5.0})
                .withRateUncertainty("background", "xs", 0.9, 1.1)
                .withLuminosityUncertainty(0.02)
                .withAsimov(1.0)
                .build();

        Sample signal = workspace.channels().get(0).samples().get(0);
        Sample background = workspace.channels().get(0).samples().get(1);
        assertThat(signal.data()).containsExactly(0.0, 2.5);
        assertThat(background.data()).containsExactly(7.0, 5.0);
        assertThat(signal.modifiers())
                .containsExactly(
                        new Modifier.NormFactor("mu"),
                        new Modifier.Lumi("lumi"),
                        new Modifier.StatError("staterror_SR", List.of(0.0, Math.sqrt(5.25))));
        assertThat(background.modifiers())
                .containsExactly(
                        new Modifier.NormSys("xs", 0.9, 1.1),
                        new Modifier.Lumi("lumi"),
                        new Modifier.StatError("staterror_SR", List.of(5.0, 5.0)));
        assertThat(workspace.observation("SR").data()).containsExactly(7.0, 7.5);
    }

    @Test
    void binsWithoutBackgroundAreRefused() {
        TemplateBuilder builder = TemplateBuilder.of("SR", HALVES)
                .withSignal("signal", new double[] {0.7}, new double[] {1.0})
                .withBackground("background", new double[] {0.2, 0.6, 0.7}, new double[] {3.0, 1.0, -1.0})
                .withAsimov(0.0);

        assertThatThrownBy(builder::build)
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("the background of bin 1 is 0.0")
                .hasMessageContaining("mergedUntil");
    }

    @Test
    void mergingKeepsTheUpperEndAndReachesTheMinimumEverywhere() {
        UniformRandomProvider random = RandomStreams.of(11).stream("events", 0);
        int n = 2000;
        double[] values = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            values[i] = u * u;
            weights[i] = random.nextDouble() < 0.2 ? -0.3 : 1.0;
        }
        Binning fine = Binning.uniform(0.0, 1.0, 200);

        Binning merged = fine.mergedUntil(values, weights, 30.0);

        WeightedCounts counts = merged.fill(values, weights);
        for (int b = 0; b < merged.bins(); b++) {
            assertThat(WeightedCounts.effective(counts.sum(b), counts.square(b)))
                    .isGreaterThanOrEqualTo(30.0);
        }
        assertThat(merged.bins()).isBetween(10, 60);
        assertThat(merged.edges()[0]).isEqualTo(0.0);
        assertThat(merged.edges()[merged.bins()]).isEqualTo(1.0);
        assertThat(Arrays.stream(merged.edges()).boxed().toList())
                .isSubsetOf(Arrays.stream(fine.edges()).boxed().toList());
        assertThatThrownBy(() -> fine.mergedUntil(values, weights, 1e6)).isInstanceOf(BadModel.class);
    }

    @Test
    void equalSharesHoldEqualWeights() {
        UniformRandomProvider random = RandomStreams.of(12).stream("events", 0);
        int n = 1000;
        double[] values = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextDouble();
            weights[i] = 1.0 + random.nextDouble();
        }

        Binning binning = Binning.equalProbability(values, weights, 8);

        double[] sums = binning.sumOfWeights(values, weights);
        double total = Arrays.stream(sums).sum();
        assertThat(sums).hasSize(8);
        for (double sum : sums) {
            assertThat(sum).isCloseTo(total / 8.0, within(2.01));
        }
    }

    @Test
    void equalValuesCannotBeDivided() {
        Binning binning = Binning.equalProbability(new double[] {1.0, 1.0, 1.0, 2.0}, new double[] {1, 1, 1, 1}, 4);

        assertThat(binning.bins()).isEqualTo(2);
        assertThat(binning.sumOfWeights(new double[] {1.0, 2.0}, new double[] {3.0, 4.0}))
                .containsExactly(3.0, 4.0);
    }

    @Test
    void upperBoundOfTheStrengthGrowsForWeakSignals() {
        Workspace workspace = TemplateBuilder.of("SR", Binning.of(0.0, 1.0))
                .withSignal("signal", new double[] {0.5}, new double[] {0.1})
                .withBackground("background", new double[] {0.5}, new double[] {100.0})
                .withAsimov(0.0)
                .build();

        BinnedModel model = BinnedModel.of(workspace);
        assertThat(model.parameters().get(0).upper()).isEqualTo(10_000.0);
    }
}
