package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hold the efficiencies of all cuts on a score.
 *
 * <p>The efficiency of a cut is \(\sum_{\text{pass}} w / \sum w\). Negative weights are kept: with them a curve may turn back
 * and leave the unit square a little, as any weighted efficiency may, and its area stays the unbiased estimate
 * \(\sum_{sb} w_s w_b\,[s > b] / (W_s W_b)\), where a tie counts one half.
 *
 * @param name as the legend prints it
 * @param efficiencies background efficiency as abscissa, signal efficiency as ordinate, from the hardest cut to none
 * @param area area under the curve: the probability that a signal event has the higher score
 * @param signed whether there were negative weights
 */
public record RocCurve(String name, Curve efficiencies, double area, boolean signed) {

    /** Points of a curve that are drawn; the area knows all. */
    private static final int DRAWN = 1000;

    /** Require a finite area. */
    public RocCurve {
        Check.finite("the area under the curve of " + name, area);
    }

    /** Take a curve in closed form, from (0, 0) to (1, 1); its area is the sum of trapezoids. */
    public static RocCurve of(String name, Curve efficiencies) {
        double area = 0;
        for (int i = 1; i < efficiencies.size(); i++) {
            area += 0.5 * (efficiencies.y(i) + efficiencies.y(i - 1)) * (efficiencies.x(i) - efficiencies.x(i - 1));
        }
        return new RocCurve(name, efficiencies, area, false);
    }

    /** Compare events of equal weight. */
    public static RocCurve of(String name, double[] signal, double[] background) {
        return of(name, signal, ones(signal.length), background, ones(background.length));
    }

    /**
     * Compare weighted events; a high score means signal.
     *
     * @param signal {@code [n]}, scores
     * @param signalWeight {@code [n]}, with a positive sum
     * @param background {@code [m]}, scores
     * @param backgroundWeight {@code [m]}, with a positive sum
     */
    public static RocCurve of(
            String name, double[] signal, double[] signalWeight, double[] background, double[] backgroundWeight) {
        double[] cuts = cuts(name, signal, background);
        double[] s = sums(name + ", signal", cuts, signal, signalWeight);
        double[] b = sums(name + ", background", cuts, background, backgroundWeight);
        double area = 0;
        double passedSignal = 0;
        double passedBackground = 0;
        double totalSignal = Arrays.stream(s).sum();
        double totalBackground = Arrays.stream(b).sum();
        int every = Math.max(1, cuts.length / DRAWN);
        List<Double> x = new ArrayList<>(List.of(0.0));
        List<Double> y = new ArrayList<>(List.of(0.0));
        for (int i = cuts.length - 1; i >= 0; i--) {
            area += b[i] * (passedSignal + 0.5 * s[i]);
            passedSignal += s[i];
            passedBackground += b[i];
            if (i % every == 0) {
                x.add(passedBackground / totalBackground);
                y.add(passedSignal / totalSignal);
            }
        }
        boolean signed = hasNegative(signalWeight) || hasNegative(backgroundWeight);
        Curve curve = Curve.of(array(x), array(y));
        return new RocCurve(name, curve, area / (totalSignal * totalBackground), signed);
    }

    /** Return all different scores, ascending. */
    private static double[] cuts(String name, double[] signal, double[] background) {
        double[] all = new double[signal.length + background.length];
        for (int i = 0; i < all.length; i++) {
            double score = i < signal.length ? signal[i] : background[i - signal.length];
            // Adding 0 turns −0, which a search tells from 0, into it.
            all[i] = Check.finite("a score of " + name, score) + 0.0;
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] > all[i - 1]) {
                all[kept] = all[i];
                kept++;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** Return the sum of weights at each score. */
    private static double[] sums(String name, double[] cuts, double[] scores, double[] weights) {
        Check.length("weights of " + name, weights.length, scores.length);
        double[] sums = new double[cuts.length];
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            int at = Arrays.binarySearch(cuts, scores[i] + 0.0);
            sums[at] += Check.finite("a weight of " + name, weights[i]);
            total += weights[i];
        }
        Check.argument(total > 0, "the weights of %s sum to %s, expected more than 0", name, total);
        return sums;
    }

    private static boolean hasNegative(double[] weights) {
        return Arrays.stream(weights).anyMatch(w -> w < 0);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
