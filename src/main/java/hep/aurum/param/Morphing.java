package hep.aurum.param;

import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.HashSet;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Turn an event's weights at benchmark points into a polynomial in the parameters.
 *
 * <p>With the design matrix \(A_{bj} = \phi_j(\theta_b)\) the weights of one event are \(W_b = \sum_j A_{bj} c_j\), hence
 * \(c = A^+ W\): the inverse when there are as many benchmarks as monomials, least squares when there are more. Then
 *
 * <p>\[ W(\theta) = \sum_j c_j\,\phi_j(\theta) = \sum_b w_b(\theta)\, W_b, \qquad w_b(\theta) = \sum_j
 * \phi_j(\theta)\,A^+_{jb}. \]
 *
 * <p>The morphing weights \(w_b\) depend on θ alone. Exact whenever the amplitude is a polynomial in the parameters and the
 * basis holds all its squares and products; the residual of an overdetermined fit, and {@link MorphingClosure}, tell when it
 * is not.
 *
 * <p>Immutable. Shapes: {@code b} benchmarks, {@code m} monomials, {@code k} parameters.
 *
 * @see <a href="https://cds.cern.ch/record/2066980">ATLAS: A morphing technique for signal modelling, ATL-PHYS-PUB-2015-047,
 *     Eqs. (3) to (8)</a>
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, section 2.2</a>
 */
public final class Morphing {

    private final ParameterSpace space;
    private final MonomialBasis basis;
    private final List<Benchmark> benchmarks;
    private final double[] design;
    private final double[] inverse;
    private final double conditionNumber;

    private Morphing(
            ParameterSpace space,
            MonomialBasis basis,
            List<Benchmark> benchmarks,
            double[] design,
            double[] inverse,
            double conditionNumber) {
        this.space = space;
        this.basis = basis;
        this.benchmarks = benchmarks;
        this.design = design;
        this.inverse = inverse;
        this.conditionNumber = conditionNumber;
    }

    /**
     * Prepare the morphing of a set of benchmarks.
     *
     * @param space the k parameters
     * @param basis the m monomials, of the same parameters
     * @param benchmarks at least m points, names and points distinct
     * @throws hep.aurum.base.BadModel if the benchmarks do not determine every monomial; the message names those that
     *     stay undetermined and points that would help
     */
    public static Morphing of(ParameterSpace space, MonomialBasis basis, List<Benchmark> benchmarks) {
        Check.length("the parameters of the basis", basis.parameters(), space.size());
        for (Benchmark benchmark : benchmarks) {
            Check.length("benchmark " + benchmark.name(), benchmark.point().size(), space.size());
        }
        int names = new HashSet<>(benchmarks.stream().map(Benchmark::name).toList()).size();
        Check.argument(names == benchmarks.size(), "benchmark names repeat: %s", benchmarks);
        DesignMatrix matrix = DesignMatrix.of(space, basis, benchmarks);
        matrix.requireFullRank();
        DMatrixRMaj inverse = matrix.pseudoInverse();
        return new Morphing(
                space, basis, List.copyOf(benchmarks), matrix.values(), inverse.data, matrix.conditionNumber());
    }

    /**
     * Prepare the morphing of amplitudes linear in every parameter, so that weights are quadratic.
     *
     * @see #of(ParameterSpace, MonomialBasis, List)
     */
    public static Morphing quadratic(ParameterSpace space, List<Benchmark> benchmarks) {
        return of(space, MonomialBasis.complete(space.size(), 2), benchmarks);
    }

    /** Return the parameters. */
    public ParameterSpace space() {
        return space;
    }

    /** Return the monomials. */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return the benchmarks, in the order of the weights that {@link #coefficients(double[], double[])} takes. */
    public List<Benchmark> benchmarks() {
        return benchmarks;
    }

    /** Return the names of the benchmarks in order. */
    public List<String> benchmarkNames() {
        return benchmarks.stream().map(Benchmark::name).toList();
    }

    /**
     * Return the 2-norm condition number of the design matrix: the factor by which relative errors of the benchmark weights
     * may grow in the coefficients. It depends on the unit of the parameters.
     */
    public double conditionNumber() {
        return conditionNumber;
    }

    /** Return whether there are more benchmarks than monomials, so that weights can contradict the polynomial. */
    public boolean isOverdetermined() {
        return benchmarks.size() > basis.size();
    }

    /**
     * Compute the polynomial of one event. Allocates nothing.
     *
     * @param weights {@code [b]} in the order of {@link #benchmarks()}
     * @param coefficients {@code [m]}, overwritten, in the unit of the weights
     */
    public void coefficients(double[] weights, double[] coefficients) {
        int b = benchmarks.size();
        int m = basis.size();
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int i = 0; i < b; i++) {
                sum += inverse[j * b + i] * weights[i];
            }
            coefficients[j] = sum;
        }
    }

    /**
     * Return the largest misfit of one event's polynomial at the benchmarks, relative to its largest weight: rounding when
     * the benchmarks determine the basis exactly, a measure of the model's truth when they overdetermine it.
     *
     * @param weights {@code [b]}
     * @param coefficients {@code [m]} from {@link #coefficients(double[], double[])}
     */
    public double residual(double[] weights, double[] coefficients) {
        int m = basis.size();
        double largest = 0;
        double misfit = 0;
        for (int i = 0; i < benchmarks.size(); i++) {
            double fitted = 0;
            for (int j = 0; j < m; j++) {
                fitted += design[i * m + j] * coefficients[j];
            }
            largest = Math.max(largest, Math.abs(weights[i]));
            misfit = Math.max(misfit, Math.abs(fitted - weights[i]));
        }
        return largest == 0 ? 0 : misfit / largest;
    }

    /** Return the weight at θ of a polynomial: \(\sum_j c_j\phi_j(\theta)\). */
    public double weight(double[] coefficients, double[] theta) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.value(j, theta);
        }
        return sum;
    }

    /** Return the morphing weights \(w_b(\theta)\), {@code [b]}. */
    public double[] morphingWeights(ParameterPoint theta) {
        return combine(basis.values(theta));
    }

    /** Return the derivatives of the morphing weights along one parameter, {@code [b]}. */
    public double[] morphingWeightDerivatives(ParameterPoint theta, int parameter) {
        double[] derivatives = new double[basis.size()];
        basis.derivatives(theta.toArray(), parameter, derivatives);
        return combine(derivatives);
    }

    private double[] combine(double[] monomials) {
        int b = benchmarks.size();
        double[] combined = new double[b];
        for (int i = 0; i < b; i++) {
            for (int j = 0; j < monomials.length; j++) {
                combined[i] += monomials[j] * inverse[j * b + i];
            }
        }
        return combined;
    }

    /**
     * Return the position of a benchmark.
     *
     * @throws NotFound if there is none of that name
     */
    public int indexOf(String benchmark) {
        int index = benchmarkNames().indexOf(benchmark);
        if (index < 0) {
            throw new NotFound(
                    "no benchmark is named \"" + benchmark + "\"", "", Names.suggest(benchmark, benchmarkNames()));
        }
        return index;
    }

    /**
     * Return the morphing without one benchmark, which it can then be asked to predict.
     *
     * @throws hep.aurum.base.BadModel if the others do not determine the basis
     */
    public Morphing without(String benchmark) {
        indexOf(benchmark);
        return of(
                space,
                basis,
                benchmarks.stream().filter(b -> !b.name().equals(benchmark)).toList());
    }
}
