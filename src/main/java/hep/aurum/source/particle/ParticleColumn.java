package hep.aurum.source.particle;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.Vertex;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Say what a column holds of an event.
 *
 * @param column its name and type
 * @param filler how it is taken from an event
 */
record ParticleColumn(Column column, Filler filler) {

    static final String NUMBER = "event.number";
    static final String PROCESS = "event.process_id";
    static final String SCALE = "event.scale";
    static final String ALPHA_QED = "event.alpha_qed";
    static final String ALPHA_QCD = "event.alpha_qcd";
    static final String CROSS_SECTION = "event.cross_section_pb";
    static final String CROSS_SECTION_ERROR = "event.cross_section_error_pb";
    static final String ATTRIBUTES = "event.attributes";
    static final String REMARKS = "event.remarks";
    static final String WEIGHT = "weight";
    static final String WEIGHTS = "weights";
    static final String PDG_ID = "particle.pdg_id";
    static final String STATUS = "particle.status";
    static final String MOTHER1 = "particle.mother1";
    static final String MOTHER2 = "particle.mother2";
    static final String PX = "particle.px";
    static final String PY = "particle.py";
    static final String PZ = "particle.pz";
    static final String ENERGY = "particle.energy";
    static final String MASS = "particle.mass";
    static final String COLOUR = "particle.colour";
    static final String ANTICOLOUR = "particle.anticolour";
    static final String LIFETIME = "particle.lifetime";
    static final String SPIN = "particle.spin";
    static final String VERTEX_STATUS = "vertex.status";
    static final String VERTEX_X = "vertex.x";
    static final String VERTEX_Y = "vertex.y";
    static final String VERTEX_Z = "vertex.z";
    static final String VERTEX_T = "vertex.t";
    static final String INCOMING_COUNT = "vertex.incoming_count";
    static final String OUTGOING_COUNT = "vertex.outgoing_count";
    static final String INCOMING = "vertex.incoming";
    static final String OUTGOING = "vertex.outgoing";

    private static final String GEV = "GeV";
    private static final String MM = "mm";
    private static final String PB = "pb";
    private static final String NONE = "";

    /** Up to this many weights have a column each. */
    private static final int FEW_WEIGHTS = 64;

    /** Take values from an event. */
    interface Filler {
        /** Append the values of an event; the row is ended by the caller. */
        void fill(Event event, ColumnBuilder to);
    }

    /** The columns that do not depend on the names of the weights, but the nominal weight. */
    static final List<ParticleColumn> FIXED = fixed();

    /** Return all columns for the events of a file. */
    static List<ParticleColumn> of(EventHeader header) {
        List<ParticleColumn> columns = new ArrayList<>(FIXED);
        columns.addAll(weights(header.weightNames()));
        return columns;
    }

    /** Return the name of the column of a named weight. */
    static String weightColumn(String name) {
        return WEIGHT + "." + name;
    }

    private static List<ParticleColumn> weights(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        if (names.size() <= FEW_WEIGHTS && arePlain(names)) {
            List<ParticleColumn> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                int index = i;
                Column column = Column.scalar(weightColumn(names.get(i)), ColumnType.FLOAT64);
                columns.add(new ParticleColumn(column, (event, to) -> to.add(event.weight(index))));
            }
            return columns;
        }
        Column column = Column.fixed(WEIGHTS, ColumnType.FLOAT64, names.size());
        return List.of(new ParticleColumn(column, (event, to) -> {
            for (int i = 0; i < event.weightCount(); i++) {
                to.add(event.weight(i));
            }
        }));
    }

    /** Return whether names differ and can be names of columns in every format. */
    private static boolean arePlain(List<String> names) {
        return new HashSet<>(names).size() == names.size()
                && names.stream().allMatch(name -> name.matches("[A-Za-z0-9_.+-]{1,100}"));
    }

    private static List<ParticleColumn> fixed() {
        List<ParticleColumn> columns = new ArrayList<>();
        columns.add(new ParticleColumn(
                Column.scalar(NUMBER, ColumnType.INT64),
                (event, to) -> to.add(event.details().number())));
        columns.add(new ParticleColumn(
                Column.scalar(PROCESS, ColumnType.INT32),
                (event, to) -> to.add((long) event.details().processId())));
        columns.add(detail(SCALE, GEV, EventDetails::scale));
        columns.add(detail(ALPHA_QED, NONE, EventDetails::alphaQed));
        columns.add(detail(ALPHA_QCD, NONE, EventDetails::alphaQcd));
        columns.add(detail(CROSS_SECTION, PB, EventDetails::crossSectionPb));
        columns.add(detail(CROSS_SECTION_ERROR, PB, EventDetails::crossSectionErrorPb));
        columns.add(text(ATTRIBUTES, details -> TextLines.ofMap(details.attributes())));
        columns.add(text(REMARKS, details -> TextLines.ofList(details.remarks())));
        columns.add(real(WEIGHT, Layout.SCALAR, NONE, (event, to) -> to.add(event.weight())));
        columns.add(particle(PDG_ID, Particle::pdgId));
        columns.add(particle(STATUS, Particle::status));
        columns.add(particle(MOTHER1, Particle::mother1));
        columns.add(particle(MOTHER2, Particle::mother2));
        columns.add(particle(PX, GEV, p -> p.momentum().px()));
        columns.add(particle(PY, GEV, p -> p.momentum().py()));
        columns.add(particle(PZ, GEV, p -> p.momentum().pz()));
        columns.add(particle(ENERGY, GEV, p -> p.momentum().energy()));
        columns.add(particle(MASS, GEV, Particle::mass));
        columns.add(particle(COLOUR, Particle::colour));
        columns.add(particle(ANTICOLOUR, Particle::anticolour));
        columns.add(particle(LIFETIME, MM, Particle::lifetime));
        columns.add(particle(SPIN, NONE, Particle::spin));
        columns.add(vertex(VERTEX_STATUS, Vertex::status));
        columns.add(vertex(VERTEX_X, MM, Vertex::x));
        columns.add(vertex(VERTEX_Y, MM, Vertex::y));
        columns.add(vertex(VERTEX_Z, MM, Vertex::z));
        columns.add(vertex(VERTEX_T, MM, Vertex::t));
        columns.add(vertex(INCOMING_COUNT, Vertex::incomingCount));
        columns.add(vertex(OUTGOING_COUNT, Vertex::outgoingCount));
        columns.add(integers(INCOMING, (event, to) -> {
            for (Vertex vertex : event.details().vertices()) {
                for (int i = 0; i < vertex.incomingCount(); i++) {
                    to.add((long) vertex.incoming(i));
                }
            }
        }));
        columns.add(integers(OUTGOING, (event, to) -> {
            for (Vertex vertex : event.details().vertices()) {
                for (int i = 0; i < vertex.outgoingCount(); i++) {
                    to.add((long) vertex.outgoing(i));
                }
            }
        }));
        return List.copyOf(columns);
    }

    private static ParticleColumn detail(String name, String unit, ToDoubleFunction<EventDetails> value) {
        return real(name, Layout.SCALAR, unit, (event, to) -> to.add(value.applyAsDouble(event.details())));
    }

    private static ParticleColumn text(String name, Function<EventDetails, String> value) {
        Column column = Column.scalar(name, ColumnType.TEXT);
        return new ParticleColumn(column, (event, to) -> to.add(value.apply(event.details())));
    }

    private static ParticleColumn particle(String name, ToIntFunction<Particle> value) {
        return integers(name, (event, to) -> {
            for (Particle particle : event.particles()) {
                to.add((long) value.applyAsInt(particle));
            }
        });
    }

    private static ParticleColumn particle(String name, String unit, ToDoubleFunction<Particle> value) {
        return real(name, Layout.LIST, unit, (event, to) -> {
            for (Particle particle : event.particles()) {
                to.add(value.applyAsDouble(particle));
            }
        });
    }

    private static ParticleColumn vertex(String name, ToIntFunction<Vertex> value) {
        return integers(name, (event, to) -> {
            for (Vertex vertex : event.details().vertices()) {
                to.add((long) value.applyAsInt(vertex));
            }
        });
    }

    private static ParticleColumn vertex(String name, String unit, ToDoubleFunction<Vertex> value) {
        return real(name, Layout.LIST, unit, (event, to) -> {
            for (Vertex vertex : event.details().vertices()) {
                to.add(value.applyAsDouble(vertex));
            }
        });
    }

    private static ParticleColumn integers(String name, Filler filler) {
        return new ParticleColumn(Column.list(name, ColumnType.INT32), filler);
    }

    private static ParticleColumn real(String name, Layout layout, String unit, Filler filler) {
        return new ParticleColumn(new Column(name, ColumnType.FLOAT64, layout, 1, unit, ""), filler);
    }
}
