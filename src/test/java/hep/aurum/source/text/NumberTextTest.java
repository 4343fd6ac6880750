package hep.aurum.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.math.random.RandomStreams;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Write numbers that read back bit by bit, with the same characters on every JDK. */
class NumberTextTest {

    private static final int FIRST_JDK_WITH_SHORTEST_TEXT = 19;

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.1, 0.1",
        "-125, -125.0",
        "1e7, 1.0E7",
        "9999999, 9999999.0",
        "1e-3, 0.001",
        "1e-5, 1.0E-5",
        "2e23, 2.0E23",
        "2.2e-322, 2.2E-322",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void doublesAreSpeltAsInJava(double value, String text) {
        assertThat(new NumberText().append(value)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -7, 10, 2147483647, -2147483648, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersAreSpeltAsInJava(long value) {
        assertThat(new NumberText().append('<').append(value).append('>')).hasToString("<" + value + ">");
    }

    @Test
    void textAndNumbersFollowEachOther() {
        NumberText text = new NumberText();
        for (int i = 0; i < 1000; i++) {
            text.append("µ = ").append(0.5).append(',');
        }

        assertThat(text.toString()).isEqualTo("µ = 0.5,".repeat(1000));
        assertThat(text.length()).isEqualTo(9000);
        text.clear();
        assertThat(text).hasToString("");
        assertThatThrownBy(() -> text.append("the energy", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the energy");
    }

    @Test
    void aMillionRandomPatternsReadBack() {
        UniformRandomProvider random = RandomStreams.of(5).stream("text", 0);
        boolean shortest = Runtime.version().feature() >= FIRST_JDK_WITH_SHORTEST_TEXT;
        NumberText text = new NumberText();
        int finite = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) {
                continue;
            }
            finite++;
            text.clear();
            text.append(value);
            String spelt = new String(text.bytes(), 0, text.length(), StandardCharsets.US_ASCII);
            // No assertion object for each of a million numbers.
            if (Double.doubleToRawLongBits(Double.parseDouble(spelt)) != Double.doubleToRawLongBits(value)
                    || Double.doubleToRawLongBits(Decimals.parse(text.bytes(), 0, text.length()))
                            != Double.doubleToRawLongBits(value)
                    || (shortest && !spelt.equals(Double.toString(value)))) {
                assertThat(spelt).isEqualTo(Double.toString(value));
            }
        }
        assertThat(finite).isGreaterThan(990_000);
    }

    /** Non-regression: the characters must be the same on every JDK; JDK 25's {@code Double.toString} gives them too. */
    @Test
    void theCharactersOfAHundredThousandNumbersArePinned() {
        UniformRandomProvider random = RandomStreams.of(6).stream("text", 0);
        NumberText text = new NumberText();
        CRC32 checksum = new CRC32();
        for (int i = 0; i < 100_000; i++) {
            double size = Double.longBitsToDouble(((long) (random.nextInt(200) + 923)) << 52);
            text.append((random.nextDouble() - 0.5) * size).append('\n');
        }
        checksum.update(text.bytes(), 0, text.length());

        assertThat(Long.toHexString(checksum.getValue())).isEqualTo("e51a7a93");
    }
}
