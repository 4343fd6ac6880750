package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LheStreamTest {

    private static final String TEXT = """
            <LesHouchesEvents version="3.0">
            <init>
             2212 2212 6500 6500 0 0 0 0 -4 1
             2.0 0.1 1.0 1
            </init>
            """ + event(1, 0.5) + event(2, 0.25) + event(3, 0.125) + "</LesHouchesEvents>\n";

    @TempDir
    private Path folder = Path.of("");

    private static String event(double weight, double other) {
        return "<event>\n 1 1 " + weight + " 10 0.0078 0.118\n 22 1 0 0 0 0 3 0 0 3 0 0 9\n<rwgt>\n<wgt id=\"b1\"> "
                + other + " </wgt>\n</rwgt>\n</event>\n";
    }

    /** Hands out a byte at a time, as a slow program does, and cannot be read twice. */
    private static InputStream slow(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(1, length));
            }
        };
    }

    private static List<List<Double>> weights(EventSource source) {
        List<List<Double>> weights = new ArrayList<>();
        try (EventCursor events = source.open()) {
            for (Event event = events.next(); event != null; event = events.next()) {
                weights.add(List.of((double) event.number(), event.weight(), event.weight(0)));
            }
        }
        return weights;
    }

    @Test
    void aStreamIsReadLikeAFile() throws IOException {
        EventSource file = LheSource.open(Files.writeString(folder.resolve("events.lhe"), TEXT));
        EventSource stream = LheStream.of(slow(TEXT), "the program");

        // Only the first event says which weights there are.
        assertThat(stream.header().weightNames()).containsExactly("b1");
        assertThat(stream.header().crossSectionPb()).isEqualTo(file.header().crossSectionPb());
        assertThat(weights(stream))
                .isEqualTo(weights(file))
                .containsExactly(List.of(1.0, 1.0, 0.5), List.of(2.0, 2.0, 0.25), List.of(3.0, 3.0, 0.125));
        assertThatThrownBy(stream::open).hasMessageContaining("can be read once");
    }

    @Test
    void aStreamThatBreaksOffIsNamed() {
        EventSource stream = LheStream.of(slow(TEXT.substring(0, TEXT.length() - 60)), "the program");

        assertThatThrownBy(() -> weights(stream)).isInstanceOf(BadInput.class).hasMessageContaining("the program");
    }
}
