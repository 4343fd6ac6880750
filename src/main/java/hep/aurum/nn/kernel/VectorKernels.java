package hep.aurum.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Multiply with the vector API, block by block.
 *
 * <p>The accumulators of a block of C stay in registers over the whole sum. With 32 registers a block has six rows of four
 * vectors or eight rows of three: 24 chains of fused multiply-adds for eleven loads at most, so that neither the latency of
 * the instruction nor the loads from vectors that straddle cache lines (the data of a Java array begin 16 bytes after a
 * line) hold it up. With 16 registers it has four rows of three. Lanes never meet, so neither the shape of the block nor
 * the register width changes a bit of the result.
 */
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > LANES ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Whether there are 32 registers: AVX-512 and Neon have them, AVX2 has half as many. */
    private static final boolean WIDE = WIDTH != 8;

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
        int n = 0;
        while (n < columns) {
            int left = (columns - n) / WIDTH;
            if (WIDE && left >= 4 && left != 5 && left != 6) {
                columns4(
                        rows, n, inner, a, aOffset, aRow, aColumn, b, bOffset, bRow, s, sOffset, sRow, c, cOffset,
                        cRow);
                n += 4 * WIDTH;
            } else if (left >= 3 && left != 4) {
                columns3(
                        rows, n, inner, a, aOffset, aRow, aColumn, b, bOffset, bRow, s, sOffset, sRow, c, cOffset,
                        cRow);
                n += 3 * WIDTH;
            } else if (left >= 2) {
                columns2(
                        rows, n, inner, a, aOffset, aRow, aColumn, b, bOffset, bRow, s, sOffset, sRow, c, cOffset,
                        cRow);
                n += 2 * WIDTH;
            } else {
                columns1(
                        rows, n, inner, a, aOffset, aRow, aColumn, b, bOffset, bRow, s, sOffset, sRow, c, cOffset,
                        cRow);
                n += WIDTH;
            }
        }
    }

    private static void columns4(
            int rows,
            int n,
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
        int m = 0;
        // Two rows left over would be slow, so the last eight rows or ten are done by fours.
        for (; WIDE && m + 6 <= rows && rows - m != 8; m += 6) {
            micro6x4(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m + 4 <= rows; m += 4) {
            micro4x4(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m < rows; m++) {
            micro1x4(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
    }

    private static void columns3(
            int rows,
            int n,
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
        int m = 0;
        for (; WIDE && m + 8 <= rows; m += 8) {
            micro8x3(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m + 4 <= rows; m += 4) {
            micro4x3(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m < rows; m++) {
            micro1x3(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
    }

    private static void columns2(
            int rows,
            int n,
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
        int m = 0;
        for (; WIDE && m + 8 <= rows; m += 8) {
            micro8x2(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m + 4 <= rows; m += 4) {
            micro4x2(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m < rows; m++) {
            micro1x2(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
    }

    private static void columns1(
            int rows,
            int n,
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
        int m = 0;
        for (; WIDE && m + 8 <= rows; m += 8) {
            micro8x1(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m + 4 <= rows; m += 4) {
            micro4x1(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
        for (; m < rows; m++) {
            micro1x1(
                    inner,
                    a,
                    aOffset + m * aRow,
                    aRow,
                    aColumn,
                    b,
                    bOffset + n,
                    bRow,
                    s,
                    sOffset + m * sRow + n,
                    sRow,
                    c,
                    cOffset + m * cRow + n,
                    cRow);
        }
    }

    private static void micro6x4(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        int i4 = i3 + sRow;
        int i5 = i4 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(SPECIES, s, i0 + 3 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, s, i1 + 2 * WIDTH);
        FloatVector s13 = FloatVector.fromArray(SPECIES, s, i1 + 3 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, s, i2 + 2 * WIDTH);
        FloatVector s23 = FloatVector.fromArray(SPECIES, s, i2 + 3 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, s, i3 + 2 * WIDTH);
        FloatVector s33 = FloatVector.fromArray(SPECIES, s, i3 + 3 * WIDTH);
        FloatVector s40 = FloatVector.fromArray(SPECIES, s, i4);
        FloatVector s41 = FloatVector.fromArray(SPECIES, s, i4 + WIDTH);
        FloatVector s42 = FloatVector.fromArray(SPECIES, s, i4 + 2 * WIDTH);
        FloatVector s43 = FloatVector.fromArray(SPECIES, s, i4 + 3 * WIDTH);
        FloatVector s50 = FloatVector.fromArray(SPECIES, s, i5);
        FloatVector s51 = FloatVector.fromArray(SPECIES, s, i5 + WIDTH);
        FloatVector s52 = FloatVector.fromArray(SPECIES, s, i5 + 2 * WIDTH);
        FloatVector s53 = FloatVector.fromArray(SPECIES, s, i5 + 3 * WIDTH);
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
            FloatVector y4 = FloatVector.broadcast(SPECIES, a[a4 + ak]);
            s40 = y4.fma(x0, s40);
            s41 = y4.fma(x1, s41);
            s42 = y4.fma(x2, s42);
            s43 = y4.fma(x3, s43);
            FloatVector y5 = FloatVector.broadcast(SPECIES, a[a5 + ak]);
            s50 = y5.fma(x0, s50);
            s51 = y5.fma(x1, s51);
            s52 = y5.fma(x2, s52);
            s53 = y5.fma(x3, s53);
        }
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
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
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + WIDTH);
        s42.intoArray(c, c4 + 2 * WIDTH);
        s43.intoArray(c, c4 + 3 * WIDTH);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + WIDTH);
        s52.intoArray(c, c5 + 2 * WIDTH);
        s53.intoArray(c, c5 + 3 * WIDTH);
    }

    private static void micro4x4(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(SPECIES, s, i0 + 3 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, s, i1 + 2 * WIDTH);
        FloatVector s13 = FloatVector.fromArray(SPECIES, s, i1 + 3 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, s, i2 + 2 * WIDTH);
        FloatVector s23 = FloatVector.fromArray(SPECIES, s, i2 + 3 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, s, i3 + 2 * WIDTH);
        FloatVector s33 = FloatVector.fromArray(SPECIES, s, i3 + 3 * WIDTH);
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
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
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

    private static void micro1x4(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(SPECIES, s, i0 + 3 * WIDTH);
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
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s02.intoArray(c, c0 + 2 * WIDTH);
        s03.intoArray(c, c0 + 3 * WIDTH);
    }

    private static void micro8x3(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int a6 = a5 + aRow;
        int a7 = a6 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        int i4 = i3 + sRow;
        int i5 = i4 + sRow;
        int i6 = i5 + sRow;
        int i7 = i6 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, s, i1 + 2 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, s, i2 + 2 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, s, i3 + 2 * WIDTH);
        FloatVector s40 = FloatVector.fromArray(SPECIES, s, i4);
        FloatVector s41 = FloatVector.fromArray(SPECIES, s, i4 + WIDTH);
        FloatVector s42 = FloatVector.fromArray(SPECIES, s, i4 + 2 * WIDTH);
        FloatVector s50 = FloatVector.fromArray(SPECIES, s, i5);
        FloatVector s51 = FloatVector.fromArray(SPECIES, s, i5 + WIDTH);
        FloatVector s52 = FloatVector.fromArray(SPECIES, s, i5 + 2 * WIDTH);
        FloatVector s60 = FloatVector.fromArray(SPECIES, s, i6);
        FloatVector s61 = FloatVector.fromArray(SPECIES, s, i6 + WIDTH);
        FloatVector s62 = FloatVector.fromArray(SPECIES, s, i6 + 2 * WIDTH);
        FloatVector s70 = FloatVector.fromArray(SPECIES, s, i7);
        FloatVector s71 = FloatVector.fromArray(SPECIES, s, i7 + WIDTH);
        FloatVector s72 = FloatVector.fromArray(SPECIES, s, i7 + 2 * WIDTH);
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
            FloatVector y4 = FloatVector.broadcast(SPECIES, a[a4 + ak]);
            s40 = y4.fma(x0, s40);
            s41 = y4.fma(x1, s41);
            s42 = y4.fma(x2, s42);
            FloatVector y5 = FloatVector.broadcast(SPECIES, a[a5 + ak]);
            s50 = y5.fma(x0, s50);
            s51 = y5.fma(x1, s51);
            s52 = y5.fma(x2, s52);
            FloatVector y6 = FloatVector.broadcast(SPECIES, a[a6 + ak]);
            s60 = y6.fma(x0, s60);
            s61 = y6.fma(x1, s61);
            s62 = y6.fma(x2, s62);
            FloatVector y7 = FloatVector.broadcast(SPECIES, a[a7 + ak]);
            s70 = y7.fma(x0, s70);
            s71 = y7.fma(x1, s71);
            s72 = y7.fma(x2, s72);
        }
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        int c6 = c5 + cRow;
        int c7 = c6 + cRow;
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
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + WIDTH);
        s42.intoArray(c, c4 + 2 * WIDTH);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + WIDTH);
        s52.intoArray(c, c5 + 2 * WIDTH);
        s60.intoArray(c, c6);
        s61.intoArray(c, c6 + WIDTH);
        s62.intoArray(c, c6 + 2 * WIDTH);
        s70.intoArray(c, c7);
        s71.intoArray(c, c7 + WIDTH);
        s72.intoArray(c, c7 + 2 * WIDTH);
    }

    private static void micro4x3(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s12 = FloatVector.fromArray(SPECIES, s, i1 + 2 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s22 = FloatVector.fromArray(SPECIES, s, i2 + 2 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        FloatVector s32 = FloatVector.fromArray(SPECIES, s, i3 + 2 * WIDTH);
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
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
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

    private static void micro1x3(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s02 = FloatVector.fromArray(SPECIES, s, i0 + 2 * WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector x2 = FloatVector.fromArray(SPECIES, b, bk + 2 * WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
            s02 = y0.fma(x2, s02);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s02.intoArray(c, c0 + 2 * WIDTH);
    }

    private static void micro8x2(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int a6 = a5 + aRow;
        int a7 = a6 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        int i4 = i3 + sRow;
        int i5 = i4 + sRow;
        int i6 = i5 + sRow;
        int i7 = i6 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        FloatVector s40 = FloatVector.fromArray(SPECIES, s, i4);
        FloatVector s41 = FloatVector.fromArray(SPECIES, s, i4 + WIDTH);
        FloatVector s50 = FloatVector.fromArray(SPECIES, s, i5);
        FloatVector s51 = FloatVector.fromArray(SPECIES, s, i5 + WIDTH);
        FloatVector s60 = FloatVector.fromArray(SPECIES, s, i6);
        FloatVector s61 = FloatVector.fromArray(SPECIES, s, i6 + WIDTH);
        FloatVector s70 = FloatVector.fromArray(SPECIES, s, i7);
        FloatVector s71 = FloatVector.fromArray(SPECIES, s, i7 + WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
            FloatVector y1 = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = y1.fma(x0, s10);
            s11 = y1.fma(x1, s11);
            FloatVector y2 = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = y2.fma(x0, s20);
            s21 = y2.fma(x1, s21);
            FloatVector y3 = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = y3.fma(x0, s30);
            s31 = y3.fma(x1, s31);
            FloatVector y4 = FloatVector.broadcast(SPECIES, a[a4 + ak]);
            s40 = y4.fma(x0, s40);
            s41 = y4.fma(x1, s41);
            FloatVector y5 = FloatVector.broadcast(SPECIES, a[a5 + ak]);
            s50 = y5.fma(x0, s50);
            s51 = y5.fma(x1, s51);
            FloatVector y6 = FloatVector.broadcast(SPECIES, a[a6 + ak]);
            s60 = y6.fma(x0, s60);
            s61 = y6.fma(x1, s61);
            FloatVector y7 = FloatVector.broadcast(SPECIES, a[a7 + ak]);
            s70 = y7.fma(x0, s70);
            s71 = y7.fma(x1, s71);
        }
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        int c6 = c5 + cRow;
        int c7 = c6 + cRow;
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + WIDTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + WIDTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + WIDTH);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + WIDTH);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + WIDTH);
        s60.intoArray(c, c6);
        s61.intoArray(c, c6 + WIDTH);
        s70.intoArray(c, c7);
        s71.intoArray(c, c7 + WIDTH);
    }

    private static void micro4x2(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, s, i1 + WIDTH);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, s, i2 + WIDTH);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, s, i3 + WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
            FloatVector y1 = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = y1.fma(x0, s10);
            s11 = y1.fma(x1, s11);
            FloatVector y2 = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = y2.fma(x0, s20);
            s21 = y2.fma(x1, s21);
            FloatVector y3 = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = y3.fma(x0, s30);
            s31 = y3.fma(x1, s31);
        }
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + WIDTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + WIDTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + WIDTH);
    }

    private static void micro1x2(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, s, i0 + WIDTH);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, bk + WIDTH);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
            s01 = y0.fma(x1, s01);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + WIDTH);
    }

    private static void micro8x1(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int a5 = a4 + aRow;
        int a6 = a5 + aRow;
        int a7 = a6 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        int i4 = i3 + sRow;
        int i5 = i4 + sRow;
        int i6 = i5 + sRow;
        int i7 = i6 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
        FloatVector s40 = FloatVector.fromArray(SPECIES, s, i4);
        FloatVector s50 = FloatVector.fromArray(SPECIES, s, i5);
        FloatVector s60 = FloatVector.fromArray(SPECIES, s, i6);
        FloatVector s70 = FloatVector.fromArray(SPECIES, s, i7);
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
            FloatVector y4 = FloatVector.broadcast(SPECIES, a[a4 + ak]);
            s40 = y4.fma(x0, s40);
            FloatVector y5 = FloatVector.broadcast(SPECIES, a[a5 + ak]);
            s50 = y5.fma(x0, s50);
            FloatVector y6 = FloatVector.broadcast(SPECIES, a[a6 + ak]);
            s60 = y6.fma(x0, s60);
            FloatVector y7 = FloatVector.broadcast(SPECIES, a[a7 + ak]);
            s70 = y7.fma(x0, s70);
        }
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        int c6 = c5 + cRow;
        int c7 = c6 + cRow;
        s00.intoArray(c, c0);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
        s40.intoArray(c, c4);
        s50.intoArray(c, c5);
        s60.intoArray(c, c6);
        s70.intoArray(c, c7);
    }

    private static void micro4x1(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int i1 = i0 + sRow;
        int i2 = i1 + sRow;
        int i3 = i2 + sRow;
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        FloatVector s10 = FloatVector.fromArray(SPECIES, s, i1);
        FloatVector s20 = FloatVector.fromArray(SPECIES, s, i2);
        FloatVector s30 = FloatVector.fromArray(SPECIES, s, i3);
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
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        s00.intoArray(c, c0);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
    }

    private static void micro1x1(
            int inner,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] s,
            int i0,
            int sRow,
            float[] c,
            int c0,
            int cRow) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, s, i0);
        for (int k = 0, ak = 0, bk = b0; k < inner; k++, ak += aColumn, bk += bRow) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, bk);
            FloatVector y0 = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = y0.fma(x0, s00);
        }
        s00.intoArray(c, c0);
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
