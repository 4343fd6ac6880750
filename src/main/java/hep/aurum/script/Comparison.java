package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.interval.ChiSquare;

/** Compare the shapes of two independent histograms. */
final class Comparison {

    private Comparison() {}

    static double chi2(Histogram1D a, Histogram1D b) {
        Check.argument(a.axis().hasEdgesOf(b.axis()), "cannot compare %s and %s: edges differ", a.axis(), b.axis());
        double areaA = a.sumOfHeights();
        double areaB = b.sumOfHeights();
        double chi2 = 0;
        int bins = 0;
        for (int i = 0; i < a.axis().bins(); i++) {
            double variance = areaA * areaA * b.sumW2(i) + areaB * areaB * a.sumW2(i);
            if (variance > 0) {
                double difference = areaA * b.height(i) - areaB * a.height(i);
                chi2 += difference * difference / variance;
                bins++;
            }
        }
        if (bins < 2) {
            throw new BadInput(
                    "cannot compare shapes: " + bins + " bins are filled, expected 2 or more",
                    a.title() + " and " + b.title(),
                    "");
        }
        return ChiSquare.pValue(bins - 1, chi2);
    }
}
