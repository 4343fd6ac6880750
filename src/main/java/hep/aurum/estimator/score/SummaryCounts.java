package hep.aurum.estimator.score;

import hep.aurum.base.BadModel;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.MinedEvents;
import java.util.Arrays;

/**
 * Count events and their joint ratios at the nodes of a grid, at any θ.
 *
 * <p>\[ D_b = \sum_iu_{ib}, \qquad R_b(\theta) = \sum_iu_{ib}\,r_i(\theta), \qquad \nabla R_b = \sum_iu_{ib}\,r_it_i \]
 *
 * <p>with the shares u of the events, smoothed. Where event weights are polynomials in θ the sums are polynomials as well, and
 * their coefficients are added up once: a point costs as much as the grid has nodes. Otherwise it costs a pass over the events.
 */
final class SummaryCounts {

    private final SummaryGrid grid;
    private final MinedEvents events;
    private final int k;
    private final int[] node;
    private final float[] share;
    private final double[] counts;

    /** Smoothed sums of the polynomials' coefficients by monomial and node; empty where weights are no polynomials. */
    private final double[][] coefficients;

    /**
     * Count events.
     *
     * @param summaries {@code [n*k]} by rows, of the events
     */
    SummaryCounts(SummaryGrid grid, MinedEvents events, double[] summaries) {
        this.grid = grid;
        this.events = events;
        this.k = events.space().size();
        int corners = grid.corners();
        int n = events.size();
        this.node = new int[n * corners];
        this.share = new float[n * corners];
        int[] nodes = new int[corners];
        double[] shares = new double[corners];
        int dimension = summaries.length / Math.max(1, n);
        for (int i = 0; i < n; i++) {
            grid.locate(summaries, i * dimension, nodes, shares);
            for (int c = 0; c < corners; c++) {
                node[i * corners + c] = nodes[c];
                share[i * corners + c] = (float) shares[c];
            }
        }
        this.counts = field((i, target) -> deposit(target, i, 1));
        this.coefficients = events instanceof EventSample sample ? coefficients(sample) : new double[0][];
    }

    /** Deposit something of an event. */
    private interface Deposit {
        void add(int event, double[] field);
    }

    private double[] field(Deposit deposit) {
        double[] field = new double[grid.nodes()];
        for (int i = 0; i < events.size(); i++) {
            deposit.add(i, field);
        }
        grid.smooth(field);
        return field;
    }

    private void deposit(double[] field, int event, double amount) {
        int corners = grid.corners();
        for (int c = event * corners; c < (event + 1) * corners; c++) {
            field[node[c]] += share[c] * amount;
        }
    }

    private double[][] coefficients(EventSample sample) {
        double[][] sums = new double[sample.basis().size()][];
        for (int j = 0; j < sums.length; j++) {
            int monomial = j;
            sums[j] = field((i, target) -> deposit(target, i, sample.coefficient(i, monomial)));
        }
        return sums;
    }

    /** Return \(D_b\) by node; not to be written to. */
    double[] counts() {
        return counts;
    }

    /**
     * Return \(R_b\) by node and after it \(\partial_aR_b\) for each parameter.
     *
     * @param theta {@code [k]}
     * @throws BadModel if there is no density at θ
     */
    double[][] at(double[] theta) {
        return events instanceof EventSample sample ? ofPolynomials(sample, theta) : ofEvents(theta);
    }

    private double[][] ofEvents(double[] theta) {
        double[][] fields = new double[1 + k][grid.nodes()];
        MinedEvents.Labeller labeller = events.labeller();
        double[] gradient = new double[k];
        for (int i = 0; i < events.size(); i++) {
            deposit(fields[0], i, labeller.ratio(i, theta, gradient));
            for (int a = 0; a < k; a++) {
                deposit(fields[1 + a], i, gradient[a]);
            }
        }
        for (double[] field : fields) {
            grid.smooth(field);
        }
        return fields;
    }

    private double[][] ofPolynomials(EventSample sample, double[] theta) {
        double[] monomials = new double[coefficients.length];
        double[] slopes = new double[coefficients.length];
        double[] total = sample.totalCoefficients();
        sample.basis().values(theta, monomials);
        double sigma = dot(total, monomials);
        if (!(sigma > 0)) {
            throw new BadModel(
                    "the cross-section after selection is " + sigma + " pb at " + Arrays.toString(theta),
                    sample.space().names().toString(),
                    "narrow the ranges of the parameters, or add generated events");
        }
        double scale = sample.size() / sigma;
        double[][] fields = new double[1 + k][grid.nodes()];
        add(monomials, scale, fields[0]);
        for (int a = 0; a < k; a++) {
            sample.basis().derivatives(theta, a, slopes);
            add(slopes, scale, fields[1 + a]);
            double relative = dot(total, slopes) / sigma;
            for (int b = 0; b < fields[0].length; b++) {
                fields[1 + a][b] -= relative * fields[0][b];
            }
        }
        return fields;
    }

    private void add(double[] factors, double scale, double[] field) {
        for (int j = 0; j < factors.length; j++) {
            for (int b = 0; b < field.length; b++) {
                field[b] += scale * factors[j] * coefficients[j][b];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
