package hep.aurum.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compare the vector kernels with plain loops bit by bit, over every shape of block. */
class KernelsTest {

    private static final int INNER = 9;

    private final UniformRandomProvider random = RandomStreams.of(3).stream("kernels", 0);

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 80, 96, 112, 128, 144})
    void productsHaveTheBitsOfPlainLoopsForAnyNumberOfRows(int columns) {
        for (int rows = 1; rows <= 25; rows++) {
            float[] plain = multiply(Kernels.plain(), rows, columns, false);
            float[] best = multiply(Kernels.best(), rows, columns, false);

            assertThat(best).as("%d rows", rows).containsExactly(plain);
        }
    }

    @Test
    void transposedFactorsHaveTheBitsOfPlainLoops() {
        assertThat(multiply(Kernels.best(), 22, 112, true)).containsExactly(multiply(Kernels.plain(), 22, 112, true));
    }

    @Test
    void productOfSmallIntegersIsExact() {
        float[] a = {1, 2, 3, 4};
        float[] b = new float[32];
        float[] start = new float[16];
        for (int n = 0; n < 16; n++) {
            b[n] = n;
            b[16 + n] = 10;
            start[n] = 100;
        }
        float[] c = new float[32];

        // C = 100 + A B with A = (1 2; 3 4).
        Kernels.best().multiply(2, 16, 2, a, 0, 2, 1, b, 0, 16, start, 0, 0, c, 0, 16);

        assertThat(c[0]).isEqualTo(120f);
        assertThat(c[15]).isEqualTo(135f);
        assertThat(c[16]).isEqualTo(140f);
        assertThat(c[31]).isEqualTo(185f);
    }

    @Test
    void scalarProductsHaveTheBitsOfPlainLoops() {
        float[] a = uniform(5 * 80);
        float[] b = uniform(64);
        float[] plain = new float[10];
        float[] best = new float[10];

        Kernels.plain().dots(5, 64, a, 80, b, 0, plain, 1, 2);
        Kernels.best().dots(5, 64, a, 80, b, 0, best, 1, 2);

        assertThat(best).containsExactly(plain);
    }

    private float[] multiply(Kernels kernels, int rows, int columns, boolean transposed) {
        UniformRandomProvider same = RandomStreams.of(3).stream("product", rows);
        float[] a = uniform(same, 1 + rows * INNER);
        float[] b = uniform(same, 2 + INNER * columns);
        float[] c = uniform(same, 3 + rows * (columns + 1));
        int aRow = transposed ? 1 : INNER;
        int aColumn = transposed ? rows : 1;
        int cRow = columns + 1;
        kernels.multiply(rows, columns, INNER, a, 1, aRow, aColumn, b, 2, columns, c, 3, cRow, c, 3, cRow);
        return c;
    }

    private float[] uniform(int length) {
        return uniform(random, length);
    }

    private static float[] uniform(UniformRandomProvider random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
