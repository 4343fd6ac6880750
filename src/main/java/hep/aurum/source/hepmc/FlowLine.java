package hep.aurum.source.hepmc;

/**
 * Read a line {@code A 12 flow1 106}, the label of a colour line of a particle.
 *
 * <p>Events of showers have more of them than particles. This form of the line is the one that all writers use; lines in
 * another form, faulty ones among them, are left to the general reading of attributes.
 */
final class FlowLine {

    /** So many digits cannot overflow. */
    private static final int MOST_DIGITS = 9;

    private static final byte[] BETWEEN = {' ', 'f', 'l', 'o', 'w'};

    private int at;
    private int particle;
    private int index;
    private int label;

    /** Read the line {@code [start, end)}; return false if it is anything else. */
    boolean read(byte[] bytes, int start, int end, int announcedParticles) {
        at = start + 2;
        particle = digits(bytes, end);
        if (particle < 1 || particle > announcedParticles || end - at < BETWEEN.length + 3) {
            return false;
        }
        for (byte expected : BETWEEN) {
            if (bytes[at++] != expected) {
                return false;
            }
        }
        index = bytes[at++] - '0';
        if ((index != 1 && index != 2) || bytes[at++] != ' ') {
            return false;
        }
        label = digits(bytes, end);
        return label >= 0 && at == end;
    }

    /** Read a number without sign and move behind it; −1 if there is none. */
    private int digits(byte[] bytes, int end) {
        int first = at;
        int value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - first < MOST_DIGITS) {
            value = 10 * value + (bytes[at++] - '0');
        }
        return at == first ? -1 : value;
    }

    /** Return 1 for the colour, 2 for the anticolour. */
    int index() {
        return index;
    }

    /** Return the number of the particle, from 1. */
    int particle() {
        return particle;
    }

    int label() {
        return label;
    }
}
