package hep.aurum.likelihood.binned;

import hep.aurum.base.Check;
import java.util.List;

/**
 * Hold the expected events of a model at one point by channel, sample and bin, with exact first derivatives.
 *
 * <p>The rate of a sample is \( S\,B_b\,\gamma_b \), a product of scalar factors, a sum of shape variations and a product of
 * factors by bin, so that \[ \partial_p(S B_b\gamma_b) = \partial_p S\; B_b\gamma_b + S\,\partial_p B_b\;\gamma_b + S
 * B_b\;\partial_p\gamma_b, \] of which each parameter contributes the terms that it enters. Where an interpolation has a kink
 * (codes 0 and 1 at zero) the derivative is that of the upper side. Rates are as computed: the floor that keeps
 * \( -2\ln L \) finite is not applied, so they may be negative.
 *
 * <p>Shapes: bins count from 0 in each channel; gradients are {@code [k]} in the order of the model. Immutable.
 */
public final class SampleRates {

    private final CompiledModel model;
    private final RateTable rates;

    SampleRates(CompiledModel model, RateTable rates) {
        this.model = model;
        this.rates = rates;
    }

    /** Return the channels, in the order of the document. */
    public List<String> channels() {
        return model.channelNames;
    }

    /** Return the samples of a channel, in the order of the document. */
    public List<String> samples(int channel) {
        index("channel", channel, model.channels());
        return model.blockNames.subList(model.channelBlock[channel], model.channelBlock[channel + 1]);
    }

    /** Return the number of bins of a channel. */
    public int bins(int channel) {
        index("channel", channel, model.channels());
        return model.channelBins(channel);
    }

    /** Return where the bins of a channel begin among those of all channels. */
    public int firstBin(int channel) {
        index("channel", channel, model.channels());
        return model.channelBin[channel];
    }

    /** Return the expected events of a sample in one bin. */
    public double rate(int channel, int sample, int bin) {
        int s = block(channel, sample, bin);
        int i = model.blockStart[s] + bin;
        return rates.base[i] * rates.scalar[s] * rates.gamma[i];
    }

    /**
     * Add the derivatives of a sample's rate in one bin to a gradient, so that sums over bins and samples need no copies.
     *
     * @param gradient of the rate in the model's parameters {@code [k]}
     */
    public void addGradient(int channel, int sample, int bin, double[] gradient) {
        Check.length("gradient", gradient.length, model.parameters.size());
        int s = block(channel, sample, bin);
        addScalars(s, bin, gradient);
        addShapes(s, bin, gradient);
        addFactorsByBin(s, bin, gradient);
    }

    private void addScalars(int s, int bin, double[] gradient) {
        int i = model.blockStart[s] + bin;
        double rest = rates.base[i] * rates.gamma[i];
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            int u = model.scalarFactor[k];
            gradient[model.factorParameter[u]] += rest * rates.factors.first[u] * rates.scalarWithout(s, k);
        }
    }

    private void addShapes(int s, int bin, double[] gradient) {
        int slot = model.shapeStart[s];
        int shapes = model.shapeStart[s + 1] - slot;
        int data = model.shapeData[s] + bin * shapes;
        double rest = rates.scalar[s] * rates.gamma[model.blockStart[s] + bin];
        for (int k = 0; k < shapes; k++) {
            double slope = model.symmetric[data + k] + rates.slotFirst[slot + k] * model.asymmetric[data + k];
            gradient[model.shapeParameter[slot + k]] += rest * slope;
        }
    }

    private void addFactorsByBin(int s, int bin, double[] gradient) {
        double rest = rates.scalar[s] * rates.base[model.blockStart[s] + bin];
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            gradient[model.binParameter[k] + bin] += rest * rates.gammaWithout(s, bin, k, k);
        }
    }

    private int block(int channel, int sample, int bin) {
        index("channel", channel, model.channels());
        index("sample", sample, model.channelBlock[channel + 1] - model.channelBlock[channel]);
        index("bin", bin, model.channelBins(channel));
        return model.channelBlock[channel] + sample;
    }

    private static void index(String name, int value, int size) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException(name + " " + value + " does not exist, expected 0 to " + (size - 1));
        }
    }
}
