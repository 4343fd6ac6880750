package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.report.State;
import hep.aurum.report.TrustCheck;
import hep.aurum.sample.AuditReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a result is trusted, with numbers chosen on both sides of each bound. */
class StudyTrustTest {

    private static final Map<String, Double> POINT = Map.of("c", 0.5);

    private static StudyResult result(
            List<StudyResult.MeanRatio> means,
            StudyResult.@Nullable TruthReport truth,
            ScanReport.Fit fit,
            List<ScanReport.Neyman> toys,
            List<String> warnings) {
        return new StudyResult(
                "1",
                "17",
                "name",
                "Title",
                1,
                100,
                JsonText.parse("{}"),
                List.of(),
                List.of(),
                Map.of(),
                Map.of("mixture", new AuditReport(List.of())),
                new StudyResult.EstimatorReport("rascal", "", List.of(), List.of(), means),
                truth,
                new ScanReport(List.of("c"), Map.of(), 1, 4, fit, null, toys, null),
                null,
                null,
                warnings);
    }

    private static ScanReport.Fit fit(double lower, double upper, int minima, double tTruth) {
        ScanReport.Minimum minimum = new ScanReport.Minimum(POINT, 0, false);
        return new ScanReport.Fit(
                POINT,
                100,
                List.of(minimum, new ScanReport.Minimum(Map.of("c", -0.5), 0.7, false))
                        .subList(0, minima),
                tTruth,
                true,
                true,
                new ScanReport.PointTest(POINT, 0, 1, 0),
                List.of(new Scan1D("c", List.of(-1.0, 0.0, 1.0), List.of(4.0, 0.0, 4.0))),
                Map.of("c", List.of(new Scan1D.Interval(-0.2, 0.2))),
                Map.of("c", List.of(new Scan1D.Interval(lower, upper))),
                null);
    }

    private static State state(StudyResult result, String name) {
        return StudyTrust.checks(result).stream()
                .filter(check -> check.name().equals(name))
                .map(TrustCheck::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(StudyResult result) {
        return StudyTrust.checks(result).stream().map(TrustCheck::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1.029, 0.01, GOOD",
        "0.969, 0.01, CAUTION",
        "1.060, 0.01, CAUTION",
        "1.110, 0.01, BAD",
        "0.890, 0.01, BAD",
        "1.2, 0.05, CAUTION",
    })
    void aMeanRatioOffByManyErrorsAndByMuchIsBad(double mean, double error, State expected) {
        StudyResult.MeanRatio ratio = new StudyResult.MeanRatio(POINT, Map.of("c", 0.0), mean, error);

        assertThat(state(result(List.of(ratio), null, fit(-0.5, 0.5, 1, 0), List.of(), List.of()), "E[r̂] = 1"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.09, GOOD", "0.3, CAUTION", "0.6, BAD"})
    void anErrorIsComparedWithKnowingNothing(double error, State expected) {
        StudyResult.TruthReport truth = new StudyResult.TruthReport(
                "bump", 10, 1, Map.of(), POINT, error, 0.01, 1, 10, List.of(), List.of(), List.of());

        assertThat(state(result(List.of(), truth, fit(-0.5, 0.5, 1, 0), List.of(), List.of()), "Closed form"))
                .isEqualTo(expected);
    }

    @Test
    void anIntervalThatEndsAtTheRangeOrASecondMinimumCallsForCaution() {
        StudyResult cut = result(List.of(), null, fit(-1, 0.5, 1, 0), List.of(), List.of());
        StudyResult two = result(List.of(), null, fit(-0.5, 0.5, 2, 0), List.of(), List.of());

        assertThat(state(cut, "Range")).isEqualTo(State.CAUTION);
        assertThat(state(two, "Minima")).isEqualTo(State.CAUTION);
        assertThat(names(result(List.of(), null, fit(-0.5, 0.5, 1, 0), List.of(), List.of())))
                .containsExactly("Label audit", "Asimov closure");
    }

    @Test
    void aMissedTruthAndLowCoverageAreNotPraisedAndWarningsAreShown() {
        ScanReport.Neyman low = new ScanReport.Neyman(POINT, 200, 1, 4, 0.6, 0.80, 0.03, null, null);
        ScanReport.Neyman fine = new ScanReport.Neyman(POINT, 200, 1, 4, 0.68, 0.95, 0.015, null, null);

        assertThat(names(result(List.of(), null, fit(-0.5, 0.5, 1, 2), List.of(low), List.of("mind"))))
                .containsExactly("Label audit", "Warning");
        assertThat(names(result(List.of(), null, fit(-0.5, 0.5, 1, 1), List.of(fine), List.of())))
                .containsExactly("Label audit", "Asimov closure", "Coverage");
    }
}
