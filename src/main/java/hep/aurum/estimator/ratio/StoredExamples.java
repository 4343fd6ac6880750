package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.math.array.RowTable;
import hep.aurum.sample.LabelledSample;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Show examples that were labelled once.
 *
 * <p>Where the denominator is fixed its events say nothing of θ0: a loss that does not know the joint ratio may meet them at
 * the θ0 of any other of them, another one in every epoch, which keeps a network from learning the pairs by heart.
 *
 * @param pairedAnew whether events of the denominator meet a θ0 drawn from those of all denominators
 * @param counts how often each example counts, by its position
 */
record StoredExamples(LabelledSample sample, Standardisation features, boolean pairedAnew, IntUnaryOperator counts)
        implements TrainingExamples {

    private static final int TRIES = 64;

    @Override
    public int size() {
        return sample.size();
    }

    @Override
    public Reader reader() {
        return (index, random, into) -> {
            for (int j = 0; j < into.x().length; j++) {
                into.x()[j] = features.apply(j, sample.x().get(index, j));
            }
            copy(sample.theta0(), pairedAnew ? partner(index, random) : index, into.theta0());
            sample.theta1().ifPresent(table -> copy(table, index, into.theta1()));
            label(index, into.label());
        };
    }

    private int partner(int index, UniformRandomProvider random) {
        if (sample.y().get(index, 0) == 0) {
            return index;
        }
        for (int i = 0; i < TRIES; i++) {
            int other = random.nextInt(sample.size());
            if (sample.y().get(other, 0) == 1) {
                return other;
            }
        }
        return index;
    }

    private void label(int index, JointLabel label) {
        double weight = counts.applyAsInt(index) * get(sample.weight(), index, 1);
        double ratio = get(sample.ratio(), index, Double.NaN);
        boolean denominator = sample.y().get(index, 0) == 1;
        if (denominator) {
            label.setDenominator(weight, ratio);
        } else {
            label.setNumerator(weight, ratio);
        }
        for (int a = 0; a < label.weightedScore().length; a++) {
            label.weightedScore()[a] = denominator ? 0 : weight * get(sample.score(), index, a, Double.NaN);
        }
    }

    private static void copy(RowTable table, int row, double[] to) {
        for (int a = 0; a < to.length; a++) {
            to[a] = table.get(row, a);
        }
    }

    private static double get(Optional<RowTable> table, int row, double otherwise) {
        return get(table, row, 0, otherwise);
    }

    private static double get(Optional<RowTable> table, int row, int column, double otherwise) {
        return table.isPresent() ? table.get().get(row, column) : otherwise;
    }
}
