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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate an effective field theory with exact morphing and an exact detector-level likelihood.
 *
 * <p>Latents \(z_a \sim \mathrm{Exp}(1)\) at θ = 0, \(|M|^2 \propto (1+\sum_a\theta_a z_a)^2\), and a detector that smears
 * each: \(x_a = z_a + N(0, s^2)\). With \(S(\theta) = 1 + 2\sum\theta_a + 2\sum\theta_a^2 + 2\sum_{a<b}\theta_a\theta_b\),
 *
 * <p>\[ p(x,z|\theta) = \frac{(1+\theta\cdot z)^2 e^{-\sum z}}{S(\theta)}\prod_a N(x_a; z_a, s^2), \qquad \sigma(\theta) =
 * \sigma(0)\,S(\theta), \]
 *
 * <p>\[ p(x|\theta) = \frac{\prod_a e^{-x_a+s^2/2} M_0(x_a)}{S(\theta)}\Bigl[1 + 2\sum_a\theta_a m_1(x_a) +
 * \sum_a\theta_a^2 m_2(x_a) + 2\sum_{a<b}\theta_a\theta_b m_1(x_a)m_1(x_b)\Bigr], \]
 *
 * <p>where \(m_k = M_k/M_0\) and \(M_k = \int_0^\infty z^k N(z; x-s^2, s^2)\,dz\). One parameter, per expected event at θ =
 * 0: information 8 in the latents, of which 4 in the shape; 3.362 in the shape seen with s = 0.5.
 *
 * <p>In a written event one photon carries \(x_1, x_2, x_3\) as its momentum components px, py, pz; the latents are the same
 * components of an intermediate particle with PDG id 25.
 */
public final class EftToy implements Toy, PolynomialProcess {

    private final EftOptions options;
    private final ParameterSpace space;
    private final MonomialBasis basis;

    private EftToy(EftOptions options) {
        this.options = options;
        List<Parameter> parameters = new ArrayList<>();
        for (int a = 0; a < options.parameters(); a++) {
            String name = options.parameters() == 1 ? "theta" : "theta" + (a + 1);
            parameters.add(new Parameter(name, -options.range(), options.range(), 0));
        }
        space = new ParameterSpace(parameters);
        basis = MonomialBasis.complete(options.parameters(), 2);
    }

    /** Return the toy with the given options. */
    public static EftToy of(EftOptions options) {
        return new EftToy(options);
    }

    /** Return the options. */
    public EftOptions options() {
        return options;
    }

    @Override
    public String name() {
        return "eft-toy";
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public MonomialBasis basis() {
        return basis;
    }

    @Override
    public List<String> featureNames() {
        return numbered("x");
    }

    @Override
    public List<String> latentNames() {
        return numbered("z");
    }

    private List<String> numbered(String letter) {
        int k = options.parameters();
        return k == 1
                ? List.of(letter)
                : IntStream.rangeClosed(1, k).mapToObj(i -> letter + i).toList();
    }

    @Override
    public int latents() {
        return options.parameters();
    }

    @Override
    public List<PolynomialProcess> processes() {
        return List.of(this);
    }

    @Override
    public ExactTruth truth() {
        return new EftTruth(options);
    }

    /** Return the standard point, both ends of every axis, and the upper corner of every pair of axes. */
    @Override
    public List<Benchmark> benchmarks() {
        int k = options.parameters();
        List<Benchmark> benchmarks = new ArrayList<>();
        benchmarks.add(new Benchmark("sm", space.standard()));
        for (int a = 0; a < k; a++) {
            for (double value : new double[] {options.range(), -options.range()}) {
                double[] theta = new double[k];
                theta[a] = value;
                benchmarks.add(benchmark(benchmarks.size(), theta));
            }
            for (int b = 0; b < a; b++) {
                double[] theta = new double[k];
                theta[a] = options.range();
                theta[b] = options.range();
                benchmarks.add(benchmark(benchmarks.size(), theta));
            }
        }
        return List.copyOf(benchmarks);
    }

    private static Benchmark benchmark(int number, double[] theta) {
        return new Benchmark(String.format(Locale.ROOT, "b%d", number), ParameterPoint.of(theta));
    }

    @Override
    public List<String> featureExpressions() {
        List<String> components = List.of("px(photon[1])", "py(photon[1])", "pz(photon[1])");
        return components.subList(0, options.parameters());
    }

    /** Return \(S(\theta) = \sigma(\theta)/\sigma(0)\). */
    public static double rate(double[] theta) {
        double sum = 0;
        double squares = 0;
        for (double value : theta) {
            sum += value;
            squares += value * value;
        }
        // 2 sum_{a<b} = (sum)^2 - sum of squares
        return 1 + 2 * sum + squares + sum * sum;
    }

    @Override
    public double crossSection(double[] theta) {
        return options.crossSectionPb() * rate(theta);
    }

    /**
     * {@inheritDoc}
     *
     * <p>By rejection from \(z_a \sim \mathrm{Exp}\) of mean 2: the ratio of the target to it, \(2^k e^{-T/2}(1+\theta\cdot
     * z)^2\) with \(T = \sum z\), is at most \(2^k e^{-T/2}(1+aT)^2\) for \(a = \max|\theta|\), largest at \(T = 4 - 1/a\).
     */
    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        double bound = envelope(theta);
        double accepted = -1;
        while (accepted < 0) {
            double total = 0;
            double amplitude = 1;
            for (int a = 0; a < theta.length; a++) {
                z[a] = 2 * Draws.exponential(random);
                total += z[a];
                amplitude += theta[a] * z[a];
            }
            accepted = amplitude * amplitude * StrictMath.exp(-total / 2) - bound * Draws.open(random);
        }
        for (int a = 0; a < theta.length; a++) {
            x[a] = z[a] + options.smearing() * Draws.gaussian(random);
        }
    }

    private static double envelope(double[] theta) {
        double slope = 0;
        for (double value : theta) {
            slope = Math.max(slope, Math.abs(value));
        }
        double at = slope > 0.25 ? 4 - 1 / slope : 0;
        return StrictMath.exp(-at / 2) * (1 + slope * at) * (1 + slope * at);
    }

    private static double amplitude(double[] z, double[] theta) {
        double amplitude = 1;
        for (int a = 0; a < theta.length; a++) {
            amplitude += theta[a] * z[a];
        }
        return amplitude;
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double amplitude = amplitude(z, theta);
        return StrictMath.log(amplitude * amplitude / rate(theta));
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        double amplitude = amplitude(z, theta);
        double rate = rate(theta);
        double sum = 0;
        for (double value : theta) {
            sum += value;
        }
        for (int a = 0; a < theta.length; a++) {
            score[a] = 2 * z[a] / amplitude - (2 + 2 * theta[a] + 2 * sum) / rate;
        }
    }

    @Override
    public void coefficients(double[] z, double[] generatedAt, double[] coefficients) {
        double amplitude = amplitude(z, generatedAt);
        double norm = crossSection(generatedAt) / (amplitude * amplitude);
        for (int j = 0; j < coefficients.length; j++) {
            // (1 + sum theta z)^2 expanded: 2 z for a linear monomial, z^2 for a square, 2 z z' for a product.
            double product = norm;
            boolean square = j == 0;
            for (int a = 0; a < z.length; a++) {
                int power = basis.exponent(j, a);
                square |= power == 2;
                for (int p = 0; p < power; p++) {
                    product *= z[a];
                }
            }
            coefficients[j] = square ? product : 2 * product;
        }
    }

    @Override
    public Event event(long number, double weight, double[] weights, double[] x, double[] z) {
        return ToyEvents.ofComponents(number, weight, weights, x, z);
    }
}
