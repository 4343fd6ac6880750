package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import java.util.ArrayList;
import java.util.List;

/** Compare events bit by bit. */
public final class SameEvents {

    private SameEvents() {}

    /** Require two sources to have the same header, but for format and origin, and the same events; return how many. */
    public static long require(EventSource actual, EventSource expected) {
        requireHeader(actual.header(), expected.header());
        long count = 0;
        try (EventCursor a = actual.open();
                EventCursor b = expected.open()) {
            for (Event event = b.next(); event != null; event = b.next()) {
                count++;
                requireEvent(a.next(), event);
            }
            assertThat(a.next()).isNull();
        }
        return count;
    }

    private static void requireHeader(EventHeader actual, EventHeader expected) {
        assertThat(actual.weightNames()).isEqualTo(expected.weightNames());
        assertThat(actual.weightInfo()).isEqualTo(expected.weightInfo());
        assertThat(actual.meaning()).isEqualTo(expected.meaning());
        assertThat(actual.crossSectionPb()).isEqualTo(expected.crossSectionPb());
        assertThat(actual.crossSectionErrorPb()).isEqualTo(expected.crossSectionErrorPb());
        assertThat(actual.problems()).isEqualTo(expected.problems());
        assertThat(actual.run()).isEqualTo(expected.run());
    }

    /** Require an event to be another one bit by bit. */
    public static void requireEvent(Event actual, Event expected) {
        assertThat(actual).isNotNull();
        assertThat(actual.number()).isEqualTo(expected.number());
        assertThat(bits(actual)).isEqualTo(bits(expected));
        // Records compare doubles by their bits.
        assertThat(actual.particles()).isEqualTo(expected.particles());
        assertThat(facts(actual)).isEqualTo(facts(expected));
        assertThat(actual.details().attributes()).isEqualTo(expected.details().attributes());
        assertThat(actual.details().remarks()).isEqualTo(expected.details().remarks());
    }

    private static List<Long> bits(Event event) {
        List<Long> bits = new ArrayList<>();
        bits.add(Double.doubleToRawLongBits(event.weight()));
        for (int i = 0; i < event.weightCount(); i++) {
            bits.add(Double.doubleToRawLongBits(event.weight(i)));
        }
        return bits;
    }

    private static List<Object> facts(Event event) {
        List<Object> facts = new ArrayList<>(List.of(
                event.details().number(),
                event.details().processId(),
                event.details().scale(),
                event.details().alphaQed(),
                event.details().alphaQcd(),
                event.details().crossSectionPb(),
                event.details().crossSectionErrorPb()));
        for (Vertex vertex : event.details().vertices()) {
            facts.addAll(List.of(vertex.status(), vertex.x(), vertex.y(), vertex.z(), vertex.t()));
            for (int i = 0; i < vertex.incomingCount(); i++) {
                facts.add("in " + vertex.incoming(i));
            }
            for (int i = 0; i < vertex.outgoingCount(); i++) {
                facts.add("out " + vertex.outgoing(i));
            }
        }
        return facts;
    }
}
