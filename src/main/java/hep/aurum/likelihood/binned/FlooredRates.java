package hep.aurum.likelihood.binned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Say which expected rates were floored, which samples brought them down, and which parameters brought the samples down.
 *
 * <p>A parameter is responsible for a sample at or below zero when its factor is (normalisations, factors by bin), or, where
 * nominal plus variations is not positive, when its variation is negative; of these the largest three are named.
 */
final class FlooredRates {

    private static final int MOST = 3;

    private final CompiledModel model;
    private final RateTable rates;
    private final double[] theta;

    private record Cause(String text, double size) {}

    FlooredRates(CompiledModel model, RateTable rates, double[] theta) {
        this.model = model;
        this.rates = rates;
        this.theta = theta;
    }

    /** Return one sentence for each bin. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (int c = 0; c < model.channels(); c++) {
            int firstBin = model.channelBin[c];
            for (int b = 0; b < model.channelBins(c); b++) {
                if (rates.rate[firstBin + b] < PoissonTerm.FLOOR) {
                    warnings.add(String.format(
                            Locale.ROOT,
                            "the expected rate of channel %s bin %d is %s (%s) and was floored at %s",
                            model.channelNames.get(c),
                            b,
                            rates.rate[firstBin + b],
                            samples(c, b),
                            PoissonTerm.FLOOR));
                }
            }
        }
        return warnings;
    }

    private String samples(int channel, int bin) {
        List<String> parts = new ArrayList<>();
        for (int s = model.channelBlock[channel]; s < model.channelBlock[channel + 1]; s++) {
            int i = model.blockStart[s] + bin;
            double rate = rates.base[i] * rates.scalar[s] * rates.gamma[i];
            if (rate <= 0.0) {
                parts.add(model.blockNames.get(s) + " " + rate + causes(s, bin));
            }
        }
        return parts.isEmpty() ? "every sample is tiny" : String.join("; ", parts);
    }

    private String causes(int s, int bin) {
        List<String> names = new ArrayList<>();
        for (int k = model.scalarStart[s]; k < model.scalarStart[s + 1]; k++) {
            int u = model.scalarFactor[k];
            if (rates.factors.value[u] <= 0.0) {
                names.add(at(model.factorParameter[u]));
            }
        }
        for (int k = model.binStart[s]; k < model.binStart[s + 1]; k++) {
            int p = model.binParameter[k] + bin;
            if (theta[p] <= 0.0) {
                names.add(at(p));
            }
        }
        names.addAll(variations(s, bin));
        if (names.isEmpty()) {
            return model.nominal[model.blockStart[s] + bin] <= 0.0 ? " as in its template" : "";
        }
        return " by " + String.join(", ", names);
    }

    /** Return the parameters whose variations bring a template to zero or below, the largest first. */
    private List<String> variations(int s, int bin) {
        int i = model.blockStart[s] + bin;
        int slot = model.shapeStart[s];
        int shapes = model.shapeStart[s + 1] - slot;
        int data = model.shapeData[s] + bin * shapes;
        List<Cause> causes = new ArrayList<>();
        for (int k = 0; k < shapes && rates.base[i] <= 0.0; k++) {
            double change = rates.slotAlpha[slot + k] * model.symmetric[data + k]
                    + rates.slotValue[slot + k] * model.asymmetric[data + k];
            if (change < 0.0) {
                causes.add(new Cause(at(model.shapeParameter[slot + k]), change));
            }
        }
        causes.sort(Comparator.comparingDouble(Cause::size));
        return causes.stream().limit(MOST).map(Cause::text).toList();
    }

    private String at(int parameter) {
        return model.parameters.get(parameter).name() + " = " + theta[parameter];
    }
}
