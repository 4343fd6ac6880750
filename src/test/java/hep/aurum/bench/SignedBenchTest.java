package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.simulator.toy.SignedPair;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignedBenchTest {

    private final Bench bench = Benches.named("signed");

    @Test
    void noErrorIsPublished() {
        assertThat(bench.published("carl", 100_000)).isEmpty();
    }

    @Test
    void sayingNothingHasTheErrorOfTheExactLaws() {
        // Half a unit of the last digit of .154087.
        assertThat(bench.open(bench.settings(), 1).trivial()).isCloseTo(.154087, within(5e-7));
    }

    @Test
    void crossEntropyIsLeastForTheTruth() {
        // Half a unit of the last digit of .676222; to say nothing costs log 2.
        assertThat(SignedBench.crossEntropy(SignedPair::logRatio)).isCloseTo(.676222, within(5e-7));
        assertThat(SignedBench.crossEntropy(x -> 0)).isCloseTo(Math.log(2), within(1e-9));
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "carl", 200, 2)).isEqualTo(Reruns.figures(bench, "carl", 200, 1));
    }
}
