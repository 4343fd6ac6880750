package hep.aurum.likelihood.binned;

import java.util.Arrays;

/**
 * Evaluate the expected rates along one parameter from the point of a {@link RateTable}, the other parameters held.
 *
 * <p>Only one factor and one shape variation of a sample move with the parameter. The sums over all other variations, which
 * are the cost of a table, are taken from it: \( B_b(\alpha) = B_b(\alpha_0) + (\alpha-\alpha_0)\,S_b +
 * (h(\alpha)-h(\alpha_0))\,A_b \). Rates agree with those of a new table but for rounding.
 */
final class RateLine {

    private static final int NONE = -1;

    private final CompiledModel model;
    private final RateTable table;
    private final FactorTable factors;

    /** The slot by block that the parameter moves, or {@link #NONE}. */
    private final int[] scalarSlot;

    private final int[] shapeSlot;

    private final boolean[] isMoved;
    private final double[] rate;
    private int parameter = NONE;

    RateLine(CompiledModel model, RateTable table) {
        this.model = model;
        this.table = table;
        factors = new FactorTable(model);
        scalarSlot = new int[model.blocks()];
        shapeSlot = new int[model.blocks()];
        isMoved = new boolean[model.channels()];
        rate = new double[model.bins];
    }

    /** Choose the parameter; return false for one that moves no scalar factor and no shape. */
    boolean follow(int p) {
        parameter = p;
        boolean isAnyMoved = false;
        for (int c = 0; c < model.channels(); c++) {
            isMoved[c] = false;
            for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
                scalarSlot[s] = NONE;
                for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
                    scalarSlot[s] = model.factorParameter[model.scalarFactor[k]] == p ? k : scalarSlot[s];
                }
                shapeSlot[s] = NONE;
                for (int k = model.shapeStart[s]; k < model.shapeStart[s + 1]; k++) {
                    shapeSlot[s] = model.shapeParameter[k] == p ? k : shapeSlot[s];
                }
                isMoved[c] |= scalarSlot[s] != NONE || shapeSlot[s] != NONE;
            }
            isAnyMoved |= isMoved[c];
        }
        return isAnyMoved;
    }

    /** Return the rates {@code [B]} where the parameter has a value; overwritten by the next call. */
    double[] at(double alpha) {
        factors.evaluate(parameter, alpha);
        System.arraycopy(table.rate, 0, rate, 0, rate.length);
        for (int c = 0; c < model.channels(); c++) {
            if (isMoved[c]) {
                int firstBin = model.channelBin[c];
                int bins = model.channelBins(c);
                Arrays.fill(rate, firstBin, firstBin + bins, 0.0);
                for (int s = model.channelBlock[c]; s < model.channelBlock[c + 1]; s++) {
                    addBlock(s, firstBin, bins, alpha);
                }
            }
        }
        return rate;
    }

    private void addBlock(int s, int firstBin, int bins, double alpha) {
        int start = model.blockStart[s];
        int scalarAt = scalarSlot[s];
        double scalar = scalarAt == NONE
                ? table.scalar[s]
                : table.scalarWithout(s, scalarAt) * factors.value[model.scalarFactor[scalarAt]];
        int shapeAt = shapeSlot[s];
        if (shapeAt == NONE) {
            for (int b = 0; b < bins; b++) {
                rate[firstBin + b] += table.base[start + b] * scalar * table.gamma[start + b];
            }
            return;
        }
        int shapes = model.shapeStart[s + 1] - model.shapeStart[s];
        int data = model.shapeData[s] + shapeAt - model.shapeStart[s];
        double linear = alpha - table.slotAlpha[shapeAt];
        double even = factors.shape[parameter] - table.slotValue[shapeAt];
        for (int b = 0; b < bins; b++, data += shapes) {
            double base = table.base[start + b] + (linear * model.symmetric[data] + even * model.asymmetric[data]);
            rate[firstBin + b] += base * scalar * table.gamma[start + b];
        }
    }
}
