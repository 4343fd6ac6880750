package hep.aurum.likelihood;

import java.util.List;

/** Evaluate one polynomial with its derivatives without allocation; for one thread. */
final class PolynomialKernel {

    /** Positions in the point of the parameters that occur. */
    final int[] variables;

    /** First and second derivatives along these, as the last evaluation left them. */
    final double[] gradient;

    final double[] hessian;

    private final double[] coefficients;
    private final int[][] powers;

    private PolynomialKernel(int[] variables, double[] coefficients, int[][] powers) {
        this.variables = variables;
        this.coefficients = coefficients;
        this.powers = powers;
        gradient = new double[variables.length];
        hessian = new double[variables.length * variables.length];
    }

    /** Prepare a polynomial for points in the order of {@code names}, which hold all of its parameters. */
    static PolynomialKernel of(Polynomial polynomial, List<String> names) {
        List<String> own = polynomial.parameters();
        int terms = polynomial.terms().size();
        double[] coefficients = new double[terms];
        int[][] powers = new int[terms][own.size()];
        for (int t = 0; t < terms; t++) {
            Polynomial.Term term = polynomial.terms().get(t);
            coefficients[t] = term.coefficient();
            for (int v = 0; v < own.size(); v++) {
                powers[t][v] = term.powers().getOrDefault(own.get(v), 0);
            }
        }
        int[] variables = own.stream().mapToInt(names::indexOf).toArray();
        return new PolynomialKernel(variables, coefficients, powers);
    }

    double value(double[] theta) {
        double sum = 0.0;
        for (int t = 0; t < coefficients.length; t++) {
            sum += product(theta, t, -1, -1);
        }
        return sum;
    }

    /** Return the value and leave the derivatives in {@link #gradient} and {@link #hessian}. */
    double evaluate(double[] theta) {
        int n = variables.length;
        for (int i = 0; i < n; i++) {
            double first = 0.0;
            for (int t = 0; t < coefficients.length; t++) {
                first += product(theta, t, i, -1);
            }
            gradient[i] = first;
            for (int j = i; j < n; j++) {
                double second = 0.0;
                for (int t = 0; t < coefficients.length; t++) {
                    second += product(theta, t, i, j);
                }
                hessian[i * n + j] = second;
                hessian[j * n + i] = second;
            }
        }
        return value(theta);
    }

    /** Return a term, differentiated along the variables i and j unless they are -1. */
    private double product(double[] theta, int term, int i, int j) {
        double product = coefficients[term];
        for (int v = 0; v < variables.length; v++) {
            int power = powers[term][v];
            if (v == i) {
                product *= power--;
            }
            if (v == j) {
                product *= power--;
            }
            for (; power > 0 && product != 0.0; power--) {
                product *= theta[variables[v]];
            }
        }
        return product;
    }
}
