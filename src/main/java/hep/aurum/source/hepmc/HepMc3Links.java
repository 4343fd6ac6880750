package hep.aurum.source.hepmc;

import java.util.Arrays;

/** Resolve the references of a HepMC3 event: which particles run between which vertices, with lines and without. */
final class HepMc3Links {

    private final HepMc3Cursor cursor;
    private int[] places = new int[0];

    HepMc3Links(HepMc3Cursor cursor) {
        this.cursor = cursor;
    }

    /** Return the row in the table of the vertex at a place, −1 if it has no line. */
    int row(int place) {
        return places[place];
    }

    /** Resolve the references between particles and vertices. */
    EventGraph graph(int announcedVertices) {
        int[] end = endsAtLines();
        int rows = cursor.parts.vertices.size();
        int implicit = addImplicit(end, rows);
        if (rows + implicit != announcedVertices) {
            throw cursor.badCount("vertices", rows + implicit, announcedVertices);
        }
        int[] placeOf = number(rows, implicit);
        int[] production = new int[end.length];
        for (int p = 0; p < end.length; p++) {
            int origin = cursor.parts.particles.origin(p);
            if (origin < 0 && (origin < -announcedVertices || places[-origin - 1] < 0)) {
                throw cursor.bad("particle " + (p + 1) + " comes from vertex " + origin + ", which has no line V");
            }
            if (origin > 0) {
                production[p] = placeOf[end[origin - 1]];
            } else {
                production[p] = -origin - 1;
            }
        }
        for (int p = 0; p < end.length; p++) {
            end[p] = end[p] < 0 ? -1 : placeOf[end[p]];
        }
        return new EventGraph(production, end, announcedVertices);
    }

    /** Return for each particle the line of the vertex that it enters, −1 for none. */
    private int[] endsAtLines() {
        int[] end = new int[cursor.parts.particles.size()];
        Arrays.fill(end, -1);
        VertexTable vertices = cursor.parts.vertices;
        for (int v = 0; v < vertices.size(); v++) {
            for (int i = vertices.incomingStart(v); i < vertices.incomingEnd(v); i++) {
                int particle = vertices.incoming(i);
                if (end[particle - 1] >= 0) {
                    throw cursor.bad("particle " + particle + " enters more than one vertex");
                }
                end[particle - 1] = v;
            }
        }
        return end;
    }

    /** Give an end, counted on behind the vertices with lines, to particles that others name as their origin. */
    private int addImplicit(int[] end, int rows) {
        int implicit = 0;
        for (int p = 0; p < end.length; p++) {
            int origin = cursor.parts.particles.origin(p);
            if (origin > end.length) {
                throw cursor.bad(
                        "particle " + (p + 1) + " comes from particle " + origin + ", expected 1 to " + end.length);
            }
            if (origin > 0 && end[origin - 1] < 0) {
                end[origin - 1] = rows + implicit++;
            }
        }
        return implicit;
    }

    /** Return the places, from 0, of vertices with lines and of those without; {@link #places} is the inverse. */
    private int[] number(int rows, int implicit) {
        int[] placeOf = new int[rows + implicit];
        places = new int[rows + implicit];
        Arrays.fill(places, -1);
        for (int v = 0; v < rows; v++) {
            placeOf[v] = -cursor.parts.vertices.id(v) - 1;
            if (places[placeOf[v]] >= 0) {
                throw cursor.bad("vertex " + cursor.parts.vertices.id(v) + " occurs twice");
            }
            places[placeOf[v]] = v;
        }
        int free = 0;
        for (int i = rows; i < placeOf.length; i++) {
            while (places[free] >= 0) {
                free++;
            }
            placeOf[i] = free++;
        }
        return placeOf;
    }
}
