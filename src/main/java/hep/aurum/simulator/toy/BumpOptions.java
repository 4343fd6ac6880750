package hep.aurum.simulator.toy;

import hep.aurum.base.Check;

/**
 * Choose the variant of the {@link BumpToy}.
 *
 * @param signalPb cross-section of the signal at μ = 1, in pb
 * @param backgroundPb cross-section of the background in the window, in pb
 * @param massGeV mean of the signal's peak
 * @param widthGeV standard deviation of the peak
 * @param slopeGeV decay constant τ of the background
 * @param minGeV lower end of the window
 * @param maxGeV upper end of the window
 * @param maxStrength μ is studied in [0, maxStrength]
 */
public record BumpOptions(
        double signalPb,
        double backgroundPb,
        double massGeV,
        double widthGeV,
        double slopeGeV,
        double minGeV,
        double maxGeV,
        double maxStrength) {

    /** Check the values. */
    public BumpOptions {
        Check.argument(
                signalPb > 0 && backgroundPb > 0, "cross-sections %s, %s pb must be > 0", signalPb, backgroundPb);
        Check.argument(
                0 <= minGeV && minGeV < maxGeV, "the window is [%s, %s] GeV, expected min < max", minGeV, maxGeV);
        Check.argument(widthGeV > 0 && slopeGeV > 0, "width %s and slope %s must be positive", widthGeV, slopeGeV);
        Check.argument(
                massGeV - 6 * widthGeV >= minGeV && massGeV + 6 * widthGeV <= maxGeV,
                "the peak %s +- %s GeV does not lie six widths inside [%s, %s] GeV",
                massGeV,
                widthGeV,
                minGeV,
                maxGeV);
        Check.argument(maxStrength > 0 && maxStrength < 1e6, "maxStrength is %s, expected 0 to 1e6", maxStrength);
    }

    /**
     * Return the published shape study: 50 signal events from N(125, 2) on 1000 background events of τ = 25 in [100, 160],
     * both in 100 inverse femtobarns.
     */
    public static BumpOptions withDefaults() {
        return new BumpOptions(5e-4, 1e-2, 125, 2, 25, 100, 160, 4);
    }

    /** Return these options with other cross-sections in pb. */
    public BumpOptions withCrossSections(double signal, double background) {
        return new BumpOptions(signal, background, massGeV, widthGeV, slopeGeV, minGeV, maxGeV, maxStrength);
    }

    /** Return these options with another range of the signal strength. */
    public BumpOptions withMaxStrength(double value) {
        return new BumpOptions(signalPb, backgroundPb, massGeV, widthGeV, slopeGeV, minGeV, maxGeV, value);
    }
}
