package hep.aurum.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Cut a stream into lines wherever its buffer ends. */
class LineReaderTest {

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (LineReader reader = new LineReader(in, "text")) {
            while (reader.next()) {
                lines.add(reader.text());
                assertThat(reader.number()).isEqualTo(lines.size());
            }
            assertThat(reader.position()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
        return lines;
    }

    @Test
    void lineEndsOfEveryKindAreLeftOff() throws IOException {
        assertThat(lines("a\n\n\r\nb\r\n\u000bx\u008a")).containsExactly("a", "", "", "b", "\u000bx\u008a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).containsExactly("");
    }

    @Test
    void linesOfEveryLengthAreFound() throws IOException {
        UniformRandomProvider random = RandomStreams.of(1).stream("lines", 0);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int length = i % 100 == 0 ? 200_000 + random.nextInt(9) : random.nextInt(60);
            written.add("x".repeat(length));
        }

        assertThat(lines(String.join("\n", written) + "\n")).isEqualTo(written);
    }

    /** A stream without any line end, longer than memory. */
    @Test
    void aLineWithoutEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                java.util.Arrays.fill(bytes, from, from + count, (byte) 'x');
                return count;
            }
        };
        LineReader reader = new LineReader(endless, "endless");

        assertThatThrownBy(reader::next)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 1 of endless is longer");
    }
}
