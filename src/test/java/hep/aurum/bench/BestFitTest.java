package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.Carl5d;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestFitTest {

    private static final double[] TRUTH = {1, -1};
    private static final int EVENTS = 500;

    @Test
    void fitsOfNormalMeansAreTheSampleMeans() {
        Carl5d simulator = Carl5d.aroundTruth(1.5);
        double[] means = new double[2];
        double[] data = data(simulator, means);

        LocalMinimum fit = BestFit.exact(simulator, simulator.space(), data, 5, TRUTH);

        // The uncertainties are 1/sqrt(500) and more, of which the tolerance of the likelihood leaves sqrt(2e-6).
        assertThat(BestFit.isInside(fit)).isTrue();
        assertThat(fit.get(0)).isCloseTo(means[0], within(2e-4));
        assertThat(fit.get(1)).isCloseTo(means[1], within(4e-4));
    }

    @Test
    void fitThatEndsAtTheEndOfARangeIsNotInside() {
        Carl5d narrow = Carl5d.aroundTruth(1e-4);

        LocalMinimum fit = BestFit.exact(narrow, narrow.space(), data(narrow, new double[2]), 5, TRUTH);

        assertThat(fit.isAtBound()).isTrue();
        assertThat(BestFit.isInside(fit)).isFalse();
    }

    /** Draw a data set and the means of its two normal latents. */
    private static double[] data(Carl5d simulator, double[] means) {
        double[] data = new double[5 * EVENTS];
        double[] x = new double[5];
        double[] z = new double[5];
        IntStream.range(0, EVENTS).forEach(i -> {
            simulator.draw(TRUTH, RandomStreams.of(3).stream("data", i), x, z);
            System.arraycopy(x, 0, data, 5 * i, 5);
            means[0] += z[0] / EVENTS;
            means[1] += z[1] / EVENTS;
        });
        return data;
    }
}
