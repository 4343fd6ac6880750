package hep.aurum.estimator.score;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.Standardisation;
import hep.aurum.math.array.RowTable;
import hep.aurum.sample.LabelledSample;
import java.util.function.IntUnaryOperator;

/**
 * Show examples that were drawn at one point and labelled once; those of the denominator's law do not count.
 *
 * @param counts how often each example counts, by its position
 */
record StoredScores(LabelledSample sample, Standardisation features, IntUnaryOperator counts) implements ScoreExamples {

    /**
     * Return the point that all numerator examples were drawn at, {@code [k]}.
     *
     * @throws BadInput if they were drawn at several points, hold no score, or are none
     */
    static double[] reference(LabelledSample sample) {
        if (sample.score().isEmpty()) {
            throw new BadInput(
                    "the labelled examples hold no joint score",
                    "",
                    "store it (t_xz), or train a ratio with a loss that learns from labels alone");
        }
        int first = 0;
        while (first < sample.size() && sample.y().get(first, 0) == 1) {
            first++;
        }
        if (first == sample.size()) {
            throw new BadInput("no labelled example is of the numerator", "y = 1 everywhere", "add events with y = 0");
        }
        double[] reference = new double[sample.space().size()];
        for (int a = 0; a < reference.length; a++) {
            reference[a] = sample.theta0().get(first, a);
        }
        for (int i = first; i < sample.size(); i++) {
            if (sample.y().get(i, 0) == 0 && !isAt(sample.theta0(), i, reference)) {
                throw new BadInput(
                        "the labelled examples were drawn at several points",
                        "examples " + first + " and " + i + " differ in theta0",
                        "the score is learned at one reference point: draw all events there");
            }
        }
        return reference;
    }

    private static boolean isAt(RowTable theta, int row, double[] point) {
        for (int a = 0; a < point.length; a++) {
            if (theta.get(row, a) != point[a]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return sample.size();
    }

    @Override
    public void features(int index, float[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = features.apply(j, sample.x().get(index, j));
        }
    }

    @Override
    public Labeller labeller() {
        RowTable score = sample.score().orElseThrow();
        return (index, weightedScore) -> {
            double weight = weight(index);
            for (int a = 0; a < weightedScore.length; a++) {
                weightedScore[a] = weight == 0 ? 0 : weight * score.get(index, a);
            }
            return weight;
        };
    }

    private double weight(int index) {
        if (sample.y().get(index, 0) == 1) {
            return 0;
        }
        double own = sample.weight().isPresent() ? sample.weight().get().get(index, 0) : 1;
        return counts.applyAsInt(index) * own;
    }
}
