package hep.aurum.workflow;

import hep.aurum.base.Check;

/**
 * Give the width of a peak by its position, \(\sigma(m) = \sigma_0 + a\,m\).
 *
 * @param constant \(\sigma_0\), in the unit of the mass
 * @param slope a, a pure number
 */
public record PeakWidth(double constant, double slope) {

    /** Check the numbers. */
    public PeakWidth {
        Check.finite("constant width", constant);
        Check.finite("relative width", slope);
    }

    /** Return the same width everywhere. */
    public static PeakWidth constant(double sigma) {
        return new PeakWidth(sigma, 0);
    }

    /** Return a width that is proportional to the mass. */
    public static PeakWidth relative(double resolution) {
        return new PeakWidth(0, resolution);
    }

    /** Return \(\sigma(m)\). */
    public double at(double mass) {
        return constant + slope * mass;
    }
}
