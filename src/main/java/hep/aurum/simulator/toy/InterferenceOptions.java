package hep.aurum.simulator.toy;

import hep.aurum.base.Check;

/**
 * Choose the variant of the {@link InterferenceToy}.
 *
 * @param smearing the resolution s of the detector; 0 for none
 * @param crossSectionPb \(\sigma(0)\) in pb
 * @param range κ is studied in \([-range, range]\)
 */
public record InterferenceOptions(double smearing, double crossSectionPb, double range) {

    /** Check the values. */
    public InterferenceOptions {
        Check.argument(smearing >= 0 && smearing < 100, "smearing is %s, expected 0 to 100", smearing);
        Check.argument(crossSectionPb > 0, "the cross-section is %s pb, expected a positive one", crossSectionPb);
        Check.argument(range > 0 && range < 100, "the range is %s, expected 0 to 100", range);
    }

    /** Return resolution 0.5, 0.004 pb, 400 events for 100 inverse femtobarns, and κ in [−0.5, 0.5]. */
    public static InterferenceOptions withDefaults() {
        return new InterferenceOptions(0.5, 4e-3, 0.5);
    }

    /** Return these options with another resolution. */
    public InterferenceOptions withSmearing(double value) {
        return new InterferenceOptions(value, crossSectionPb, range);
    }

    /** Return these options with another cross-section at zero. */
    public InterferenceOptions withCrossSectionPb(double value) {
        return new InterferenceOptions(smearing, value, range);
    }

    /** Return these options with another range. */
    public InterferenceOptions withRange(double value) {
        return new InterferenceOptions(smearing, crossSectionPb, value);
    }
}
