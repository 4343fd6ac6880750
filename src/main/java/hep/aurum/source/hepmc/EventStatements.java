package hep.aurum.source.hepmc;

import hep.aurum.source.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Move those attributes of an event for which the event model has a place to that place. */
final class EventStatements {

    /** The attribute that holds where the event is, as four numbers in mm. */
    static final String POSITION = "event_position";

    /** The attribute that holds the cross-section and, behind it, counts of events. */
    static final String CROSS_SECTION = "GenCrossSection";

    /** What stands behind cross-section and error where the numbers of events are unknown. */
    static final String NO_COUNTS = "-1 -1";

    /** The attribute of the energy scale. */
    static final String SCALE = "event_scale";

    /** The attribute of the strong coupling. */
    static final String ALPHA_QCD = "alphaQCD";

    /** The attribute of the electromagnetic coupling. */
    static final String ALPHA_QED = "alphaQED";

    /** The attribute of the process. */
    static final String PROCESS = "signal_process_id";

    private final EventParts parts;

    EventStatements(EventParts parts) {
        this.parts = parts;
    }

    /** Move them; an attribute that is not what its name says stays one. */
    void take() {
        Statements statements = parts.statements;
        for (int i = 0; i < statements.size(); i++) {
            int target = statements.target(i);
            boolean taken;
            if (target == 0) {
                taken = takeOfEvent(statements.name(i), statements.value(i));
            } else {
                taken = target > 0
                        && statements.name(i).startsWith(AurumNames.PREFIX)
                        && takeOfParticle(statements.name(i), target - 1, statements.value(i));
            }
            if (taken) {
                statements.take(i);
            } else if (statements.name(i).startsWith(AurumNames.ATTRIBUTE)) {
                statements.rename(i, Escapes.text(statements.name(i).substring(AurumNames.ATTRIBUTE.length())));
            }
        }
    }

    private boolean takeOfEvent(String name, String value) {
        double number;
        switch (name) {
            case SCALE:
                number = number(value);
                parts.scale = Double.isNaN(number) ? parts.scale : number;
                return !Double.isNaN(number);
            case ALPHA_QCD:
                number = number(value);
                parts.alphaQcd = Double.isNaN(number) ? parts.alphaQcd : number;
                return !Double.isNaN(number);
            case ALPHA_QED:
                number = number(value);
                parts.alphaQed = Double.isNaN(number) ? parts.alphaQed : number;
                return !Double.isNaN(number);
            case PROCESS:
                number = number(value);
                parts.processId = (int) number;
                return number == (int) number;
            case CROSS_SECTION:
                return takeCrossSection(value);
            case AurumNames.NO_ERROR:
                parts.crossSectionErrorPb = Double.NaN;
                return true;
            case AurumNames.REMARKS:
                parts.remarks = List.of(value.split("\n", -1));
                return true;
            default:
                return false;
        }
    }

    /** Take the first value and its error; the text stays where it has counts of events or further values. */
    private boolean takeCrossSection(String value) {
        String[] words = value.strip().split(" +", 3);
        double first = number(words[0]);
        if (Double.isNaN(first)) {
            return false;
        }
        parts.crossSectionPb = first;
        parts.crossSectionErrorPb = words.length > 1 ? number(words[1]) : Double.NaN;
        return words.length == 3 && words[2].equals(NO_COUNTS);
    }

    private boolean takeOfParticle(String name, int particle, String value) {
        switch (name) {
            case AurumNames.LIFETIME:
                double lifetime = number(value);
                if (!Double.isNaN(lifetime)) {
                    parts.particles.lifetime(particle, lifetime);
                }
                return !Double.isNaN(lifetime);
            case AurumNames.SPIN:
                double spin = number(value);
                if (!Double.isNaN(spin)) {
                    parts.particles.spin(particle, spin);
                }
                return !Double.isNaN(spin);
            case AurumNames.MOTHERS:
                return takeMothers(particle, value);
            default:
                return false;
        }
    }

    private boolean takeMothers(int particle, String value) {
        int blank = value.indexOf(' ');
        int first = blank < 0 ? -1 : mother(value.substring(0, blank));
        int last = blank < 0 ? -1 : mother(value.substring(blank + 1));
        if (first < 0 || last < 0) {
            return false;
        }
        parts.particles.mothers(particle, first, last);
        return true;
    }

    private int mother(String text) {
        double number = number(text);
        return number >= 0 && number <= parts.particles.size() && number == (int) number ? (int) number : -1;
    }

    static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Decimals.parse(bytes, 0, bytes.length);
    }
}
