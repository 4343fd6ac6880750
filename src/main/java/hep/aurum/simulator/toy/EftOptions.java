package hep.aurum.simulator.toy;

import hep.aurum.base.Check;

/**
 * Choose the variant of the {@link EftToy}.
 *
 * @param parameters the number k of operators, 1 to 3
 * @param smearing the resolution s of the detector, positive
 * @param crossSectionPb \(\sigma(0)\) in pb
 * @param range θ is studied in \([-range, range]\) for every operator
 */
public record EftOptions(int parameters, double smearing, double crossSectionPb, double range) {

    /** Check the values. */
    public EftOptions {
        Check.argument(parameters >= 1 && parameters <= 3, "parameters is %d, expected 1 to 3", parameters);
        Check.argument(smearing > 0 && smearing < 100, "smearing is %s, expected 0 to 100", smearing);
        Check.argument(crossSectionPb > 0, "the cross-section is %s pb, expected a positive one", crossSectionPb);
        Check.argument(range > 0 && range < 100, "the range is %s, expected 0 to 100", range);
    }

    /** Return one operator in [−0.5, 0.5], resolution 0.5, and 0.001 pb: 100 events for 100 inverse femtobarns. */
    public static EftOptions withDefaults() {
        return new EftOptions(1, 0.5, 1e-3, 0.5);
    }

    /** Return these options with another number of operators. */
    public EftOptions withParameters(int value) {
        return new EftOptions(value, smearing, crossSectionPb, range);
    }

    /** Return these options with another resolution. */
    public EftOptions withSmearing(double value) {
        return new EftOptions(parameters, value, crossSectionPb, range);
    }

    /** Return these options with another cross-section at zero. */
    public EftOptions withCrossSectionPb(double value) {
        return new EftOptions(parameters, smearing, value, range);
    }

    /** Return these options with another range. */
    public EftOptions withRange(double value) {
        return new EftOptions(parameters, smearing, crossSectionPb, value);
    }
}
