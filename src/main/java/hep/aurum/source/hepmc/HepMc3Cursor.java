package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.Vertex;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.nio.charset.StandardCharsets;

/**
 * Walk over the events of HepMC3's text form, Asciiv3.
 *
 * <p>Of the run: W names of the weights, T a program, A an attribute. Of an event: E number, vertices, particles and
 * perhaps {@code @ x y z t}; U units; W weights; A what it speaks of, name, text; V number, status,
 * {@code [incoming,…]} and perhaps {@code @ x y z t}; P number, origin, PDG id, four-momentum, mass, status. The origin
 * of a particle is a vertex (negative), the one particle that enters a vertex without a line (positive), or nothing (0).
 *
 * <p>Vertices without a line take the numbers that those with a line leave free, in the order in which they occur.
 */
final class HepMc3Cursor extends HepMcCursor {

    private final EventStatements eventStatements = new EventStatements(parts);
    private final FlowLine flows = new FlowLine();
    private final HepMc3Links links = new HepMc3Links(this);
    private int announcedVertices;
    private int announcedParticles;
    private boolean inBody;
    private boolean isPlaced;
    private final double[] position = new double[4];

    HepMc3Cursor(LineReader lines) {
        super(lines, "Asciiv3");
    }

    @Override
    void runLine(byte letter) {
        String text = Escapes.unescape(lines.text().substring(Math.min(2, lines.end() - lines.start())));
        boolean good;
        switch (letter) {
            case 'W', 'N':
                // Some versions number the weights in W and name them in N.
                good = runNames(letter, text);
                break;
            case 'T':
                good = run.tool(text);
                break;
            case 'A':
                int blank = text.indexOf(' ');
                good = run.attribute(
                        blank < 0 ? text : text.substring(0, blank), blank < 0 ? "" : text.substring(blank + 1));
                break;
            default:
                throw bad("a line begins with \"" + (char) letter + "\", which is no record of a run");
        }
        if (!good) {
            throw bad("the statements of the run change or are too many");
        }
    }

    private boolean runNames(byte letter, String text) {
        return letter == 'N' && !run.isFixed() ? run.rename(text) : run.name(text);
    }

    @Override
    void begin() {
        inBody = false;
        isPlaced = false;
        parts.number = integer("the number of the event");
        announcedVertices = count("its vertices", ParticleTable.MOST);
        announcedParticles = count("its particles", ParticleTable.MOST);
        if (fields.next()) {
            expectAt();
            for (int i = 0; i < position.length; i++) {
                position[i] = number("a coordinate of the event");
            }
            isPlaced = true;
            expectEnd("the line E");
        }
    }

    private void expectAt() {
        if (fields.first() != '@') {
            throw bad("\"" + fields.text() + "\" stands where @ and a position may");
        }
    }

    @Override
    boolean endsEvent(byte letter) {
        return letter == 'T'
                || (letter == 'A' && inBody)
                || (letter == 'N')
                || (letter == 'W' && (inBody || parts.weightCount() >= 0));
    }

    @Override
    void eventLine(byte letter) {
        switch (letter) {
            case 'P':
                readParticle();
                break;
            case 'A':
                readAttribute();
                break;
            case 'V':
                readVertex();
                break;
            case 'W':
                readWeights();
                break;
            case 'U':
                if (inBody) {
                    throw bad("its units stand behind its particles");
                }
                readUnits();
                break;
            default:
                throw bad("a line begins with \"" + (char) letter + "\", which is no record of HepMC3");
        }
    }

    private void readWeights() {
        parts.beginWeights();
        while (fields.next()) {
            double weight = fields.asDouble();
            if (Double.isNaN(weight)) {
                throw bad("a weight is \"" + fields.text() + "\", expected a finite number");
            }
            if (!parts.addWeight(weight)) {
                throw bad("it has more than " + RunRecord.MOST_WEIGHTS + " weights");
            }
        }
    }

    private void readParticle() {
        inBody = true;
        ParticleTable particles = parts.particles;
        int id = integer("the number of a particle");
        if (id != particles.size() + 1) {
            throw bad("particle " + id + " stands where particle " + (particles.size() + 1) + " is expected");
        }
        if (id > announcedParticles) {
            throw bad("it has more than the " + announcedParticles + " particles that it announces");
        }
        int origin = integer("the origin of a particle");
        int pdgId = integer("a PDG id");
        double px = parts.gev(number("px"));
        double py = parts.gev(number("py"));
        double pz = parts.gev(number("pz"));
        double energy = parts.gev(number("an energy"));
        double mass = parts.gev(number("a mass"));
        particles.add(pdgId, integer("the status of a particle"), origin, 0);
        particles.momentum(px, py, pz, energy, mass);
        expectEnd("a line P");
    }

    private void readVertex() {
        inBody = true;
        VertexTable vertices = parts.vertices;
        int id = integer("the number of a vertex");
        if (vertices.size() == announcedVertices) {
            throw bad("it has more than the " + announcedVertices + " vertices that it announces");
        }
        if (id >= 0 || id < -announcedVertices) {
            throw bad("a vertex has number " + id + ", expected -1 to -" + announcedVertices);
        }
        vertices.add(id, integer("the status of a vertex"));
        if (!fields.next() || fields.first() != '[') {
            throw bad("a vertex has no list of incoming particles");
        }
        readIncoming();
        if (fields.next()) {
            expectAt();
            double x = parts.mm(number("x"));
            double y = parts.mm(number("y"));
            double z = parts.mm(number("z"));
            vertices.position(x, y, z, parts.mm(number("t")));
            expectEnd("a line V");
        }
    }

    /** Read {@code [3,4,5]}, which has no blanks. */
    private void readIncoming() {
        byte[] bytes = lines.buffer();
        int end = lines.end();
        int at = lines.start();
        while (bytes[at] != '[') {
            at++;
        }
        at++;
        int value = 0;
        boolean digits = false;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9 && value <= ParticleTable.MOST) {
                value = 10 * value + digit;
                digits = true;
            } else if ((bytes[at] == ',' || bytes[at] == ']') && digits) {
                if (value < 1 || value > announcedParticles) {
                    throw bad("particle " + value + " enters a vertex, expected 1 to " + announcedParticles);
                }
                parts.vertices.addIncoming(value);
                value = 0;
                digits = false;
            } else if (bytes[at] != ']' || bytes[at - 1] != '[') {
                break;
            }
            if (bytes[at] == ']') {
                return;
            }
        }
        throw bad("the list of particles that enter a vertex is malformed");
    }

    private void readAttribute() {
        if (flows.read(lines.buffer(), lines.start(), lines.end(), announcedParticles)) {
            parts.statements.flow(flows.index(), flows.particle(), flows.label());
            return;
        }
        int target = integer("the number of what an attribute speaks of");
        if (target > announcedParticles || target < -announcedVertices) {
            throw bad("an attribute speaks of " + (target > 0 ? "particle " : "vertex ") + target
                    + ", which it does not announce");
        }
        byte[] bytes = lines.buffer();
        int end = lines.end();
        int from = skipBlanks(bytes, skipWord(bytes, skipBlanks(bytes, lines.start() + 1, end), end), end);
        int to = skipWord(bytes, from, end);
        if (from == to) {
            throw bad("an attribute has no name");
        }
        if (target > 0 && isFlow(bytes, from, to) && readFlow(bytes[to - 1] - '0', target)) {
            return;
        }
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        int value = Math.min(end, to + 1);
        String text = new String(bytes, value, end - value, StandardCharsets.UTF_8);
        if (!parts.statements.add(name, target, Escapes.unescape(text))) {
            throw bad("its attributes have too much text");
        }
    }

    /** Read a colour label behind the name of its flow; return false if it is no number. */
    private boolean readFlow(int index, int target) {
        fields.next();
        fields.next();
        int label = fields.asInt();
        boolean good = label != Fields.NOT_AN_INT && !fields.next();
        if (good) {
            parts.statements.flow(index, target, label);
        }
        return good;
    }

    /** Return whether a name is flow1 or flow2. */
    private static boolean isFlow(byte[] bytes, int from, int to) {
        return to - from == 5
                && bytes[from] == 'f'
                && bytes[from + 1] == 'l'
                && bytes[from + 2] == 'o'
                && bytes[from + 3] == 'w'
                && (bytes[from + 4] == '1' || bytes[from + 4] == '2');
    }

    private static int skipBlanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private static int skipWord(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    @Override
    Event finish(long number) {
        if (parts.particles.size() != announcedParticles) {
            throw badCount("particles", parts.particles.size(), announcedParticles);
        }
        EventGraph graph = links.graph(announcedVertices);
        if (graph.hasCycle()) {
            throw bad("a particle is its own ancestor");
        }
        parts.statements.colour(parts.particles);
        eventStatements.take();
        if (isPlaced) {
            String text = parts.mm(position[0]) + " " + parts.mm(position[1]) + " " + parts.mm(position[2]) + " "
                    + parts.mm(position[3]);
            parts.statements.add(EventStatements.POSITION, 0, text);
        }
        return parts.build(number, weights(), run.nominal(), graph, v -> vertex(graph, v));
    }

    private double[] weights() {
        int count = parts.weightCount();
        if (!run.isFixed()) {
            String fault = run.fixNames(count);
            if (fault != null) {
                throw bad(fault);
            }
        }
        int expected = run.names().size();
        if (count != expected && (count >= 0 || expected > 1)) {
            throw badCount("weights", Math.max(0, count), expected);
        }
        return parts.weights(expected);
    }

    private Vertex vertex(EventGraph graph, int place) {
        int row = links.row(place);
        VertexTable table = parts.vertices;
        return row < 0
                ? graph.vertex(place, 0, 0, 0, 0, 0)
                : graph.vertex(
                        place,
                        table.status(row),
                        table.position(row, 0),
                        table.position(row, 1),
                        table.position(row, 2),
                        table.position(row, 3));
    }
}
