package hep.aurum.nn.kernel;

import java.util.Arrays;

/** Multiply in plain loops, for virtual machines without the vector module. */
final class PlainKernels implements Kernels {

    @Override
    public void multiply(
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
            int cRow) {
        for (int m = 0; m < rows; m++) {
            int row = cOffset + m * cRow;
            System.arraycopy(s, sOffset + m * sRow, c, row, columns);
            for (int k = 0; k < inner; k++) {
                addRow(columns, a[aOffset + m * aRow + k * aColumn], b, bOffset + k * bRow, c, row);
            }
        }
    }

    private static void addRow(int columns, float factor, float[] b, int bOffset, float[] c, int cOffset) {
        for (int n = 0; n < columns; n++) {
            c[cOffset + n] = Math.fma(factor, b[bOffset + n], c[cOffset + n]);
        }
    }

    @Override
    public void dots(
            int rows, int length, float[] a, int aRow, float[] b, int bOffset, float[] y, int yOffset, int yStep) {
        float[] lanes = Lanes.ofThread();
        for (int m = 0; m < rows; m++) {
            Arrays.fill(lanes, 0);
            for (int i = 0; i < length; i += LANES) {
                addLanes(lanes, a, m * aRow + i, b, bOffset + i);
            }
            y[yOffset + m * yStep] = Kernels.sum(lanes);
        }
    }

    private static void addLanes(float[] lanes, float[] a, int aOffset, float[] b, int bOffset) {
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = Math.fma(a[aOffset + lane], b[bOffset + lane], lanes[lane]);
        }
    }

    @Override
    public String name() {
        return "plain";
    }
}
