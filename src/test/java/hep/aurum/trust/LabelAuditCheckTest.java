package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.AuditCheck;
import hep.aurum.sample.AuditCheck.Outcome;
import hep.aurum.sample.AuditReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelAuditCheckTest {

    private static final AuditCheck RIGHT = new AuditCheck("mean score", Outcome.PASS, 0, 1, "the mean score vanishes");
    private static final AuditCheck WRONG =
            new AuditCheck("score is the gradient", Outcome.FAIL, 2, 1, "the score is not the gradient");

    private static Subject with(Map<String, AuditReport> audits) {
        Subject s = Gauss.subject(1, 1, 100);
        return new Subject(
                s.name(), s.ratio(), s.laws(), s.prior(), s.experiment(), audits, s.observed(), s.retraining());
    }

    private static AuditReport report(AuditCheck... checks) {
        return new AuditReport(List.of(checks));
    }

    @Test
    void labelsThatPassedSayNothingAgainstTheRatio() {
        Finding finding = Alarms.finding(new LabelAuditCheck(), with(Map.of("signal", report(RIGHT, RIGHT))), 1);

        assertThat(finding.pValue()).isEqualTo(1);
        assertThat(finding.sentence()).isEqualTo("all 2 checks of the labels passed");
    }

    @Test
    void aFailureIsToldWithTheAuditsReason() {
        Finding finding = Alarms.finding(
                new LabelAuditCheck(), with(Map.of("signal", report(RIGHT, WRONG), "background", report(RIGHT))), 1);

        assertThat(finding.pValue()).isZero();
        assertThat(finding.value()).isEqualTo(1);
        assertThat(finding.sentence()).isEqualTo("signal: score is the gradient: the score is not the gradient");
    }

    @Test
    void withoutAuditsNothingIsAsked() {
        assertThat(new LabelAuditCheck().examine(with(Map.of()), RandomStreams.of(1), 1))
                .isEmpty();
    }
}
