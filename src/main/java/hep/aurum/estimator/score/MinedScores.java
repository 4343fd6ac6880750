package hep.aurum.estimator.score;

import hep.aurum.estimator.Standardisation;
import hep.aurum.sample.MinedEvents;
import java.util.function.IntUnaryOperator;

/**
 * Label events at one point.
 *
 * @param reference \(\theta_{\rm ref}\), {@code [k]}
 * @param counts how often each event counts, by its position
 */
@SuppressWarnings("ArrayRecordComponent")
record MinedScores(MinedEvents events, Standardisation features, double[] reference, IntUnaryOperator counts)
        implements ScoreExamples {

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public void features(int index, float[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = features.apply(j, events.feature(index, j));
        }
    }

    @Override
    public Labeller labeller() {
        MinedEvents.Labeller labeller = events.labeller();
        return (index, weightedScore) -> {
            int count = counts.applyAsInt(index);
            double ratio = labeller.ratio(index, reference, weightedScore);
            for (int a = 0; a < weightedScore.length; a++) {
                weightedScore[a] *= count;
            }
            return count * ratio;
        };
    }
}
