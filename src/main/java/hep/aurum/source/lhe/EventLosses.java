package hep.aurum.source.lhe;

import hep.aurum.event.EventDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Count what events had that a Les Houches file cannot hold. */
final class EventLosses {

    /** How many names of attributes are kept for the sentence. */
    private static final int MOST_NAMES = 10;

    private final Set<String> names = new TreeSet<>();
    private long attributes;
    private long vertices;
    private long numbers;
    private long crossSections;
    private long remarks;
    private long mothers;

    /** Take note of an event that was written. */
    void add(EventDetails details, boolean mothersLost) {
        boolean lost = false;
        for (var attribute : details.attributes().entrySet()) {
            if (!LheWriter.canStand(attribute.getKey(), attribute.getValue())) {
                lost = true;
                if (names.size() < MOST_NAMES) {
                    names.add(attribute.getKey().replaceAll("@.*", ""));
                }
            }
        }
        attributes += lost ? 1 : 0;
        vertices += details.vertices().isEmpty() ? 0 : 1;
        numbers += details.number() < 0 ? 0 : 1;
        crossSections += Double.isNaN(details.crossSectionPb()) ? 0 : 1;
        mothers += mothersLost ? 1 : 0;
    }

    /** Take note of an event whose remarks could not be written. */
    void addRemarks() {
        remarks++;
    }

    /** Return the losses in sentences. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        say(sentences, vertices, "had vertices with positions; only the mothers are kept");
        say(sentences, attributes, "had attributes that cannot stand in a tag: " + String.join(", ", names));
        say(sentences, numbers, "had numbers of their own");
        say(sentences, crossSections, "stated a cross-section; only that of the header is kept");
        say(sentences, remarks, "had remarks that would be taken for something else");
        say(sentences, mothers, "had particles with mothers that are not in the event");
        return sentences;
    }

    private static void say(List<String> sentences, long count, String what) {
        if (count > 0) {
            sentences.add(count + (count == 1 ? " event " : " events ") + what);
        }
    }
}
