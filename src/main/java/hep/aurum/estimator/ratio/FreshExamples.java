package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.param.Prior;
import hep.aurum.sample.MinedEvents;
import java.util.function.IntUnaryOperator;

/**
 * Show every event at fresh points each time, standing for the laws of numerator and denominator at once ({@link
 * LabelForm#WEIGHTED}).
 *
 * @param twoPoints whether the denominator has a point of its own, or is the sampling law
 * @param counts how often each event counts, by its position
 */
record FreshExamples(
        MinedEvents events, Standardisation features, Prior prior, boolean twoPoints, IntUnaryOperator counts)
        implements TrainingExamples {

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public Reader reader() {
        MinedEvents.Labeller labeller = events.labeller();
        double[] unused = new double[events.space().size()];
        return (index, random, into) -> {
            for (int j = 0; j < into.x().length; j++) {
                into.x()[j] = features.apply(j, events.feature(index, j));
            }
            prior.draw(random, into.theta0());
            double denominator = 1;
            if (twoPoints) {
                prior.draw(random, into.theta1());
                denominator = labeller.ratio(index, into.theta1(), unused);
            }
            double numerator = labeller.ratio(index, into.theta0(), into.label().weightedScore());
            into.label().setBoth(denominator, numerator);
            into.label().scale(counts.applyAsInt(index));
        };
    }
}
