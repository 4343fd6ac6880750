package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import java.util.Arrays;

/**
 * Describe a point against a posterior in numbers for a classifier: for each parameter the pull \(p_a = (\theta_a - m_a)/s_a\)
 * against mean and width of the posterior, \(p_a^2\), both times \(m_a\), and the products \(p_a p_b\).
 */
final class PairFeatures {

    private static final double MOST = 6;

    private final int parameters;
    private final double[] here;
    private final double[] weightsHere;

    private PairFeatures(int parameters, double[] here, double[] weightsHere) {
        this.parameters = parameters;
        this.here = here;
        this.weightsHere = weightsHere;
    }

    /** Describe the posterior at given data. */
    static PairFeatures of(Subject subject, EventData data, int threads) {
        Lattice lattice = Lattice.of(subject.prior());
        int k = subject.prior().size();
        double[] first = new double[k];
        Arrays.fill(first, 0.5);
        double[] weights = Posteriors.weights(subject.ratio(), data, lattice.points(first), threads);
        double[] rows = new double[weights.length * size(k)];
        for (int j = 0; j < weights.length; j++) {
            fill(lattice, first, weights, j, rows, j * size(k));
        }
        return new PairFeatures(k, rows, weights);
    }

    private static int size(int k) {
        return 1 + 4 * k + k * (k - 1) / 2;
    }

    /** Return the number of features of a pair, the constant included. */
    int size() {
        return size(parameters);
    }

    /** Return the features of every point at the data, by rows. */
    double[] here() {
        return here;
    }

    /** Return the posterior at the data. */
    double[] weightsHere() {
        return weightsHere;
    }

    /** Fill the features of one point of an experiment. */
    void fill(Posteriors posteriors, int experiment, int point, double[] rows, int at) {
        fill(posteriors.lattice(), posteriors.truth(experiment), posteriors.weights(experiment), point, rows, at);
    }

    private static void fill(Lattice lattice, double[] first, double[] w, int point, double[] rows, int at) {
        int k = first.length;
        double[] pulls = new double[k];
        rows[at] = 1;
        int next = at + 1;
        for (int a = 0; a < k; a++) {
            double mean = 0;
            double squares = 0;
            for (int j = 0; j < w.length; j++) {
                double u = lattice.unit(first, j, a);
                mean += w[j] * u;
                squares += w[j] * u * u;
            }
            // Where one point has all weight, the width is that of a cell.
            double width = Math.max(Math.sqrt(Math.max(0, squares - mean * mean)), 0.3 / w.length);
            pulls[a] = Math.max(-MOST, Math.min(MOST, (lattice.unit(first, point, a) - mean) / width));
            rows[next++] = pulls[a];
            rows[next++] = pulls[a] * pulls[a];
            rows[next++] = pulls[a] * (mean - 0.5);
            rows[next++] = pulls[a] * pulls[a] * (mean - 0.5);
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                rows[next++] = pulls[a] * pulls[b];
            }
        }
    }
}
