package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Hold a nuisance that is known from samples of their own, simulated with one setting of the detector moved up and down:
 * one ratio for each of them to the nominal sample.
 *
 * <p>\[ a(x) = \frac12\ln\frac{r_+(x)}{r_-(x)}, \qquad b(x) = \frac12\ln\bigl(r_+(x)\,r_-(x)\bigr), \qquad r_\pm(x) =
 * \frac{p(x|\nu = \pm 1)}{p(x|\nu = 0)} \]
 *
 * <p>Immutable.
 */
public final class SampleVariation {

    private final Parameter nuisance;
    private final RatioEstimator up;
    private final Optional<RatioEstimator> down;

    private SampleVariation(Parameter nuisance, RatioEstimator up, Optional<RatioEstimator> down) {
        Check.argument(
                nuisance.standard() == 0,
                "the standard value of the nuisance %s is %s, expected 0",
                nuisance.name(),
                nuisance.standard());
        this.nuisance = nuisance;
        this.up = up;
        this.down = down;
    }

    /**
     * Return a variation to both sides.
     *
     * @param nuisance its name and range, with the standard value 0
     * @param up \(\ln r_+\), without parameters
     * @param down \(\ln r_-\), without parameters, of the same features
     */
    public static SampleVariation of(Parameter nuisance, RatioEstimator up, RatioEstimator down) {
        requireTwoLaws(up);
        requireTwoLaws(down);
        Check.argument(
                up.featureNames().equals(down.featureNames()),
                "the ratios up and down of %s have the features %s and %s",
                nuisance.name(),
                up.featureNames(),
                down.featureNames());
        return new SampleVariation(nuisance, up, Optional.of(down));
    }

    /**
     * Return a variation of which only the upper side is known: \(a = \ln r_+\) and b = 0.
     *
     * @param nuisance its name and range, with the standard value 0
     * @param up \(\ln r_+\), without parameters
     */
    public static SampleVariation ofUp(Parameter nuisance, RatioEstimator up) {
        requireTwoLaws(up);
        return new SampleVariation(nuisance, up, Optional.empty());
    }

    private static void requireTwoLaws(RatioEstimator ratio) {
        Check.argument(
                ratio.space().size() == 0,
                "a variation is the ratio of two laws, without parameters; this one has %s",
                ratio.space().names());
    }

    /** Return the nuisance. */
    public Parameter nuisance() {
        return nuisance;
    }

    /** Return the names of the features. */
    public List<String> featureNames() {
        return up.featureNames();
    }

    /**
     * Compute the exponents of n events.
     *
     * @param events {@code [n*d]} by rows
     * @param linear {@code [n]}, overwritten with a
     * @param quadratic {@code [n]}, overwritten with b
     * @param threads how many threads may work; the result does not depend on it
     */
    public void exponents(double[] events, double[] linear, double[] quadratic, int threads) {
        double[] noPoint = {};
        up.logRatios(events, noPoint, linear, threads);
        if (down.isEmpty()) {
            Arrays.fill(quadratic, 0);
            return;
        }
        down.get().logRatios(events, noPoint, quadratic, threads);
        for (int i = 0; i < linear.length; i++) {
            double above = linear[i];
            double below = quadratic[i];
            linear[i] = (above - below) / 2;
            quadratic[i] = (above + below) / 2;
        }
    }
}
