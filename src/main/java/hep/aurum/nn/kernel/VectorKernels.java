package hep.aurum.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Multiply with the vector API, four rows by up to four vectors at a time.
 *
 * <p>The accumulators of such a block stay in registers over the whole sum: sixteen fused multiply-adds for four loads and
 * four broadcasts. Lanes never meet, so the register width does not change a bit of the result.
 */
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > LANES ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public void addProduct(
            int rows,
            int inner,
            int columns,
            float[] a,
            int aOffset,
            int aRow,
            int aColumn,
            float[] b,
            int bOffset,
            int bRow,
            float[] c,
            int cOffset,
            int cRow) {
        int n = 0;
        for (; n + 4 * WIDTH <= columns; n += 4 * WIDTH) {
            for (int m = 0; m < rows; m += ROWS) {
                micro4(
                        inner,
                        a,
                        aOffset + m * aRow,
                        aRow,
                        aColumn,
                        b,
                        bOffset + n,
                        bRow,
                        c,
                        cOffset + m * cRow + n,
                        cRow);
            }
        }
        if (n + 3 * WIDTH <= columns) {
            for (int m = 0; m < rows; m += ROWS) {
                micro3(
                        inner,
                        a,
                        aOffset + m * aRow,
                        aRow,
                        aColumn,
                        b,
                        bOffset + n,
                        bRow,
                        c,
                        cOffset + m * cRow + n,
                        cRow);
            }
            n += 3 * WIDTH;
        }
        for (; n < columns; n += WIDTH) {
            for (int m = 0; m < rows; m += ROWS) {
                micro1(
                        inner,
                        a,
                        aOffset + m * aRow,
                        aRow,
                        aColumn,
                        b,
                        bOffset + n,
                        bRow,
                        c,
                        cOffset + m * cRow + n,
                        cRow);
            }
        }
    }

    private static void micro4(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a0 + 2 * aRow;
        int a3 = a0 + 3 * aRow;
        int c1 = c0 + cRow;
        int c2 = c0 + 2 * cRow;
        int c3 = c0 + 3 * cRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * WIDTH);
        FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * WIDTH);
        FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * WIDTH);
        FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector x2 = FloatVector.fromArray(SPECIES, b, bk + 2 * WIDTH);
            FloatVector x3 = FloatVector.fromArray(SPECIES, b, bk + 3 * WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
            s02 = y0.fma(x2, s02);
            s03 = y0.fma(x3, s03);
            FloatVector y1 = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = y1.fma(x0, s10);
            s11 = y1.fma(x1, s11);
            s12 = y1.fma(x2, s12);
            s13 = y1.fma(x3, s13);
            FloatVector y2 = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = y2.fma(x0, s20);
            s21 = y2.fma(x1, s21);
            s22 = y2.fma(x2, s22);
            s23 = y2.fma(x3, s23);
            FloatVector y3 = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = y3.fma(x0, s30);
            s31 = y3.fma(x1, s31);
            s32 = y3.fma(x2, s32);
            s33 = y3.fma(x3, s33);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s02.intoArray(c, c0 + 2 * WIDTH);
        s03.intoArray(c, c0 + 3 * WIDTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + WIDTH);
        s12.intoArray(c, c1 + 2 * WIDTH);
        s13.intoArray(c, c1 + 3 * WIDTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + WIDTH);
        s22.intoArray(c, c2 + 2 * WIDTH);
        s23.intoArray(c, c2 + 3 * WIDTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + WIDTH);
        s32.intoArray(c, c3 + 2 * WIDTH);
        s33.intoArray(c, c3 + 3 * WIDTH);
    }

    private static void micro3(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a0 + 2 * aRow;
        int a3 = a0 + 3 * aRow;
        int c1 = c0 + cRow;
        int c2 = c0 + 2 * cRow;
        int c3 = c0 + 3 * cRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector x2 = FloatVector.fromArray(SPECIES, b, bk + 2 * WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
            s02 = y0.fma(x2, s02);
            FloatVector y1 = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = y1.fma(x0, s10);
            s11 = y1.fma(x1, s11);
            s12 = y1.fma(x2, s12);
            FloatVector y2 = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = y2.fma(x0, s20);
            s21 = y2.fma(x1, s21);
            s22 = y2.fma(x2, s22);
            FloatVector y3 = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = y3.fma(x0, s30);
            s31 = y3.fma(x1, s31);
            s32 = y3.fma(x2, s32);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s02.intoArray(c, c0 + 2 * WIDTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + WIDTH);
        s12.intoArray(c, c1 + 2 * WIDTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + WIDTH);
        s22.intoArray(c, c2 + 2 * WIDTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + WIDTH);
        s32.intoArray(c, c3 + 2 * WIDTH);
    }

    private static void micro1(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a0 + 2 * aRow;
        int a3 = a0 + 3 * aRow;
        int c1 = c0 + cRow;
        int c2 = c0 + 2 * cRow;
        int c3 = c0 + 3 * cRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            FloatVector y1 = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = y1.fma(x0, s10);
            FloatVector y2 = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = y2.fma(x0, s20);
            FloatVector y3 = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = y3.fma(x0, s30);
        }
        s00.intoArray(c, c0);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
    }

    @Override
    public void dots(
            int rows, int length, float[] a, int aRow, float[] b, int bOffset, float[] y, int yOffset, int yStep) {
        float[] lanes = Lanes.ofThread();
        for (int m = 0; m < rows; m++) {
            for (int lane = 0; lane < LANES; lane += WIDTH) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int i = lane; i < length; i += LANES) {
                    sum = FloatVector.fromArray(SPECIES, a, m * aRow + i)
                            .fma(FloatVector.fromArray(SPECIES, b, bOffset + i), sum);
                }
                sum.intoArray(lanes, lane);
            }
            y[yOffset + m * yStep] = Kernels.sum(lanes);
        }
    }

    @Override
    public String name() {
        return "vector";
    }
}
