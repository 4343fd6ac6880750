package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MadminerToyBenchTest {

    private final Bench bench = Benches.named("madminer-toy");

    @Test
    void publishedErrorsAreThoseOfTheTutorial() {
        assertThat(bench.published("carl", 100_000)).hasValue(.33695);
        assertThat(bench.published("alices", 100_000)).hasValue(.08978);
        assertThat(bench.published("alices", 10_000)).isEmpty();
        assertThat(bench.published("rascal", 100_000)).isEmpty();
    }

    @Test
    void sayingNothingHasTheErrorOfTheTutorial() {
        // Half a unit of the last digit of 3.341.
        assertThat(bench.open(bench.settings(), 1).trivial()).isCloseTo(3.341, within(5e-4));
    }

    @Test
    void sayingNothingHasTheErrorOfTheClosedForm() {
        // log r = (2 theta x - theta^2) / 10 with x = 1 + u, E u^2 = 5: E (log r)^2 = .24 theta^2 - .04 theta^3 + .01
        // theta^4.
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            double theta = 2 * (2.0 * i / 99 - 1);
            sum += .24 * theta * theta - .04 * Math.pow(theta, 3) + .01 * Math.pow(theta, 4);
        }

        assertThat(bench.open(Map.of("range", 2.0), 1).trivial()).isCloseTo(sum / 100, within(1e-6));
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "alices", 200, 2)).isEqualTo(Reruns.figures(bench, "alices", 200, 1));
    }
}
