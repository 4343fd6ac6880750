package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;

/** Count how often a check raises an alarm, seed by seed. */
final class Alarms {

    private Alarms() {}

    /** Return the p-values of a check, one a seed. */
    static List<Double> pValues(Check check, Subject subject, int seeds) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> finding(check, subject, seed).pValue())
                .toList();
    }

    static Finding finding(Check check, Subject subject, long seed) {
        return check.examine(subject, RandomStreams.of(seed).part(check.name()), 1)
                .orElseThrow();
    }

    /**
     * Require that p-values are honest, and that they can be small. Of 60 honest ones more than 10 are below .05 with probability
     * 2e-4, any is below 1e-5 with probability 6e-4, and fewer than 2 are below .5 with probability 1e-6 even if a Bonferroni factor
     * halves their number.
     */
    static void requireHonest(List<Double> pValues) {
        assertThat(pValues).hasSize(60);
        assertThat(pValues.stream().filter(p -> p < 0.05)).hasSizeLessThanOrEqualTo(10);
        assertThat(pValues.stream().filter(p -> p < 0.5)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pValues).allMatch(p -> p >= 1e-5 && p <= 1);
    }
}
