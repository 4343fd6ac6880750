package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Accumulate the information of a histogram, in any number of dimensions, from weighted events with known gradients.
 *
 * <p>\[ I = L\sum_b \frac{\nabla\sigma_b\,\nabla\sigma_b^T}{\sigma_b}, \qquad \sigma_b = \sum_{i\in b} w_i. \]
 *
 * <p>It never exceeds {@link EventInformation} of the same events if their weights are positive (by Cauchy's and
 * Schwarz's inequality), and grows as bins are divided. Bins of few simulated events pretend to information that they
 * do not have, since their slopes fluctuate: {@link #bias} estimates by how much. Monte Carlo errors are of first
 * order; where the information is no larger than the bias, both are noise. Bins are a flat list; give under- and
 * overflow bins of their own, since the shape is that of all events that were added.
 *
 * <p>Units, Monte Carlo errors, order and threads: as {@link EventInformation}; memory grows with the number of bins
 * alone. Shapes: {@code k} parameters, {@code n} bins.
 *
 * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn, section II, on histograms</a>
 */
public final class HistogramInformation {

    private final List<String> names;
    private final MomentSums[] bins;
    private final double[] u;

    private HistogramInformation(List<String> names, int bins) {
        this.names = List.copyOf(FisherInformation.checked(names));
        this.u = new double[1 + names.size()];
        this.bins = new MomentSums[bins];
        for (int i = 0; i < bins; i++) {
            this.bins[i] = new MomentSums(u.length);
        }
    }

    /**
     * Return an accumulator without events.
     *
     * @param bins the number n of bins, over- and underflow included
     */
    public static HistogramInformation of(List<String> names, int bins) {
        Check.argument(bins > 0, "%d bins, expected one or more", bins);
        Check.argument(
                names.size() <= EventSums.MAX_PARAMETERS,
                "%d parameters, expected at most %d",
                names.size(),
                EventSums.MAX_PARAMETERS);
        return new HistogramInformation(names, bins);
    }

    /**
     * Add one event.
     *
     * @param bin from 0 to n − 1
     * @param weight \(w_i(\theta)\), of either sign
     * @param gradient \(\nabla w_i(\theta)\), {@code [k]}
     */
    public void add(int bin, double weight, double[] gradient) {
        if (bin < 0 || bin >= bins.length) {
            throw new IllegalArgumentException("bin " + bin + ", expected 0 to " + (bins.length - 1));
        }
        Check.length("gradient", gradient.length, u.length - 1);
        u[0] = weight;
        System.arraycopy(gradient, 0, u, 1, gradient.length);
        bins[bin].add(u);
    }

    /** Add all events of another accumulator of the same parameters and bins. */
    public void addAll(HistogramInformation other) {
        Check.argument(names.equals(other.names), "histograms of %s and of %s", names, other.names);
        Check.length("bins", other.bins.length, bins.length);
        for (int i = 0; i < bins.length; i++) {
            bins[i].addAll(other.bins[i]);
        }
    }

    /**
     * Return the information of rate and shape.
     *
     * @param eventsPerWeight L
     * @throws BadModel if the rate of a bin is negative, or zero with a gradient; the message names the bin
     */
    public FisherInformation full(double eventsPerWeight) {
        return combine(eventsPerWeight, 0);
    }

    /**
     * Return the information of the shape when the number of events says nothing.
     *
     * @param eventsPerWeight L
     * @throws BadModel as {@link #full}
     */
    public FisherInformation shape(double eventsPerWeight) {
        return combine(eventsPerWeight, -eventsPerWeight);
    }

    /** Return {@code full} \(\sum_b g_bg_b^T/\sigma_b\) and {@code rate} \(GG^T/\sigma\) of all bins together. */
    private FisherInformation combine(double full, double rate) {
        int k = names.size();
        int m = EntryCovariance.entries(k);
        MomentSums total = new MomentSums(u.length);
        for (MomentSums bin : bins) {
            total.addAll(bin);
        }
        CompensatedSums entries = new CompensatedSums(m);
        DMatrixRMaj totalSlopes = new DMatrixRMaj(m, u.length);
        addTerm("the whole histogram", total, rate, entries, totalSlopes);
        double[] covariance = new double[m * m];
        for (int i = 0; i < bins.length; i++) {
            DMatrixRMaj slopes = totalSlopes.copy();
            addTerm("bin " + i, bins[i], full, entries, slopes);
            double[] part = EntryCovariance.sandwich(slopes, bins[i].covariance()).data;
            for (int j = 0; j < part.length; j++) {
                covariance[j] += part[j];
            }
        }
        return FisherInformation.of(names, entries.values(), EntryCovariance.of(k, covariance));
    }

    private static void addTerm(
            String what, MomentSums bin, double factor, CompensatedSums entries, DMatrixRMaj slopes) {
        double rate = bin.get(0);
        double[] gradient = gradient(bin);
        PoissonInformation.requireRate(what, rate, gradient);
        double[] terms = new double[entries.size()];
        PoissonInformation.terms(rate, gradient, terms);
        for (int e = 0; e < terms.length; e++) {
            terms[e] *= factor;
        }
        entries.add(terms);
        PoissonInformation.addSlopes(rate, gradient, factor, slopes);
    }

    private static double[] gradient(MomentSums bin) {
        double[] gradient = new double[bin.size() - 1];
        for (int a = 0; a < gradient.length; a++) {
            gradient[a] = bin.get(1 + a);
        }
        return gradient;
    }

    /**
     * Return by how much {@link #full} is too large on average because the number of simulated events is finite,
     *
     * <p>\[ L\sum_b \frac{1}{\sigma_b}\sum_{i\in b} w_i^2\,(t_i - \bar t_b)(t_i - \bar t_b)^T, \qquad \bar t_b =
     * \frac{\nabla\sigma_b}{\sigma_b}, \]
     *
     * <p>the term of second order in the fluctuations, right where bins have many events. {@code
     * full(L).plus(bias(L).times(-1))} is free of it.
     *
     * @param eventsPerWeight L
     * @throws BadModel as {@link #full}
     */
    public FisherInformation bias(double eventsPerWeight) {
        int k = names.size();
        CompensatedSums entries = new CompensatedSums(EntryCovariance.entries(k));
        double[] terms = new double[entries.size()];
        for (int i = 0; i < bins.length; i++) {
            MomentSums bin = bins[i];
            double rate = bin.get(0);
            double[] gradient = gradient(bin);
            PoissonInformation.requireRate("bin " + i, rate, gradient);
            for (int a = 0; a < k && rate > 0; a++) {
                for (int b = a; b < k; b++) {
                    double ta = gradient[a] / rate;
                    double tb = gradient[b] / rate;
                    double spread = bin.covariance(1 + a, 1 + b)
                            - ta * bin.covariance(0, 1 + b)
                            - tb * bin.covariance(0, 1 + a)
                            + ta * tb * bin.covariance(0, 0);
                    terms[EntryCovariance.entry(k, a, b)] = eventsPerWeight * spread / rate;
                }
            }
            if (rate > 0) {
                entries.add(terms);
            }
        }
        return FisherInformation.of(names, entries.values(), EntryCovariance.exact(k));
    }
}
