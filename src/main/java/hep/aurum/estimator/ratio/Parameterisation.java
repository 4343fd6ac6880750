package hep.aurum.estimator.ratio;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Locale;

/** Choose how the learned ratio depends on the parameters. */
public enum Parameterisation {
    /** A network of x and θ0 gives the ratio to a fixed reference: the sampling law, or the law of the pairs' denominators. */
    SINGLE,
    /**
     * A network f of x and θ gives \(\log\hat r(x|\theta_0,\theta_1) = f(x,\theta_0) - f(x,\theta_1)\) and is trained on pairs
     * of points. By construction \(\hat r(\theta,\theta) = 1\) and \(\hat r(a,b)\,\hat r(b,c) = \hat r(a,c)\). The reference of
     * f alone is unknown, the same for all θ.
     */
    DOUBLE,
    /**
     * A network of x gives the coefficients of a polynomial in θ, the one that event weights follow exactly: the dependence
     * on θ need not be learned. Where an event's weight nearly vanishes the learned polynomial may be negative and log r far off
     * ({@link hep.aurum.estimator.MorphedPolynomial}), most of all with few events and fixed pairs.
     */
    MORPHING;

    /** Return the name in lower case, as in study files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Return the parameterisation of a name.
     *
     * @throws NotFound if there is none
     */
    public static Parameterisation parse(String name) {
        return Names.constant(Parameterisation.class, "parameterisation", name);
    }
}
