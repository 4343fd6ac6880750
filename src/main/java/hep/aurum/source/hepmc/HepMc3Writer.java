package hep.aurum.source.hepmc;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventWriter;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Write HepMC3's text form so that every number and text of the event model reads back as it is.
 *
 * <p>What HepMC3 has no place for is in attributes whose names begin with {@code aurum.}; other readers pass them on as
 * text. The nominal weight of an event from another kind of file is written first, as Default.
 */
final class HepMc3Writer implements EventWriter {

    private static final int BUFFER = 1 << 16;
    private static final String VERSION = "3.02.05";

    private final OutputFile file;
    private final Writer out;
    private final StringBuilder text = new StringBuilder();
    private final AttributeText attributes = new AttributeText(text);
    private final Set<String> losses = new LinkedHashSet<>();
    private final int weightCount;
    private final boolean addsNominal;
    private final int nominal;
    private final EventHeader header;

    private HepMc3Writer(OutputFile file, EventHeader header) {
        this.file = file;
        this.header = header;
        out = new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8), BUFFER);
        weightCount = header.weightNames().size();
        // In HepMC the nominal weight is one of the named ones.
        addsNominal = !header.format().startsWith("HepMC");
        nominal = addsNominal ? -1 : RunRecord.nominalOf(header.weightNames());
    }

    /**
     * Start a file.
     *
     * @throws BadInput if the folder does not exist or cannot be written to
     */
    static HepMc3Writer create(Path file, EventHeader header) {
        HepMc3Writer writer = new HepMc3Writer(OutputFile.create(file), header);
        writer.writeHeader();
        return writer;
    }

    private void writeHeader() {
        text.append("HepMC::Version ").append(VERSION).append("\nHepMC::Asciiv3-START_EVENT_LISTING\n");
        List<String> names = new ArrayList<>(header.weightNames());
        if (addsNominal) {
            names.add(0, names.contains("Default") ? AurumNames.NOMINAL : "Default");
        }
        List<String> words = words(names);
        if (!names.isEmpty()) {
            text.append("W ").append(Escapes.escape(String.join("\n", words))).append('\n');
        }
        for (RunInfo.Tool tool : header.run().tools()) {
            String line = tool.name() + "\n" + tool.version() + "\n" + tool.description();
            text.append("T ").append(Escapes.escape(line)).append('\n');
        }
        if (!words.equals(names)) {
            String exact = String.join("\n", names.stream().map(Escapes::name).toList());
            runAttribute(AurumNames.WEIGHT_NAMES, exact);
        }
        RunStatements.of(header).forEach(this::runAttribute);
        flush();
    }

    private void runAttribute(String name, String value) {
        text.append("A ").append(name).append(' ').append(Escapes.escape(value)).append('\n');
    }

    /** Return names without blanks, no two alike, as HepMC3's reader requires them. */
    private static List<String> words(List<String> names) {
        Set<String> used = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (String name : names) {
            StringBuilder word = new StringBuilder(Escapes.isName(name) ? name : "_" + Escapes.name(name));
            while (!used.add(word.toString())) {
                word.append('_');
            }
            words.add(word.toString());
        }
        return words;
    }

    @Override
    public void write(Event event) {
        check(event);
        VertexPlan plan = VertexPlan.of(event);
        EventGraph graph = plan.graph();
        List<Particle> particles = event.particles();
        Map<String, String> stated = event.details().attributes();
        text.append("E ").append(number(event.details().number()));
        text.append(' ').append(graph.vertices()).append(' ').append(particles.size());
        attributes.appendPosition(stated);
        text.append("\nU GEV MM\n");
        writeWeights(event);
        attributes.appendEvent(event.details());
        losses.addAll(attributes.appendStated(event, plan));
        for (int p = 0; p < particles.size(); p++) {
            attributes.appendParticle(p, particles.get(p), graph.firstMother(p), graph.lastMother(p));
            flushIfLong();
        }
        writeParticles(particles, plan);
        flush();
    }

    /** Find what cannot be written before a part of the event is in the file. */
    private void check(Event event) {
        Check.argument(event.row() == null, "event %d is a row of columns, expected particles", event.number());
        Check.length("weights", event.weightCount(), weightCount);
        Check.finite("the nominal weight", event.weight());
        for (int i = 0; i < weightCount; i++) {
            Check.finite("a weight", event.weight(i));
        }
        if (!addsNominal) {
            double named = weightCount == 0 ? 1 : event.weight(nominal);
            Check.argument(
                    named == event.weight(),
                    "the nominal weight of event %d is %s, expected %s, that of the weight that stands for it",
                    event.number(),
                    event.weight(),
                    named);
        }
        for (Particle particle : event.particles()) {
            Check.argument(particle.momentum().isFinite(), "a momentum of event %d is not finite", event.number());
            Check.finite("a mass", particle.mass());
            Check.finite("a lifetime", particle.lifetime());
            Check.finite("a spin", particle.spin());
        }
        for (Vertex vertex : event.details().vertices()) {
            Check.finite("a position", vertex.x());
            Check.finite("a position", vertex.y());
            Check.finite("a position", vertex.z());
            Check.finite("a position", vertex.t());
        }
        Check.finite("the scale", event.details().scale());
        Check.finite("a coupling", event.details().alphaQcd());
        Check.finite("a coupling", event.details().alphaQed());
    }

    private int number(long number) {
        if (number == (int) number) {
            return (int) number;
        }
        losses.add("numbers of events beyond 32 bits are written as -1");
        return -1;
    }

    private void writeWeights(Event event) {
        if (addsNominal || weightCount > 0) {
            text.append('W');
            if (addsNominal) {
                text.append(' ').append(event.weight());
            }
            for (int i = 0; i < weightCount; i++) {
                text.append(' ').append(event.weight(i));
            }
            text.append('\n');
        }
    }

    private void writeParticles(List<Particle> particles, VertexPlan plan) {
        EventGraph graph = plan.graph();
        int written = 0;
        boolean[] implicit = new boolean[graph.vertices()];
        for (int p = 0; p < particles.size(); p++) {
            int vertex = graph.production(p);
            while (written <= vertex) {
                // A vertex without a line takes the next number, so it must be the one that is due.
                implicit[written] = written == vertex && plan.isImplicit(written);
                if (!implicit[written]) {
                    writeVertex(written, plan);
                }
                written++;
            }
            int origin = vertex < 0 ? 0 : -vertex - 1;
            if (vertex >= 0 && implicit[vertex]) {
                origin = graph.incoming(vertex, 0) + 1;
            }
            writeParticle(p + 1, origin, particles.get(p));
            flushIfLong();
        }
    }

    private void writeVertex(int index, VertexPlan plan) {
        EventGraph graph = plan.graph();
        Vertex vertex = plan.vertex(index);
        text.append("V ")
                .append(-index - 1)
                .append(' ')
                .append(vertex == null ? 0 : vertex.status())
                .append(" [");
        for (int i = 0; i < graph.incomingCount(index); i++) {
            text.append(i == 0 ? "" : ",").append(graph.incoming(index, i) + 1);
        }
        text.append(']');
        if (vertex != null && plan.hasPosition(index)) {
            text.append(" @ ").append(vertex.x()).append(' ').append(vertex.y()).append(' ');
            text.append(vertex.z()).append(' ').append(vertex.t());
        }
        text.append('\n');
    }

    private void writeParticle(int id, int origin, Particle particle) {
        FourVector p = particle.momentum();
        text.append("P ").append(id).append(' ').append(origin).append(' ').append(particle.pdgId());
        text.append(' ').append(p.px()).append(' ').append(p.py()).append(' ').append(p.pz());
        text.append(' ').append(p.energy()).append(' ').append(particle.mass());
        text.append(' ').append(particle.status()).append('\n');
    }

    private void flushIfLong() {
        if (text.length() > BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.append(text);
            text.setLength(0);
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    @Override
    public List<String> losses() {
        return List.copyOf(losses);
    }

    @Override
    public void finish() {
        try {
            out.append("HepMC::Asciiv3-END_EVENT_LISTING\n\n");
            out.flush();
        } catch (IOException e) {
            throw file.failed("finish", e);
        }
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
