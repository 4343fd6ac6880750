package hep.aurum.nn.kernel;

import java.util.Optional;

/**
 * Compute the matrix products of the learning engine.
 *
 * <p>Every implementation gives the same bits: an element of a product is one chain of fused multiply-adds in ascending
 * order of the summation index, and a scalar product is summed in {@link #LANES} interleaved chains that are then added
 * pairwise, whatever the width of the processor's registers.
 */
public interface Kernels {

    /** The number of virtual lanes; strides and widths of matrices are multiples of it. */
    int LANES = 16;

    /** Row counts of tiles are padded to a multiple of it, so that no product has single rows left over. */
    int ROWS = 4;

    /**
     * Compute a product on top of a start, \(C_{mn} = S_{mn} + \sum_k A_{mk} B_{kn}\).
     *
     * @param rows the number of rows of C; multiples of {@link #ROWS} are fast
     * @param columns the number of columns of C, a multiple of {@link #LANES}
     * @param inner the length of the sums
     * @param a holds A, element (m, k) at {@code aOffset + m * aRow + k * aColumn}, so that a transposed factor costs
     *     nothing
     * @param b holds B by rows, element (k, n) at {@code bOffset + k * bRow + n}
     * @param s holds S by rows, element (m, n) at {@code sOffset + m * sRow + n}; C itself to add to it, or one row with
     *     {@code sRow = 0} that all rows start from
     * @param c is written to by rows, element (m, n) at {@code cOffset + m * cRow + n}
     */
    void multiply(
            int rows,
            int columns,
            int inner,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] s,
            int sOffset,
            int sRow,
            float[] c,
            int cOffset,
            int cRow);

    /**
     * Multiply a matrix by a vector, \(y_m = \sum_i A_{mi} b_i\).
     *
     * @param rows the number of rows of A
     * @param length the length of the sums, a multiple of {@link #LANES}
     * @param a holds A by rows, element (m, i) at {@code m * aRow + i}
     * @param y is written to at {@code yOffset + m * yStep}
     */
    void dots(int rows, int length, float[] a, int aRow, float[] b, int bOffset, float[] y, int yOffset, int yStep);

    /** Return a word for reports: {@code vector} or {@code plain}. */
    String name();

    /** Return the fastest kernels that this virtual machine can run. */
    static Kernels best() {
        return vectorModulePresent() ? new VectorKernels() : new PlainKernels();
    }

    /** Return the kernels in plain loops. */
    static Kernels plain() {
        return new PlainKernels();
    }

    /** Return one sentence for the user when the vector module is absent, else nothing. */
    static Optional<String> warning() {
        return vectorModulePresent()
                ? Optional.empty()
                : Optional.of("the module jdk.incubator.vector is absent, so training is several times slower;"
                        + " start Java with --add-modules jdk.incubator.vector");
    }

    /** Return whether the module {@code jdk.incubator.vector} is there. */
    static boolean vectorModulePresent() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /**
     * Add the lanes of a scalar product pairwise, in the order that every implementation keeps.
     *
     * @param lanes {@code [16]}
     */
    static float sum(float[] lanes) {
        float a = (lanes[0] + lanes[8]) + (lanes[4] + lanes[12]);
        float b = (lanes[1] + lanes[9]) + (lanes[5] + lanes[13]);
        float c = (lanes[2] + lanes[10]) + (lanes[6] + lanes[14]);
        float d = (lanes[3] + lanes[11]) + (lanes[7] + lanes[15]);
        return (a + c) + (b + d);
    }
}
