package hep.aurum.estimator.ratio;

import hep.aurum.param.Prior;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.MinedEvents;
import org.apache.commons.rng.UniformRandomProvider;

/** Count how many events of weight one say as much as weighted ones: \((\sum w)^2/\sum w^2\), Kish's effective size. */
final class EffectiveSize {

    private static final int POINTS = 64;

    /** Labels that may be computed for this number alone. */
    private static final int LABELS = 4_000_000;

    private EffectiveSize() {}

    /** Return the least effective size at points of the prior, copies of one generator event counting as one. */
    static double smallest(MinedEvents events, Prior prior, UniformRandomProvider random) {
        double[] theta = new double[events.space().size()];
        double[] gradient = new double[theta.length];
        MinedEvents.Labeller labeller = events.labeller();
        double smallest = events.size();
        int points = Math.max(8, Math.min(POINTS, LABELS / Math.max(1, events.size())));
        for (int point = 0; point < points; point++) {
            prior.draw(random, theta);
            double sum = 0;
            double squares = 0;
            double event = 0;
            for (int i = 0; i < events.size(); i++) {
                event += labeller.ratio(i, theta, gradient);
                // Copies of one generator event follow each other and count as one.
                if (i + 1 == events.size() || events.origin(i + 1) != events.origin(i)) {
                    sum += event;
                    squares += event * event;
                    event = 0;
                }
            }
            smallest = Math.min(smallest, squares > 0 ? sum * sum / squares : 0);
        }
        return smallest;
    }

    /** Return the effective size of labelled examples by their weights. */
    static double of(LabelledSample sample) {
        if (sample.weight().isEmpty()) {
            return sample.size();
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sample.size(); i++) {
            double weight = sample.weight().get().get(i, 0);
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}
