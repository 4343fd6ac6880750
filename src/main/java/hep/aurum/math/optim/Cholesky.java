package hep.aurum.math.optim;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Factor symmetric positive definite matrices, \( D A D = U^T U \) with \( D = \mathrm{diag}(A)^{-1/2} \), and solve
 * with the factor.
 *
 * <p>The scaling makes the factor, and the test for positive definiteness, independent of the variables' units. The
 * object is a reusable work space: no call but {@link #of} allocates. Rows are updated along contiguous memory, entry by
 * entry, so the result does not depend on the width of the vector unit.
 */
public final class Cholesky {

    /** Smallest pivot of the scaled matrix that still counts as positive. */
    private static final double MINIMAL_PIVOT = 1e-13;

    private final double[] u;
    private final double[] scale;
    private int size;
    private int failedPivot = -1;

    private Cholesky(int capacity) {
        this.u = new double[capacity * capacity];
        this.scale = new double[capacity];
    }

    /** Return a work space for matrices of up to {@code capacity} rows. */
    public static Cholesky of(int capacity) {
        return new Cholesky(capacity);
    }

    /**
     * Return the memory to fill with the matrix before {@link #factor}: row-major with as many columns as the matrix has
     * rows. Only the upper triangle is read.
     */
    public double[] matrix() {
        return u;
    }

    /**
     * Factor the matrix in {@link #matrix()}.
     *
     * @param rows number of rows and columns
     * @param ridge added to the diagonal after scaling; 0 for the matrix itself
     * @return whether the matrix is positive definite; if not, {@link #failedPivot()} says where
     */
    public boolean factor(int rows, double ridge) {
        Check.argument(rows <= scale.length, "the matrix has %d rows, the work space holds %d", rows, scale.length);
        size = rows;
        failedPivot = -1;
        if (!scaleToUnitDiagonal(ridge)) {
            return false;
        }
        for (int k = 0; k < rows; k++) {
            int rowK = k * rows;
            double pivot = u[rowK + k];
            if (!(pivot > MINIMAL_PIVOT)) {
                failedPivot = k;
                return false;
            }
            eliminate(k, rowK, Math.sqrt(pivot));
        }
        return true;
    }

    private boolean scaleToUnitDiagonal(double ridge) {
        for (int i = 0; i < size; i++) {
            double diagonal = u[i * size + i];
            if (!(diagonal > 0.0) || !Double.isFinite(diagonal)) {
                failedPivot = i;
                return false;
            }
            scale[i] = 1.0 / Math.sqrt(diagonal);
        }
        for (int i = 0; i < size; i++) {
            int row = i * size;
            for (int j = i + 1; j < size; j++) {
                u[row + j] *= scale[i] * scale[j];
            }
            u[row + i] = 1.0 + ridge;
        }
        return true;
    }

    private void eliminate(int k, int rowK, double root) {
        double inverse = 1.0 / root;
        u[rowK + k] = root;
        for (int j = k + 1; j < size; j++) {
            u[rowK + j] *= inverse;
        }
        for (int i = k + 1; i < size; i++) {
            double c = u[rowK + i];
            if (c != 0.0) {
                int rowI = i * size;
                for (int j = i; j < size; j++) {
                    u[rowI + j] -= c * u[rowK + j];
                }
            }
        }
    }

    /** Return the row at which the last factorisation failed, or -1. */
    public int failedPivot() {
        return failedPivot;
    }

    /**
     * Solve \( A x = b \) in place with the last factor.
     *
     * @param b right-hand side in, solution out; the first {@code rows} entries are used
     */
    public void solve(double[] b) {
        for (int i = 0; i < size; i++) {
            b[i] *= scale[i];
        }
        for (int k = 0; k < size; k++) {
            int row = k * size;
            double y = b[k] / u[row + k];
            b[k] = y;
            for (int j = k + 1; j < size; j++) {
                b[j] -= y * u[row + j];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            int row = k * size;
            double sum = b[k];
            for (int j = k + 1; j < size; j++) {
                sum -= u[row + j] * b[j];
            }
            b[k] = sum / u[row + k];
        }
        for (int i = 0; i < size; i++) {
            b[i] *= scale[i];
        }
    }

    /**
     * Write the inverse of the last factored matrix.
     *
     * @param out overwritten, {@code [rows*rows]}, both triangles
     */
    public void inverse(double[] out) {
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(column, 0.0);
            column[j] = 1.0;
            solve(column);
            for (int i = 0; i < size; i++) {
                out[i * size + j] = column[i];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (out[i * size + j] + out[j * size + i]);
                out[i * size + j] = mean;
                out[j * size + i] = mean;
            }
        }
    }
}
