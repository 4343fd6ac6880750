package hep.aurum.likelihood.unbinned;

import hep.aurum.base.Check;
import hep.aurum.math.optim.Differentiable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluate \(-2\ln L(\theta)\) of the extended unbinned likelihood for given events, up to a constant.
 *
 * <p>Holds buffers: one object per thread.
 *
 * @see <a href="https://doi.org/10.1016/0168-9002(90)91334-8">Barlow: Extended maximum likelihood (1990), Eq. (9)</a>
 */
public final class UnbinnedLikelihood implements Differentiable {

    /** Largest table of log ratios that is held at once, in numbers. */
    private static final int MAX_TABLE = 1 << 21;

    private final EventLogRatio ratio;
    private final ExpectedEvents expected;
    private final double @Nullable [] weights;
    private final boolean extended;
    private final double count;
    private final double[] logRatio;
    private final double[] scores;

    private UnbinnedLikelihood(
            EventLogRatio ratio, ExpectedEvents expected, double @Nullable [] weights, boolean extended) {
        this.ratio = ratio;
        this.expected = expected;
        this.weights = weights;
        this.extended = extended;
        this.logRatio = new double[ratio.size()];
        this.scores = new double[ratio.size() * expected.parameters()];
        this.count = weights == null ? ratio.size() : sum(weights);
    }

    /** Return the likelihood of real events, each counting once. */
    public static UnbinnedLikelihood ofEvents(EventLogRatio events, ExpectedEvents expected) {
        return new UnbinnedLikelihood(events, expected, null, true);
    }

    /**
     * Return the expected likelihood under an Asimov sample.
     *
     * @param events representative events
     * @param weights expected count of each, {@code [n]}; may be negative for signed samples
     */
    public static UnbinnedLikelihood ofAsimov(EventLogRatio events, double[] weights, ExpectedEvents expected) {
        Check.length("weights", weights.length, events.size());
        return new UnbinnedLikelihood(events, expected, weights.clone(), true);
    }

    /** Return the same likelihood without the Poisson term: the information in the shape alone. */
    public UnbinnedLikelihood shapeOnly() {
        return new UnbinnedLikelihood(ratio, expected, weights, false);
    }

    /** Return the number of parameters. */
    public int parameters() {
        return expected.parameters();
    }

    /** Return \(-2\ln L(\theta)\) up to a constant. */
    @Override
    public double value(double[] theta) {
        ratio.values(theta, logRatio);
        double shape = 0;
        for (int i = 0; i < logRatio.length; i++) {
            shape += weight(i) * logRatio[i];
        }
        return -2 * (shape + (extended ? rateTerm(expected.at(theta)) : 0));
    }

    @Override
    public double evaluate(double[] theta, double[] gradient) {
        ratio.valuesAndGradients(theta, logRatio, scores);
        int k = gradient.length;
        double nu = expected.at(theta, gradient);
        double rateFactor = extended ? count / nu - 1 : 0;
        for (int j = 0; j < k; j++) {
            gradient[j] *= rateFactor;
        }
        double shape = 0;
        for (int i = 0; i < logRatio.length; i++) {
            double a = weight(i);
            shape += a * logRatio[i];
            for (int j = 0; j < k; j++) {
                gradient[j] += a * scores[i * k + j];
            }
        }
        for (int j = 0; j < k; j++) {
            gradient[j] *= -2;
        }
        return -2 * (shape + (extended ? rateTerm(nu) : 0));
    }

    @Override
    public double[] values(List<double[]> points) {
        int n = ratio.size();
        int k = expected.parameters();
        int most = Math.max(1, MAX_TABLE / Math.max(1, n));
        double[] values = new double[points.size()];
        for (int first = 0; first < values.length; first += most) {
            int count = Math.min(most, values.length - first);
            double[] thetas = new double[count * k];
            for (int j = 0; j < count; j++) {
                System.arraycopy(points.get(first + j), 0, thetas, j * k, k);
            }
            double[] table = new double[n * count];
            ratio.table(thetas, count, table);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < count; j++) {
                    values[first + j] += weight(i) * table[i * count + j];
                }
            }
            for (int j = 0; j < count; j++) {
                double rate = extended ? rateTerm(expected.at(points.get(first + j))) : 0;
                values[first + j] = -2 * (values[first + j] + rate);
            }
        }
        return values;
    }

    private double rateTerm(double nu) {
        return count * StrictMath.log(nu) - nu;
    }

    private double weight(int event) {
        return weights == null ? 1 : weights[event];
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
