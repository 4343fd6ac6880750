package hep.aurum.likelihood.binned;

import java.util.Arrays;

/** Evaluate the expected rates of a compiled model at one point, sample by sample and bin by bin. */
final class RateTable {

    private final CompiledModel model;
    private final double[] theta;
    final FactorTable factors;

    /** Nominal plus shape variations by block and bin. */
    final double[] base;

    /** α and h(α) with derivatives by shape slot. */
    final double[] slotAlpha;

    final double[] slotValue;
    final double[] slotFirst;
    final double[] slotSecond;

    /** Product of the factors by bin, by block and bin. */
    final double[] gamma;

    /** Product of the scalar factors by block, and with every zero factor left out. */
    final double[] scalar;

    final double[] scalarOfNonZero;

    /** Number of scalar factors that are zero, by block. */
    final int[] zeros;

    /** Expected events by bin {@code [B]}. */
    final double[] rate;

    RateTable(CompiledModel model) {
        this.model = model;
        theta = new double[model.parameters.size()];
        Arrays.fill(theta, Double.NaN);
        factors = new FactorTable(model);
        base = new double[model.nominal.length];
        int slots = model.shapeParameter.length;
        slotAlpha = new double[slots];
        slotValue = new double[slots];
        slotFirst = new double[slots];
        slotSecond = new double[slots];
        gamma = new double[model.nominal.length];
        scalar = new double[model.blocks()];
        scalarOfNonZero = new double[model.blocks()];
        zeros = new int[model.blocks()];
        rate = new double[model.bins];
    }

    /** Evaluate unless this was the last point. */
    void moveTo(double[] point) {
        if (!Arrays.equals(theta, point)) {
            evaluate(point);
        }
    }

    void evaluate(double[] point) {
        System.arraycopy(point, 0, theta, 0, theta.length);
        factors.evaluate(theta);
        Arrays.fill(rate, 0.0);
        for (int c = 0; c < model.channels(); c++) {
            int firstBin = model.channelBin[c];
            int bins = model.channelBins(c);
            for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
                evaluateScalar(s);
                evaluateShapes(s, bins);
                evaluateGammas(s, bins);
                int start = model.blockStart[s];
                for (int b = 0; b < bins; b++) {
                    rate[firstBin + b] += base[start + b] * scalar[s] * gamma[start + b];
                }
            }
        }
    }

    private void evaluateScalar(int s) {
        double product = 1.0;
        int zeroCount = 0;
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            double factor = factors.value[model.scalarFactor[k]];
            if (factor == 0.0) {
                zeroCount++;
            } else {
                product *= factor;
            }
        }
        zeros[s] = zeroCount;
        scalarOfNonZero[s] = product;
        scalar[s] = zeroCount == 0 ? product : 0.0;
    }

    private void evaluateShapes(int s, int bins) {
        int start = model.blockStart[s];
        int slot = model.shapeStart[s];
        int shapes = model.shapeStart[s + 1] - slot;
        System.arraycopy(model.nominal, start, base, start, bins);
        boolean isNominal = true;
        for (int k = slot; k < slot + shapes; k++) {
            int p = model.shapeParameter[k];
            slotAlpha[k] = theta[p];
            slotValue[k] = factors.shape[p];
            slotFirst[k] = factors.shapeFirst[p];
            slotSecond[k] = factors.shapeSecond[p];
            isNominal &= theta[p] == 0.0;
        }
        for (int b = 0; b < bins && !isNominal; b++) {
            base[start + b] += variation(slot, model.shapeData[s] + b * shapes, shapes);
        }
    }

    /** Sum over the shape slots of one bin in two chains, since the processor adds one chain a number at a time. */
    private double variation(int slot, int data, int shapes) {
        double even = 0.0;
        double odd = 0.0;
        int k = 0;
        for (; k + 2 <= shapes; k += 2) {
            even += slotAlpha[slot + k] * model.symmetric[data + k] + slotValue[slot + k] * model.asymmetric[data + k];
            odd += slotAlpha[slot + k + 1] * model.symmetric[data + k + 1]
                    + slotValue[slot + k + 1] * model.asymmetric[data + k + 1];
        }
        if (k < shapes) {
            even += slotAlpha[slot + k] * model.symmetric[data + k] + slotValue[slot + k] * model.asymmetric[data + k];
        }
        return even + odd;
    }

    private void evaluateGammas(int s, int bins) {
        int start = model.blockStart[s];
        Arrays.fill(gamma, start, start + bins, 1.0);
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            int p = model.binParameter[k];
            for (int b = 0; b < bins; b++) {
                gamma[start + b] *= theta[p + b];
            }
        }
    }

    /** Return the product of the factors by bin of a block without up to two of its slots. */
    double gammaWithout(int s, int b, int slot, int other) {
        double product = 1.0;
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            if (k != slot && k != other) {
                product *= theta[model.binParameter[k] + b];
            }
        }
        return product;
    }

    /** Return the product of the scalar factors of a block without one of its slots. */
    double scalarWithout(int s, int slot) {
        double factor = factors.value[model.scalarFactor[slot]];
        if (factor == 0.0) {
            return zeros[s] == 1 ? scalarOfNonZero[s] : 0.0;
        }
        return zeros[s] == 0 ? scalarOfNonZero[s] / factor : 0.0;
    }

    /** Return the product of the scalar factors of a block without two of its slots. */
    double scalarWithout(int s, int slot, int other) {
        double a = factors.value[model.scalarFactor[slot]];
        double b = factors.value[model.scalarFactor[other]];
        int left = zeros[s] - (a == 0.0 ? 1 : 0) - (b == 0.0 ? 1 : 0);
        if (left > 0) {
            return 0.0;
        }
        return scalarOfNonZero[s] / ((a == 0.0 ? 1.0 : a) * (b == 0.0 ? 1.0 : b));
    }
}
