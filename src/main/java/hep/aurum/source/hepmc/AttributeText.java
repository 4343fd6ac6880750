package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.physics.Particle;
import hep.aurum.source.text.NumberText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Append the lines A of an event: what the event model has places for, and the attributes that are text already. */
final class AttributeText {

    private static final double UNKNOWN = -1;

    private final StringBuilder text;

    @SuppressWarnings("EI_EXPOSE_REP2")
    AttributeText(StringBuilder text) {
        this.text = text;
    }

    private void append(int target, String name, String value) {
        text.append("A ")
                .append(target)
                .append(' ')
                .append(name)
                .append(' ')
                .append(value)
                .append('\n');
    }

    private void append(int target, String name, double value, double unknown) {
        if (Double.doubleToLongBits(value) != Double.doubleToLongBits(unknown)) {
            append(target, name, NumberText.of(value));
        }
    }

    /** Append the position of the event to its line E. */
    void appendPosition(Map<String, String> stated) {
        String position = stated.get(EventStatements.POSITION);
        if (position != null && isPosition(position)) {
            text.append(" @ ").append(position);
        }
    }

    /** Return whether text is four numbers as they are written here, so that it reads back as it is. */
    private static boolean isPosition(String value) {
        String[] words = value.split(" ", -1);
        if (words.length != 4) {
            return false;
        }
        for (String word : words) {
            double number = EventStatements.number(word);
            if (Double.isNaN(number) || !word.equals(NumberText.of(number))) {
                return false;
            }
        }
        return true;
    }

    /** Append what the details of an event say in numbers. */
    void appendEvent(EventDetails details) {
        if (details.processId() != 0) {
            append(0, EventStatements.PROCESS, Integer.toString(details.processId()));
        }
        append(0, EventStatements.SCALE, details.scale(), UNKNOWN);
        append(0, EventStatements.ALPHA_QED, details.alphaQed(), UNKNOWN);
        append(0, EventStatements.ALPHA_QCD, details.alphaQcd(), UNKNOWN);
        if (!Double.isNaN(details.crossSectionPb())) {
            appendCrossSection(details);
        }
        if (!details.remarks().isEmpty()) {
            append(0, AurumNames.REMARKS, Escapes.escape(String.join("\n", details.remarks())));
        }
    }

    /** Keep the text that an event has of its cross-section unless the numbers say otherwise. */
    private void appendCrossSection(EventDetails details) {
        boolean noError = Double.isNaN(details.crossSectionErrorPb());
        double error = noError ? 0 : details.crossSectionErrorPb();
        String stated = details.attributes().getOrDefault(EventStatements.CROSS_SECTION, "");
        String[] words = stated.strip().split(" +", 3);
        boolean same = EventStatements.number(words[0]) == details.crossSectionPb()
                && words.length > 1
                && EventStatements.number(words[1]) == error;
        String rest = words.length > 2 ? words[2] : EventStatements.NO_COUNTS;
        append(
                0,
                EventStatements.CROSS_SECTION,
                same ? Escapes.escape(stated) : details.crossSectionPb() + " " + error + " " + Escapes.escape(rest));
        if (noError) {
            append(0, AurumNames.NO_ERROR, "1");
        }
    }

    /**
     * Append the attributes that are text, ordered by name.
     *
     * @return what had to be left out
     */
    Set<String> appendStated(Event event, VertexPlan plan) {
        Set<String> losses = new LinkedHashSet<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(event.details().attributes()).entrySet()) {
            String key = entry.getKey();
            boolean elsewhere = key.equals(EventStatements.POSITION) && isPosition(entry.getValue());
            elsewhere |= key.equals(EventStatements.CROSS_SECTION)
                    && !Double.isNaN(event.details().crossSectionPb());
            if (!elsewhere && !append(key, entry.getValue(), event.particles().size(), plan)) {
                losses.add("attributes of vertices that nothing leaves are left out");
            }
        }
        if (plan.statedCount() > plan.graph().vertices()) {
            losses.add("vertices that nothing leaves are left out");
        }
        return losses;
    }

    private boolean append(String key, String value, int particles, VertexPlan plan) {
        int at = key.lastIndexOf('@');
        int target = at < 1 ? 0 : target(key.substring(at + 1));
        if (target > particles || target < -plan.statedCount()) {
            target = 0;
        }
        String name = target == 0 ? key : key.substring(0, at);
        if (target < 0) {
            target = -plan.number(-target - 1);
            if (target == 0) {
                return false;
            }
        }
        boolean plain = Escapes.isName(name) && !name.startsWith(AurumNames.ATTRIBUTE);
        append(target, plain ? name : AurumNames.ATTRIBUTE + Escapes.name(name), Escapes.escape(value));
        return true;
    }

    private static int target(String digits) {
        double number = EventStatements.number(digits);
        boolean whole = number == (int) number && digits.equals(Integer.toString((int) number));
        return whole ? (int) number : 0;
    }

    /** Append colours, lifetime and spin, and mothers that are not those of the vertex. */
    void appendParticle(int index, Particle particle, int firstMother, int lastMother) {
        int id = index + 1;
        if (particle.colour() != 0) {
            append(id, "flow1", Integer.toString(particle.colour()));
        }
        if (particle.anticolour() != 0) {
            append(id, "flow2", Integer.toString(particle.anticolour()));
        }
        append(id, AurumNames.LIFETIME, particle.lifetime(), 0);
        append(id, AurumNames.SPIN, particle.spin(), Particle.UNKNOWN_SPIN);
        if (particle.mother1() != firstMother || particle.mother2() != lastMother) {
            append(id, AurumNames.MOTHERS, (particle.mother1() + 1) + " " + (particle.mother2() + 1));
        }
    }
}
