package hep.aurum.estimator.score;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.sample.MinedEvents;

/** Compute the learned scores of a sample. */
final class Summaries {

    private Summaries() {}

    /**
     * Return the scores of events, {@code [n*k]} by rows.
     *
     * @throws BadInput if there is no event, or the events have other features or parameters than the score
     */
    static double[] of(ScoreEstimator score, MinedEvents events, int threads) {
        if (events.size() == 0
                || !events.featureNames().equals(score.featureNames())
                || !events.space().names().equals(score.space().names())) {
            throw new BadInput(
                    events.size() == 0
                            ? "there are no events to count"
                            : "the events have other features or parameters than the score was learned from",
                    events.featureNames() + " and " + score.featureNames(),
                    "make both from the same study");
        }
        int d = score.featureNames().size();
        double[] x = new double[events.size() * d];
        for (int i = 0; i < events.size(); i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = events.feature(i, j);
            }
        }
        double[] scores = new double[events.size() * score.space().size()];
        score.scores(x, scores, threads);
        return scores;
    }
}
