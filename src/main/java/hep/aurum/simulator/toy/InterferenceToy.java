package hep.aurum.simulator.toy;

import hep.aurum.event.Event;
import hep.aurum.math.random.Draws;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.PolynomialProcess;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate a signal that shows in the correlation of two observables and hardly in either alone.
 *
 * <p>At κ = 0 the latents u, v are N(0, 1); the amplitude of the signal, κuv, interferes with that of the background, and
 * the detector smears both by N(0, s²):
 *
 * <p>\[ |M|^2 \propto (1+\kappa uv)^2,\qquad \sigma(\kappa) = \sigma(0)(1+\kappa^2). \]
 *
 * <p>Given an observable x, its latent is N(m, τ²) at κ = 0, with \(a = 1/(1+s^2)\), \(m = ax\), \(\tau^2 = as^2\). So
 *
 * <p>\[ \log r(x_1,x_2|\kappa,0) = \log\bigl[1 + 2\kappa m_1m_2 + \kappa^2(m_1^2+\tau^2)(m_2^2+\tau^2)\bigr] -
 * \log(1+\kappa^2), \]
 *
 * <p>and the score at κ = 0 is \(2m_1m_2\). With s = 0.5 the information there is 2.56 per event; 400 events at κ = 0 and κ
 * = 0.15 as the truth give an expected significance of 4.74787 with the exact ratio, of 0.67000 with the exact law of one
 * observable alone.
 *
 * <p>In a written event one photon carries the observables as px and py; the latents are the same components of an
 * intermediate particle with PDG id 25.
 *
 * <p>Immutable.
 */
public final class InterferenceToy implements Toy, PolynomialProcess {

    private static final MonomialBasis BASIS = MonomialBasis.complete(1, 2);

    private final InterferenceOptions options;
    private final ParameterSpace space;

    private InterferenceToy(InterferenceOptions options) {
        this.options = options;
        space = ParameterSpace.of(new Parameter("kappa", -options.range(), options.range(), 0));
    }

    /** Return the toy with the given options. */
    public static InterferenceToy of(InterferenceOptions options) {
        return new InterferenceToy(options);
    }

    /** Return the options. */
    public InterferenceOptions options() {
        return options;
    }

    @Override
    public String name() {
        return "interference";
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public MonomialBasis basis() {
        return BASIS;
    }

    @Override
    public List<String> featureNames() {
        return List.of("x1", "x2");
    }

    @Override
    public List<String> latentNames() {
        return List.of("u", "v");
    }

    @Override
    public int latents() {
        return 2;
    }

    @Override
    public List<PolynomialProcess> processes() {
        return List.of(this);
    }

    @Override
    public ExactTruth truth() {
        return new InterferenceTruth(options);
    }

    /** Return the standard point and both ends of the axis. */
    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark("sm", space.standard()),
                new Benchmark("b1", ParameterPoint.of(options.range())),
                new Benchmark("b2", ParameterPoint.of(-options.range())));
    }

    @Override
    public List<String> featureExpressions() {
        return List.of("px(photon[1])", "py(photon[1])");
    }

    /** Return \(\sigma(\kappa)/\sigma(0) = 1 + \kappa^2\). */
    public static double rate(double kappa) {
        return 1 + kappa * kappa;
    }

    @Override
    public double crossSection(double[] theta) {
        return options.crossSectionPb() * rate(theta[0]);
    }

    /**
     * {@inheritDoc}
     *
     * <p>By rejection: \((1+\kappa uv)^2 \le 2(1+\kappa^2u^2v^2)\), and the right side is a mixture of two laws that can be
     * drawn. Half of the tries are accepted whatever κ.
     */
    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        double kappa = theta[0];
        double signal = kappa * kappa / rate(kappa);
        boolean accepted = false;
        while (!accepted) {
            boolean squared = Draws.open(random) < signal;
            z[0] = squared ? squaredNormal(random) : Draws.gaussian(random);
            z[1] = squared ? squaredNormal(random) : Draws.gaussian(random);
            double ratio = kappa * z[0] * z[1];
            accepted = 2 * (1 + ratio * ratio) * Draws.open(random) < (1 + ratio) * (1 + ratio);
        }
        x[0] = z[0] + options.smearing() * Draws.gaussian(random);
        x[1] = z[1] + options.smearing() * Draws.gaussian(random);
    }

    /** Draw from \(u^2\phi(u)\): the length of a normal vector in three dimensions, with either sign. */
    private static double squaredNormal(UniformRandomProvider random) {
        double a = Draws.gaussian(random);
        double b = Draws.gaussian(random);
        double c = Draws.gaussian(random);
        double length = Math.sqrt(a * a + b * b + c * c);
        return Draws.open(random) < 0.5 ? length : -length;
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double amplitude = 1 + theta[0] * z[0] * z[1];
        return StrictMath.log(amplitude * amplitude / rate(theta[0]));
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        double product = z[0] * z[1];
        score[0] = 2 * product / (1 + theta[0] * product) - 2 * theta[0] / rate(theta[0]);
    }

    @Override
    public void coefficients(double[] z, double[] generatedAt, double[] coefficients) {
        double product = z[0] * z[1];
        double amplitude = 1 + generatedAt[0] * product;
        double norm = crossSection(generatedAt) / (amplitude * amplitude);
        coefficients[0] = norm;
        coefficients[1] = 2 * product * norm;
        coefficients[2] = product * product * norm;
    }

    @Override
    public Event event(long number, double weight, double[] weights, double[] x, double[] z) {
        return ToyEvents.ofComponents(number, weight, weights, x, z);
    }
}
