package hep.aurum.estimator.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Remember what was computed at the last few points θ, so that events one after another at the same ones are cheap.
 *
 * <p>Safe for any number of threads: two that miss at once both compute, to the same result.
 *
 * @param <T> immutable
 */
final class RecentPoints<T> {

    private static final int KEPT = 8;

    private final Function<double[], T> compute;
    private volatile List<Entry<T>> entries = List.of();

    /** Remember the values of a function of θ. */
    RecentPoints(Function<double[], T> compute) {
        this.compute = compute;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Entry<T>(double[] theta, T value) {}

    /** Return the value at a point. */
    T at(double[] theta) {
        List<Entry<T>> known = entries;
        for (int i = 0; i < known.size(); i++) {
            if (Arrays.equals(known.get(i).theta(), theta)) {
                return known.get(i).value();
            }
        }
        double[] own = theta.clone();
        T value = compute.apply(own);
        List<Entry<T>> next = new ArrayList<>();
        next.add(new Entry<>(own, value));
        next.addAll(known.subList(0, Math.min(known.size(), KEPT - 1)));
        entries = List.copyOf(next);
        return value;
    }
}
