package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate \(z \sim N(\theta, 2^2)\), \(x \sim N(z, 1)\): the smallest simulator with a latent, for which everything is known.
 *
 * <p>\[ \log r(x,z|\theta_0,\theta_1) = \frac{(z-\theta_1)^2-(z-\theta_0)^2}{8},\quad t(x,z|\theta) = \frac{z-\theta}{4},
 * \qquad p(x|\theta) = N(x;\theta,5),\quad t(x|\theta) = \frac{x-\theta}{5}. \]
 *
 * <p>A popular tutorial labels it with (x−θ)/4, whose expectation vanishes too; only a finite difference of the joint ratio
 * finds the mistake.
 */
public final class GaussianToy implements SolvedSimulator, ExactTruth {

    private static final double LATENT_VARIANCE = 4;
    private static final double VARIANCE = 5;

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -5, 5, 0));

    @Override
    public String name() {
        return "gaussian";
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
        return List.of("z");
    }

    @Override
    public ExactTruth truth() {
        return this;
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        z[0] = theta[0] + Math.sqrt(LATENT_VARIANCE) * Draws.gaussian(random);
        x[0] = z[0] + Draws.gaussian(random);
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double pull = z[0] - theta[0];
        return -0.5 * pull * pull / LATENT_VARIANCE;
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = (z[0] - theta[0]) / LATENT_VARIANCE;
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        double pull = x[0] - theta[0];
        return -0.5 * (pull * pull / VARIANCE + StrictMath.log(2 * Math.PI * VARIANCE));
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        score[0] = (x[0] - theta[0]) / VARIANCE;
    }

    /** {@inheritDoc} The rate of this toy does not depend on θ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }
}
