package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CarlMixtureBenchTest {

    /** The uncertainty of the share by 5000 events at a share of .05. */
    private static final double SD = .0067617;

    private final Bench bench = Benches.named("carl-mixture");

    @Test
    void sayingNothingHasTheErrorOfTheExactLaw() {
        // E0[(log r)^2] = .010873. A squared log r is at most .045 for nearly all x, so 50 000 points have it to 5 *
        // .0001.
        assertThat(bench.open(bench.settings(), 1).trivial()).isCloseTo(.010873, within(5e-4));
    }

    @Test
    void anythingButAWholeNumberOfTrialsIsRefused() {
        Map<String, Double> half = Map.of("gamma", .05, "trials", 2.5, "reference_events", 0.0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.open(half, 1))
                .withMessageContaining("trials is 2.5");
    }

    @Tag("slow")
    @Test
    void exactFitsHaveThePublishedUncertainty() {
        BenchRow row = Reruns.row(bench, Map.of("trials", 200.0, "reference_events", 0.0), "carl", 200, 1);

        // Means of two times 200 fits scatter by sd/20 and the bias of a fit is far less; their spread by sd/28. Five
        // times each.
        assertThat(row.more().get("mle_mean_exact")).isCloseTo(.05, within(5 * SD / 20));
        assertThat(row.more().get("mle_sd_exact")).isCloseTo(SD, within(5 * SD / 28));
    }

    @Tag("slow")
    @Test
    void normalisedOddsFindTheShareThatFewEventsMiss() {
        Map<String, Double> settings = Map.of("trials", 20.0, "reference_events", 400_000.0);

        BenchRow row = Reruns.row(bench, settings, "carl", 10_000, 1);

        // In the same data sets; 400 000 events shift the mean by sd * sqrt(5000/400 000) = .00076, two seeds by
        // .00053. Five times.
        double shift =
                BenchSettings.number(row.more(), "mle_mean") - BenchSettings.number(row.more(), "mle_mean_exact");
        assertThat(shift).isCloseTo(0, within(5 * .00053));
        assertThat(row.more().get("fits_at_edge")).isZero();
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        Map<String, Double> settings = Map.of("trials", 2.0, "reference_events", 1000.0);

        assertThat(Reruns.figures(bench, settings, "alices", 200, 2))
                .isEqualTo(Reruns.figures(bench, settings, "alices", 200, 1));
    }
}
