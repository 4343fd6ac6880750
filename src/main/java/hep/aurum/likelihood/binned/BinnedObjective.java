package hep.aurum.likelihood.binned;

import hep.aurum.math.optim.Objective;
import java.util.Arrays;

/**
 * Evaluate \( -2\ln L \) of a binned model with exact gradient and Hessian in one pass without allocation.
 *
 * <p>Each bin has the term \( t_b(\lambda_b) = -2\ln\mathrm{Pois}(n_b\mid\lambda_b) \); {@link RateChain} makes derivatives in the
 * parameters of those in the rates.
 */
final class BinnedObjective implements Objective {

    private final CompiledModel model;
    private final double[] counts;
    private final double[] gaussianData;
    private final double[] poissonData;
    private final double constant;
    private final int n;
    final RateChain chain;
    private final RateTable rates;

    /** t' and t'' by bin of the whole model. */
    final double[] first;

    final double[] second;

    private final RateLine line;

    BinnedObjective(CompiledModel model, double[] counts, double[] gaussianData, double[] poissonData) {
        this.model = model;
        this.counts = counts;
        this.gaussianData = gaussianData;
        this.poissonData = poissonData;
        n = model.parameters.size();
        chain = new RateChain(model);
        rates = chain.rates;
        first = new double[model.bins];
        second = new double[model.bins];
        line = new RateLine(model, rates);
        constant = constant();
    }

    private double constant() {
        double sum = 0.0;
        for (double count : counts) {
            sum += 2.0 * PoissonTerm.logFactorial(count);
        }
        for (double count : poissonData) {
            sum += 2.0 * PoissonTerm.logFactorial(count);
        }
        double logTwoPi = StrictMath.log(2.0 * StrictMath.PI);
        for (double sigma : model.gaussianSigma) {
            sum += logTwoPi + 2.0 * StrictMath.log(sigma);
        }
        return sum;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double value(double[] theta) {
        rates.evaluate(theta);
        return value(theta, rates.rate);
    }

    private double value(double[] theta, double[] rate) {
        double sum = 0.0;
        for (int b = 0; b < model.bins; b++) {
            sum += PoissonTerm.value(counts[b], rate[b]);
        }
        return sum + constraintValue(theta) + constant;
    }

    @Override
    public double[] valuesAlong(double[] theta, int p, double[] places) {
        if (!line.follow(p)) {
            return Objective.super.valuesAlong(theta, p, places);
        }
        rates.moveTo(theta);
        double[] at = theta.clone();
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            at[p] = places[i];
            values[i] = value(at, line.at(places[i]));
        }
        return values;
    }

    private double constraintValue(double[] theta) {
        double sum = 0.0;
        for (int i = 0; i < gaussianData.length; i++) {
            double pull = (theta[model.gaussianParameter[i]] - gaussianData[i]) / model.gaussianSigma[i];
            sum += pull * pull;
        }
        for (int i = 0; i < poissonData.length; i++) {
            sum += PoissonTerm.value(poissonData[i], model.poissonTau[i] * theta[model.poissonParameter[i]]);
        }
        return sum;
    }

    @Override
    public double evaluate(double[] theta, double[] gradient, double[] hessian) {
        double value = begin(theta);
        end(theta, gradient, hessian);
        return value;
    }

    /** Return the value and leave the derivatives of the Poisson terms in the rates for {@link #end}. */
    double begin(double[] theta) {
        double value = value(theta);
        for (int b = 0; b < model.bins; b++) {
            first[b] = PoissonTerm.first(counts[b], rates.rate[b]);
            second[b] = PoissonTerm.second(counts[b], rates.rate[b]);
        }
        return value;
    }

    /** Turn derivatives in the rates, to which others may have been added, into those in the parameters. */
    void end(double[] theta, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0.0);
        Arrays.fill(hessian, 0.0);
        chain.add(first, second, gradient, hessian);
        addConstraints(theta, gradient, hessian);
        chain.mirror(hessian);
    }

    private void addConstraints(double[] theta, double[] gradient, double[] hessian) {
        for (int i = 0; i < gaussianData.length; i++) {
            int p = model.gaussianParameter[i];
            double weight = 2.0 / (model.gaussianSigma[i] * model.gaussianSigma[i]);
            gradient[p] += weight * (theta[p] - gaussianData[i]);
            hessian[p * n + p] += weight;
        }
        for (int i = 0; i < poissonData.length; i++) {
            int p = model.poissonParameter[i];
            double tau = model.poissonTau[i];
            double rate = tau * theta[p];
            gradient[p] += tau * PoissonTerm.first(poissonData[i], rate);
            hessian[p * n + p] += tau * tau * PoissonTerm.second(poissonData[i], rate);
        }
    }
}
