package hep.aurum.estimator.ratio;

import hep.aurum.sample.EventSample;

/** Show every event at a fresh θ each time ({@link LabelForm#WEIGHTED}). */
record WeightedExamples(EventSample sample, ThetaPrior prior) implements TrainingExamples {

    @Override
    public int size() {
        return sample.size();
    }

    @Override
    public int event(int example) {
        return example;
    }

    @Override
    public Reader reader() {
        MorphedLabels labels = new MorphedLabels(sample, sample.totalCoefficients());
        return (example, random, theta, label) -> {
            prior.draw(random, theta);
            label.setWeighted(labels.ratio(example, theta));
            System.arraycopy(labels.ratioGradient(), 0, label.weightedScore(), 0, theta.length);
        };
    }
}
