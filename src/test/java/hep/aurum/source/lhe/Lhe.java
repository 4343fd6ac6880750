package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Read, write and compare events for the tests. */
final class Lhe {

    private Lhe() {}

    static List<Event> events(EventSource source, int most) {
        List<Event> all = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            Event event = cursor.next();
            while (event != null && all.size() < most) {
                all.add(event);
                event = cursor.next();
            }
        }
        return all;
    }

    static List<Event> events(EventSource source) {
        return events(source, Integer.MAX_VALUE);
    }

    /** Write a file and return what it lost. */
    static List<String> write(Path file, EventHeader header, List<Event> events) {
        try (EventWriter writer = new LheFormat().create(file, header)) {
            events.forEach(writer::write);
            writer.finish();
            return writer.losses();
        }
    }

    static void assertSameBits(List<Event> actual, List<Event> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int e = 0; e < expected.size(); e++) {
            Event one = actual.get(e);
            Event other = expected.get(e);
            assertThat(one.number()).isEqualTo(other.number());
            assertThat(bits(one.weight())).isEqualTo(bits(other.weight()));
            assertThat(one.weightCount()).isEqualTo(other.weightCount());
            for (int i = 0; i < one.weightCount(); i++) {
                assertThat(bits(one.weight(i))).isEqualTo(bits(other.weight(i)));
            }
            // Records compare doubles by their bits, NaN and the sign of zero included.
            assertThat(one.particles()).isEqualTo(other.particles());
            assertThat(one.details()).isEqualTo(other.details());
        }
    }

    /** Compare all but the name of the file. */
    static void assertSameHeader(EventHeader actual, EventHeader expected) {
        assertThat(actual).usingRecursiveComparison().ignoringFields("origin").isEqualTo(expected);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }
}
