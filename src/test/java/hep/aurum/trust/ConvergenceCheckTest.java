package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** METHODS.md row 74. */
class ConvergenceCheckTest {

    private static final Check CHECK = new ConvergenceCheck();

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theExactRatioRaisesFewAlarms(int parameters) {
        Alarms.requireHonest(Alarms.pValues(new ConvergenceCheck(600), Gauss.subject(parameters, 1, 64), 60));
    }

    /** A bias of δ gives n events a pull of √n δ: 2 at δ = .1, n = 400, within four errors. */
    @Test
    void aBiasGrowsWithTheNumberOfEvents() {
        Subject subject = Gauss.subject(1, 3, 400);
        Subject twin = subject.withRatio(new ShiftedRatio(subject.ratio(), new double[] {0.1}));

        Finding finding = Alarms.finding(CHECK, twin, 1);

        assertThat(finding.value()).isCloseTo(-2, within(4 * finding.error()));
        assertThat(finding.pValue()).isLessThan(1e-6);
        Evidence pulls = finding.evidence().get(0);
        assertThat(pulls.kind()).isEqualTo(Evidence.Kind.PULLS);
        assertThat(pulls.trials()).isEqualTo(32);
        List<Double> n = pulls.x();
        assertThat(n).startsWith(1.0, 2.0, 4.0).endsWith(256.0, 400.0);
        for (int i = 0; i < n.size(); i++) {
            if (n.get(i) >= 16) {
                double expected = -0.1 * Math.sqrt(n.get(i));
                assertThat(pulls.y().get(i)).isCloseTo(expected, within(4 / Math.sqrt(32)));
            }
        }
    }

    @Test
    void theWidthFallsAsTheRootOfTheNumberOfEvents() {
        Finding finding = Alarms.finding(CHECK, Gauss.subject(1, 3, 400), 2);

        Evidence widths = finding.evidence().get(1);
        int last = widths.x().size() - 1;
        // 6000 events give the information, and with it the unit, within 2 %: four errors.
        assertThat(widths.y().get(last)).isCloseTo(1 / Math.sqrt(400), within(0.08 / Math.sqrt(400)));
        assertThat(finding.sentence()).contains("the width falls as n^-0.5");
    }

    @Test
    void theTwinIsFound() {
        Twin twin = CHECK.twin(Gauss.subject(2, 1, 100)).orElseThrow();

        assertThat(Alarms.pValues(CHECK, twin.subject(), 10)).allMatch(p -> p < Family.ALARM);
    }
}
