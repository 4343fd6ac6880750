package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hold how the posterior of the parameter that events see best, all others at their true values, closes in on the truth.
 *
 * @param parameter its name
 * @param events n = 1, 2, 4, … up to that of an experiment
 * @param pull mean of (mode − truth)/width at each n
 * @param width mean width at each n, in units of \(1/\sqrt I\)
 * @param trials experiments behind each mean
 */
record ConvergenceCurve(String parameter, double[] events, double[] pull, double[] width, int trials) {

    private static final int REPEATS = 8;
    private static final int GRID = 65;
    private static final double WIDTHS = 8;

    /**
     * Follow the first experiments.
     *
     * @param data experiments of n events, whose truths are the points in turn
     */
    static ConvergenceCurve of(Subject subject, List<double[]> points, List<EventData> data, int n, int threads) {
        double[] information = Twins.information(subject);
        int best = IntStream.range(0, information.length)
                .reduce(0, (a, b) -> seen(subject, information, b) > seen(subject, information, a) ? b : a);
        double unit = 1 / Math.sqrt(Math.max(1e-300, information[best]));
        double[] events = events(n);
        int trials = Math.min(data.size(), REPEATS * points.size());
        double[][] pulls = new double[trials][events.length];
        double[][] widths = new double[trials][events.length];
        Family.run(trials, threads, i -> {
            for (int e = 0; e < events.length; e++) {
                EventData some = first(data.get(i), (int) events[e]);
                Shape shape = Shape.of(subject, some, points.get(i % points.size()), best, unit);
                pulls[i][e] = shape.pull();
                widths[i][e] = shape.width() / unit;
            }
        });
        return new ConvergenceCurve(subject.prior().get(best).name(), events, means(pulls), means(widths), trials);
    }

    private static double seen(Subject subject, double[] information, int a) {
        double range = subject.prior().get(a).max() - subject.prior().get(a).min();
        return information[a] * range * range;
    }

    private static double[] events(int n) {
        return IntStream.concat(IntStream.iterate(1, i -> i < n, i -> 2 * i), IntStream.of(n))
                .asDoubleStream()
                .toArray();
    }

    private static EventData first(EventData data, int n) {
        int size = data.weights().length;
        int count = Math.min(n, size);
        return new EventData(
                Arrays.copyOf(data.events(), data.events().length / size * count),
                Arrays.copyOf(data.weights(), count));
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        Arrays.setAll(means, e -> Arrays.stream(rows)
                .mapToDouble(row -> row[e])
                .average()
                .orElse(Double.NaN));
        return means;
    }

    /** The posterior along one line: how far its mode is from the truth, and its width. */
    private record Shape(double distance, double width) {

        static Shape of(Subject subject, EventData data, double[] truth, int parameter, double unit) {
            double reach = WIDTHS * unit / Math.sqrt(data.weights().length);
            double low = Math.max(subject.prior().get(parameter).min(), truth[parameter] - reach);
            double high = Math.min(subject.prior().get(parameter).max(), truth[parameter] + reach);
            double step = (high - low) / (GRID - 1);
            double[] thetas = new double[GRID * truth.length];
            for (int j = 0; j < GRID; j++) {
                System.arraycopy(truth, 0, thetas, j * truth.length, truth.length);
                thetas[j * truth.length + parameter] = low + j * step;
            }
            double[] logs = TruthRanks.logLikelihoods(subject.ratio(), data, thetas);
            double mode = low + step * mode(logs);
            return new Shape(mode - truth[parameter], step * deviation(logs));
        }

        double pull() {
            return distance / width;
        }

        /** Return the top of the parabola through the largest value and its neighbours. */
        private static double mode(double[] logs) {
            int top = IntStream.range(0, GRID).reduce(0, (a, b) -> logs[b] > logs[a] ? b : a);
            if (top == 0 || top == GRID - 1) {
                return top;
            }
            double curvature = logs[top - 1] - 2 * logs[top] + logs[top + 1];
            return curvature < 0 ? top + 0.5 * (logs[top - 1] - logs[top + 1]) / curvature : top;
        }

        private static double deviation(double[] logs) {
            double largest = Arrays.stream(logs).max().orElseThrow();
            double total = 0;
            double sum = 0;
            double squares = 0;
            for (int j = 0; j < GRID; j++) {
                double weight = StrictMath.exp(logs[j] - largest);
                total += weight;
                sum += weight * j;
                squares += weight * j * j;
            }
            double mean = sum / total;
            // A posterior within one step of the grid is at least as wide as an even law on it.
            return Math.sqrt(Math.max(1.0 / 12, squares / total - mean * mean));
        }
    }

    /** Return the exponent of the width's fall over the last two doublings of events: −½ if all is well. */
    double power() {
        int last = events.length - 1;
        int middle = Math.max(0, last - 2);
        return StrictMath.log(width[last] / width[middle]) / StrictMath.log(events[last] / events[middle]);
    }

    /** Return the mean pull of the mode over n. */
    Evidence pulls() {
        return Evidence.of(Evidence.Kind.PULLS, parameter, events, pull, trials);
    }

    /** Return what was predicted for the width, \(1/\sqrt n\), and what was found. */
    Evidence widths() {
        double[] predicted = Arrays.stream(events).map(n -> 1 / Math.sqrt(n)).toArray();
        return Evidence.of(Evidence.Kind.CURVE, "width of " + parameter, predicted, width, trials);
    }
}
