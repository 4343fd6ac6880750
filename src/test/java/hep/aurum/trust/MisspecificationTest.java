package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** A simulator N(θ, 1) and a nature N(θ, 1.5²), 200 events. */
class MisspecificationTest {

    private static Subject subject(double spread, int seed) {
        GaussianSubject simulator = new GaussianSubject(1, 1);
        EventData nature = new GaussianSubject(1, spread)
                .at(new double[] {0.3}, 200, RandomStreams.of(seed).part("nature"));
        return new Subject(
                "Gaussian",
                simulator,
                simulator,
                simulator.space(),
                50,
                Map.of(),
                Optional.of(nature),
                Optional.empty());
    }

    private static double pValue(Subject subject, int seed) {
        return new Misspecification()
                .examine(subject, RandomStreams.of(seed), 1)
                .orElseThrow()
                .pValue();
    }

    /** Were the false alarms 5 %, six or more of 40 would happen once in 70. */
    @Test
    void isSilentWhereTheSimulatorIsRight() {
        int alarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            alarms += pValue(subject(1, seed), seed) < 0.05 ? 1 : 0;
        }

        assertThat(alarms).isLessThanOrEqualTo(5);
    }

    @Test
    void firesWhereNatureIsWider() {
        int seen = 0;
        for (int seed = 0; seed < 20; seed++) {
            seen += pValue(subject(1.5, seed), seed) < 0.01 ? 1 : 0;
        }

        assertThat(seen).isEqualTo(20);
    }

    /** What it protects from: 1.6449 standard deviations of the simulator are 1.0966 of nature. */
    @Test
    void nominalNinetyPercentWouldCoverSeventyThree() {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
        double covered = 2 * NormalDistribution.of(0, 1).cumulativeProbability(z / 1.5) - 1;

        assertThat(covered).isCloseTo(0.72717, org.assertj.core.api.Assertions.within(5e-6));
    }

    @Test
    void aTwinHasWiderData() {
        Subject subject = subject(1, 3);
        Twin twin = new Misspecification().twin(subject).orElseThrow();

        assertThat(pValue(twin.subject(), 3)).isLessThan(0.01);
    }

    @Test
    void asksNothingWithoutData() {
        assertThat(new Misspecification().examine(GaussianSubject.exact(1, 5), RandomStreams.of(1), 1))
                .isEmpty();
    }
}
