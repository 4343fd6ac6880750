package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compare events bit by bit. */
public final class SameEvents {

    private SameEvents() {}

    /** Require two sources to have the same header, but for the origin, and the same events; return how many. */
    public static long require(EventSource actual, EventSource expected) {
        requireHeader(actual.header(), expected.header());
        long count = 0;
        try (EventCursor a = actual.open();
                EventCursor b = expected.open()) {
            for (Event event = b.next(); event != null; event = b.next()) {
                count++;
                requireEvent(Objects.requireNonNull(a.next()), event);
            }
            assertThat(a.next()).isNull();
        }
        return count;
    }

    private static void requireHeader(EventHeader actual, EventHeader expected) {
        assertThat(actual.format()).isEqualTo(expected.format());
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
        List<Object> facts = facts(actual);
        // Asserted only where they differ, for there are many events.
        if (!facts.equals(facts(expected))) {
            assertThat(facts).isEqualTo(facts(expected));
        }
    }

    /** Doubles in objects and records are compared by their bits. */
    private static List<Object> facts(Event event) {
        EventDetails details = event.details();
        List<Object> facts = new ArrayList<>(List.of(event.number(), event.weight(), event.particles()));
        for (int i = 0; i < event.weightCount(); i++) {
            facts.add(event.weight(i));
        }
        facts.addAll(List.of(
                details.number(),
                details.processId(),
                details.scale(),
                details.alphaQed(),
                details.alphaQcd(),
                details.crossSectionPb(),
                details.crossSectionErrorPb(),
                details.attributes(),
                details.remarks()));
        for (Vertex vertex : details.vertices()) {
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
