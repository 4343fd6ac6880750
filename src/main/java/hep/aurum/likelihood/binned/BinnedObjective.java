package hep.aurum.likelihood.binned;

import hep.aurum.math.optim.Objective;
import java.util.Arrays;

/**
 * Evaluate \( -2\ln L \) of a binned model with exact gradient and Hessian in one pass without allocation.
 *
 * <p>With \( t_b(\lambda_b) = -2\ln\mathrm{Pois}(n_b\mid\lambda_b) \) the derivatives are \[ \partial_p = \sum_b t_b'
 * \partial_p\lambda_b, \qquad \partial_p\partial_q = \sum_b t_b'' \partial_p\lambda_b\,\partial_q\lambda_b + \sum_b t_b'
 * \partial_p\partial_q\lambda_b. \] The first sum of the Hessian is collected by channel in a dense matrix of its local
 * parameters, the second (the curvature of the rates) by sample: shape variations add, so that only pairs with a factor
 * in them have a mixed derivative.
 */
final class BinnedObjective implements Objective {

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

    /** Derivatives of the channel's rates: by bin and local parameter, and by group and bin. */
    private final double[] jacobian;

    private final double[] groupJacobian;

    /** Hessian of the channel's local parameters, upper triangle. */
    private final double[] local;

    private final double[] scalarDerivative;
    private final double[] shapeSum;

    BinnedObjective(CompiledModel model, double[] counts, double[] gaussianData, double[] poissonData) {
        this.model = model;
        this.counts = counts;
        this.gaussianData = gaussianData;
        this.poissonData = poissonData;
        n = model.parameters.size();
        rates = new RateTable(model);
        first = new double[model.bins];
        second = new double[model.bins];
        jacobian = new double[model.maxBins() * model.maxDense()];
        groupJacobian = new double[model.maxBins() * model.maxGroups()];
        local = new double[model.maxDense() * model.maxDense()];
        scalarDerivative = new double[model.scalarFactor.length];
        shapeSum = new double[model.shapeParameter.length];
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
        double sum = 0.0;
        for (int b = 0; b < model.bins; b++) {
            sum += PoissonTerm.value(counts[b], rates.rate[b]);
        }
        return sum + constraintValue(theta) + constant;
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
            addChannel(c, gradient, hessian);
        }
        addConstraints(theta, gradient, hessian);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                hessian[j * n + i] = hessian[i * n + j];
            }
        }
        return value;
    }

    private void addChannel(int c, double[] gradient, double[] hessian) {
        int bins = model.channelBins(c);
        int dense = model.denseStart[c + 1] - model.denseStart[c];
        int groups = model.groupStart[c + 1] - model.groupStart[c];
        Arrays.fill(jacobian, 0, bins * dense, 0.0);
        Arrays.fill(groupJacobian, 0, bins * groups, 0.0);
        Arrays.fill(local, 0, dense * dense, 0.0);
        for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
            addScalarDerivatives(s, c, bins, dense);
            addShapeDerivatives(s, c, bins, dense);
            addGammaDerivatives(s, bins);
            addScalarCurvature(s, c, bins, dense);
            addShapeCurvature(s, c, dense);
            addGammaCurvature(s, c, bins, hessian);
        }
        addGaussNewton(c, bins, dense);
        scatter(c, bins, dense, gradient, hessian);
        addGroups(c, bins, dense, groups, gradient, hessian);
    }

    private void addScalarDerivatives(int s, int c, int bins, int dense) {
        int start = model.blockStart[s];
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            double derivative = rates.factors.first[model.scalarFactor[k]] * rates.scalarWithout(s, k);
            scalarDerivative[k] = derivative;
            int column = model.scalarLocal[k];
            for (int b = 0; b < bins; b++) {
                jacobian[b * dense + column] += derivative * rates.base[start + b] * rates.gamma[start + b];
            }
        }
    }

    /** Fill in the Jacobian of shape slots, and Σ t' γ ∂base for the curvature. */
    private void addShapeDerivatives(int s, int c, int bins, int dense) {
        int start = model.blockStart[s];
        int firstBin = model.channelBin[c];
        double scalar = rates.scalar[s];
        for (int k = model.shapeStart[s]; k < model.shapeStart[s + 1]; k++) {
            int data = model.shapeData[k];
            double h = rates.factors.shapeFirst[model.shapeParameter[k]];
            int column = model.shapeLocal[k];
            double sum = 0.0;
            for (int b = 0; b < bins; b++) {
                double derivative =
                        (model.symmetric[data + b] + h * model.asymmetric[data + b]) * rates.gamma[start + b];
                jacobian[b * dense + column] += scalar * derivative;
                sum += first[firstBin + b] * derivative;
            }
            shapeSum[k] = sum;
        }
    }

    private void addGammaDerivatives(int s, int bins) {
        int start = model.blockStart[s];
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            int row = model.binGroup[k] * bins;
            for (int b = 0; b < bins; b++) {
                groupJacobian[row + b] += rates.scalar[s] * rates.base[start + b] * rates.gammaWithout(s, b, k, k);
            }
        }
    }

    private void addScalarCurvature(int s, int c, int bins, int dense) {
        int start = model.blockStart[s];
        int firstBin = model.channelBin[c];
        double sum = 0.0;
        for (int b = 0; b < bins; b++) {
            sum += first[firstBin + b] * rates.base[start + b] * rates.gamma[start + b];
        }
        int end = model.scalarStart[s + 1];
        boolean hasZero = rates.zeros[s] > 0;
        for (int k = model.scalarStart[s]; k < end; k++) {
            int u = model.scalarFactor[k];
            int row = model.scalarLocal[k];
            local[row * dense + row] += sum * rates.factors.second[u] * rates.scalarWithout(s, k);
            double fast = hasZero ? 0.0 : sum * scalarDerivative[k] / rates.scalar[s];
            for (int l = k + 1; l < end; l++) {
                double mixed = hasZero
                        ? sum
                                * rates.factors.first[u]
                                * rates.factors.first[model.scalarFactor[l]]
                                * rates.scalarWithout(s, k, l)
                        : fast * scalarDerivative[l];
                addPair(row, model.scalarLocal[l], mixed, dense);
            }
            for (int l = model.shapeStart[s]; l < model.shapeStart[s + 1]; l++) {
                addPair(row, model.shapeLocal[l], scalarDerivative[k] * shapeSum[l], dense);
            }
        }
    }

    /** Add a mixed derivative of two slots to the local matrix; slots of one parameter count twice on the diagonal. */
    private void addPair(int i, int j, double mixed, int dense) {
        if (i == j) {
            local[i * dense + i] += 2.0 * mixed;
        } else {
            local[Math.min(i, j) * dense + Math.max(i, j)] += mixed;
        }
    }

    private void addShapeCurvature(int s, int c, int dense) {
        int start = model.blockStart[s];
        int firstBin = model.channelBin[c];
        int bins = model.channelBins(c);
        for (int k = model.shapeStart[s]; k < model.shapeStart[s + 1]; k++) {
            double h = rates.factors.shapeSecond[model.shapeParameter[k]];
            if (h != 0.0) {
                int data = model.shapeData[k];
                double sum = 0.0;
                for (int b = 0; b < bins; b++) {
                    sum += first[firstBin + b] * model.asymmetric[data + b] * rates.gamma[start + b];
                }
                int row = model.shapeLocal[k];
                local[row * dense + row] += h * rates.scalar[s] * sum;
            }
        }
    }

    /** Mixed derivatives of the factors by bin with everything else; these parameters have no local number. */
    private void addGammaCurvature(int s, int c, int bins, double[] hessian) {
        int start = model.blockStart[s];
        int firstBin = model.channelBin[c];
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            for (int b = 0; b < bins; b++) {
                int p = model.binParameter[k] + b;
                double without = rates.gammaWithout(s, b, k, k);
                double weight = first[firstBin + b] * without;
                for (int l = model.scalarStart[s]; l < model.scalarStart[s + 1]; l++) {
                    int q = model.factorParameter[model.scalarFactor[l]];
                    add(hessian, p, q, weight * rates.base[start + b] * scalarDerivative[l]);
                }
                for (int l = model.shapeStart[s]; l < model.shapeStart[s + 1]; l++) {
                    int q = model.shapeParameter[l];
                    int data = model.shapeData[l] + b;
                    double slope = model.symmetric[data] + rates.factors.shapeFirst[q] * model.asymmetric[data];
                    add(hessian, p, q, weight * slope * rates.scalar[s]);
                }
                for (int l = k + 1; l < model.binStart[s + 1]; l++) {
                    double mixed = first[firstBin + b]
                            * rates.base[start + b]
                            * rates.scalar[s]
                            * rates.gammaWithout(s, b, k, l);
                    add(hessian, p, model.binParameter[l] + b, mixed);
                }
            }
        }
    }

    private void add(double[] hessian, int p, int q, double mixed) {
        if (p == q) {
            hessian[p * n + p] += 2.0 * mixed;
        } else {
            hessian[Math.min(p, q) * n + Math.max(p, q)] += mixed;
        }
    }

    private void addGaussNewton(int c, int bins, int dense) {
        int firstBin = model.channelBin[c];
        for (int b = 0; b < bins; b++) {
            int row = b * dense;
            double weight = second[firstBin + b];
            for (int i = 0; i < dense; i++) {
                double scaled = weight * jacobian[row + i];
                if (scaled != 0.0) {
                    int out = i * dense;
                    for (int j = i; j < dense; j++) {
                        local[out + j] += scaled * jacobian[row + j];
                    }
                }
            }
        }
    }

    private void scatter(int c, int bins, int dense, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        int offset = model.denseStart[c];
        for (int i = 0; i < dense; i++) {
            int p = model.denseParameter[offset + i];
            double sum = 0.0;
            for (int b = 0; b < bins; b++) {
                sum += first[firstBin + b] * jacobian[b * dense + i];
            }
            gradient[p] += sum;
            hessian[p * n + p] += local[i * dense + i];
            for (int j = i + 1; j < dense; j++) {
                int q = model.denseParameter[offset + j];
                hessian[Math.min(p, q) * n + Math.max(p, q)] += local[i * dense + j];
            }
        }
    }

    /** Gradient and Gauss–Newton terms of the factors by bin, each of which touches one bin of the channel. */
    private void addGroups(int c, int bins, int dense, int groups, double[] gradient, double[] hessian) {
        int firstBin = model.channelBin[c];
        for (int g = 0; g < groups; g++) {
            int firstParameter = model.groupParameter[model.groupStart[c] + g];
            for (int b = 0; b < bins; b++) {
                int p = firstParameter + b;
                double slope = groupJacobian[g * bins + b];
                gradient[p] += first[firstBin + b] * slope;
                double weight = second[firstBin + b] * slope;
                for (int i = 0; i < dense; i++) {
                    int q = model.denseParameter[model.denseStart[c] + i];
                    hessian[Math.min(p, q) * n + Math.max(p, q)] += weight * jacobian[b * dense + i];
                }
                hessian[p * n + p] += weight * slope;
                for (int other = g + 1; other < groups; other++) {
                    int q = model.groupParameter[model.groupStart[c] + other] + b;
                    hessian[Math.min(p, q) * n + Math.max(p, q)] += weight * groupJacobian[other * bins + b];
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
