package hep.aurum.event;

import java.util.List;
import java.util.Map;

/**
 * Hold what a generator says of an event beside particles and weights. Immutable.
 *
 * @param number the generator's own number of the event; −1 if it gives none
 * @param processId the generator's number of the process, 0 if unknown (IDPRUP, signal_process_id)
 * @param scale scale of the event in GeV, −1 if unknown (SCALUP, event_scale)
 * @param alphaQed electromagnetic coupling, −1 if unknown
 * @param alphaQcd strong coupling, −1 if unknown
 * @param crossSectionPb cross-section of the sample in pb as of this event, NaN where the event does not state one; a
 *     generator that states it with every event means the last
 * @param crossSectionErrorPb its error in pb, NaN where there is none
 * @param vertices the vertices; empty for formats that know only mothers
 * @param attributes further statements by name, as text in the manner of HepMC3: {@code name} of the event,
 *     {@code name@3} of particle 3 (from 1), {@code name@-2} of vertex 2
 * @param remarks the lines of a Les Houches event behind its particles that are no weights, verbatim
 */
public record EventDetails(
        long number,
        int processId,
        double scale,
        double alphaQed,
        double alphaQcd,
        double crossSectionPb,
        double crossSectionErrorPb,
        List<Vertex> vertices,
        Map<String, String> attributes,
        List<String> remarks) {

    /** What stands for an event of which nothing more is known. */
    public static final EventDetails UNKNOWN =
            new EventDetails(-1, 0, -1, -1, -1, Double.NaN, Double.NaN, List.of(), Map.of(), List.of());

    /** Copy the collections. */
    public EventDetails {
        vertices = List.copyOf(vertices);
        attributes = Map.copyOf(attributes);
        remarks = List.copyOf(remarks);
    }
}
