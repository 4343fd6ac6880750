package hep.aurum.infer.fisher;

/**
 * Add up vectors with the rounding error of every addition carried along, so that the order of terms does not matter
 * beyond the last digits.
 *
 * @see <a href="https://doi.org/10.1137/030601818">Ogita, Rump, Oishi: Accurate sum and dot product, algorithm 4.1
 *     (2005)</a>
 */
final class CompensatedSums {

    private final double[] high;
    private final double[] low;

    CompensatedSums(int size) {
        high = new double[size];
        low = new double[size];
    }

    int size() {
        return high.length;
    }

    void add(double[] terms) {
        for (int i = 0; i < high.length; i++) {
            add(i, terms[i]);
        }
    }

    /** Knuth's two-sum: {@code sum} plus the error is exactly the old sum plus the term. */
    private void add(int i, double term) {
        double sum = high[i] + term;
        double part = sum - high[i];
        low[i] += (high[i] - (sum - part)) + (term - part);
        high[i] = sum;
    }

    void addAll(CompensatedSums other) {
        for (int i = 0; i < high.length; i++) {
            add(i, other.high[i]);
            low[i] += other.low[i];
        }
    }

    double get(int i) {
        return high[i] + low[i];
    }

    double[] values() {
        double[] values = new double[high.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }
}
