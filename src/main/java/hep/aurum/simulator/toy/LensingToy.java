package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate a population of unseen clumps of which an image shows the sum: a compound Poisson law, in place of the
 * substructure of dark matter in strong lenses.
 *
 * <p>\[ n\sim\mathrm{Pois}(\theta),\quad x = \sum_{i=1}^n m_i + e,\quad m_i\sim N(1,0.3^2),\ e\sim N(0,0.5^2),\qquad
 * p(x|\theta) = \sum_n\frac{\theta^ne^{-\theta}}{n!}\,N(x;\,n,\,0.09n+0.25). \]
 *
 * <p>The number of latents varies from event to event; those written down are n and the sum of the marks \(m_i\). At θ = 5
 * the information is 0.2 in the latents, 0.175453 in x.
 *
 * <p>Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1909.02005">Brehmer, Mishra-Sharma, Hermans, Louppe, Cranmer: Mining for dark matter
 *     substructure</a>
 */
public final class LensingToy implements SolvedSimulator, ExactTruth {

    private static final double MARK_SD = 0.3;
    private static final double NOISE_SD = 0.5;

    /** Terms of the sum over n that are smaller than the largest by this factor, e^-50, do not change it. */
    private static final double NEGLIGIBLE = -50;

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", 1, 10, 5));

    @Override
    public String name() {
        return "lensing";
    }

    @Override
    public ParameterSpace space() {
        return SPACE;
    }

    @Override
    public List<String> featureNames() {
        return List.of("x");
    }

    @Override
    public List<String> latentNames() {
        return List.of("n", "sum");
    }

    @Override
    public ExactTruth truth() {
        return this;
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        int n = Draws.poisson(random, theta[0]);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 1 + MARK_SD * Draws.gaussian(random);
        }
        z[0] = n;
        z[1] = sum;
        x[0] = sum + NOISE_SD * Draws.gaussian(random);
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        return z[0] * StrictMath.log(theta[0]) - theta[0];
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = z[0] / theta[0] - 1;
    }

    /** {@inheritDoc} The time is proportional to the larger of |x| and θ. */
    @Override
    public double logDensity(double[] x, double[] theta) {
        return sum(x[0], theta[0], false);
    }

    /** {@inheritDoc} It is \(E[n|x,\theta]/\theta - 1\). */
    @Override
    public void score(double[] x, double[] theta, double[] score) {
        score[0] = sum(x[0], theta[0], true) / theta[0] - 1;
    }

    /** {@inheritDoc} The rate of this toy does not depend on θ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }

    /** The logarithm of the sum over n, or the mean of n with its terms as weights; relative to the largest term so far. */
    private static double sum(double x, double theta, boolean mean) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double weighted = 0;
        double logPoisson = -theta;
        double term = largest;
        for (int n = 0; n <= Math.max(x, theta) || term > largest + NEGLIGIBLE; n++) {
            if (n > 0) {
                logPoisson += StrictMath.log(theta / n);
            }
            term = logPoisson + logNormal(x - n, MARK_SD * MARK_SD * n + NOISE_SD * NOISE_SD);
            if (term > largest) {
                double shrink = StrictMath.exp(largest - term);
                sum *= shrink;
                weighted *= shrink;
                largest = term;
            }
            double relative = StrictMath.exp(term - largest);
            sum += relative;
            weighted += n * relative;
        }
        return mean ? weighted / sum : largest + StrictMath.log(sum);
    }

    private static double logNormal(double distance, double variance) {
        return -0.5 * (distance * distance / variance + StrictMath.log(2 * Math.PI * variance));
    }
}
