package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LatentGaussianBenchTest {

    private final Bench bench = Benches.named("latent-gaussian");

    @Test
    void methodsAreHeldAgainstTheirPublishedErrors() {
        assertThat(bench.published("sally", 10_000)).hasValue(.0116);
        assertThat(bench.published("alices", 100_000)).hasValue(.0070);
        assertThat(bench.published("alices", 12_345)).isEmpty();
    }

    /** MadMiner reaches .222 (ALICES) and .060 (SALLY) with as many events; the seeds' spread is a fifth of the distance. */
    @Tag("slow")
    @Test
    void aThousandEventsBeatThePublishedErrors() {
        Bench.Session session = bench.open(bench.settings(), 2);

        assertThat(session.run("alices", 1000, RandomStreams.of(1)).mse()).isLessThan(.222);
        assertThat(session.run("sally", 1000, RandomStreams.of(1)).mse()).isLessThan(.060);
        assertThat(session.trivial("sally")).isGreaterThan(.5);
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "sally", 200, 2)).isEqualTo(Reruns.figures(bench, "sally", 200, 1));
    }
}
