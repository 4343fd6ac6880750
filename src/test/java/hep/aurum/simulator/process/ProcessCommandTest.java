package hep.aurum.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.math.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "..",
                "../x",
                "a/../../x",
                ".",
                "a/..",
                "record",
                "{seed}.lhe",
                "a/record",
                "a\0b"
            })
    void anOutputOutsideTheWorkingFolderIsRefused(String output) {
        assertThatThrownBy(() -> ProcessCommand.of(List.of("x"), output)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../card", "events.lhe", "./events.lhe", "events.lhe/x"})
    void aCardOutsideTheWorkingFolderOrInTheWayIsRefused(String card) {
        ProcessCommand command = ProcessCommand.of(List.of("x"), "events.lhe");

        assertThatThrownBy(() -> command.withFiles(Map.of(card, "text"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, 0.0",
        "3, 3.0",
        "-2.5, -2.5",
        "1e-7, 1.0e-7",
        "0.1, 0.1",
        "123456, 123456.0",
        "1e22, 1.0e22",
        "-1.5e300, -1.5e300",
        "2e-3, 0.002",
        "4.9e-324, 5.0e-324",
        "1e15, 1000000000000000.0"
    })
    void numbersArePrintedShort(double value, String text) {
        assertThat(Numerals.exact(value)).isEqualTo(text);
    }

    @Test
    void numbersKeepAllTheirBits() {
        UniformRandomProvider random = RandomStreams.of(3).stream("bits", 0);
        int checked = 0;
        while (checked < 3000) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numerals.exact(value))).isEqualTo(value);
                checked++;
            }
        }
    }

    @Test
    void aLineForAShellIsQuoted() {
        assertThat(ShellLine.of(Path.of("/a b"), Map.of("X", "$Y"), List.of("run", "it's", "--x=1", "")))
                .isEqualTo("cd '/a b' && X='$Y' run 'it'\\''s' --x=1 ''");
    }

    @Test
    void theEndOfALogIsKept() {
        TailBuffer buffer = new TailBuffer(10);

        buffer.drain(new ByteArrayInputStream("0123456789abcdef\nxyz".getBytes(StandardCharsets.UTF_8)));

        assertThat(new String(buffer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("[10 bytes before this are left out]\nabcdef\nxyz");
        assertThat(buffer.lastLines(1)).isEqualTo("xyz");
    }

    @Test
    void aLogOfNoBytesKeepsNothing() {
        TailBuffer buffer = new TailBuffer(0);

        buffer.drain(new ByteArrayInputStream(new byte[100]));

        assertThat(new String(buffer.bytes(), StandardCharsets.UTF_8)).contains("100 bytes before this are left out");
    }
}
