package hep.aurum.format.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.aurum.format.hs3.Hs3;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.source.root.RootFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compare with the tutorials of Combine. */
class TutorialCardsTest {

    /** The realistic counting experiment of Combine's tutorial, in short. */
    private static final String COUNTING = """
            imax 1
            jmax 3
            kmax 5
            ------------
            bin bin1
            observation 0
            ------------
            bin bin1 bin1 bin1 bin1
            process ggH qqWW ggWW others
            process 0 1 2 3
            rate 1.47 0.64 0.06 0.22
            ------------
            lumi lnN 1.11 - 1.11 - lumi affects both signal and gg->WW
            xs_ggH lnN 1.16 - - -
            WW_norm gmN 4 - 0.16 - - 4 events in the sideband
            xs_ggWW lnN - - 1.50 -
            bg_others lnN - - - 1.30
            """;

    @TempDir
    Path folder;

    private BinnedModel counting() throws Exception {
        return BinnedModel.of(CombineCard.read(Files.writeString(folder.resolve("card.txt"), COUNTING)));
    }

    /**
     * The manual's {@code combine -M AsymptoticLimits realistic-counting-experiment.txt}. Combine stops its searches at
     * a relative accuracy of 0.5 % (its {@code --rRelAcc}), so that each figure is good to that, as is the comparison;
     * the first is met to 0.1 %. Its bands are the quantiles 2.5, 16, 84 and 97.5 %, not whole standard deviations.
     */
    @ParameterizedTest
    @CsvSource({
        "0.025, 0.9640, 0.0055",
        "0.16, 1.4329, 0.003",
        "0.5, 2.3281, 0.003",
        "0.84, 3.9800, 0.004",
        "0.975, 6.6194, 0.003"
    })
    void expectedLimitsAreThoseOfCombine(double quantile, double limit, double tolerance) throws Exception {
        AsymptoticTest test = AsymptoticTest.of(counting(), TestStatistic.Q_MU_TILDE);
        double n = -Gaussian.significance(quantile);
        double target = Gaussian.significance(0.05 * quantile) + n;

        double found = new BrentSolver(1e-9).solve(200, r -> Math.sqrt(test.qAsimov(r)) - target, 0.1, 15.0);

        assertThat(found).isCloseTo(limit, within(tolerance * limit));
    }

    @Test
    void theObservedLimitIsThatOfCombine() throws Exception {
        double observed = UpperLimit.withDefaults().of(counting()).observed();

        assertThat(observed).isCloseTo(1.6281, within(0.003 * 1.6281));
    }

    /**
     * Limits at whole standard deviations by another program: the sum of the rates written as a formula, minimised
     * with scipy.optimize.minimize (L-BFGS-B) and solved with brentq.
     */
    @Test
    void expectedLimitsAreThoseOfTheWrittenFormula() throws Exception {
        LimitResult result = UpperLimit.withDefaults().of(counting());

        assertThat(result.expected())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(0.9549899, 1.4292040, 2.3236463, 3.9792476, 6.7382104);
    }

    private static Path shared(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "thirdparty", "combine", name);
        assumeThat(path).exists();
        return path;
    }

    @Test
    void theTutorialsFileIsOurCopyOfIt() throws Exception {
        Path path = shared("realistic-counting-experiment.txt");

        assertThat(CombineCard.read(path))
                .isEqualTo(CombineCard.read(Files.writeString(folder.resolve("card.txt"), COUNTING)));
    }

    /** Its histograms: signal 24, background 100, 85 observed; background_alphaUp 115, alphaDown 90, sigmaUp 18.4. */
    @Test
    void templatesAreThoseOfTheFile() throws Exception {
        BinnedModel model = BinnedModel.of(CombineCard.read(shared("datacard-2-template-analysis.txt")));

        assertThat(sum(model.counts())).isEqualTo(85.0);
        assertThat(sum(model.rates(theta(model, Map.of("r", 0.0))))).isCloseTo(100.0, within(1e-9));
        assertThat(sum(model.rates(theta(model, Map.of("r", 1.0))))).isCloseTo(124.0, within(1e-9));
        assertThat(sum(model.rates(theta(model, Map.of("r", 0.0, "alpha", 1.0)))))
                .isCloseTo(115.0, within(1e-5));
        assertThat(sum(model.rates(theta(model, Map.of("r", 0.0, "alpha", -1.0)))))
                .isCloseTo(90.0, within(1e-5));
        // Half a standard deviation of the file: 24 (18.4/24)^(1/2).
        assertThat(sum(model.rates(theta(model, Map.of("r", 1.0, "sigma", 1.0)))))
                .isCloseTo(100.0 + Math.sqrt(24.0 * 18.4), within(1e-5));
        try (RootFile file = RootFile.open(shared("template-analysis-datacard-input.root"))) {
            Histogram1D up = file.histogram("background_alphaUp");
            assertThat(model.rates(theta(model, Map.of("r", 0.0, "alpha", 1.0))))
                    .containsExactly(up.heights(), within(1e-5));
        }
    }

    @Test
    void cardsGoOnToOtherFormats() throws Exception {
        BinnedModel model = counting();

        BinnedModel back = BinnedModel.of(Hs3.parse(Hs3.toJson(CombineCard.read(folder.resolve("card.txt"))), "hs3"));

        double[] theta = theta(model, Map.of("r", 0.7, "WW_norm", 0.8, "lumi", 0.3, "bg_others", -1.2));
        assertThat(back.parameters()).isEqualTo(model.parameters());
        assertThat(back.twiceNll().value(theta)).isCloseTo(model.twiceNll().value(theta), within(1e-12));
    }

    private static double[] theta(BinnedModel model, Map<String, Double> values) {
        assertThat(model.parameters()).extracting(ModelParameter::name).containsAll(values.keySet());
        return model.parameters().stream()
                .mapToDouble(p -> values.getOrDefault(p.name(), p.init()))
                .toArray();
    }

    private static double sum(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
