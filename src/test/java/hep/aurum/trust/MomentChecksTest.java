package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** E_s[r] = 1 and E_s[r²] = E_θ[r], also where E_s[r²] = e^9. */
class MomentChecksTest {

    private static final List<Check> CHECKS = List.of(new MeanRatioCheck(2000), new SecondMomentCheck(2000));

    static Stream<Arguments> subjects() {
        return CHECKS.stream()
                .flatMap(check -> Stream.of(
                        Arguments.of(check, Gauss.subject(1, 1, 100)),
                        Arguments.of(check, Gauss.subject(1, 3, 100)),
                        Arguments.of(check, Gauss.subject(2, 1.5, 100))));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theExactRatioRaisesFewAlarms(Check check, Subject subject) {
        Alarms.requireHonest(Alarms.pValues(check, subject, 60));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theTwinIsFound(Check check, Subject subject) {
        List<Double> pValues =
                Alarms.pValues(check, check.twin(subject).orElseThrow().subject(), 20);

        assertThat(pValues).allMatch(p -> p < Family.ALARM);
    }

    /** Four errors at the worst of five points: a false alarm in 3000. */
    @Test
    void theMeanRatioIsThatOfItsFactor() {
        Subject subject = Gauss.subject(1, 1, 100);

        Finding finding = Alarms.finding(
                new MeanRatioCheck(), Twins.unnormalised(subject, 1.1).subject(), 1);

        assertThat(finding.value()).isCloseTo(1.1, within(4 * finding.error()));
        assertThat(finding.error()).isLessThan(0.01);
    }

    /** A factor that the power names is found nine times out of ten; 20 of 40 or fewer would be one case in 1e8. */
    @Test
    void theStatedPowerIsKept() {
        Subject subject = Gauss.subject(1, 1, 100);
        Check check = new MeanRatioCheck(2000);
        String power = Alarms.finding(check, subject, 1).power();
        double factor = Double.parseDouble(power.replaceAll("[^0-9]*([0-9.]+).*", "$1"));

        List<Double> pValues =
                Alarms.pValues(check, Twins.unnormalised(subject, factor).subject(), 40);

        assertThat(pValues.stream().filter(p -> p < Family.ALARM)).hasSizeGreaterThan(20);
    }

    static List<Check> checks() {
        return CHECKS;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void lawsThatDoNotOverlapAreNotJudged(Check check) {
        Finding finding = Alarms.finding(check, Gauss.subject(3, 300, 100), 1);

        assertThat(finding.pValue()).isEqualTo(1);
        assertThat(finding.sentence()).startsWith("not judged");
        assertThat(finding.power()).startsWith("nothing");
    }
}
