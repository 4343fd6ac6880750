package hep.aurum.likelihood.binned;

import hep.aurum.base.Check;

/**
 * Choose how variations are interpolated.
 *
 * @param normSys for factors: code 1 or 4
 * @param histoSys for histograms: code 0 or 4p
 */
public record InterpolationCodes(Interpolation normSys, Interpolation histoSys) {

    /** Check that each code fits its modifier. */
    public InterpolationCodes {
        Check.argument(normSys.isFactor(), "normsys takes code1 or code4, not %s", normSys.code());
        Check.argument(!histoSys.isFactor(), "histosys takes code0, code2 or code4p, not %s", histoSys.code());
    }

    /** Return codes 4 and 4p, the defaults of pyhf's command line. */
    public static InterpolationCodes withDefaults() {
        return new InterpolationCodes(Interpolation.CODE4, Interpolation.CODE4P);
    }

    /** Return codes 1 and 0, the convention of pyhf's validation against ROOT. */
    public static InterpolationCodes validation() {
        return new InterpolationCodes(Interpolation.CODE1, Interpolation.CODE0);
    }
}
