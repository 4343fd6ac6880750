package hep.aurum.infer.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of Feldman and Cousins (1998), to the digits that they print. */
class FeldmanCousinsTest {

    /** Table IV, b = 3, 90 %. */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"0, 0, 1.08", "1, 0, 1.88", "2, 0, 3.04", "3, 0, 4.42", "4, 0, 5.60", "5, 0, 6.99", "6, .15, 8.47"})
    void poissonIntervalsAreThoseOfTheTable(int count, double lower, double upper) {
        Scan1D.Interval interval = FeldmanCousins.poisson(count, 3.0, 0.9);

        // The paper steps through μ in .005: its ends are below the exact ones by up to this, and rounded.
        assertThat(interval.lower()).isCloseTo(lower, within(0.0075));
        assertThat(interval.upper()).isCloseTo(upper, within(0.0075));
    }

    /** Table X: a Gaussian measurement in units of its error, of a mean that cannot be negative. */
    @ParameterizedTest
    @CsvSource({
        "-3, .6827, 0, .04",
        "-3, .90, 0, .26",
        "-3, .95, 0, .42",
        "-3, .99, 0, .80",
        "-1, .6827, 0, .27",
        "-1, .90, 0, .81",
        "-1, .95, 0, 1.10",
        "0, .6827, 0, 1.00",
        "0, .90, 0, 1.64",
        "0, .95, 0, 1.96",
        "0, .99, 0, 2.58",
        "1, .6827, .24, 2.00",
        "1, .90, 0, 2.64",
        "2, .6827, 1.00, 3.00",
        "2, .90, .58, 3.64",
        "2, .95, .35, 3.96"
    })
    void gaussianIntervalsAreThoseOfTheTable(double measured, double level, double lower, double upper) {
        Scan1D.Interval interval = FeldmanCousins.gaussian(measured, level);

        assertThat(interval.lower()).isCloseTo(lower, within(0.00501));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00501));
    }
}
