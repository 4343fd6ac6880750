package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Sum \(w\), \(w t_a\) and \(w t_at_b\) over events of weight w and score t, with the covariance of the sums.
 *
 * <p>Called \(W\), \(G_a\) and \(T_{ab}\) below. Shapes: {@code k} parameters, m = k(k+1)/2 entries, sums {@code
 * [1+k+m]}.
 */
final class EventSums {

    /** More parameters would need many megabytes of covariance. */
    static final int MAX_PARAMETERS = 64;

    private final List<String> names;
    private final int k;
    private final int m;
    private final MomentSums sums;
    private final double[] u;
    private long events;

    EventSums(List<String> names) {
        this.names = List.copyOf(FisherInformation.checked(names));
        this.k = names.size();
        this.m = EntryCovariance.entries(k);
        Check.argument(k <= MAX_PARAMETERS, "%d parameters, expected at most %d", k, MAX_PARAMETERS);
        this.sums = new MomentSums(1 + k + m);
        this.u = new double[1 + k + m];
    }

    int parameters() {
        return k;
    }

    long events() {
        return events;
    }

    /** Add an event of weight w and score t. */
    void addScore(double weight, double[] score) {
        events++;
        u[0] = weight;
        int entry = 1 + k;
        for (int a = 0; a < k; a++) {
            u[1 + a] = weight * score[a];
            for (int b = a; b < k; b++) {
                u[entry++] = weight * score[a] * score[b];
            }
        }
        sums.add(u);
    }

    /** Add an event of weight w ≠ 0 and gradient \(g = wt\). */
    void addGradient(double weight, double[] gradient) {
        events++;
        u[0] = weight;
        int entry = 1 + k;
        for (int a = 0; a < k; a++) {
            u[1 + a] = gradient[a];
            for (int b = a; b < k; b++) {
                u[entry++] = gradient[a] * gradient[b] / weight;
            }
        }
        sums.add(u);
    }

    void addAll(EventSums other) {
        Check.argument(names.equals(other.names), "sums over events of %s and of %s", names, other.names);
        sums.addAll(other.sums);
        events += other.events;
    }

    double weight() {
        return sums.get(0);
    }

    double[] gradient() {
        double[] gradient = new double[k];
        for (int a = 0; a < k; a++) {
            gradient[a] = sums.get(1 + a);
        }
        return gradient;
    }

    /** Return the variance of \(G_a/W\). */
    double meanVariance(int a) {
        double w = requirePositiveWeight();
        double mean = sums.get(1 + a) / w;
        double square = sums.covariance(1 + a, 1 + a)
                - 2 * mean * sums.covariance(0, 1 + a)
                + mean * mean * sums.covariance(0, 0);
        return Math.max(0, square) / (w * w);
    }

    double requirePositiveWeight() {
        double w = weight();
        if (!(w > 0)) {
            throw new BadModel(
                    "the weights of " + events + " events sum to " + w,
                    "Fisher information of " + String.join(", ", names),
                    "a rate must be positive: add events, or look for wrong signs of weights");
        }
        return w;
    }

    /**
     * Return {@code full} \(T + \) {@code rate} \(GG^T/W\), with its covariance by the derivatives
     * \(\partial T_{ab} = 1\) and those of {@link PoissonInformation#addSlopes}.
     */
    FisherInformation combine(double full, double rate) {
        double[] gradient = gradient();
        double[] entries = new double[m];
        DMatrixRMaj slopes = new DMatrixRMaj(m, sums.size());
        if (rate != 0) {
            double w = requirePositiveWeight();
            PoissonInformation.terms(w, gradient, entries);
            PoissonInformation.addSlopes(w, gradient, rate, slopes);
        }
        for (int e = 0; e < m; e++) {
            entries[e] = full * sums.get(1 + k + e) + rate * entries[e];
            slopes.set(e, 1 + k + e, full);
        }
        return information(entries, slopes);
    }

    /** Return \(n\,(T/W - c\,GG^T/W^2)\) with c = 1 or 0, which no common factor of the weights changes. */
    FisherInformation perWeight(double n, boolean isCentred) {
        double w = requirePositiveWeight();
        double[] gradient = gradient();
        double c = isCentred ? n / w : 0;
        double[] products = new double[m];
        PoissonInformation.terms(w, gradient, products);
        DMatrixRMaj slopes = new DMatrixRMaj(m, sums.size());
        PoissonInformation.addSlopes(w, gradient, -c, slopes);
        double[] entries = new double[m];
        for (int e = 0; e < m; e++) {
            entries[e] = n / w * sums.get(1 + k + e) - c * products[e];
            slopes.set(e, 1 + k + e, n / w);
            // 1/W in front of everything
            slopes.add(e, 0, -entries[e] / w);
        }
        return information(entries, slopes);
    }

    private FisherInformation information(double[] entries, DMatrixRMaj slopes) {
        double[] covariance = EntryCovariance.sandwich(slopes, sums.covariance()).data;
        return FisherInformation.of(names, entries, EntryCovariance.of(k, covariance));
    }

    /** Refuse a vector of wrong length or with entries that are not finite. */
    void check(double weight, double[] vector, String what) {
        Check.length(what, vector.length, k);
        boolean isFinite = Double.isFinite(weight);
        for (double value : vector) {
            isFinite &= Double.isFinite(value);
        }
        if (!isFinite) {
            throw new IllegalArgumentException("event " + events + " has the weight " + weight + " and the " + what
                    + " " + Arrays.toString(vector) + ", expected finite numbers");
        }
    }
}
