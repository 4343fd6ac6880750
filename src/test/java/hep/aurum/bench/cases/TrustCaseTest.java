package hep.aurum.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.trust.CalibrationCheck;
import hep.aurum.trust.Check;
import hep.aurum.trust.ConvergenceCheck;
import hep.aurum.trust.CoverageCheck;
import hep.aurum.trust.LabelAuditCheck;
import hep.aurum.trust.MeanRatioCheck;
import hep.aurum.trust.SecondMomentCheck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrustCaseTest {

    /** All that is cheap; fewer events than by default, enough for each twin. */
    private static final List<Check> CHECKS = List.of(
            new LabelAuditCheck(),
            new MeanRatioCheck(2000),
            new SecondMomentCheck(2000),
            new CalibrationCheck(2000),
            new CoverageCheck().withExperiments(100),
            new ConvergenceCheck(2000));

    /** With a family-wise rate of 1 %, one of two exact runs fails in 2 % of seeds; the seed is fixed. */
    @Test
    void theExactRatioPassesAndTwinsAreFlagged() {
        CaseResult result =
                CaseBenches.run(new TrustCase(CHECKS), Map.of("runs", 2.0, "twin_runs", 1.0), 2, 2, Progress.NONE);

        assertThat(result.figures())
                .containsEntry("exact_passes", 1.0)
                .containsEntry(
                        "twins_flagged",
                        List.of("width x 0.7", "ratio shift 0.1", "wrong labels", "1/r", "unnormalised x 1.1"))
                .containsEntry("twins_missed", List.of())
                .containsEntry("family_wise_rate", 0.01);
        List<?> twins = (List<?>) Objects.requireNonNull(result.figures().get("twins"));
        assertThat(twins.get(2).toString())
                .as("wrong labels, with the reason")
                .contains("the joint score is not the gradient of the log joint ratio");
        assertThat(result.lines()).hasSize(11);
    }
}
