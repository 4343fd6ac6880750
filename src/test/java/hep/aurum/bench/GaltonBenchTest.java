package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GaltonBenchTest {

    private final Bench bench = Benches.named("galton");

    @Test
    void publishedErrorsAreThoseOfThePapersProgram() {
        assertThat(published("carl")).containsExactly(.133, .150, .115, .088, .048, .020);
        assertThat(published("rolr")).containsExactly(.058, .029, .013, .005, .003, .003);
        assertThat(published("rascal")).containsExactly(.019, .010, .007, .004, .002, .002);
        assertThat(bench.published("rascal", 300)).isEmpty();
        assertThat(bench.published("alices", 200)).isEmpty();
    }

    private List<Double> published(String method) {
        return bench.events().stream()
                .map(n -> bench.published(method, n).orElseThrow())
                .toList();
    }

    @Test
    void sayingNothingHasTheErrorOfTheExactLaw() {
        // Half a unit of the last digit of .063246.
        assertThat(bench.open(bench.settings(), 1).trivial()).isCloseTo(.063246, within(5e-7));
    }

    @Test
    void theBoardOfThePapersTextIsAnother() {
        Map<String, Double> paper = new TreeMap<>(bench.settings());
        paper.put("paper", 1.0);

        assertThat(bench.open(paper, 1).trivial()).isLessThan(.0632);
    }

    @Test
    void pointsOutsideOfTheTrainingRangeAreHeldByAWiderOne() {
        Map<String, Double> outside = Map.of("theta0", -1.2, "theta1", -.3);

        BenchRow row = Reruns.row(bench, outside, "carl", 40, 1);

        assertThat(row.mse()).isFinite();
        assertThat(row.published()).isEqualTo(OptionalDouble.empty());
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "carl", 40, 2)).isEqualTo(Reruns.figures(bench, "carl", 40, 1));
    }
}
