package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.test.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** METHODS.md row 75. */
class CriticCheckTest {

    private static final Subject SUBJECT = Gauss.subject(1, 0.7, 100);

    @Test
    void theExactRatioRaisesFewAlarms() {
        Alarms.requireHonest(Alarms.pValues(new CriticCheck(250), SUBJECT, 60));
    }

    /** The critic is not perfect, and the area has an error of .003: four of them, a false alarm in 16 000. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void aShiftIsSeenWithItsArea(double delta) {
        Subject twin = SUBJECT.withRatio(new ShiftedRatio(SUBJECT.ratio(), new double[] {delta}));

        Finding finding = Alarms.finding(new CriticCheck(), twin, 5);

        assertThat(finding.value()).isCloseTo(1 - Gaussian.pValue(delta / Math.sqrt(2)), within(4 * finding.error()));
        assertThat(finding.pValue()).isLessThan(Family.ALARM);
        assertThat(finding.error()).isLessThan(0.0035);
    }

    @Test
    void theTwinIsAShiftOfATenth() {
        Twin twin = new CriticCheck().twin(SUBJECT).orElseThrow();

        assertThat(twin.name()).isEqualTo("ratio shift 0.1");
        assertThat(Alarms.pValues(new CriticCheck(), twin.subject(), 3)).allMatch(p -> p < Family.ALARM);
    }
}
