package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EftToyBenchTest {

    private final Bench bench = Benches.named("eft-toy");

    @Tag("slow")
    @Test
    void goldLearnsTheDipOfASmallSmearing() {
        BenchRow row = Reruns.row(bench, Map.of("smearing", .1), "alices", 5000, 1);

        // With these seeds two layers of 100 units, which blur the dip, leave 3 %.
        assertThat(row.mse()).isLessThan(.02 * row.trivial());
        // The information is 3.963, less at most a tenth for what 5000 events do not show.
        assertThat(row.more().get("information")).isCloseTo(3.963, within(.4));
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "rascal", 200, 2)).isEqualTo(Reruns.figures(bench, "rascal", 200, 1));
        assertThat(Reruns.figures(bench, "alices-pairs", 200, 2))
                .isEqualTo(Reruns.figures(bench, "alices-pairs", 200, 1));
    }
}
