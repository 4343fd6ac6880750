package hep.aurum.likelihood.binned;

/**
 * Interpolate between the nominal and the varied templates: the codes of HistFactory.
 *
 * @see <a href="https://cds.cern.ch/record/1456844">HistFactory, CERN-OPEN-2012-016, section 4.1</a>
 */
public enum Interpolation {
    /** Piecewise linear, additive: \( \alpha(h^+-h^0) \) for α ≥ 0, \( \alpha(h^0-h^-) \) below; a kink at 0. */
    CODE0("code0", false),
    /** Piecewise exponential, a factor: \( \kappa_+^{\alpha} \) for α ≥ 0, \( \kappa_-^{-\alpha} \) below; a kink at 0. */
    CODE1("code1", true),
    /**
     * Additive: \( a\alpha^2 + b\alpha \) for |α| ≤ 1 with \( a = (h^++h^-)/2 - h^0 \) and \( b = (h^+-h^-)/2 \), continued
     * along its tangents outside.
     */
    CODE2("code2", false),
    /**
     * A factor: polynomial of sixth order for |α| &lt; 1, matched in value and two derivatives to code 1 outside.
     */
    CODE4("code4", true),
    /**
     * Additive: polynomial of sixth order for |α| ≤ 1, matched in value and two derivatives to code 0 outside.
     */
    CODE4P("code4p", false);

    private final String code;
    private final boolean isFactor;

    Interpolation(String code, boolean isFactor) {
        this.code = code;
        this.isFactor = isFactor;
    }

    /** Return the name in pyhf's spelling. */
    public String code() {
        return code;
    }

    /** Return whether the code gives a factor (for normsys) and not an addition (for histosys). */
    public boolean isFactor() {
        return isFactor;
    }

    /** Return whether the first derivative jumps at α = 0. */
    public boolean hasKink() {
        return this == CODE0 || this == CODE1;
    }
}
