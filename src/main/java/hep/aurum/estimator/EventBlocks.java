package hep.aurum.estimator;

import hep.aurum.nn.Workers;

/** Share out a batch of events to threads in blocks of fixed size, so that no result depends on their number. */
final class EventBlocks {

    /** Events that one task of a batch evaluates. */
    private static final int SIZE = 1024;

    /** Below this many evaluations a second thread costs more than it brings. */
    private static final int WORTH_A_THREAD = 4096;

    private EventBlocks() {}

    /** Do the events from one position up to another. */
    @FunctionalInterface
    interface Block {
        void run(int from, int to);
    }

    /**
     * Do n events.
     *
     * @param evaluations how many evaluations they are in all
     */
    static void run(int n, long evaluations, int threads, Block block) {
        int blocks = (n + SIZE - 1) / SIZE;
        int useful = evaluations < WORTH_A_THREAD ? 1 : Math.max(1, Math.min(threads, blocks));
        try (Workers workers = Workers.of(useful)) {
            workers.run(blocks, b -> block.run(b * SIZE, Math.min(n, (b + 1) * SIZE)));
        }
    }
}
