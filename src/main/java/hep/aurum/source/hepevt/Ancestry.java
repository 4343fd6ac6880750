package hep.aurum.source.hepevt;

/** Follow particles to their mothers. */
final class Ancestry {

    private Ancestry() {}

    /**
     * Return whether some particle is its own ancestor.
     *
     * @param first for each particle the position of its first mother, −1 for none
     * @param last that of its last mother
     */
    static boolean hasCycle(int[] first, int[] last) {
        return !isAscending(first, last) && peeled(first, last) < first.length;
    }

    private static boolean isAscending(int[] first, int[] last) {
        for (int p = 0; p < first.length; p++) {
            if (first[p] >= p || last[p] >= p) {
                return false;
            }
        }
        return true;
    }

    /** Count the particles that can be taken away, one without remaining daughters after the other (Kahn 1962). */
    private static int peeled(int[] first, int[] last) {
        int[] daughters = new int[first.length];
        for (int p = 0; p < first.length; p++) {
            if (first[p] >= 0) {
                daughters[first[p]]++;
            }
            if (last[p] >= 0) {
                daughters[last[p]]++;
            }
        }
        int[] ready = new int[first.length];
        int found = 0;
        for (int p = 0; p < first.length; p++) {
            if (daughters[p] == 0) {
                ready[found++] = p;
            }
        }
        for (int done = 0; done < found; done++) {
            int p = ready[done];
            if (first[p] >= 0 && --daughters[first[p]] == 0) {
                ready[found++] = first[p];
            }
            if (last[p] >= 0 && --daughters[last[p]] == 0) {
                ready[found++] = last[p];
            }
        }
        return found;
    }
}
