package hep.aurum.observable.expression;

import java.util.Locale;

/**
 * Follow the physical unit of a number through a formula, as far as an axis label needs it.
 *
 * @param known false when no single unit fits, for example for the sum of a mass and an angle
 * @param gev the power of GeV
 * @param angle whether it is an angle in radians
 */
record Unit(boolean known, double gev, boolean angle) {

    static final Unit NONE = new Unit(true, 0, false);
    static final Unit GEV = new Unit(true, 1, false);
    static final Unit RADIAN = new Unit(true, 0, true);
    static final Unit UNKNOWN = new Unit(false, 0, false);

    Unit times(Unit other) {
        if (!known || !other.known) {
            return UNKNOWN;
        }
        boolean bothPlain = !angle && !other.angle;
        if (bothPlain) {
            return new Unit(true, gev + other.gev, false);
        }
        return gev == 0 && other.gev == 0 && angle != other.angle ? RADIAN : UNKNOWN;
    }

    Unit power(double exponent) {
        if (!known || angle) {
            return exponent == 1 ? this : UNKNOWN;
        }
        return new Unit(true, gev * exponent, false);
    }

    Unit over(Unit other) {
        return other.equals(NONE) ? this : times(other.power(-1));
    }

    /** Return the unit of two numbers that stand side by side, where a bare literal takes the other's. */
    static Unit common(ScalarTerm a, ScalarTerm b) {
        if (a.isLiteral()) {
            return b.unit();
        }
        return b.isLiteral() || a.unit().equals(b.unit()) ? a.unit() : UNKNOWN;
    }

    /** Return the symbol: empty for a pure number or when there is none. */
    String symbol() {
        if (angle) {
            return "rad";
        }
        if (!known || gev == 0) {
            return "";
        }
        if (gev == 1) {
            return "GeV";
        }
        return gev == Math.rint(gev) ? String.format(Locale.ROOT, "GeV^%.0f", gev) : "GeV^" + gev;
    }
}
