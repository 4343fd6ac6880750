package hep.aurum.math.optim;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.Optional;

/**
 * Factor symmetric positive definite matrices, \( D A D = U^T U \) with \( D = \mathrm{diag}(A)^{-1/2} \), and solve
 * with the factor.
 *
 * <p>The scaling makes the factor, and the test for positive definiteness, independent of the variables' units. The
 * object is a reusable work space: no call but {@link #of} allocates. Rows are updated along contiguous memory, entry by
 * entry, so the result does not depend on the width of the vector unit.
 *
 * <p>Zeros of the factor are skipped. Variables that are coupled to few others should therefore come first: where p of them
 * are not coupled among each other, what remains is the Schur complement of their diagonal block, and the cost falls from
 * \( n^3/6 \) to \( p\,(n-p)^2/2 + (n-p)^3/6 \).
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718881">Davis: Direct Methods for Sparse Linear Systems (2006), sections 4
 *     and 7</a>
 */
public final class Cholesky {

    /** Smallest pivot of the scaled matrix that still counts as positive. */
    private static final double MINIMAL_PIVOT = 1e-13;

    private final double[] u;
    private final double[] scale;
    private final double[] work;
    private final int[] used;
    private int size;
    private int failedPivot = -1;

    private Cholesky(int capacity) {
        this.u = new double[capacity * capacity];
        this.scale = new double[capacity];
        this.work = new double[capacity];
        this.used = new int[capacity];
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
        for (int i = 0; i < rows; i++) {
            if (!eliminate(i)) {
                failedPivot = i;
                return false;
            }
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

    /** Take from a row what the rows above contribute, and divide it by the root of its pivot. */
    private boolean eliminate(int i) {
        int row = i * size;
        subtractMultiples(u, row, i, size, u, i, size, countAbove(i));
        double pivot = u[row + i];
        if (!(pivot > MINIMAL_PIVOT)) {
            return false;
        }
        double root = Math.sqrt(pivot);
        double inverse = 1.0 / root;
        u[row + i] = root;
        for (int j = i + 1; j < size; j++) {
            u[row + j] *= inverse;
        }
        return true;
    }

    /** List the rows above whose entry in a column is not zero. */
    private int countAbove(int column) {
        int count = 0;
        for (int k = 0; k < column; k++) {
            used[count] = k;
            count += u[k * size + column] != 0.0 ? 1 : 0;
        }
        return count;
    }

    /**
     * Subtract multiples of the listed rows of a matrix from {@code out[at + begin]} up to {@code out[at + end - 1]}, four
     * rows at a time so that the result is loaded and stored a quarter as often. The multiple of row k is {@code
     * u[k * stride + offset]}.
     */
    private void subtractMultiples(
            double[] out, int at, int begin, int end, double[] rows, int offset, int stride, int count) {
        int a = 0;
        for (; a + 4 <= count; a += 4) {
            int r0 = used[a] * size;
            int r1 = used[a + 1] * size;
            int r2 = used[a + 2] * size;
            int r3 = used[a + 3] * size;
            double c0 = u[used[a] * stride + offset];
            double c1 = u[used[a + 1] * stride + offset];
            double c2 = u[used[a + 2] * stride + offset];
            double c3 = u[used[a + 3] * stride + offset];
            for (int j = begin; j < end; j++) {
                out[at + j] -= c0 * rows[r0 + j] + c1 * rows[r1 + j] + c2 * rows[r2 + j] + c3 * rows[r3 + j];
            }
        }
        for (; a < count; a++) {
            int r = used[a] * size;
            double c = u[used[a] * stride + offset];
            for (int j = begin; j < end; j++) {
                out[at + j] -= c * rows[r + j];
            }
        }
    }

    /**
     * Return the inverse of a symmetric matrix, eliminated in an order that uses its zeros.
     *
     * @param matrix {@code [rows*rows]}, both triangles
     * @return the inverse {@code [rows*rows]}, or empty if the matrix is not positive definite
     */
    public static Optional<double[]> inverse(double[] matrix, int rows) {
        Check.length("matrix", matrix.length, rows * rows);
        int[] order = new int[rows];
        Coupling.order(matrix, order);
        Cholesky cholesky = of(rows);
        for (int a = 0; a < rows; a++) {
            for (int b = a; b < rows; b++) {
                cholesky.u[a * rows + b] = matrix[order[a] * rows + order[b]];
            }
        }
        if (!cholesky.factor(rows, 0.0)) {
            return Optional.empty();
        }
        double[] ordered = new double[rows * rows];
        cholesky.inverse(ordered);
        double[] inverse = new double[rows * rows];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < rows; b++) {
                inverse[order[a] * rows + order[b]] = ordered[a * rows + b];
            }
        }
        return Optional.of(inverse);
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
            b[k] = (b[k] - Dot.of(u, row + k + 1, b, k + 1, size - k - 1)) / u[row + k];
        }
        for (int i = 0; i < size; i++) {
            b[i] *= scale[i];
        }
    }

    /**
     * Write the inverse V of the last factored matrix, from its last row to its first: \( U V = U^{-T} \) gives \( V_{kj} =
     * -u_{kk}^{-1} \sum_{i>k} u_{ki} V_{ij} \) for j &gt; k, and \( V_{kk} = u_{kk}^{-2} - u_{kk}^{-1} \sum_{i>k} u_{ki}
     * V_{ik} \).
     *
     * @param out overwritten, {@code [rows*rows]}, both triangles
     * @see <a href="https://doi.org/10.1145/360680.360704">Erisman, Tinney: On computing certain elements of the inverse of a
     *     sparse matrix (1975)</a>
     */
    public void inverse(double[] out) {
        for (int k = size - 1; k >= 0; k--) {
            int row = k * size;
            double inverse = 1.0 / u[row + k];
            Arrays.fill(work, k + 1, size, 0.0);
            subtractMultiples(work, 0, k + 1, size, out, row, 1, countRight(k));
            for (int j = k + 1; j < size; j++) {
                double value = work[j] * inverse;
                out[row + j] = value;
                out[j * size + k] = value;
            }
            out[row + k] = inverse * (inverse - Dot.of(u, row + k + 1, out, row + k + 1, size - k - 1));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                out[i * size + j] *= scale[i] * scale[j];
            }
        }
    }

    /** List the columns right of the diagonal in which a row is not zero. */
    private int countRight(int row) {
        int count = 0;
        for (int i = row + 1; i < size; i++) {
            used[count] = i;
            count += u[row * size + i] != 0.0 ? 1 : 0;
        }
        return count;
    }
}
