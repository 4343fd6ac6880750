package hep.aurum.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the Particle Data Group for errors and powers, on numbers rounded by hand. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "125.09 | 0.24 | 125.09 ± 0.24",
                "0.0005 | 0.0000035 | (5.000 ± 0.035) × 10^{−4}",
                "-1.5 | 0.105 | −1.50 ± 0.10",
                "12345.6 | 97.3 | 12\u202f346 ± 97",
                "1000 | 4.08 | 1000.0 ± 4.1",
                "0 | 0.31 | 0.00 ± 0.31",
                "2.5e7 | 1.2e6 | (2.50 ± 0.12) × 10^{7}",
                "8.0 | 0 | 8",
                "1e-5 | 2e-5 | (1.0 ± 2.0) × 10^{−5}",
                "995 | 1234 | 995 ± 1234",
            })
    void errorsHaveTwoDigitsAndValuesTheSamePlace(double value, double error, String text) {
        assertThat(Numbers.plusMinus(value, error)).isEqualTo(text.replace("\\u202f", "\u202f"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.000276263 | 2.8 × 10^{−4}",
                "0.0171 | 0.017",
                "8.9e-15 | 8.9 × 10^{−15}",
                "0.5 | 0.50",
                "0.00999 | 0.010",
                "0 | 0",
            })
    void pValuesHaveTwoDigits(double p, String text) {
        assertThat(Numbers.pValue(p)).isEqualTo(text);
    }

    @Test
    void plainNumbersHaveFourDigitsAndGroups() {
        assertThat(Numbers.plain(0.00106631)).isEqualTo("0.001066");
        assertThat(Numbers.plain(-2)).isEqualTo("−2");
        assertThat(Numbers.plain(1234)).isEqualTo("1234");
        assertThat(Numbers.plain(12340)).isEqualTo("12\u202f340");
        assertThat(Numbers.plain(1.2e-5)).isEqualTo("1.2 × 10^{−5}");
        assertThat(Numbers.count(-1234567)).isEqualTo("−1\u202f234\u202f567");
        assertThat(Numbers.significant(1.3999, 3)).isEqualTo("1.40");
        assertThat(Numbers.significant(0.2218, 3)).isEqualTo("0.222");
        assertThat(Numbers.sigma(3.4539)).isEqualTo("3.45σ");
        assertThat(Numbers.percent(0.96, 0.01386)).isEqualTo("(96.0 ± 1.4) %");
    }

    @Test
    void intervalsKeepBothEnds() {
        assertThat(Numbers.between(0.711, 0.473, 0.964)).isEqualTo("0.71^{+0.25}_{−0.24}");
        assertThat(Numbers.interval(-0.6476, 0.9961)).isEqualTo("[−0.65, 1.00]");
        assertThat(Numbers.interval(-0.66, 1.42)).isEqualTo("[−0.66, 1.42]");
    }

    @Test
    void whatHasNoValueIsADash() {
        assertThat(Numbers.plain(Double.NaN)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.pValue(Double.NaN)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.plusMinus(Double.NaN, 1)).isEqualTo(Numbers.NONE);
        assertThat(Numbers.plusMinus(1.5, Double.NaN)).isEqualTo("1.5");
        assertThat(Numbers.plain(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Numbers.between(1, Double.NaN, 2)).isEqualTo("1");
    }
}
