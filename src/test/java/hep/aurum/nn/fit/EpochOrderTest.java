package hep.aurum.nn.fit;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochOrderTest {

    /** What one window holds; one more takes the road of two steps, with a last block of one example. */
    private static final int WINDOW = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000, WINDOW, WINDOW + 1, 2 * WINDOW + 4097})
    void anEpochShowsEveryExampleOnce(int size) {
        EpochOrder order = new EpochOrder(size);

        for (int epoch = 1; epoch <= 2; epoch++) {
            BitSet seen = new BitSet(size);
            for (int example : deal(order, size, epoch)) {
                assertThat(seen.get(example)).isFalse();
                seen.set(example);
            }
            assertThat(seen.cardinality()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, WINDOW + 1})
    void theOrderDependsOnTheStreamAlone(int size) {
        int[] first = deal(new EpochOrder(size), size, 1);

        assertThat(deal(new EpochOrder(size), size, 1)).isEqualTo(first);
        assertThat(deal(new EpochOrder(size), size, 2)).isNotEqualTo(first);
    }

    /** The examples of a window lie in 256 blocks of 4096 and no others: reads from a disk come in runs. */
    @Test
    void aWindowTouchesFewBlocks() {
        int size = 3 * WINDOW;
        int[] order = deal(new EpochOrder(size), size, 1);

        for (int start = 0; start < size; start += WINDOW) {
            BitSet blocks = new BitSet();
            for (int i = start; i < start + WINDOW; i++) {
                blocks.set(order[i] >>> 12);
            }
            assertThat(blocks.cardinality()).isEqualTo(256);
        }
    }

    /** Neighbours in the dealt order are strangers: an order that left runs would have them next to each other. */
    @Test
    void examplesOfAWindowAreShuffled() {
        int size = WINDOW + 4096;
        int[] order = deal(new EpochOrder(size), size, 1);

        long near = 0;
        for (int i = 1; i < WINDOW; i++) {
            near += Math.abs(order[i] - order[i - 1]) < 4096 ? 1 : 0;
        }

        // The chance to lie within 4096 of another of 2^20 is 2^-7: 8192 times, give or take 90. Bounds at ten
        // deviations.
        assertThat(near).isBetween(7300L, 9100L);
    }

    private static int[] deal(EpochOrder order, int size, int epoch) {
        UniformRandomProvider random = RandomStreams.of(4).stream("shuffle", epoch);
        int[] dealt = new int[size];
        order.begin(random);
        order.next(dealt, random);
        return dealt;
    }
}
