package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate the generalised Galton board: a ball falls through 20 rows of 31 nails, which push it harder in the middle.
 *
 * <p>At row \(L = 0\ldots19\) and position j, with \(z_v = L/19\) and \(z_h = 2j/30 - 1\), the ball turns left with
 *
 * <p>\[ q = \tfrac12(1-\sin\pi z_v) + \sin(\pi z_v)\,\mathrm{sigmoid}(c\,\theta z_h). \]
 *
 * <p>In an even row left keeps j and right leads to j + 1, in an odd row left leads to j − 1 and right keeps j; it starts at
 * j = 15 and ends at x = 5…25. The latents are the 20 turns, 0 for left and 1 for right; \(\log p(x,z|\theta)\) is the sum
 * of the logarithms of their probabilities. The exact law of x sums over the \(2^{20}\) paths row by row.
 *
 * <p>The published program has \(c = 10\); the formula of the paper and of the program's notes,
 * \(\mathrm{sigmoid}(5\theta(z-\tfrac12))\) with z from 0 to 1, is \(c = 5/2\). The published curves are of the former.
 * There, per ball at θ = −0.7, the information is 1.69539 in x and 2.68699 in the path.
 *
 * <p>Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold from implicit models</a>
 */
public final class GaltonBoard implements SolvedSimulator {

    private static final double STEEPNESS_IN_CODE = 10;
    private static final double STEEPNESS_IN_PAPER = 2.5;

    private final String name;
    private final ParameterSpace space;
    private final GaltonNails nails;
    private final GaltonTruth truth;

    private GaltonBoard(String name, Parameter theta, GaltonNails nails) {
        this.name = name;
        this.space = ParameterSpace.of(theta);
        this.nails = nails;
        this.truth = new GaltonTruth(nails);
    }

    /** Return the board of the published curves, θ in [−1, −0.4] with standard −0.6. */
    public static GaltonBoard asInCode() {
        return new GaltonBoard("galton", published(), new GaltonNails(STEEPNESS_IN_CODE));
    }

    /** Return the board with the formula that the paper prints, in which θ has a quarter of the effect. */
    public static GaltonBoard asInPaper() {
        return new GaltonBoard("galton-paper", published(), new GaltonNails(STEEPNESS_IN_PAPER));
    }

    private static Parameter published() {
        return new Parameter("theta", -1, -0.4, -0.6);
    }

    /** Return this board with another range of θ. */
    public GaltonBoard withRange(double min, double max, double standard) {
        return new GaltonBoard(name, new Parameter("theta", min, max, standard), nails);
    }

    /** Return the exact law of the final position, with its informations. */
    public GaltonLaw law(double theta) {
        return truth.law(theta);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return List.of("x");
    }

    @Override
    public List<String> latentNames() {
        return IntStream.range(0, GaltonNails.ROWS)
                .mapToObj(row -> "turn" + row)
                .toList();
    }

    @Override
    public ExactTruth truth() {
        return truth;
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        int position = GaltonNails.START;
        for (int row = 0; row < GaltonNails.ROWS; row++) {
            boolean left = Draws.open(random) < nails.left(row, position, theta[0]);
            z[row] = left ? 0 : 1;
            position = GaltonNails.next(row, position, left);
        }
        x[0] = position;
    }

    /** {@inheritDoc} The position x is a function of the turns and is not read. */
    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        int position = GaltonNails.START;
        double log = 0;
        for (int row = 0; row < GaltonNails.ROWS; row++) {
            boolean left = z[row] < 0.5;
            double q = nails.left(row, position, theta[0]);
            log += StrictMath.log(left ? q : 1 - q);
            position = GaltonNails.next(row, position, left);
        }
        return log;
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        int position = GaltonNails.START;
        double sum = 0;
        for (int row = 0; row < GaltonNails.ROWS; row++) {
            boolean left = z[row] < 0.5;
            double q = nails.left(row, position, theta[0]);
            double slope = nails.slope(row, position, theta[0]);
            sum += left ? slope / q : -slope / (1 - q);
            position = GaltonNails.next(row, position, left);
        }
        score[0] = sum;
    }
}
