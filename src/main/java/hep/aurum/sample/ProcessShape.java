package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tell the parameters that shape a process from those that only scale it.
 *
 * <p>A power of a parameter that is common to all monomials of a process, such as its signal strength, factors out of every
 * event's weight and drops out of the density of x. What is left, if anything, is the shape.
 */
public final class ProcessShape {

    private final EventSample sample;
    private final int process;
    private final int[] monomials;
    private final int[] strengths;
    private final int[] parameters;

    private ProcessShape(EventSample sample, int process, int[] monomials, int[] strengths, int[] parameters) {
        this.sample = sample;
        this.process = process;
        this.monomials = monomials;
        this.strengths = strengths;
        this.parameters = parameters;
    }

    /**
     * Analyse a process of a sample.
     *
     * @param process its position in {@link EventSample#processes()}
     */
    public static ProcessShape of(EventSample sample, int process) {
        MonomialBasis basis = sample.basis();
        int[] monomials = IntStream.range(0, basis.size())
                .filter(j -> isUsed(sample, process, j))
                .toArray();
        int k = basis.parameters();
        int[] strengths = IntStream.range(0, k)
                .map(a -> Arrays.stream(monomials)
                        .map(j -> basis.exponent(j, a))
                        .min()
                        .orElse(0))
                .toArray();
        int[] parameters = IntStream.range(0, k)
                .filter(a -> Arrays.stream(monomials).anyMatch(j -> basis.exponent(j, a) > strengths[a]))
                .toArray();
        return new ProcessShape(sample, process, monomials, strengths, parameters);
    }

    private static boolean isUsed(EventSample sample, int process, int monomial) {
        for (int i = 0; i < sample.size(); i++) {
            if (sample.process(i) == process && sample.coefficient(i, monomial) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Return the positions of the parameters that shape the process; none if it is only scaled. */
    public int[] parameters() {
        return parameters.clone();
    }

    /** Return whether any parameter shapes the process. */
    public boolean isShaped() {
        return parameters.length > 0;
    }

    /**
     * Return the events of the process, with weights in the parameters that shape it alone.
     *
     * @throws IllegalArgumentException if no parameter does
     */
    public EventSample events() {
        Check.argument(
                isShaped(), "no parameter shapes process %s", sample.processes().get(process));
        MonomialBasis basis = sample.basis();
        int[][] exponents = new int[monomials.length][parameters.length];
        for (int j = 0; j < monomials.length; j++) {
            for (int a = 0; a < parameters.length; a++) {
                exponents[j][a] = basis.exponent(monomials[j], parameters[a]) - strengths[parameters[a]];
            }
        }
        int[] rows = sample.rowsOf(process);
        double[] coefficients = new double[rows.length * monomials.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < monomials.length; j++) {
                coefficients[i * monomials.length + j] = sample.coefficient(rows[i], monomials[j]);
            }
        }
        List<Parameter> shaping = new ArrayList<>();
        Arrays.stream(parameters).forEach(a -> shaping.add(sample.space().get(a)));
        return sample.subset(rows, 1)
                .reweighted(new ParameterSpace(shaping), MonomialBasis.of(parameters.length, exponents), coefficients);
    }

    /**
     * Return the events of two processes as a mixture with one parameter, the fraction of the second: weights \((1-f)\,u_i\)
     * for the first and \(f\,u_i\) for the second, so that \(\log r(x|1) - \log r(x|0)\) is the log ratio of their laws. Of a
     * process that parameters shape, that is the sampling law, to which its shape ratio refers, and \(u_i = 1/n\); of any
     * other it is the law of its weights, which may differ or be negative, and \(u_i = w_i/\sum w\).
     */
    public static EventSample fractions(EventSample sample, int first, int second) {
        int[] rows = IntStream.range(0, sample.size())
                .filter(i -> sample.process(i) == first || sample.process(i) == second)
                .toArray();
        double[] firstShares = shares(sample, first);
        double[] secondShares = shares(sample, second);
        double[] coefficients = new double[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            boolean isFirst = sample.process(rows[i]) == first;
            coefficients[2 * i] = isFirst ? firstShares[rows[i]] : 0;
            coefficients[2 * i + 1] = isFirst ? -firstShares[rows[i]] : secondShares[rows[i]];
        }
        ParameterSpace space = ParameterSpace.of(new Parameter("fraction", 0, 1, 0.5));
        return sample.subset(rows, 1).reweighted(space, MonomialBasis.complete(1, 1), coefficients);
    }

    /** The share of each row in the law of its process; rows of other processes are not looked at. */
    private static double[] shares(EventSample sample, int process) {
        ProcessShape shape = of(sample, process);
        int[] rows = sample.rowsOf(process);
        double[] shares = new double[sample.size()];
        double sum = 0;
        for (int row : rows) {
            shares[row] = shape.isShaped() ? 1 : sample.coefficient(row, shape.monomials[0]);
            sum += shares[row];
        }
        for (int row : rows) {
            shares[row] /= sum;
        }
        return shares;
    }
}
