package hep.aurum.likelihood.binned;

import java.util.Arrays;

/**
 * Collect the derivatives of one channel's rates in small dense matrices: the work space of {@link BinnedObjective}.
 *
 * <p>The rate of a block (a sample of the channel) is \( S\,B_b\,\gamma_b \): a product of scalar factors, a sum of shape
 * variations, a product of factors by bin. With \( t_b' \) the slope of the bin's Poisson term, \( d_k = f_k'/f_k \) over the
 * scalar slots and \( w_l = \sum_b t_b'\gamma_b\,\partial_l B_b \) over the shape slots, the curvature of the block's rate
 * contracted with t' is \[ c\,d_k d_l + S\,(d_k w_l + d_l w_k), \qquad c = S\sum_b t_b' B_b\gamma_b, \] and on the diagonal
 * \( c\,(f_k''/f_k - d_k^2) \) and \( S\sum_b t_b'\gamma_b\,\partial_l^2 B_b \) besides. It is of rank two, \( d\,u^T + u\,d^T
 * \) with \( u = \tfrac12 c\,d + S w \): one row for every scalar slot replaces all pairs of slots. Where a factor is zero,
 * logarithmic derivatives do not exist, and only rows of the zero factors remain.
 */
final class ChannelDerivatives {

    private final CompiledModel model;
    private final RateTable rates;

    /** Derivatives of the rates, {@code [bins][dense]}. */
    final double[] jacobian;

    /** Derivatives of the rates in the factors by bin, each of which touches one bin, {@code [groups][bins]}. */
    final double[] groupJacobian;

    /** Mixed derivatives of factors by bin and local parameters, contracted with t', {@code [groups][bins][dense]}. */
    final double[] mixed;

    /** Half of the curvature: H = halves + halvesᵀ, {@code [dense][dense]}. */
    final double[] halves;

    /** The Gauss–Newton part Σ t'' J Jᵀ, upper triangle, {@code [dense][dense]}. */
    final double[] gaussNewton;

    int bins;
    int dense;
    int groups;

    private final double[] scalarDerivative;
    private final double[] slope;
    private final double[] slopeSum;
    private final double[] bendSum;
    private final double[] row;

    ChannelDerivatives(CompiledModel model, RateTable rates) {
        this.model = model;
        this.rates = rates;
        int maxDense = model.maxDense();
        jacobian = new double[model.maxBins() * maxDense];
        groupJacobian = new double[model.maxBins() * model.maxGroups()];
        mixed = new double[model.maxBins() * model.maxGroups() * maxDense];
        halves = new double[maxDense * maxDense];
        gaussNewton = new double[maxDense * maxDense];
        scalarDerivative = new double[model.scalarFactor.length];
        slope = new double[model.maxShapes()];
        slopeSum = new double[model.maxShapes()];
        bendSum = new double[model.maxShapes()];
        row = new double[maxDense];
    }

    /** Collect everything of a channel; {@code first} and {@code second} are t' and t'' by bin of the whole model. */
    void collect(int c, double[] first, double[] second) {
        bins = model.channelBins(c);
        dense = model.denseStart[c + 1] - model.denseStart[c];
        groups = model.groupStart[c + 1] - model.groupStart[c];
        Arrays.fill(jacobian, 0, bins * dense, 0.0);
        Arrays.fill(groupJacobian, 0, bins * groups, 0.0);
        Arrays.fill(mixed, 0, groups * bins * dense, 0.0);
        Arrays.fill(halves, 0, dense * dense, 0.0);
        Arrays.fill(gaussNewton, 0, dense * dense, 0.0);
        int firstBin = model.channelBin[c];
        for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
            addRates(s, firstBin, first);
            addCurvature(s, firstBin, first);
        }
        addGaussNewton(firstBin, second);
    }

    private void addRates(int s, int firstBin, double[] first) {
        int shapes = model.shapeStart[s + 1] - model.shapeStart[s];
        Arrays.fill(slopeSum, 0, shapes, 0.0);
        Arrays.fill(bendSum, 0, shapes, 0.0);
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            scalarDerivative[k] = rates.factors.first[model.scalarFactor[k]] * rates.scalarWithout(s, k);
        }
        for (int b = 0; b < bins; b++) {
            addSlopes(s, b, shapes, first[firstBin + b]);
            addScaledRow(jacobian, b * dense, s, b, rates.gamma[model.blockStart[s] + b]);
            addFactorsByBin(s, b, first[firstBin + b]);
        }
    }

    /** Fill in ∂base of this bin, and add to Σ t' γ ∂base and Σ t' γ asymmetric. */
    private void addSlopes(int s, int b, int shapes, double first) {
        int data = model.shapeData[s] + b * shapes;
        int slot = model.shapeStart[s];
        double weight = first * rates.gamma[model.blockStart[s] + b];
        for (int k = 0; k < shapes; k++) {
            double asymmetric = model.asymmetric[data + k];
            double derivative = model.symmetric[data + k] + rates.slotFirst[slot + k] * asymmetric;
            slope[k] = derivative;
            slopeSum[k] += weight * derivative;
            bendSum[k] += weight * asymmetric;
        }
    }

    /** Add a multiple of the derivatives of S·B at this bin to a row of local parameters. */
    private void addScaledRow(double[] out, int at, int s, int b, double factor) {
        int slot = model.shapeStart[s];
        int shapes = model.shapeStart[s + 1] - slot;
        double scaled = factor * rates.scalar[s];
        for (int k = 0; k < shapes; k++) {
            out[at + model.shapeLocal[slot + k]] += scaled * slope[k];
        }
        double base = factor * rates.base[model.blockStart[s] + b];
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            out[at + model.scalarLocal[k]] += base * scalarDerivative[k];
        }
    }

    private void addFactorsByBin(int s, int b, double first) {
        double product = rates.scalar[s] * rates.base[model.blockStart[s] + b];
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            int at = model.binGroup[k] * bins + b;
            double without = rates.gammaWithout(s, b, k, k);
            groupJacobian[at] += product * without;
            addScaledRow(mixed, at * dense, s, b, first * without);
        }
    }

    private void addCurvature(int s, int firstBin, double[] first) {
        double sum = 0.0;
        int start = model.blockStart[s];
        for (int b = 0; b < bins; b++) {
            sum += first[firstBin + b] * rates.base[start + b] * rates.gamma[start + b];
        }
        if (rates.zeros[s] == 0) {
            addRankTwo(s, sum);
        } else if (rates.zeros[s] <= 2) {
            addZeroFactors(s, sum);
        }
        int slot = model.shapeStart[s];
        for (int k = slot; k < model.shapeStart[s + 1]; k++) {
            double bend = 0.5 * rates.slotSecond[k] * rates.scalar[s] * bendSum[k - slot];
            halves[model.shapeLocal[k] * (dense + 1)] += bend;
        }
    }

    private void addRankTwo(int s, double sum) {
        double scalar = rates.scalar[s];
        Arrays.fill(row, 0, dense, 0.0);
        addShapeSums(s, scalar);
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            row[model.scalarLocal[k]] += 0.5 * sum * scalarDerivative[k];
        }
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            int u = model.scalarFactor[k];
            double logSlope = scalarDerivative[k] / scalar;
            int out = model.scalarLocal[k] * dense;
            addMultiple(halves, out, logSlope);
            double bend = rates.factors.second[u] * rates.scalarWithout(s, k) - logSlope * scalarDerivative[k];
            halves[out + model.scalarLocal[k]] += 0.5 * sum * bend;
        }
    }

    private void addShapeSums(int s, double factor) {
        int slot = model.shapeStart[s];
        for (int k = slot; k < model.shapeStart[s + 1]; k++) {
            row[model.shapeLocal[k]] += factor * slopeSum[k - slot];
        }
    }

    private void addMultiple(double[] out, int at, double factor) {
        for (int j = 0; j < dense; j++) {
            out[at + j] += factor * row[j];
        }
    }

    /** One zero factor: its slope with all others. Two: their slopes with each other. */
    private void addZeroFactors(int s, double sum) {
        int end = model.scalarStart[s + 1];
        for (int k = model.scalarStart[s]; k < end; k++) {
            int u = model.scalarFactor[k];
            if (rates.factors.value[u] != 0.0) {
                continue;
            }
            Arrays.fill(row, 0, dense, 0.0);
            addShapeSums(s, scalarDerivative[k]);
            for (int l = model.scalarStart[s]; l < end; l++) {
                boolean isLater = l > k || rates.factors.value[model.scalarFactor[l]] != 0.0;
                if (l != k && isLater) {
                    double slopes = rates.factors.first[u] * rates.factors.first[model.scalarFactor[l]];
                    row[model.scalarLocal[l]] += sum * slopes * rates.scalarWithout(s, k, l);
                }
            }
            addMultiple(halves, model.scalarLocal[k] * dense, 1.0);
            double bend = rates.factors.second[u] * rates.scalarWithout(s, k);
            halves[model.scalarLocal[k] * (dense + 1)] += 0.5 * sum * bend;
        }
    }

    /** Add four bins at a time, so that each row of the result is loaded and stored a quarter as often. */
    private void addGaussNewton(int firstBin, double[] second) {
        int b = 0;
        for (; b + 4 <= bins; b += 4) {
            for (int i = 0; i < dense; i++) {
                addFour(i, b * dense, firstBin + b, second);
            }
        }
        for (; b < bins; b++) {
            int from = b * dense;
            for (int i = 0; i < dense; i++) {
                double scaled = second[firstBin + b] * jacobian[from + i];
                int out = i * dense;
                for (int j = i; j < dense; j++) {
                    gaussNewton[out + j] += scaled * jacobian[from + j];
                }
            }
        }
    }

    private void addFour(int i, int from, int bin, double[] second) {
        int b0 = from;
        int b1 = b0 + dense;
        int b2 = b1 + dense;
        int b3 = b2 + dense;
        double s0 = second[bin] * jacobian[b0 + i];
        double s1 = second[bin + 1] * jacobian[b1 + i];
        double s2 = second[bin + 2] * jacobian[b2 + i];
        double s3 = second[bin + 3] * jacobian[b3 + i];
        int out = i * dense;
        for (int j = i; j < dense; j++) {
            gaussNewton[out + j] +=
                    s0 * jacobian[b0 + j] + s1 * jacobian[b1 + j] + s2 * jacobian[b2 + j] + s3 * jacobian[b3 + j];
        }
    }
}
