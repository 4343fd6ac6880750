package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.Vertex;
import hep.aurum.source.text.LineReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Walk over the events of HepMC2's text form, IO_GenEvent.
 *
 * <p>E number, interactions, scale, αs, α, process, its vertex, vertices, two beams, random states and weights, each
 * behind their number; N names of the weights in quotes; U units; C cross-section and error; H heavy ions; F partons;
 * V barcode, id, x, y, z, t, number of incoming particles without a vertex, of outgoing ones, weights behind their
 * number; and behind it P for each of those particles: barcode, PDG id, four-momentum, mass, status, polarisation θ and
 * φ, barcode of the vertex that it enters, colour flows behind their number.
 *
 * <p>What has a name in HepMC3 becomes an attribute of that name, as HepMC3's own reader has it. Like that reader this
 * one leaves out vertices that nothing enters (unless they have a place) or nothing leaves, and particles that run
 * between two such; particles with status 1 it keeps.
 */
final class HepMc2Cursor extends HepMcCursor {

    private static final int MOST_RANDOM_STATES = 1_000_000;

    private final IntMap particleOf = new IntMap();
    private final IntMap vertexOf = new IntMap();
    private int announcedVertices;
    private int announcedOutgoing;
    private int outgoing;
    private int interactions;
    private int signalVertex;
    private int beam1;
    private int beam2;
    private String randomStates = "";

    HepMc2Cursor(LineReader lines) {
        super(lines, "IO_GenEvent");
    }

    @Override
    boolean endsEvent(byte letter) {
        return false;
    }

    @Override
    void runLine(byte letter) {
        throw bad("a line begins with \"" + (char) letter + "\", expected E");
    }

    @Override
    void begin() {
        particleOf.clear();
        vertexOf.clear();
        announcedOutgoing = 0;
        outgoing = 0;
        parts.number = integer("the number of the event");
        interactions = integer("the number of interactions");
        parts.scale = number("the scale");
        parts.alphaQcd = number("the strong coupling");
        parts.alphaQed = number("the electromagnetic coupling");
        parts.processId = integer("the number of the process");
        signalVertex = integer("the vertex of the process");
        announcedVertices = count("its vertices", ParticleTable.MOST);
        beam1 = integer("the first beam");
        beam2 = integer("the second beam");
        int states = count("its random states", MOST_RANDOM_STATES);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < states; i++) {
            text.append(i == 0 ? "" : " ").append(word("a random state"));
        }
        randomStates = text.toString();
        int weights = count("its weights", RunRecord.MOST_WEIGHTS);
        for (int i = 0; i < weights; i++) {
            if (i == 0) {
                parts.beginWeights();
            }
            parts.addWeight(number("a weight"));
        }
        expectEnd("the line E");
    }

    @Override
    void eventLine(byte letter) {
        switch (letter) {
            case 'P':
                readParticle();
                break;
            case 'V':
                readVertex();
                break;
            case 'N':
                readNames();
                break;
            case 'U':
                if (parts.vertices.size() > 0) {
                    throw bad("its units stand behind its vertices");
                }
                readUnits();
                break;
            case 'C':
                parts.crossSectionPb = number("the cross-section");
                parts.crossSectionErrorPb = number("its error");
                break;
            case 'H':
                keep("GenHeavyIon", "v0 ", 13, 13);
                break;
            case 'F':
                keep("GenPdfInfo", "", 7, 9);
                break;
            default:
                throw bad("a line begins with \"" + (char) letter + "\", which is no record of HepMC2");
        }
    }

    /** Keep the numbers of a line as an attribute, filled up with zeros where old versions write fewer. */
    private void keep(String name, String head, int least, int most) {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < most; i++) {
            text.append(i == 0 ? "" : " ").append(i < least || fields.remaining() > 0 ? word(name) : "0");
        }
        expectEnd("the line of " + name);
        parts.statements.add(name, 0, text.toString());
    }

    /** Read names in double quotes behind their number. */
    private void readNames() {
        int count = count("names of weights", RunRecord.MOST_WEIGHTS);
        String line = lines.text();
        StringBuilder names = new StringBuilder();
        int at = 0;
        for (int i = 0; i < count; i++) {
            int open = line.indexOf('"', at);
            int close = open < 0 ? -1 : line.indexOf('"', open + 1);
            if (close < 0) {
                throw bad("it names " + i + " weights, expected " + count);
            }
            names.append(i == 0 ? "" : "\n").append(line, open + 1, close);
            at = close + 1;
        }
        if (count > 0 && !run.name(names.toString())) {
            throw bad("the names of its weights are not those of the event before");
        }
    }

    private void readVertex() {
        finishVertex();
        VertexTable vertices = parts.vertices;
        int barcode = integer("the barcode of a vertex");
        if (vertices.size() == announcedVertices) {
            throw bad("it has more than the " + announcedVertices + " vertices that it announces");
        }
        if (barcode >= 0 || !vertexOf.put(barcode, vertices.size())) {
            throw bad("a vertex has barcode " + barcode + ", expected a new negative one");
        }
        vertices.add(barcode, integer("the id of a vertex"));
        double x = parts.mm(number("x"));
        double y = parts.mm(number("y"));
        double z = parts.mm(number("z"));
        vertices.position(x, y, z, parts.mm(number("t")));
        count("incoming particles", ParticleTable.MOST);
        announcedOutgoing = count("outgoing particles", ParticleTable.MOST);
        int weights = count("weights of a vertex", RunRecord.MOST_WEIGHTS);
        for (int i = 0; i < weights; i++) {
            word("a weight of a vertex");
            addStatement("weight" + i, -vertices.size(), fields.text());
        }
        expectEnd("a line V");
    }

    /** Pythia 8 is known to announce fewer particles than it writes; HepMC3's reader refuses too few only. */
    private void finishVertex() {
        if (outgoing < announcedOutgoing) {
            throw badCount("particles behind a vertex", outgoing, announcedOutgoing);
        }
        outgoing = 0;
        announcedOutgoing = 0;
    }

    private void readParticle() {
        ParticleTable particles = parts.particles;
        int vertex = parts.vertices.size() - 1;
        if (vertex < 0) {
            throw bad("a particle stands before the first vertex");
        }
        if (particles.size() == ParticleTable.MOST) {
            throw bad("it has more than " + ParticleTable.MOST + " particles");
        }
        int barcode = integer("the barcode of a particle");
        if (barcode <= 0 || !particleOf.put(barcode, particles.size())) {
            throw bad("a particle has barcode " + barcode + ", expected a new positive one");
        }
        int pdgId = integer("a PDG id");
        double px = parts.gev(number("px"));
        double py = parts.gev(number("py"));
        double pz = parts.gev(number("pz"));
        double energy = parts.gev(number("an energy"));
        double mass = parts.gev(number("a mass"));
        int status = integer("the status of a particle");
        int number = particles.size() + 1;
        polarisation("theta", number);
        polarisation("phi", number);
        int end = integer("the vertex that a particle enters");
        boolean incoming = end == parts.vertices.id(vertex);
        particles.add(pdgId, status, incoming ? -1 : vertex, end);
        particles.momentum(px, py, pz, energy, mass);
        outgoing++;
        readFlows(number);
        expectEnd("a line P");
    }

    private void polarisation(String name, int particle) {
        if (number("the polarisation " + name) != 0) {
            addStatement(name, particle, fields.text());
        }
    }

    private void readFlows(int particle) {
        int flows = count("colour flows", ParticleTable.MOST);
        for (int i = 0; i < flows; i++) {
            int index = integer("the index of a colour flow");
            int label = integer("a colour flow");
            if (index == 1 || index == 2) {
                parts.statements.flow(index, particle, label);
            } else {
                addStatement("flow" + index, particle, Integer.toString(label));
            }
        }
    }

    private void addStatement(String name, int target, String value) {
        if (!parts.statements.add(name, target, value)) {
            throw bad("its attributes have too much text");
        }
    }

    @Override
    Event finish(long number) {
        finishVertex();
        if (parts.vertices.size() != announcedVertices) {
            throw badCount("vertices", parts.vertices.size(), announcedVertices);
        }
        LooseEnds kept = LooseEnds.remove(parts, ends());
        parts.statements.renumber(kept.particleNumbers(), kept.vertexNumbers());
        EventGraph graph = kept.graph();
        if (graph.hasCycle()) {
            throw bad("a particle is its own ancestor");
        }
        parts.statements.colour(parts.particles);
        addOfEvent(kept);
        return parts.build(number, weights(), run.nominal(), graph, v -> vertex(graph, v));
    }

    /** Return for each particle the vertex that it enters, from 0, −1 for none. */
    private int[] ends() {
        ParticleTable particles = parts.particles;
        int[] ends = new int[particles.size()];
        for (int p = 0; p < ends.length; p++) {
            int barcode = particles.end(p);
            ends[p] = barcode == 0 ? -1 : vertexOf.get(barcode);
            if (barcode != 0 && ends[p] < 0) {
                throw bad("particle " + (p + 1) + " enters vertex " + barcode + ", which the event does not have");
            }
        }
        return ends;
    }

    /** Keep what the line E says beside what the event model has a place for. */
    private void addOfEvent(LooseEnds kept) {
        Statements statements = parts.statements;
        statements.add("mpi", 0, Integer.toString(interactions));
        int vertex = vertexOf.get(signalVertex);
        int signal = vertex < 0 ? 0 : -kept.vertexNumbers()[vertex];
        statements.add("signal_process_vertex", 0, Integer.toString(signal));
        List<String> beams = new ArrayList<>();
        for (int barcode : new int[] {beam1, beam2}) {
            int beam = particleOf.get(barcode);
            if (beam >= 0 && kept.particleNumbers()[beam] > 0) {
                beams.add(Integer.toString(kept.particleNumbers()[beam]));
            }
        }
        if (!beams.isEmpty()) {
            statements.add("beam_particles", 0, String.join(" ", beams));
        }
        if (!randomStates.isEmpty()) {
            statements.add("random_states", 0, randomStates);
        }
    }

    private double[] weights() {
        int count = Math.max(0, parts.weightCount());
        if (!run.isFixed()) {
            String fault = run.fixNames(count);
            if (fault != null) {
                throw bad(fault);
            }
        }
        if (count != run.names().size()) {
            throw badCount("weights", count, run.names().size());
        }
        return parts.weights(count);
    }

    private Vertex vertex(EventGraph graph, int place) {
        VertexTable table = parts.vertices;
        return graph.vertex(
                place,
                table.status(place),
                table.position(place, 0),
                table.position(place, 1),
                table.position(place, 2),
                table.position(place, 3));
    }
}
