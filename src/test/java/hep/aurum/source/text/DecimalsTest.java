package hep.aurum.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read numbers exactly as {@link Double#parseDouble} does, and Fortran's besides. */
class DecimalsTest {

    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0D+02, 100",
        "1d2, 100",
        "1.5Q-1, 0.15",
        "0.15-102, 0.15e-102",
        "-.93544317E+03, -935.44317",
        "9., 9",
        "+2.3276536866e+03, 2327.6536866",
        "00012, 12",
        "1e-400, 0",
        "4.9e-324, 4.9e-324",
        "2.2250738585072011e-308, 2.2250738585072011e-308",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "9007199254740993, 9007199254740992",
        "1.2345678901234567D+02, 123.45678901234567",
        "-0.12345678901234567-102, -0.12345678901234567e-102",
        "0000000000000000000000000000012, 12",
        "0.000000000000000000000000000000, 0",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0.000000000000000000000000000001234567890123456789, 1.234567890123456789e-30"
    })
    void numbersOfCAndFortranAreRead(String text, double value) {
        assertThat(parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1x",
                "NaN",
                "Infinity",
                "inf",
                "1e999",
                "0x10",
                "1,5",
                "1d2e3",
                "--1",
                "1.2345678901234567890.1",
                "1.234567890123456789e1e1",
                "1.234567890123456789e1-1",
                "1.2345678901234567e99999",
                "1.2345678901234567e+",
                "0x1.23456789012345678p0",
                "1.2345678901234567890f",
                " 1.234567890123456789",
                "++1.234567890123456789",
                "....................",
                "１"
            })
    void everythingElseIsNotANumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void zerosKeepTheirSign() {
        assertThat(Double.doubleToRawLongBits(parse("-0.0e5"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(parse("0"))).isEqualTo(0L);
    }

    @Test
    void randomNumbersAreCorrectlyRounded() {
        UniformRandomProvider random = RandomStreams.of(11).stream("decimals", 0);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) {
                continue;
            }
            String shortest = Double.toString(value);
            String digits = String.format(Locale.ROOT, "%." + random.nextInt(20) + "e", value % 1e30);

            assertThat(parse(shortest)).as(shortest).isEqualTo(value);
            assertThat(parse(digits)).as(digits).isEqualTo(Double.parseDouble(digits));
        }
    }

    @Test
    void integersAreReadWithinThirtyTwoBits() {
        byte[] line =
                " 12\t-7 +5 2147483647 2147483648 -2147483647 1.0 x 99999999999 -".getBytes(StandardCharsets.UTF_8);
        Fields fields = new Fields();
        fields.reset(line, 0, line.length);
        int none = Fields.NOT_AN_INT;

        assertThat(fields.remaining()).isEqualTo(10);
        for (int expected : new int[] {12, -7, 5, 2147483647, none, -2147483647, none, none, none, none}) {
            assertThat(fields.next()).isTrue();
            assertThat(fields.asInt()).isEqualTo(expected);
        }
        assertThat(fields.next()).isFalse();
    }
}
