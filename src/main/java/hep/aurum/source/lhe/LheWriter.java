package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventWriter;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.OutputFile;
import hep.aurum.source.text.NumberText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Write a Les Houches file that reads back as the same header and the same events, bit by bit.
 *
 * <p>Weights are named, in {@code <rwgt>}. Events that another format knows more about keep their mothers by position and
 * every status; {@link #losses()} says what the format cannot hold. The version is that of the header's format, 3.0 where it
 * is none of Les Houches.
 *
 * <pre>{@code
 * try (EventWriter writer = LheWriter.create(Path.of("copy.lhe.gz"), source.header());
 *         EventCursor events = source.open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         writer.write(event);
 *     }
 *     writer.finish();
 * }
 * }</pre>
 */
public final class LheWriter implements EventWriter {

    /** Names of attributes as XML has them, colons left out. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private static final String GROUP = "eventgroup";

    private final OutputFile file;
    private final NumberText text = new NumberText();
    private final byte[][] tags;
    private final List<String> headerLosses = new ArrayList<>();
    private final EventLosses losses = new EventLosses();
    private String group = "";

    private LheWriter(OutputFile file, List<String> weightNames) {
        this.file = file;
        this.tags = weightNames.stream()
                .map(name -> ("<wgt id=\"" + Markup.escape(name) + "\"> ").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /**
     * Start a file.
     *
     * @param file a name that ends in {@code .gz}, {@code .zst}, {@code .xz} or {@code .bz2} is compressed
     * @throws BadInput if the folder does not exist or cannot be written to
     * @throws NotSupported if a weight's name cannot stand in an attribute
     * @throws IllegalArgumentException if a number of the header is not finite
     */
    public static LheWriter create(Path file, EventHeader header) {
        List<String> lost = new ArrayList<>();
        String preamble = PreambleText.of(header, lost);
        LheWriter writer = new LheWriter(OutputFile.create(file), header.weightNames());
        writer.headerLosses.addAll(lost);
        writer.text.append(preamble);
        writer.flushText();
        return writer;
    }

    @Override
    public void write(Event event) {
        Check.length("weights", event.weightCount(), tags.length);
        int count = event.particles().size();
        if (count < 1 || count > EventBlock.MOST_PARTICLES) {
            throw new NotSupported(
                    "event " + event.number() + " has " + count + " particles, a Les Houches file holds 1 to "
                            + EventBlock.MOST_PARTICLES,
                    file.file().toString(),
                    "write generated events, or choose another format");
        }
        EventDetails details = event.details();
        text.clear();
        String next = openTag(details.attributes());
        text.append(count).append(' ').append(details.processId()).append(' ');
        text.append("the nominal weight", event.weight()).append(' ');
        text.append("the scale", details.scale()).append(' ');
        text.append("the electromagnetic coupling", details.alphaQed()).append(' ');
        text.append("the strong coupling", details.alphaQcd()).append('\n');
        boolean mothersLost = false;
        for (int i = 0; i < count; i++) {
            mothersLost |= append(event.particles().get(i), i, count);
        }
        appendRemarks(details.remarks());
        appendWeights(event);
        text.append("</event>\n");
        flushText();
        group = next;
        losses.add(details, mothersLost);
    }

    /** Append the tag with its attributes, behind that of a group that begins; return the number of the group. */
    private String openTag(Map<String, String> attributes) {
        if (attributes.isEmpty() && group.isEmpty()) {
            text.append("<event>\n");
            return "";
        }
        String next = attributes.getOrDefault(GROUP, "");
        Map<String, String> ofGroup = new TreeMap<>();
        Map<String, String> ofEvent = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (!next.isEmpty() && name.startsWith(GROUP + ".")) {
                ofGroup.put(name.substring(GROUP.length() + 1), value);
            } else if (!name.equals(GROUP)) {
                ofEvent.put(name, value);
            }
        });
        if (!next.equals(group)) {
            text.append(group.isEmpty() ? "" : "</eventgroup>\n");
            if (!next.isEmpty()) {
                appendTag("<eventgroup", ofGroup);
            }
        }
        appendTag("<event", ofEvent);
        return next;
    }

    private void appendTag(String opening, Map<String, String> attributes) {
        text.append(opening);
        attributes.forEach((name, value) -> {
            if (canStand(name, value)) {
                text.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Markup.escape(value))
                        .append('"');
            }
        });
        text.append(">\n");
    }

    /** Return whether an attribute can stand in a tag, which must be on one line. */
    static boolean canStand(String name, String value) {
        String bare = name.startsWith(GROUP + ".") ? name.substring(GROUP.length() + 1) : name;
        return NAME.matcher(bare).matches()
                && value.equals(value.strip())
                && value.chars().noneMatch(Character::isISOControl);
    }

    /** Append a particle; return whether a mother had to be left out. */
    private boolean append(Particle particle, int index, int count) {
        FourVector p = particle.momentum();
        boolean lost = !isMother(particle.mother1(), index, count) || !isMother(particle.mother2(), index, count);
        text.append(particle.pdgId()).append(' ').append(particle.status()).append(' ');
        text.append(lost ? 0 : particle.mother1() + 1).append(' ');
        text.append(lost ? 0 : particle.mother2() + 1).append(' ');
        text.append(particle.colour()).append(' ').append(particle.anticolour()).append(' ');
        text.append("px", p.px()).append(' ').append("py", p.py()).append(' ');
        text.append("pz", p.pz()).append(' ').append("the energy", p.energy()).append(' ');
        text.append("the mass", particle.mass()).append(' ');
        text.append("the lifetime", particle.lifetime()).append(' ');
        text.append("the spin", particle.spin()).append('\n');
        return lost;
    }

    private static boolean isMother(int mother, int index, int count) {
        return mother >= -1 && mother < count && mother != index;
    }

    private void appendRemarks(List<String> remarks) {
        if (!remarks.isEmpty()) {
            if (Remarks.canStand(remarks, tags.length > 0)) {
                remarks.forEach(remark -> text.append(remark).append('\n'));
            } else {
                losses.addRemarks();
            }
        }
    }

    private void appendWeights(Event event) {
        if (tags.length == 0) {
            return;
        }
        text.append("<rwgt>\n");
        for (int i = 0; i < tags.length; i++) {
            text.append(tags[i]).append("a weight", event.weight(i)).append(" </wgt>\n");
        }
        text.append("</rwgt>\n");
    }

    private void flushText() {
        try {
            file.stream().write(text.bytes(), 0, text.length());
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    @Override
    public List<String> losses() {
        List<String> all = new ArrayList<>(headerLosses);
        all.addAll(losses.sentences());
        return all;
    }

    @Override
    public void finish() {
        text.clear();
        text.append(group.isEmpty() ? "" : "</eventgroup>\n").append("</LesHouchesEvents>\n");
        flushText();
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
