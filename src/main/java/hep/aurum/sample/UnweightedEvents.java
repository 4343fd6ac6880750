package hep.aurum.sample;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.math.random.Draws;
import hep.aurum.param.ParameterPoint;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw events from the law at θ out of a weighted sample, with their signs.
 *
 * <p>Row i comes with probability \(|w_i(\theta)|/\sum|w|\), with replacement, and carries the sign of its weight. With the
 * sign s, \(E[s f(x)] = (1 - 2f_-)\,E_\theta[f(x)]\), where \(f_-\) is the share of the negative weights: each draw stands
 * for \(s\sum|w|/n\) pb.
 *
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, section 2.2</a>
 */
public final class UnweightedEvents {

    private final int[] rows;
    private final byte[] signs;
    private final double negativeFraction;
    private final double weightEach;

    private UnweightedEvents(int[] rows, byte[] signs, double negativeFraction, double weightEach) {
        this.rows = rows;
        this.signs = signs;
        this.negativeFraction = negativeFraction;
        this.weightEach = weightEach;
    }

    /**
     * Draw events.
     *
     * @param sample weighted events
     * @param theta the point
     * @param count how many to draw
     * @param random a stream
     * @throws BadModel if every weight vanishes at θ
     */
    public static UnweightedEvents draw(
            EventSample sample, ParameterPoint theta, int count, UniformRandomProvider random) {
        Check.argument(count > 0, "the number of events to draw is %d, expected a positive number", count);
        double[] monomials = sample.basis().values(theta);
        double[] cumulative = new double[sample.size()];
        double sum = 0;
        double negative = 0;
        for (int i = 0; i < cumulative.length; i++) {
            double w = sample.weight(i, monomials);
            sum += Math.abs(w);
            negative += w < 0 ? -w : 0;
            cumulative[i] = sum;
        }
        if (!(sum > 0)) {
            throw new BadModel(
                    "no event has a weight at theta = " + theta, "", "choose a point at which there is a rate");
        }
        int[] rows = new int[count];
        byte[] signs = new byte[count];
        for (int n = 0; n < count; n++) {
            rows[n] = find(cumulative, sum * Draws.open(random));
            signs[n] = (byte) (sample.weight(rows[n], monomials) < 0 ? -1 : 1);
        }
        return new UnweightedEvents(rows, signs, negative / sum, sum / count);
    }

    /** The first row whose cumulated weight exceeds the target, so that a row of weight zero never comes. */
    private static int find(double[] cumulative, double target) {
        int at = Arrays.binarySearch(cumulative, target);
        int row = at >= 0 ? at + 1 : -at - 1;
        while (row < cumulative.length - 1 && cumulative[row] <= target) {
            row++;
        }
        return Math.min(row, cumulative.length - 1);
    }

    /** Return the number of draws. */
    public int size() {
        return rows.length;
    }

    /** Return the row of the sample that a draw is. */
    public int row(int draw) {
        return rows[draw];
    }

    /** Return the rows, one per draw. */
    public int[] rows() {
        return rows.clone();
    }

    /** Return the sign of a draw, 1 or −1. */
    public int sign(int draw) {
        return signs[draw];
    }

    /** Return the share \(f_-\) of negative weights, \(\sum_{w<0}|w|/\sum|w|\). */
    public double negativeFraction() {
        return negativeFraction;
    }

    /** Return what the size of a draw's weight stands for, in pb. */
    public double weightEachPb() {
        return weightEach;
    }
}
