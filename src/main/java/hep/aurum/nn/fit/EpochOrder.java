package hep.aurum.nn.fit;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Deal out examples in a random order, anew in every epoch.
 *
 * <p>Up to a million examples are shuffled as a whole. More are shuffled in two steps, so that examples that lie on a disk are
 * read in runs and memory does not grow with their number: blocks of 4096 consecutive examples are taken in random order, 256
 * at a time, and the examples of these are shuffled. The order depends on the number of examples and the streams alone, not on
 * where they lie.
 */
final class EpochOrder {

    private static final int BLOCK = 1 << 12;
    private static final int BLOCKS = 1 << 8;

    private final int size;
    private final int block;
    private final int[] blocks;
    private final int[] window;
    private int nextBlock;
    private int filled;
    private int position;

    EpochOrder(int size) {
        this.size = size;
        this.block = size <= BLOCK * BLOCKS ? size : BLOCK;
        this.blocks = identity((size + block - 1) / block);
        this.window = block == size ? identity(size) : new int[BLOCK * BLOCKS];
    }

    private static int[] identity(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Begin an epoch. */
    void begin(UniformRandomProvider random) {
        position = 0;
        if (block == size) {
            filled = size;
            shuffle(window, size, random);
        } else {
            shuffle(blocks, blocks.length, random);
            nextBlock = 0;
            filled = 0;
        }
    }

    /** Write the next examples of the epoch; the caller asks for no more than there are. */
    void next(int[] batch, UniformRandomProvider random) {
        for (int i = 0; i < batch.length; i++) {
            if (position == filled) {
                refill(random);
            }
            batch[i] = window[position++];
        }
    }

    private void refill(UniformRandomProvider random) {
        filled = 0;
        position = 0;
        for (int b = 0; b < BLOCKS && nextBlock < blocks.length; b++, nextBlock++) {
            int start = blocks[nextBlock] * BLOCK;
            int end = Math.min(size, start + BLOCK);
            for (int i = start; i < end; i++) {
                window[filled++] = i;
            }
        }
        shuffle(window, filled, random);
    }

    private static void shuffle(int[] order, int length, UniformRandomProvider random) {
        for (int i = length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
    }
}
