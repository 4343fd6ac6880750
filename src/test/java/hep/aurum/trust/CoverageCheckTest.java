package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** METHODS.md rows 55 and 73. */
class CoverageCheckTest {

    private static final CoverageCheck CHECK = new CoverageCheck();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theExactRatioRaisesFewAlarms(int parameters) {
        Subject subject = Gauss.subject(parameters, 1, 10);

        Alarms.requireHonest(Alarms.pValues(CHECK.withExperiments(50).withEquality(), subject, 60));
    }

    /**
     * True coverage of regions of content .9 whose posterior is s times as wide. The borders of windows add up to .005; four binomial
     * errors of 4000 experiments: a false alarm in 16 000.
     */
    @ParameterizedTest
    @CsvSource({"0.7, 0.75043", "0.9, 0.86123", "1, 0.9", "1.2, 0.95160"})
    void widthsHaveTheirCoverage(double width, double coverage) {
        Subject subject = Gauss.subject(1, 4, 25);
        Subject twin = subject.withRatio(TemperedRatio.ofWidth(subject.ratio(), width));

        TruthRanks ranks = TruthRanks.of(twin, 4000, RandomStreams.of(6), 1);

        double error = Math.sqrt(coverage * (1 - coverage) / 4000);
        assertThat(ranks.covered(0.9) / 4000.0).isCloseTo(coverage, within(0.005 + 4 * error));
        assertThat(1 - ChiSquare.pValue(1, width * width * ChiSquare.threshold(1, 0.9)))
                .as("the closed form")
                .isCloseTo(coverage, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void narrowPosteriorsAreFound(int parameters) {
        Twin twin = CHECK.twin(Gauss.subject(parameters, 1, 50)).orElseThrow();

        assertThat(twin.name()).isEqualTo("width x 0.7");
        assertThat(Alarms.pValues(CHECK, twin.subject(), 5)).allMatch(p -> p < 1e-5);
    }

    @Test
    void widePosteriorsAreConservativeAndFailOnlyWhereEqualityIsAsked() {
        Subject subject = Gauss.subject(1, 1, 100);
        Subject wide = Twins.width(subject, 1.5).subject();

        Finding atLeast = Alarms.finding(CHECK, wide, 1);
        Finding equal = Alarms.finding(CHECK.withEquality(), wide, 1);

        assertThat(atLeast.pValue()).isEqualTo(1);
        assertThat(atLeast.sentence()).contains("caution: the regions are conservative");
        assertThat(equal.pValue()).isLessThan(Family.ALARM);
    }

    /** Of 250 experiments .592 is 3.1 errors below .6827; a coverage of .551, that of .757 of the width, is 1.28 errors below that. */
    @Test
    void theWidthThatIsFoundIsStated() {
        double width = Power.width(250, 1, 0.6827, 1e-3);

        assertThat(width).isBetween(0.73, 0.77);
        assertThat(Power.width(2500, 1, 0.6827, 1e-3)).isGreaterThan(0.9);
    }

    /** From tables of the non-central law: power .9 at level .05 needs 10.507 with one degree of freedom, 20.53 with ten. */
    @ParameterizedTest
    @CsvSource({"1, 10.507", "10, 20.53"})
    void nonCentralityIsThatOfTables(int freedom, double expected) {
        assertThat(Power.nonCentrality(freedom, 0.05)).isCloseTo(expected, within(2e-3 * expected));
    }
}
