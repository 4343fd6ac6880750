package hep.aurum.simulator.toy;

import hep.aurum.base.Check;
import hep.aurum.simulator.ExactTruth;
import java.util.ArrayList;
import java.util.List;

/** Evaluate the exact law of a {@link GaltonBoard}, which depends on θ alone: the last few are remembered. */
final class GaltonTruth implements ExactTruth {

    /** Two for a ratio, and as many for a finite difference of it. */
    private static final int REMEMBERED = 4;

    private final GaltonNails nails;

    /** Unmodifiable, latest first. Threads that race lose a law, which costs a second computation of the same. */
    private volatile List<GaltonLaw> recent = List.of();

    GaltonTruth(GaltonNails nails) {
        this.nails = nails;
    }

    GaltonLaw law(double theta) {
        List<GaltonLaw> known = recent;
        for (int i = 0; i < known.size(); i++) {
            if (Double.compare(known.get(i).theta(), theta) == 0) {
                return known.get(i);
            }
        }
        GaltonLaw law = GaltonLaw.of(nails, Check.finite("theta", theta));
        List<GaltonLaw> laws = new ArrayList<>(REMEMBERED);
        laws.add(law);
        laws.addAll(known.subList(0, Math.min(known.size(), REMEMBERED - 1)));
        recent = List.copyOf(laws);
        return law;
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        return StrictMath.log(law(theta[0]).probability(x[0]));
    }

    @Override
    public double logRatio(double[] x, double[] theta0, double[] theta1) {
        requirePossible(x[0]);
        return logDensity(x, theta0) - logDensity(x, theta1);
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        requirePossible(x[0]);
        score[0] = law(theta[0]).score((int) x[0]);
    }

    private static void requirePossible(double x) {
        Check.argument(
                GaltonLaw.possible(x),
                "no ball ends at position %s, expected a whole number from %d to %d",
                x,
                GaltonNails.LOWEST,
                GaltonNails.HIGHEST);
    }

    /** {@inheritDoc} The rate of this toy does not depend on θ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }
}
