package hep.aurum.math.optim;

/** Order variables for the elimination: those that are coupled to few others come first. */
final class Coupling {

    private Coupling() {}

    /**
     * Order the rows of a symmetric matrix by their number of entries other than zero, the fewest first, equal ones by
     * position.
     *
     * @param matrix {@code [k*k]}
     * @param order overwritten with the rows' positions {@code [k]}
     */
    static void order(double[] matrix, int[] order) {
        int n = order.length;
        int[] degree = new int[n];
        int[] place = new int[n + 2];
        for (int i = 0; i < n; i++) {
            int count = 0;
            for (int j = i * n; j < (i + 1) * n; j++) {
                count += matrix[j] != 0.0 ? 1 : 0;
            }
            degree[i] = count;
            place[count + 1]++;
        }
        for (int d = 1; d < place.length; d++) {
            place[d] += place[d - 1];
        }
        for (int i = 0; i < n; i++) {
            order[place[degree[i]]++] = i;
        }
    }
}
