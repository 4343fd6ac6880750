package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.AllMinima;
import hep.aurum.infer.interval.Box;
import hep.aurum.infer.interval.ProfileStatistic;
import hep.aurum.likelihood.unbinned.ExpectedEvents;
import hep.aurum.likelihood.unbinned.UnbinnedLikelihood;
import hep.aurum.param.MonomialBasis;
import java.util.Arrays;
import java.util.List;

/** Fit a fixed number of observations, whose number says nothing: \(-2\ln L = -2\sum_i\log\hat r(x_i|\theta)\). */
final class FixedCount {

    private final RatioEstimator ratio;
    private final int threads;

    FixedCount(RatioEstimator ratio, int threads) {
        this.ratio = ratio;
        this.threads = threads;
    }

    /** Fit observations, {@code [n*d]} by rows. */
    ProfileStatistic of(double[] observations) {
        return fit(UnbinnedLikelihood.ofEvents(LearnedEvents.of(ratio, observations, threads), constant())
                .shapeOnly());
    }

    /**
     * Fit what is expected of an experiment.
     *
     * @param representative many observations of one law, {@code [m*d]} by rows
     * @param observations how many an experiment has
     */
    ProfileStatistic expected(double[] representative, int observations) {
        LearnedEvents events = LearnedEvents.of(ratio, representative, threads);
        double[] weights = new double[events.size()];
        Arrays.fill(weights, (double) observations / weights.length);
        return fit(UnbinnedLikelihood.ofAsimov(events, weights, constant()).shapeOnly());
    }

    private ExpectedEvents constant() {
        return ExpectedEvents.of(MonomialBasis.complete(ratio.space().size(), 0), new double[] {1}, 1);
    }

    private ProfileStatistic fit(UnbinnedLikelihood likelihood) {
        return ProfileStatistic.of(
                likelihood,
                Box.of(ratio.space()),
                AllMinima.withDefaults(),
                List.of(ratio.space().standard().toArray()));
    }
}
