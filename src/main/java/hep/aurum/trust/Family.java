package hep.aurum.trust;

import hep.aurum.infer.interval.Box;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.nn.Workers;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Ask at several points, and answer for all of them together. */
final class Family {

    /** Rate of false alarms at which powers are stated: that of one check among ten. */
    static final double ALARM = TrustReport.FALSE_ALARM / 10;

    /** Nine times out of ten, in standard deviations. */
    private static final double NINE_OF_TEN = 1.2815515655446004;

    /** Points keep this part of the range from its ends. */
    private static final double MARGIN = 0.05;

    private Family() {}

    /** Return points that are spread evenly over the ranges, {@code [k]} each; the only one if there are no parameters. */
    static List<double[]> points(ParameterSpace space, int count) {
        int k = space.size();
        if (k == 0) {
            return List.of(new double[0]);
        }
        double[] lower = new double[k];
        double[] upper = new double[k];
        for (int a = 0; a < k; a++) {
            double range = space.get(a).max() - space.get(a).min();
            lower[a] = space.get(a).min() + MARGIN * range;
            upper[a] = space.get(a).max() - MARGIN * range;
        }
        return Box.of(lower, upper).spread(count);
    }

    /** Do numbered tasks on some threads; a task writes to what is its own. */
    static void run(int tasks, int threads, Workers.Task task) {
        try (Workers workers = Workers.of(Math.max(1, Math.min(threads, tasks)))) {
            workers.run(tasks, task);
        }
    }

    /** Return the position of the smallest p-value. */
    static int worst(double[] pValues) {
        return IntStream.range(0, pValues.length).reduce(0, (a, b) -> pValues[b] < pValues[a] ? b : a);
    }

    /** Return the probability of any p-value as small, by Bonferroni's inequality, which asks for no independence. */
    static double pValue(double[] pValues) {
        return Math.min(1, pValues.length * pValues[worst(pValues)]);
    }

    /** Return how many standard errors a fault must have to be found nine times out of ten, asked at some points. */
    static double findable(int comparisons, boolean isTwoSided) {
        return Gaussian.significance(ALARM / comparisons / (isTwoSided ? 2 : 1)) + NINE_OF_TEN;
    }

    /** Name a point, as in {@code at theta = 0.3}; nothing without parameters. */
    static String at(ParameterSpace space, double[] theta) {
        List<String> words = new ArrayList<>();
        for (int a = 0; a < theta.length; a++) {
            words.add(space.get(a).name() + " = " + Words.number(theta[a]));
        }
        return words.isEmpty() ? "" : " at " + String.join(", ", words);
    }
}
