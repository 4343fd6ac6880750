package hep.aurum.trust;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Hold the probability that a classifier puts an event of the second sample above one of the first, ties counting half, with the
 * error of DeLong for weighted events.
 *
 * @param value the area under the curve
 * @param contrast its excess over ½, with the error
 * @param falsePositives fraction of the first sample above falling thresholds
 * @param truePositives fraction of the second sample above the same thresholds
 * @see <a href="https://www.jstor.org/stable/2531595">DeLong, DeLong, Clarke-Pearson: Comparing the areas under correlated receiver
 *     operating characteristic curves (1988)</a>
 */
record WeightedAuc(double value, Contrast contrast, double[] falsePositives, double[] truePositives) {

    private static final int CURVE = 50;

    /** What the classifier says of an event. */
    private record Scored(double score, double weight) {}

    /**
     * Compute the area.
     *
     * @param first scores of the first sample, {@code [n]}
     * @param firstWeights their weights
     * @param second scores of the second sample, {@code [m]}
     * @param secondWeights their weights
     */
    static WeightedAuc of(double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
        Scored[] a = sorted(first, firstWeights);
        Scored[] b = sorted(second, secondWeights);
        double[] below = partBelow(b, a);
        double[] above = partBelow(a, b);
        Arrays.setAll(above, i -> 1 - above[i]);
        double[] bWeights = weights(b);
        double value = mean(below, bWeights);
        // Each event's part in the area, about the area itself: the error of a mean of each sample, added in quadrature.
        double[] minus = Arrays.stream(above).map(v -> value - v).toArray();
        double[] plus = Arrays.stream(below).map(v -> v - 0.5).toArray();
        Contrast contrast = Contrast.of(plus, bWeights, minus, weights(a));
        double[] cuts = cuts(b);
        return new WeightedAuc(value, contrast, curve(a, cuts), curve(b, cuts));
    }

    private static Scored[] sorted(double[] scores, double[] weights) {
        Scored[] all = new Scored[scores.length];
        Arrays.setAll(all, i -> new Scored(scores[i], weights[i]));
        Arrays.sort(all, Comparator.comparingDouble(Scored::score));
        return all;
    }

    private static double[] weights(Scored[] events) {
        return Arrays.stream(events).mapToDouble(Scored::weight).toArray();
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** Return, for each event, the weighted part of other events that lies below it, those at the same score counting half. */
    private static double[] partBelow(Scored[] events, Scored[] others) {
        double total = Arrays.stream(others).mapToDouble(Scored::weight).sum();
        double[] parts = new double[events.length];
        double below = 0;
        int next = 0;
        int i = 0;
        while (i < events.length) {
            double score = events[i].score();
            while (next < others.length && others[next].score() < score) {
                below += others[next++].weight();
            }
            double same = 0;
            for (int j = next; j < others.length && others[j].score() == score; j++) {
                same += others[j].weight();
            }
            while (i < events.length && events[i].score() == score) {
                parts[i++] = (below + same / 2) / total;
            }
        }
        return parts;
    }

    /** Return thresholds at equal numbers of events, falling. */
    private static double[] cuts(Scored[] events) {
        double[] cuts = new double[CURVE];
        Arrays.setAll(cuts, i -> events[(int) ((long) (CURVE - 1 - i) * events.length / CURVE)].score());
        return cuts;
    }

    private static double[] curve(Scored[] events, double[] cuts) {
        double total = Arrays.stream(events).mapToDouble(Scored::weight).sum();
        double[] parts = new double[cuts.length + 2];
        double above = 0;
        int left = events.length;
        for (int c = 0; c < cuts.length; c++) {
            while (left > 0 && events[left - 1].score() >= cuts[c]) {
                above += events[--left].weight();
            }
            parts[c + 1] = above / total;
        }
        parts[parts.length - 1] = 1;
        return parts;
    }
}
