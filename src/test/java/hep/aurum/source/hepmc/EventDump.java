package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Turn events into text, so that two that differ in one bit differ, and the difference can be read. */
final class EventDump {

    private EventDump() {}

    /** Return all events of a source. */
    static List<Event> events(EventSource source) {
        List<Event> events = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events.add(event);
            }
        }
        return events;
    }

    /** Return everything that the event model has; {@code Double.toString} tells any two doubles apart. */
    static String all(Event event) {
        return head(event) + "\n" + lines(event.particles())
                + event.details().vertices().stream().map(EventDump::vertex).toList();
    }

    /** Return everything but the vertices. */
    static String withoutVertices(Event event) {
        return head(event) + "\n" + lines(event.particles());
    }

    private static String head(Event event) {
        EventDetails d = event.details();
        return event.number() + " " + event.weight() + " " + weights(event) + " " + d.number() + " " + d.processId()
                + " "
                + d.scale() + " " + d.alphaQed() + " " + d.alphaQcd() + " " + d.crossSectionPb() + " "
                + d.crossSectionErrorPb() + " " + new TreeMap<>(d.attributes()) + " " + d.remarks();
    }

    static List<Double> weights(Event event) {
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < event.weightCount(); i++) {
            weights.add(event.weight(i));
        }
        return weights;
    }

    private static String lines(List<Particle> particles) {
        StringBuilder text = new StringBuilder();
        particles.forEach(particle -> text.append(particle).append('\n'));
        return text.toString();
    }

    private static String vertex(Vertex v) {
        return v.status() + " " + v + "\n";
    }

    /** Return particles and what enters their vertices, whatever the order of the list. */
    static List<String> family(Event event) {
        String[] origins = new String[event.particles().size()];
        Arrays.fill(origins, "nothing");
        for (Vertex vertex : event.details().vertices()) {
            List<String> incoming = new ArrayList<>();
            for (int i = 0; i < vertex.incomingCount(); i++) {
                incoming.add(alone(event.particles().get(vertex.incoming(i))));
            }
            incoming.sort(null);
            for (int i = 0; i < vertex.outgoingCount(); i++) {
                origins[vertex.outgoing(i)] = incoming.toString();
            }
        }
        List<String> family = new ArrayList<>();
        for (int p = 0; p < origins.length; p++) {
            family.add(alone(event.particles().get(p)) + " from " + origins[p]);
        }
        family.sort(null);
        return family;
    }

    private static String alone(Particle p) {
        return p.pdgId() + " " + p.status() + " " + p.momentum() + " " + p.mass() + " " + p.colour() + " "
                + p.anticolour();
    }
}
