package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate five observables that mix five independent variables, of which the first two have the parameters as means.
 *
 * <p>\[ z_0\sim N(\alpha,1),\quad z_1\sim N(\beta,3^2),\quad z_2\sim\tfrac12N(-2,1)+\tfrac12N(2,0.5^2),\quad z_3\sim
 * 3e^{-3z},\quad z_4\sim\tfrac12e^{-z/2},\qquad x = Rz. \]
 *
 * <p>R is the fixed, positive definite matrix of the notebook "Parameterized inference from multidimensional data" of the
 * package carl, with the digits printed there. Since x determines z, \(p(x|\theta) = p(R^{-1}x|\theta)/\det R\), and the
 * joint ratio and score are those of x: this toy tests what a network can learn from x, not the gain from latents. The
 * exact information matrix is diag(1, 1/9) per event, and the estimates are the means of \(z_0\) and \(z_1\).
 *
 * <p>The notebook draws 500 events at (1, −1), takes (0, 0) as the reference, and trains in [−3, 3] for both.
 *
 * <p>Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe: Approximating likelihood ratios with calibrated
 *     discriminative classifiers</a>
 */
public final class Carl5d implements SolvedSimulator, ExactTruth {

    private static final int SIZE = 5;
    private static final double BETA_VARIANCE = 9;

    private static final double[][] MIXING = {
        {1.31229955, 0.10499961, 0.48310515, -0.3249938, -0.26387927},
        {0.10499961, 1.15833058, -0.55865473, 0.25275522, -0.39790775},
        {0.48310515, -0.55865473, 2.25874579, -0.52087938, -0.39271231},
        {-0.3249938, 0.25275522, -0.52087938, 1.4034925, -0.63521059},
        {-0.26387927, -0.39790775, -0.39271231, -0.63521059, 1}
    };

    private final ParameterSpace space;
    private final double[][] inverse;
    private final double logDeterminant;

    private Carl5d(ParameterSpace space) {
        this.space = space;
        LUDecomposition mixing = new LUDecomposition(new Array2DRowRealMatrix(MIXING));
        inverse = mixing.getSolver().getInverse().getData();
        logDeterminant = StrictMath.log(mixing.getDeterminant());
    }

    /** Return the toy with the notebook's ranges, [−3, 3] around the reference (0, 0). */
    public static Carl5d withDefaults() {
        return new Carl5d(ParameterSpace.of(new Parameter("alpha", -3, 3, 0), new Parameter("beta", -3, 3, 0)));
    }

    /** Return the toy with the ranges \([1-w, 1+w]\) and \([-1-w, -1+w]\) around the notebook's true (1, −1). */
    public static Carl5d aroundTruth(double halfWidth) {
        return new Carl5d(ParameterSpace.of(
                new Parameter("alpha", 1 - halfWidth, 1 + halfWidth, 1),
                new Parameter("beta", -1 - halfWidth, -1 + halfWidth, -1)));
    }

    @Override
    public String name() {
        return "carl-5d";
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return List.of("x0", "x1", "x2", "x3", "x4");
    }

    @Override
    public List<String> latentNames() {
        return List.of("z0", "z1", "z2", "z3", "z4");
    }

    @Override
    public ExactTruth truth() {
        return this;
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        z[0] = theta[0] + Draws.gaussian(random);
        z[1] = theta[1] + Math.sqrt(BETA_VARIANCE) * Draws.gaussian(random);
        boolean low = Draws.open(random) < 0.5;
        double normal = Draws.gaussian(random);
        z[2] = low ? -2 + normal : 2 + 0.5 * normal;
        z[3] = Draws.exponential(random) / 3;
        z[4] = Draws.exponential(random) * 2;
        for (int i = 0; i < SIZE; i++) {
            x[i] = dot(MIXING[i], z);
        }
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        return logNormals(z[0], z[1], theta);
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = z[0] - theta[0];
        score[1] = (z[1] - theta[1]) / BETA_VARIANCE;
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        double z3 = dot(inverse[3], x);
        double z4 = dot(inverse[4], x);
        if (z3 < 0 || z4 < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double constants =
                StrictMath.log(1.5) - 1.5 * StrictMath.log(2 * Math.PI) - 0.5 * StrictMath.log(BETA_VARIANCE);
        return logNormals(dot(inverse[0], x), dot(inverse[1], x), theta)
                + logMixture(dot(inverse[2], x))
                - 3 * z3
                - 0.5 * z4
                + constants
                - logDeterminant;
    }

    /** {@inheritDoc} Defined for every x: the variables without parameters cancel. */
    @Override
    public double logRatio(double[] x, double[] theta0, double[] theta1) {
        double z0 = dot(inverse[0], x);
        double z1 = dot(inverse[1], x);
        return logNormals(z0, z1, theta0) - logNormals(z0, z1, theta1);
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        score[0] = dot(inverse[0], x) - theta[0];
        score[1] = (dot(inverse[1], x) - theta[1]) / BETA_VARIANCE;
    }

    /** {@inheritDoc} The rate of this toy does not depend on θ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }

    private static double logNormals(double z0, double z1, double[] theta) {
        double alpha = z0 - theta[0];
        double beta = z1 - theta[1];
        return -0.5 * (alpha * alpha + beta * beta / BETA_VARIANCE);
    }

    /** \(\log[\tfrac12e^{-(z+2)^2/2} + e^{-2(z-2)^2}]\), the law of \(z_2\) without its factor \((2\pi)^{-1/2}\). */
    private static double logMixture(double z) {
        double low = -0.5 * (z + 2) * (z + 2) - StrictMath.log(2);
        double high = -2 * (z - 2) * (z - 2);
        double larger = Math.max(low, high);
        return larger + StrictMath.log1p(StrictMath.exp(Math.min(low, high) - larger));
    }

    private static double dot(double[] row, double[] vector) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += row[i] * vector[i];
        }
        return sum;
    }
}
