package hep.aurum.simulator.toy;

import hep.aurum.event.Event;
import hep.aurum.math.random.Draws;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.PolynomialProcess;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate a resonance on a falling spectrum: a mass x from a signal peak of strength μ or from an exponential background.
 *
 * <p>The process is the latent, z = 1 for signal and 0 for background:
 *
 * <p>\[ p(x,z|\mu) = \frac{(\mu\sigma_s g(x))^z(\sigma_b f(x))^{1-z}}{\mu\sigma_s+\sigma_b},\quad g = N(m,w^2),\quad f
 * \propto e^{-x/\tau} \text{ in the window}, \qquad p(x|\mu) = \sum_z p(x,z|\mu). \]
 *
 * <p>With its standard options and 100 inverse femtobarns, 50 on 1000 events, the expected unbinned significance is 4.34713.
 *
 * <p>In a written event x is the mass of a pair of photons; the signal's come from a particle with PDG id 25.
 */
public final class BumpToy implements Toy {

    private final BumpOptions options;
    private final ParameterSpace space;

    private BumpToy(BumpOptions options) {
        this.options = options;
        space = ParameterSpace.of(new Parameter("mu", 0, options.maxStrength(), Math.min(1, options.maxStrength())));
    }

    /** Return the toy with the given options. */
    public static BumpToy of(BumpOptions options) {
        return new BumpToy(options);
    }

    /** Return the options. */
    public BumpOptions options() {
        return options;
    }

    @Override
    public String name() {
        return "bump";
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public List<String> featureNames() {
        return List.of("mass");
    }

    @Override
    public List<String> latentNames() {
        return List.of("is_signal");
    }

    @Override
    public List<PolynomialProcess> processes() {
        return List.of(new BumpProcess(this, true), new BumpProcess(this, false));
    }

    @Override
    public ExactTruth truth() {
        return new BumpTruth(this);
    }

    /** {@inheritDoc} None: the signal's weight is μ times a constant, the background's a constant. */
    @Override
    public List<Benchmark> benchmarks() {
        return List.of();
    }

    @Override
    public List<String> featureExpressions() {
        return List.of("mass(photon[1] + photon[2])");
    }

    /** Return the signal's density \(g(x)\) per GeV. */
    public double signalDensity(double x) {
        double u = (x - options.massGeV()) / options.widthGeV();
        return StrictMath.exp(-0.5 * u * u) / (options.widthGeV() * Math.sqrt(2 * Math.PI));
    }

    /** Return the background's density \(f(x)\) per GeV, 0 outside the window. */
    public double backgroundDensity(double x) {
        if (x < options.minGeV() || x > options.maxGeV()) {
            return 0;
        }
        double tau = options.slopeGeV();
        double covered = -StrictMath.expm1(-(options.maxGeV() - options.minGeV()) / tau);
        return StrictMath.exp(-(x - options.minGeV()) / tau) / (tau * covered);
    }

    /** Return \(\mu\sigma_s + \sigma_b\) in pb. */
    double crossSection(double mu) {
        return mu * options.signalPb() + options.backgroundPb();
    }

    /** Draw a mass of one process. */
    public double drawMass(boolean signal, UniformRandomProvider random) {
        if (signal) {
            double mass;
            do {
                // Six widths inside the window: about one draw in a thousand million is repeated.
                mass = options.massGeV() + options.widthGeV() * Draws.gaussian(random);
            } while (mass < options.minGeV() || mass > options.maxGeV());
            return mass;
        }
        double covered = -StrictMath.expm1(-(options.maxGeV() - options.minGeV()) / options.slopeGeV());
        return options.minGeV() - options.slopeGeV() * StrictMath.log1p(-covered * Draws.open(random));
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        double signal = theta[0] * options.signalPb();
        z[0] = Draws.open(random) * crossSection(theta[0]) < signal ? 1 : 0;
        x[0] = drawMass(z[0] == 1, random);
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double rate = z[0] == 1 ? theta[0] * options.signalPb() : options.backgroundPb();
        return StrictMath.log(rate / crossSection(theta[0]));
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = (z[0] == 1 ? 1 / theta[0] : 0) - options.signalPb() / crossSection(theta[0]);
    }

    /** One of the two processes, generated on its own. */
    private record BumpProcess(BumpToy toy, boolean signal) implements PolynomialProcess {

        @Override
        public String name() {
            return signal ? "signal" : "background";
        }

        @Override
        public ParameterSpace space() {
            return toy.space();
        }

        @Override
        public MonomialBasis basis() {
            return MonomialBasis.of(1, new int[][] {{signal ? 1 : 0}});
        }

        @Override
        public List<String> featureNames() {
            return toy.featureNames();
        }

        @Override
        public int latents() {
            return 1;
        }

        @Override
        public double crossSection(double[] theta) {
            return signal ? theta[0] * toy.options.signalPb() : toy.options.backgroundPb();
        }

        @Override
        public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
            z[0] = signal ? 1 : 0;
            x[0] = toy.drawMass(signal, random);
        }

        @Override
        public void coefficients(double[] z, double[] generatedAt, double[] coefficients) {
            coefficients[0] = signal ? toy.options.signalPb() : toy.options.backgroundPb();
        }

        @Override
        public Event event(long number, double weight, double[] weights, double[] x, double[] z) {
            return ToyEvents.ofPhotonPair(number, weight, weights, x[0], signal);
        }
    }
}
