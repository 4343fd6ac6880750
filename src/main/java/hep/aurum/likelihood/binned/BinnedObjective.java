package hep.aurum.likelihood.binned;

import hep.aurum.math.optim.Objective;
import java.util.Arrays;

/**
 * Evaluate \( -2\ln L \) of a binned model with exact gradient and Hessian in one pass without allocation.
 *
 * <p>With \( t_b(\lambda_b) = -2\ln\mathrm{Pois}(n_b\mid\lambda_b) \) the derivatives are \[ \partial_p = \sum_b t_b'
 * \partial_p\lambda_b, \qquad \partial_p\partial_q = \sum_b t_b'' \partial_p\lambda_b\,\partial_q\lambda_b + \sum_b t_b'
 * \partial_p\partial_q\lambda_b. \] Both sums of the Hessian are collected by channel in dense matrices of its local
 * parameters ({@link ChannelDerivatives}); a factor by bin touches one bin and has a row of its own.
 */
final class BinnedObjective implements Objective {

    private static final int TILE = 16;

    private final CompiledModel model;
    private final double[] counts;
    private final double[] gaussianData;
    private final double[] poissonData;
    private final double constant;
    private final int n;
    private final RateTable rates;

    /** t' and t'' by bin of the whole model. */
    private final double[] first;

    private final double[] second;

    private final ChannelDerivatives channel;
    private final RateLine line;

    BinnedObjective(CompiledModel model, double[] counts, double[] gaussianData, double[] poissonData) {
        this.model = model;
        this.counts = counts;
        this.gaussianData = gaussianData;
        this.poissonData = poissonData;
        n = model.parameters.size();
        rates = new RateTable(model);
        first = new double[model.bins];
        second = new double[model.bins];
        channel = new ChannelDerivatives(model, rates);
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
        double value = value(theta);
        Arrays.fill(gradient, 0.0);
        Arrays.fill(hessian, 0.0);
        for (int b = 0; b < model.bins; b++) {
            first[b] = PoissonTerm.first(counts[b], rates.rate[b]);
            second[b] = PoissonTerm.second(counts[b], rates.rate[b]);
        }
        for (int c = 0; c < model.channels(); c++) {
            channel.collect(c, first, second);
            scatter(c, gradient, hessian);
            addFactorsByBin(c, gradient, hessian);
            addPairsOfFactorsByBin(c, hessian);
        }
        addConstraints(theta, gradient, hessian);
        mirror(hessian);
        return value;
    }

    /** Add the local parameters, whose numbers ascend with those of the model. */
    private void scatter(int c, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        int offset = model.denseStart[c];
        int dense = channel.dense;
        double[] halves = channel.halves;
        for (int b = 0; b < channel.bins; b++) {
            for (int i = 0; i < dense; i++) {
                gradient[model.denseParameter[offset + i]] += first[firstBin + b] * channel.jacobian[b * dense + i];
            }
        }
        for (int i = 0; i < dense; i++) {
            int out = model.denseParameter[offset + i] * n;
            for (int j = i; j < dense; j++) {
                hessian[out + model.denseParameter[offset + j]] +=
                        channel.gaussNewton[i * dense + j] + (halves[i * dense + j] + halves[j * dense + i]);
            }
        }
    }

    /** Add gradient, Gauss–Newton terms and mixed curvature of the factors by bin, each of which touches one bin. */
    private void addFactorsByBin(int c, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        int offset = model.denseStart[c];
        int bins = channel.bins;
        int dense = channel.dense;
        for (int g = 0; g < channel.groups; g++) {
            for (int b = 0; b < bins; b++) {
                int p = model.groupParameter[model.groupStart[c] + g] + b;
                int at = g * bins + b;
                double slope = channel.groupJacobian[at];
                double weight = second[firstBin + b] * slope;
                gradient[p] += first[firstBin + b] * slope;
                hessian[p * n + p] += weight * slope;
                for (int i = 0; i < dense; i++) {
                    double sum = weight * channel.jacobian[b * dense + i] + channel.mixed[at * dense + i];
                    add(hessian, p, model.denseParameter[offset + i], sum);
                }
                for (int other = g + 1; other < channel.groups; other++) {
                    int q = model.groupParameter[model.groupStart[c] + other] + b;
                    add(hessian, p, q, weight * channel.groupJacobian[other * bins + b]);
                }
            }
        }
    }

    /** Add the curvature of rates with two factors of one bin. */
    private void addPairsOfFactorsByBin(int c, double[] hessian) {
        int firstBin = model.channelBin[c];
        for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
            int start = model.blockStart[s];
            int end = model.binStart[s + 1];
            for (int k = model.binStart[s]; k + 1 < end; k++) {
                for (int l = k + 1; l < end; l++) {
                    for (int b = 0; b < channel.bins; b++) {
                        double product = first[firstBin + b] * rates.base[start + b] * rates.scalar[s];
                        double mixed = product * rates.gammaWithout(s, b, k, l);
                        add(hessian, model.binParameter[k] + b, model.binParameter[l] + b, mixed);
                    }
                }
            }
        }
    }

    private void add(double[] hessian, int p, int q, double mixed) {
        hessian[p < q ? p * n + q : q * n + p] += mixed;
    }

    /** Copy the upper triangle to the lower one, tile by tile for the sake of the cache. */
    private void mirror(double[] hessian) {
        for (int rowTile = 0; rowTile < n; rowTile += TILE) {
            int rowEnd = Math.min(rowTile + TILE, n);
            for (int columnTile = rowTile; columnTile < n; columnTile += TILE) {
                int columnEnd = Math.min(columnTile + TILE, n);
                for (int i = rowTile; i < rowEnd; i++) {
                    for (int j = Math.max(i + 1, columnTile); j < columnEnd; j++) {
                        hessian[j * n + i] = hessian[i * n + j];
                    }
                }
            }
        }
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
