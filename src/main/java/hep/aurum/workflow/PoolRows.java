package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.PooledEvents.Pool;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Take some of the events of a pool. */
final class PoolRows {

    private PoolRows() {}

    /**
     * Return one of the two halves of a pool, every other event. Rows that follow each other and agree are of one event.
     *
     * @param half 0 or 1
     */
    static Pool half(Pool pool, int half) {
        int d = pool.events().length / pool.size();
        int[] rows = new int[pool.size()];
        int count = 0;
        int event = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i > 0 && !row(pool.events(), i, d).equals(row(pool.events(), i - 1, d))) {
                event++;
            }
            if (event % 2 == half) {
                rows[count++] = i;
            }
        }
        return of(pool, Arrays.copyOf(rows, count));
    }

    /**
     * Return pools without the events that the data were made of: for each event of the data, one of the pools that agrees with it to
     * the bit is left out.
     */
    static List<Pool> without(List<Pool> pools, EventData data, int d) {
        Map<DoubleBuffer, Integer> seen = new HashMap<>();
        for (int i = 0; i < data.weights().length; i++) {
            if (data.weights()[i] == 1) {
                seen.merge(row(data.events(), i, d), 1, Integer::sum);
            }
        }
        return pools.stream().map(pool -> without(pool, seen, d)).toList();
    }

    private static Pool without(Pool pool, Map<DoubleBuffer, Integer> seen, int d) {
        int[] rows = IntStream.range(0, pool.size())
                .filter(i -> !isTaken(seen, row(pool.events(), i, d)))
                .toArray();
        return rows.length == 0 || rows.length == pool.size() ? pool : of(pool, rows);
    }

    private static boolean isTaken(Map<DoubleBuffer, Integer> seen, DoubleBuffer row) {
        Integer left = seen.computeIfPresent(row, (event, count) -> count - 1);
        return left != null && left >= 0;
    }

    private static DoubleBuffer row(double[] events, int i, int d) {
        return DoubleBuffer.wrap(events, i * d, d);
    }

    private static Pool of(Pool pool, int[] rows) {
        if (rows.length == 0) {
            return pool;
        }
        int d = pool.events().length / pool.size();
        int m = pool.basis().size();
        double[] events = new double[rows.length * d];
        double[] coefficients = new double[rows.length * m];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(pool.events(), rows[i] * d, events, i * d, d);
            System.arraycopy(pool.coefficients(), rows[i] * m, coefficients, i * m, m);
        }
        return new Pool(events, coefficients, pool.basis(), pool.parameters());
    }
}
