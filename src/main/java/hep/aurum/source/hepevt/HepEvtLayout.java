package hep.aurum.source.hepevt;

import org.jspecify.annotations.Nullable;

/** List the two sets of numbers by which a particle is written. */
enum HepEvtLayout {

    /** Daughters, momentum and mass. */
    SHORT("short", 8),

    /** Mothers, daughters, momentum, energy, mass and vertex. */
    LONG("long", 15);

    private static final int INTEGERS = 6;
    private static final int BEFORE_VERTEX = 11;

    private final String label;
    private final int fields;

    HepEvtLayout(String label, int fields) {
        this.label = label;
        this.fields = fields;
    }

    /** Return the layout whose particles begin with a line of so many fields, null if there is none. */
    static @Nullable HepEvtLayout ofFirstLine(int count) {
        if (count == SHORT.fields) {
            return SHORT;
        }
        return count == INTEGERS || count == BEFORE_VERTEX || count == LONG.fields ? LONG : null;
    }

    String label() {
        return label;
    }

    int fields() {
        return fields;
    }
}
