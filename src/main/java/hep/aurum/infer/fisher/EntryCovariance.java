package hep.aurum.infer.fisher;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Hold the Monte Carlo covariance of the entries of a symmetric matrix \(I\), \(C_{(ab)(cd)} = \mathrm{cov}(I_{ab},
 * I_{cd})\). Immutable.
 *
 * <p>Entries are those of the upper triangle, row by row: (0,0), (0,1), …, (1,1), …, m = k(k+1)/2 in all. The
 * covariance of an exact matrix takes no memory.
 */
final class EntryCovariance {

    private final int k;
    private final double[] values;

    private EntryCovariance(int k, double[] values) {
        this.k = k;
        this.values = values;
    }

    /** Return the covariance of a matrix without statistical uncertainty. */
    static EntryCovariance exact(int k) {
        return new EntryCovariance(k, new double[0]);
    }

    /** Return a covariance; {@code values [m*m]} row-major, not copied. */
    static EntryCovariance of(int k, double[] values) {
        return new EntryCovariance(k, values);
    }

    /** Return the number m of entries. */
    static int entries(int k) {
        return k * (k + 1) / 2;
    }

    /** Return the position of an entry of either triangle. */
    static int entry(int k, int a, int b) {
        int row = Math.min(a, b);
        return row * k - row * (row - 1) / 2 + Math.max(a, b) - row;
    }

    boolean isExact() {
        return values.length == 0;
    }

    double get(int a, int b, int c, int d) {
        return isExact() ? 0 : values[entry(k, a, b) * entries(k) + entry(k, c, d)];
    }

    EntryCovariance plus(EntryCovariance other) {
        if (isExact() || other.isExact()) {
            return isExact() ? other : this;
        }
        double[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.values[i];
        }
        return new EntryCovariance(k, sum);
    }

    EntryCovariance times(double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor * factor;
        }
        return new EntryCovariance(k, scaled);
    }

    /**
     * Return the covariance of \(KIK^T\) for a constant K {@code [k'][k]}: \((KIK^T)_{ab} = \sum_{c\le d} T_{(ab)(cd)}
     * I_{cd}\) with \(T_{(ab)(cd)} = K_{ac}K_{bd} + K_{ad}K_{bc}\), half of it for c = d.
     */
    EntryCovariance congruence(DMatrixRMaj map) {
        int rows = map.numRows;
        if (isExact()) {
            return exact(rows);
        }
        DMatrixRMaj t = new DMatrixRMaj(entries(rows), entries(k));
        for (int a = 0; a < rows; a++) {
            for (int b = a; b < rows; b++) {
                for (int c = 0; c < k; c++) {
                    for (int d = c; d < k; d++) {
                        double twice = map.get(a, c) * map.get(b, d) + map.get(a, d) * map.get(b, c);
                        t.set(entry(rows, a, b), entry(k, c, d), c == d ? twice / 2 : twice);
                    }
                }
            }
        }
        return new EntryCovariance(rows, sandwich(t, values).data);
    }

    /** Return \(TCT^T\), {@code [r][r]}, for T {@code [r][m]} and C {@code [m*m]}. */
    static DMatrixRMaj sandwich(DMatrixRMaj t, double[] covariance) {
        DMatrixRMaj c = DMatrixRMaj.wrap(t.numCols, t.numCols, covariance);
        DMatrixRMaj half = CommonOps_DDRM.mult(t, c, null);
        return CommonOps_DDRM.multTransB(half, t, null);
    }
}
