package hep.aurum.likelihood.joint;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Measure how far each member of an ensemble is off in its parameters if the mean of all is right, and make the
 * {@link ShiftedShape}.
 *
 * <p>At each of some points s, \(b_e(s) = I^{-1}\,E_{\bar p(s)}[t_e(x|s)]\), where the law \(\bar p(s)\) is that of the reference events
 * with the weights \(\bar r(x|s)\). Between the points \(b_e\) is a polynomial of second degree, by least squares.
 */
public final class EnsembleBias {

    private static final int DEGREE = 2;

    private final List<LearnedShape> members;
    private final List<EventShape> shapes = new ArrayList<>();
    private final double[] weights;
    private final int k;

    private EnsembleBias(List<LearnedShape> members, EventData reference) {
        this.members = members;
        this.weights = reference.weights();
        this.k = members.get(0).parameters().size();
        members.forEach(member -> shapes.add(member.at(reference.events())));
    }

    /**
     * Return the density of an ensemble with the disagreement of its members as nuisances.
     *
     * @param process whose density it is; the nuisances are called {@code network_PROCESS_1}, …
     * @param members normalised over the same reference law, in which they are ratios
     * @param reference events of that law
     * @param points where the disagreement is measured, each {@code [k]}; at least as many as a polynomial of second degree has
     *     coefficients
     * @throws BadModel if the members say nothing of a parameter
     */
    public static ShiftedShape shifted(
            String process, List<LearnedShape> members, EventData reference, List<double[]> points) {
        return new EnsembleBias(members, reference).shape(process, points);
    }

    private ShiftedShape shape(String process, List<double[]> points) {
        MonomialBasis basis = MonomialBasis.complete(k, DEGREE);
        Check.argument(
                points.size() >= basis.size(),
                "biases are known at %d points, expected at least %d",
                points.size(),
                basis.size());
        double[][][] biases = new double[points.size()][][];
        for (int j = 0; j < biases.length; j++) {
            biases[j] = at(points.get(j));
        }
        DecompositionSolver solver = new QRDecomposition(monomials(basis, points)).getSolver();
        List<List<Double>> coefficients = new ArrayList<>();
        for (int e = 0; e < members.size(); e++) {
            List<Double> rows = new ArrayList<>();
            for (int c = 0; c < k; c++) {
                double[] values = new double[points.size()];
                for (int j = 0; j < values.length; j++) {
                    values[j] = biases[j][e][c];
                }
                for (double value : solver.solve(new ArrayRealVector(values)).toArray()) {
                    rows.add(value);
                }
            }
            coefficients.add(rows);
        }
        List<Parameter> ranges = members.get(0).estimator().space().parameters();
        return new ShiftedShape(
                List.copyOf(members),
                NetworkNuisances.of(process, members.size()),
                basis,
                coefficients,
                ranges.stream().map(Parameter::min).toList(),
                ranges.stream().map(Parameter::max).toList());
    }

    private static RealMatrix monomials(MonomialBasis basis, List<double[]> points) {
        RealMatrix matrix = new Array2DRowRealMatrix(points.size(), basis.size());
        double[] row = new double[basis.size()];
        for (int j = 0; j < points.size(); j++) {
            basis.values(points.get(j), row);
            matrix.setRow(j, row);
        }
        return matrix;
    }

    /** Return \(b_e(s)\), {@code [E][k]}. */
    private double[][] at(double[] s) {
        int n = weights.length;
        double[][] ratios = new double[shapes.size()][n];
        double[][] slopes = new double[shapes.size()][n * k];
        double[] bends = new double[n * k * k];
        double[] mean = new double[n];
        double[] meanSlope = new double[n * k];
        for (int e = 0; e < ratios.length; e++) {
            shapes.get(e).evaluate(s, ratios[e], slopes[e], bends);
            for (int i = 0; i < n; i++) {
                mean[i] += ratios[e][i] / ratios.length;
            }
            for (int i = 0; i < n * k; i++) {
                meanSlope[i] += slopes[e][i] / ratios.length;
            }
        }
        DecompositionSolver information = information(mean, meanSlope, s);
        double[][] biases = new double[ratios.length][];
        for (int e = 0; e < ratios.length; e++) {
            double[] score = new double[k];
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < k; c++) {
                    // With weights of r̄ the score of the member is its slope over its own value.
                    score[c] += weights[i] * mean[i] * slopes[e][i * k + c] / ratios[e][i];
                }
            }
            biases[e] = information.solve(new ArrayRealVector(score)).toArray();
        }
        return biases;
    }

    /** Return a solver for \(\sum_i w_i\bar r_i\,\bar t_i\bar t_i^T\). */
    private DecompositionSolver information(double[] mean, double[] meanSlope, double[] s) {
        RealMatrix sum = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < mean.length; i++) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    sum.addToEntry(a, b, weights[i] * meanSlope[i * k + a] * meanSlope[i * k + b] / mean[i]);
                }
            }
        }
        DecompositionSolver solver = new QRDecomposition(sum).getSolver();
        if (!solver.isNonSingular()) {
            throw new BadModel(
                    "the learned density does not depend on " + members.get(0).parameters() + " at "
                            + Arrays.toString(s),
                    "",
                    "hold the parameter fixed, or choose features that know of it");
        }
        return solver;
    }
}
