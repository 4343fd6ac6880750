package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate a small narrow signal on a wide background, with the fraction γ of signal as the parameter.
 *
 * <p>\[ p(x|\gamma) = (1-\gamma)\,b(x) + \gamma\,s(x),\quad b = \tfrac12 N(-2, 0.75^2) + \tfrac12 N(0, 2^2),\quad s = N(1,
 * 0.5^2). \]
 *
 * <p>The latent is the component: 0 and 1 of the background, 2 for the signal. At γ = 0.05 the information is 4.374446 per
 * event, so 5000 events determine γ to 0.0067617, and the expected \(q_0\) against γ = 0 is 63.447.
 *
 * <p>γ is studied in [0, 0.2], which is twenty of those errors on either side of 0.05 as far as zero allows. At γ = 0 no
 * signal is drawn; there the joint ratio to, and the joint score of, a signal event are infinite.
 *
 * <p>Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe: Approximating likelihood ratios with calibrated
 *     discriminative classifiers</a>
 */
public final class CarlMixture implements SolvedSimulator, ExactTruth {

    private static final double SIGNAL = 2;

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("gamma", 0, 0.2, 0.05));

    @Override
    public String name() {
        return "carl-mixture";
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
        return List.of("component");
    }

    @Override
    public ExactTruth truth() {
        return this;
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        double u = Draws.open(random);
        double normal = Draws.gaussian(random);
        if (u < theta[0]) {
            z[0] = SIGNAL;
            x[0] = 1 + 0.5 * normal;
        } else if (u < (1 + theta[0]) / 2) {
            z[0] = 0;
            x[0] = -2 + 0.75 * normal;
        } else {
            z[0] = 1;
            x[0] = 2 * normal;
        }
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        return z[0] == SIGNAL ? StrictMath.log(theta[0]) : StrictMath.log1p(-theta[0]);
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = z[0] == SIGNAL ? 1 / theta[0] : -1 / (1 - theta[0]);
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        return logBackground(x[0]) + StrictMath.log1p(theta[0] * excess(x[0]));
    }

    @Override
    public double logRatio(double[] x, double[] theta0, double[] theta1) {
        double excess = excess(x[0]);
        return StrictMath.log1p(theta0[0] * excess) - StrictMath.log1p(theta1[0] * excess);
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        double excess = excess(x[0]);
        score[0] = excess / (1 + theta[0] * excess);
    }

    /** {@inheritDoc} The rate of this toy does not depend on γ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }

    /** \(s/b - 1\), from logarithms: far out both densities are zero in floating point. */
    private static double excess(double x) {
        return StrictMath.expm1(logNormal(x, 1, 0.5) - logBackground(x));
    }

    private static double logBackground(double x) {
        double narrow = logNormal(x, -2, 0.75);
        double wide = logNormal(x, 0, 2);
        double larger = Math.max(narrow, wide);
        return larger + StrictMath.log1p(StrictMath.exp(Math.min(narrow, wide) - larger)) - StrictMath.log(2);
    }

    private static double logNormal(double x, double mean, double sd) {
        double pull = (x - mean) / sd;
        return -0.5 * (pull * pull + StrictMath.log(2 * Math.PI)) - StrictMath.log(sd);
    }
}
