package hep.aurum.nn;

/** Run the element-wise loops of a tile; the compiler turns each into vector instructions by itself. */
final class Rows {

    private Rows() {}

    /** Compute {@code adjoint = w * first} and {@code second *= w} in one row. */
    static void splitRow(float[] w, int from, float[] adjoint, float[] first, float[] second, int at, int length) {
        for (int i = 0; i < length; i++) {
            float y = w[from + i];
            second[at + i] *= y;
            adjoint[at + i] = y * first[at + i];
        }
    }

    /** Compute {@code second *= x} and then {@code x *= first}. */
    static void split(float[] x, float[] first, float[] second, int length) {
        for (int i = 0; i < length; i++) {
            float y = x[i];
            second[i] *= y;
            x[i] = y * first[i];
        }
    }

    /** Compute {@code z += x * y}. */
    static void multiplyAdd(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = Math.fma(x[i], y[i], z[i]);
        }
    }

    /** Compute {@code z = x * y}. */
    static void multiply(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = x[i] * y[i];
        }
    }
}
