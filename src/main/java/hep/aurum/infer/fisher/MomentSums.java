package hep.aurum.infer.fisher;

/**
 * Sum vectors u, one an event, and their products, from which follows the covariance of the sum.
 *
 * <p>The number of simulated events counts as a Poisson variable, as in weighted histograms: \(\mathrm{cov}(\sum u) =
 * \sum uu^T\). Memory and the time for one event grow with the square of the length.
 */
final class MomentSums {

    private final CompensatedSums sums;
    private final double[] squares;

    MomentSums(int size) {
        sums = new CompensatedSums(size);
        squares = new double[EntryCovariance.entries(size)];
    }

    void add(double[] u) {
        sums.add(u);
        int entry = 0;
        for (int i = 0; i < u.length; i++) {
            for (int j = i; j < u.length; j++) {
                squares[entry++] += u[i] * u[j];
            }
        }
    }

    void addAll(MomentSums other) {
        sums.addAll(other.sums);
        for (int i = 0; i < squares.length; i++) {
            squares[i] += other.squares[i];
        }
    }

    int size() {
        return sums.size();
    }

    double get(int i) {
        return sums.get(i);
    }

    double covariance(int i, int j) {
        return squares[EntryCovariance.entry(size(), i, j)];
    }

    /** Return the covariance of the sums {@code [size*size]}. */
    double[] covariance() {
        int p = size();
        double[] full = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                full[i * p + j] = covariance(i, j);
            }
        }
        return full;
    }
}
