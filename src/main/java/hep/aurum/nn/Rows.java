package hep.aurum.nn;

/** Run the element-wise loops of a tile; the compiler turns each into vector instructions by itself. */
final class Rows {

    private Rows() {}

    /** Compute {@code y += factor * x}. */
    static void addMultiple(float factor, float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = Math.fma(factor, x[xOffset + i], y[yOffset + i]);
        }
    }

    /** Compute {@code y += x}. */
    static void add(float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] += x[xOffset + i];
        }
    }

    /** Compute {@code y = factor * x}. */
    static void scale(float factor, float[] x, int xOffset, float[] y, int yOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] = factor * x[xOffset + i];
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
