package hep.aurum.trust;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.LabelledSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learn to tell reference events, reweighted by the ratio, from events at θ: one small network for all points asked. */
final class Critic {

    private static final List<Integer> HIDDEN = List.of(16, 16);
    private static final int EPOCHS = 12;
    private static final int BATCH = 256;
    private static final double RATE = 3e-3;
    private static final double[] NOWHERE = {};

    private final RatioEstimator network;

    private Critic(RatioEstimator network) {
        this.network = network;
    }

    /**
     * Train.
     *
     * @param examples of all points; a fifth of them says when to stop
     */
    static Critic train(List<CriticEvents> examples, RandomStreams streams, int threads) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < examples.get(0).columns(); j++) {
            names.add("f" + j);
        }
        RatioTrainer trainer = RatioTrainer.withDefaults()
                .withLoss(new CarlLoss())
                .with(o -> o.withHidden(HIDDEN)
                        .withEpochs(EPOCHS)
                        .withBatch(BATCH)
                        .withLearningRate(RATE)
                        .withAveraging(1)
                        .withThreads(threads));
        return new Critic(trainer.train(
                        labelled(examples, names, false), labelled(examples, names, true), streams, Progress.NONE)
                .estimator());
    }

    /** Take every fifth event for validation, or the others for training. */
    private static LabelledSample labelled(List<CriticEvents> examples, List<String> names, boolean isValidation) {
        int columns = names.size();
        int total = examples.stream().mapToInt(CriticEvents::size).sum();
        double[] x = new double[total * columns];
        double[] y = new double[total];
        double[] weight = new double[total];
        int rows = 0;
        for (CriticEvents events : examples) {
            for (int i = 0; i < events.size(); i++) {
                if (i % 5 == 4 == isValidation) {
                    System.arraycopy(events.rows(), i * columns, x, rows * columns, columns);
                    // The numerator, y = 0, is the law at theta: large outputs mean theta.
                    y[rows] = events.isReference() ? 1 : 0;
                    weight[rows] = events.weights()[i];
                    rows++;
                }
            }
        }
        return LabelledSample.ofTwoLaws(
                        names,
                        ArrayTable.of(Arrays.copyOf(x, rows * columns), columns),
                        ArrayTable.of(Arrays.copyOf(y, rows), 1))
                .withWeight(ArrayTable.of(Arrays.copyOf(weight, rows), 1));
    }

    /** Compare the two samples of one point. */
    WeightedAuc compare(CriticEvents reference, CriticEvents point) {
        return WeightedAuc.of(scores(reference), reference.weights(), scores(point), point.weights());
    }

    private double[] scores(CriticEvents events) {
        double[] scores = new double[events.size()];
        network.logRatios(events.rows(), NOWHERE, scores, 1);
        return scores;
    }
}
