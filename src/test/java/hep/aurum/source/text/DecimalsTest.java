package hep.aurum.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** The grammar of C and Fortran as a pattern, and {@link Double#parseDouble}. */
    private static double slowly(String text) {
        Matcher form = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[eEdDqQ]?([+-]\\d+)|[eEdDqQ](\\d+))?")
                .matcher(text);
        if (!form.matches()) {
            return Double.NaN;
        }
        String exponent = form.group(2) == null ? form.group(3) : form.group(2);
        String java = form.group(1) + (exponent == null ? "" : "e" + exponent);
        double value = Double.parseDouble(java);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    @Test
    void randomTextsAreReadAsTheSlowReadingDoes() {
        UniformRandomProvider random = RandomStreams.of(13).stream("texts", 0);
        String[] pieces = {
            "1", "0", "9", "7", "00000000", "12345678", "99999999", "4503599627370496", ".", ".", "e", "E", "d", "D",
                    "q",
            "+", "-", "e-0", "e+1", "x", "p", "f", "nan", "inf", " ", ",", "0x", "é", "/", ":"
        };
        int numbers = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            // Mostly digits, so that about a third are numbers.
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                text.append(pieces[random.nextInt(random.nextInt(4) == 0 ? pieces.length : 10)]);
            }
            double expected = slowly(text.toString());
            numbers += Double.isNaN(expected) ? 0 : 1;
            assertThat(Double.doubleToLongBits(parse(text.toString())))
                    .as(text.toString())
                    .isEqualTo(Double.doubleToLongBits(expected));
        }
        assertThat(numbers).isGreaterThan(6_000);
    }

    @Test
    void numbersInTheMiddleOfTwoDoublesGoToTheEvenOne() {
        UniformRandomProvider random = RandomStreams.of(17).stream("middles", 0);
        for (int i = 0; i < 3_000; i++) {
            // 19 digits at most: m 2^k with m of 54 bits, and its neighbours in the last digit.
            long middle = (1L << 53 | random.nextLong() >>> 10 | 1) << random.nextInt(9);
            for (long m = middle - 1; m <= middle + 1; m++) {
                for (int power = -3; power <= 3; power++) {
                    String text = m + "e" + power;
                    assertThat(parse(text)).as(text).isEqualTo(new BigDecimal(text).doubleValue());
                }
            }
        }
    }

    @Test
    void nearestDoubleIsRightWhereverItDecides() {
        UniformRandomProvider random = RandomStreams.of(19).stream("nearest", 0);
        int decided = 0;
        for (int i = 0; i < 30_000; i++) {
            long mantissa = random.nextLong() >>> random.nextInt(60);
            int power = random.nextInt(2 * NearestDouble.MOST_POWER + 11) - NearestDouble.MOST_POWER - 5;
            double value = NearestDouble.of(mantissa, power);
            if (!Double.isNaN(value)) {
                decided++;
                BigDecimal exact = new BigDecimal(new BigInteger(Long.toUnsignedString(mantissa)), -power);
                assertThat(value).as("%s", exact).isEqualTo(exact.doubleValue());
            }
        }
        assertThat(decided).isGreaterThan(27_000);
    }

    @Test
    void fieldsEndAtBlanksOnly() {
        UniformRandomProvider random = RandomStreams.of(23).stream("fields", 0);
        byte[] alphabet = {' ', '\t', '\r', '\f', 0x0b, 0x01, 0x1f, '!', '~', 0x7f, (byte) 0x80, (byte) 0xa0, -1, '5'};
        Fields fields = new Fields();
        for (int i = 0; i < 20_000; i++) {
            byte[] line = new byte[random.nextInt(40)];
            for (int b = 0; b < line.length; b++) {
                line[b] = alphabet[random.nextInt(5) > 0 ? 5 + random.nextInt(9) : random.nextInt(5)];
            }
            String text = new String(line, StandardCharsets.ISO_8859_1);
            List<String> expected = Arrays.stream(text.split("[ \t\r\f\u000b]+"))
                    .filter(field -> !field.isEmpty())
                    .toList();
            fields.reset(line, 0, line.length);

            assertThat(fields.remaining()).as(text).isEqualTo(expected.size());
            for (String field : expected) {
                assertThat(fields.next()).isTrue();
                assertThat(fields.first()).isEqualTo((byte) field.charAt(0));
            }
            assertThat(fields.next()).isFalse();
        }
    }

    @Test
    void countingTheRestLeavesTheCurrentField() {
        byte[] line = "12 3.5 x".getBytes(StandardCharsets.UTF_8);
        Fields fields = new Fields();
        fields.reset(line, 0, line.length);
        fields.next();

        assertThat(fields.remaining()).isEqualTo(2);
        assertThat(fields.asInt()).isEqualTo(12);
        assertThat(fields.text()).isEqualTo("12");
        fields.next();
        assertThat(fields.asDouble()).isEqualTo(3.5);
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
