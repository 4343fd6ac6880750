package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final RandomStreams STREAMS = RandomStreams.of(23);

    private static EventSample sample(long... origins) {
        int n = origins.length;
        ParameterSpace space = ParameterSpace.of(new Parameter("theta", -1, 1, 0));
        return new EventSample(
                space,
                List.of("x"),
                List.of("signal"),
                MonomialBasis.complete(1, 0),
                new double[n],
                new double[n],
                new int[n],
                origins);
    }

    @Test
    void copiesOfAnEventStayTogetherWhereverTheyAre() {
        long[] origins = new long[3000];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = i % 1000 + (i < 1500 ? 0 : 1L << 40);
        }
        EventSample sample = sample(origins);
        Bootstrap replica = Bootstrap.of(STREAMS, 4);
        int[] counts = replica.counts(sample);

        for (int i = 0; i < origins.length; i++) {
            assertThat(counts[i]).isEqualTo(replica.count(origins[i]));
            assertThat(counts[i]).isEqualTo(Bootstrap.of(STREAMS, 4).count(origins[i]));
        }
        assertThat(counts).isNotEqualTo(Bootstrap.of(STREAMS, 5).counts(sample));
        assertThat(counts).isNotEqualTo(Bootstrap.of(RandomStreams.of(24), 4).counts(sample));
        long[] sorted = origins.clone();
        Arrays.sort(sorted);
        int[] ofSorted = replica.counts(sample(sorted));
        assertThat(Arrays.stream(ofSorted).sum())
                .isEqualTo(Arrays.stream(counts).sum());
    }

    @Test
    void countsFollowPoissonsLaw() {
        int n = 200_000;
        int[] found = new int[7];
        for (int i = 0; i < n; i++) {
            found[Math.min(Bootstrap.of(STREAMS, 0).count(i), 6)]++;
        }

        PoissonDistribution law = PoissonDistribution.of(1);
        double chi2 = 0;
        for (int k = 0; k < 7; k++) {
            double expected = n * (k < 6 ? law.probability(k) : law.survivalProbability(5));
            chi2 += Math.pow(found[k] - expected, 2) / expected;
        }
        // Two-sided, 5e-7 in each tail; the low tail would be numbers that are too even.
        ChiSquaredDistribution chi = ChiSquaredDistribution.of(6);
        assertThat(chi2).isBetween(chi.inverseCumulativeProbability(5e-7), chi.inverseSurvivalProbability(5e-7));
    }

    /** Two copies of every event: the bootstrap sees n events, not 2 n. */
    @Test
    void bootstrapOfTheMeanHasTheClosedFormInSpiteOfCopies() {
        int n = 1000;
        int replicas = 1000;
        double[] x = new double[2 * n];
        long[] origins = new long[2 * n];
        UniformRandomProvider random = STREAMS.stream("values", 0);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            x[2 * i] = Draws.exponential(random);
            x[2 * i + 1] = x[2 * i];
            origins[2 * i] = i;
            origins[2 * i + 1] = i;
            mean += x[2 * i] / n;
        }
        double variance = 0;
        for (int i = 0; i < n; i++) {
            variance += Math.pow(x[2 * i] - mean, 2) / n / n;
        }
        EventSample sample = sample(origins);
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < replicas; r++) {
            int[] counts = Bootstrap.of(STREAMS, r).counts(sample);
            double total = 0;
            double weighted = 0;
            for (int i = 0; i < 2 * n; i++) {
                total += counts[i];
                weighted += counts[i] * x[i];
            }
            double miss = weighted / total - mean;
            sum += miss / replicas;
            squares += miss * miss / replicas;
        }

        // Five standard deviations, 6e-7: of the mean of the replicas, and of their variance, sqrt(2 / replicas), with
        // 1/n left.
        assertThat(sum).isCloseTo(0, within(5 * Math.sqrt(variance / replicas)));
        assertThat(squares / variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / replicas) + 3.0 / n));
    }
}
