package hep.aurum.likelihood.binned;

/**
 * Compute \( -2\ln\mathrm{Pois}(n \mid \lambda) \) with a floor that keeps rates positive.
 *
 * <p>Below \( \epsilon = 10^{-9} \) the rate is replaced by \( \epsilon\,e^{\lambda/\epsilon - 1} \): positive,
 * increasing, and equal to λ in value and slope at ε. So the term and its derivatives are finite for every λ, and a rate
 * that is zero or negative where events were seen is pushed up by a gradient of \( -2n/\epsilon \).
 */
final class PoissonTerm {

    /** The rate in events below which the floor acts. */
    static final double FLOOR = 1e-9;

    private static final double LOG_FLOOR = StrictMath.log(FLOOR);

    /** Stirling coefficients B(2k) / (2k (2k − 1)) of ln Γ. */
    private static final double[] STIRLING = {
        1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360360.0, 1.0 / 156.0
    };

    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2.0 * StrictMath.PI);

    private PoissonTerm() {}

    /** Return the rate itself, or what the floor makes of it. */
    static double floored(double rate) {
        return rate >= FLOOR ? rate : FLOOR * StrictMath.exp(rate / FLOOR - 1.0);
    }

    /** Return the term without its constant \( 2\ln\Gamma(n+1) \). */
    static double value(double n, double rate) {
        if (rate >= FLOOR) {
            return n == 0.0 ? 2.0 * rate : 2.0 * (rate - n * StrictMath.log(rate));
        }
        double log = LOG_FLOOR + (rate / FLOOR - 1.0);
        return 2.0 * (floored(rate) - n * log);
    }

    /** Return the first derivative with respect to the rate. */
    static double first(double n, double rate) {
        return rate >= FLOOR ? 2.0 * (1.0 - n / rate) : 2.0 * (floored(rate) - n) / FLOOR;
    }

    /** Return the second derivative with respect to the rate. */
    static double second(double n, double rate) {
        return rate >= FLOOR ? 2.0 * n / (rate * rate) : 2.0 * floored(rate) / (FLOOR * FLOOR);
    }

    /**
     * Return \( \ln\Gamma(n+1) \) for \( n \ge 0 \) by Stirling's series after a shift to 16 and above, with an error
     * below 1e-15 of the largest term.
     */
    static double logFactorial(double n) {
        if (n == 0.0 || n == 1.0) {
            return 0.0;
        }
        double x = n + 1.0;
        double product = 1.0;
        while (x < 16.0) {
            product *= x;
            x += 1.0;
        }
        double inverseSquare = 1.0 / (x * x);
        double series = 0.0;
        for (int k = STIRLING.length - 1; k >= 0; k--) {
            series = series * inverseSquare + STIRLING[k];
        }
        return (x - 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + series / x - StrictMath.log(product);
    }
}
