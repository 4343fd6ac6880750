package hep.aurum.likelihood.binned;

import hep.aurum.math.optim.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluate \( -2\ln L \) of a binned model together with terms that couple its rates, \( \sum_t
 * T_t(\lambda(\theta),\theta) \), with exact first and second derivatives.
 *
 * <p>The bins of a term have no Poisson term of their own; their counts are zero. No bin belongs to two terms. The variables are the parameters of the binned model and, behind them, those that only the terms know.
 */
final class CoupledObjective implements Objective {

    private final BinnedObjective base;
    private final CompiledModel model;
    private final List<RateTerm> terms;
    private final int own;
    private final int n;
    private final double[] baseGradient;
    private final double[] baseHessian;

    /** For each term: its rates, its variables, its derivatives, and those of its rates in the parameters. */
    private final double[][] rates;

    private final double[][] variables;
    private final double[][] slopes;
    private final double[][] bends;
    private final double[][][] jacobians;

    CoupledObjective(CompiledModel model, BinnedObjective base, List<RateTerm> terms, int extra) {
        this.base = base;
        this.model = model;
        this.terms = terms;
        own = base.dimension();
        n = own + extra;
        baseGradient = new double[own];
        baseHessian = new double[own * own];
        int count = terms.size();
        rates = new double[count][];
        variables = new double[count][];
        slopes = new double[count][];
        bends = new double[count][];
        jacobians = new double[count][][];
        for (int t = 0; t < count; t++) {
            int bins = terms.get(t).bins().length;
            int size = bins + terms.get(t).variables().length;
            rates[t] = new double[bins];
            variables[t] = new double[size - bins];
            slopes[t] = new double[size];
            bends[t] = new double[size * size];
            jacobians[t] = new double[bins][own];
        }
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double value(double[] theta) {
        double value = base.value(theta);
        for (int t = 0; t < rates.length; t++) {
            RateTerm term = terms.get(t);
            value -= silenced(term.bins());
            pick(base.chain.rates.rate, term.bins(), rates[t]);
            pick(theta, term.variables(), variables[t]);
            value += term.value(rates[t], variables[t]);
        }
        return value;
    }

    private static void pick(double[] values, int[] positions, double[] picked) {
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[positions[i]];
        }
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[] hessian) {
        double value = base.begin(theta);
        for (int t = 0; t < rates.length; t++) {
            RateTerm term = terms.get(t);
            pick(base.chain.rates.rate, term.bins(), rates[t]);
            pick(theta, term.variables(), variables[t]);
            value -= silenced(term.bins());
            value += term.evaluate(rates[t], variables[t], slopes[t], bends[t]);
            replaceTerms(term.bins(), slopes[t], bends[t]);
        }
        base.end(theta, baseGradient, baseHessian);
        embed(gradient, hessian);
        for (int t = 0; t < rates.length; t++) {
            addCouplings(t, gradient, hessian);
        }
        return value;
    }

    /** Return the Poisson terms of bins that have none. */
    private double silenced(int[] bins) {
        double sum = 0;
        for (int bin : bins) {
            sum += PoissonTerm.value(0, base.chain.rates.rate[bin]);
        }
        return sum;
    }

    /** What depends on one rate at a time takes the place of the Poisson term, curvature of the rate included. */
    private void replaceTerms(int[] bins, double[] slope, double[] bend) {
        for (int p = 0; p < bins.length; p++) {
            base.first[bins[p]] = slope[p];
            base.second[bins[p]] = bend[p * slope.length + p];
        }
    }

    private void embed(double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        System.arraycopy(baseGradient, 0, gradient, 0, own);
        for (int i = 0; i < own; i++) {
            System.arraycopy(baseHessian, i * own, hessian, i * n, own);
        }
    }

    /** Add the pairs of different rates, the pairs of a rate and a variable, and the variables. */
    private void addCouplings(int t, double[] gradient, double[] hessian) {
        int[] bins = terms.get(t).bins();
        int[] at = terms.get(t).variables();
        double[] slope = slopes[t];
        double[] bend = bends[t];
        double[][] jacobian = jacobian(bins, jacobians[t]);
        int size = slope.length;
        for (int p = 0; p < bins.length; p++) {
            for (int q = 0; q < bins.length; q++) {
                if (q != p) {
                    addOuter(jacobian[p], jacobian[q], bend[p * size + q], hessian);
                }
            }
            for (int v = 0; v < at.length; v++) {
                double mixed = bend[p * size + bins.length + v];
                for (int j = 0; j < own; j++) {
                    hessian[at[v] * n + j] += mixed * jacobian[p][j];
                    hessian[j * n + at[v]] += mixed * jacobian[p][j];
                }
            }
        }
        for (int v = 0; v < at.length; v++) {
            gradient[at[v]] += slope[bins.length + v];
            for (int w = 0; w < at.length; w++) {
                hessian[at[v] * n + at[w]] += bend[(bins.length + v) * size + bins.length + w];
            }
        }
    }

    private double[][] jacobian(int[] bins, double[][] jacobian) {
        for (int p = 0; p < bins.length; p++) {
            int c = 0;
            while (model.channelBin[c + 1] <= bins[p]) {
                c++;
            }
            base.chain.gradient(c, bins[p] - model.channelBin[c], jacobian[p]);
        }
        return jacobian;
    }

    private void addOuter(double[] left, double[] right, double factor, double[] hessian) {
        for (int i = 0; i < own; i++) {
            if (left[i] != 0) {
                double scaled = factor * left[i];
                for (int j = 0; j < own; j++) {
                    hessian[i * n + j] += scaled * right[j];
                }
            }
        }
    }
}
