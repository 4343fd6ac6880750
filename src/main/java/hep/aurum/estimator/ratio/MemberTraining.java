package hep.aurum.estimator.ratio;

import hep.aurum.base.NotConverged;
import hep.aurum.base.Progress;
import hep.aurum.estimator.Standardisation;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Adam;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Workers;
import hep.aurum.nn.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Train one network of an ensemble: epochs of shuffled batches, validation, early stopping that restores the best. */
final class MemberTraining {

    private static final int ROWS_PER_CHUNK = 64;
    private static final int MAX_CHUNKS = 8;
    private static final int VALIDATION_ROWS = 2048;
    private static final double LAST_RATE = 0.01;
    private static final double NORM_MEMORY = 0.99;

    private final TrainingOptions options;
    private final TrainingExamples training;
    private final TrainingExamples validation;
    private final RandomStreams streams;
    private final Workers workers;
    private final Chunk[] chunks;
    private final Chunk[] checks;
    private final int[] order;
    private final int[] checkOrder;
    private final int batch;
    private final NetworkWeights weights;
    private final Adam adam;
    private double typicalNorm;
    private long steps;

    MemberTraining(
            TrainingOptions options,
            RatioLoss loss,
            TrainingExamples training,
            float[] features,
            TrainingExamples validation,
            float[] validationFeatures,
            Standardisation parameters,
            NetworkShape shape,
            RandomStreams streams,
            Workers workers) {
        this.options = options;
        this.training = training;
        this.validation = validation;
        this.streams = streams;
        this.workers = workers;
        this.batch = Math.min(options.batch(), training.size());
        Kernels kernels = Kernels.best();
        this.chunks = new Chunk[Math.max(1, Math.min(MAX_CHUNKS, (batch + ROWS_PER_CHUNK - 1) / ROWS_PER_CHUNK))];
        for (int c = 0; c < chunks.length; c++) {
            chunks[c] = new Chunk(shape, training, features, parameters, loss, options.alpha(), kernels);
        }
        this.checks = new Chunk[(validation.size() + VALIDATION_ROWS - 1) / VALIDATION_ROWS];
        for (int c = 0; c < checks.length; c++) {
            checks[c] = new Chunk(shape, validation, validationFeatures, parameters, loss, options.alpha(), kernels);
        }
        this.order = identity(training.size());
        this.checkOrder = identity(validation.size());
        this.weights = NetworkWeights.random(shape, streams.stream("weights", 0));
        this.adam = new Adam(shape.size(), options.weightDecay());
    }

    private static int[] identity(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Return the trained network; its history is added to {@code histories}. */
    NetworkWeights run(List<MemberHistory> histories, Progress progress) {
        List<Double> trainingLoss = new ArrayList<>();
        List<Double> validationLoss = new ArrayList<>();
        NetworkWeights best = weights.copy();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= options.epochs() && epoch - bestEpoch <= options.patience(); epoch++) {
            trainingLoss.add(epoch(epoch));
            double loss = -epoch;
            if (checks.length > 0) {
                loss = validate();
                validationLoss.add(loss);
            }
            if (loss < bestLoss) {
                bestLoss = loss;
                bestEpoch = epoch;
                best = weights.copy();
            }
            progress.report("training", (double) epoch / options.epochs());
        }
        histories.add(new MemberHistory(trainingLoss, validationLoss, bestEpoch));
        progress.report("training", 1);
        return best;
    }

    private double epoch(int epoch) {
        shuffle(streams.stream("shuffle", epoch));
        int perEpoch = training.size() / batch;
        double sum = 0;
        for (int s = 0; s < perEpoch; s++) {
            double done = (epoch - 1 + (double) s / perEpoch) / options.epochs();
            double cosine = 0.5 * (1 + StrictMath.cos(StrictMath.PI * done));
            sum += step(s * batch, options.learningRate() * (LAST_RATE + (1 - LAST_RATE) * cosine));
        }
        double loss = sum / perEpoch;
        requireFinite(loss, epoch);
        return loss;
    }

    private void shuffle(UniformRandomProvider random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int keep = order[i];
            order[i] = order[j];
            order[j] = keep;
        }
    }

    private double step(int start, double rate) {
        long first = steps * chunks.length;
        steps++;
        workers.run(
                chunks.length,
                c -> chunks[c].run(
                        weights,
                        order,
                        start + (int) ((long) batch * c / chunks.length),
                        start + (int) ((long) batch * (c + 1) / chunks.length),
                        streams.stream("theta", first + c),
                        1.0 / batch));
        float[] gradient = chunks[0].gradient();
        double loss = chunks[0].loss();
        for (int c = 1; c < chunks.length; c++) {
            add(chunks[c].gradient(), gradient);
            loss += chunks[c].loss();
        }
        adam.step(weights, gradient, clip(gradient), rate);
        return loss / batch;
    }

    private static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Return the factor that shortens a gradient much longer than usual, and remember its length. */
    private float clip(float[] gradient) {
        double norm = Math.sqrt(squares(gradient));
        double limit = steps == 1 ? norm : options.clip() * typicalNorm;
        double clipped = Math.min(norm, limit);
        typicalNorm = steps == 1 ? norm : NORM_MEMORY * typicalNorm + (1 - NORM_MEMORY) * clipped;
        return norm > limit ? (float) (limit / norm) : 1f;
    }

    private static double squares(float[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        // The length of a padded gradient is a multiple of 16.
        for (int i = 0; i < values.length; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        return (a + b) + (c + d);
    }

    private double validate() {
        workers.run(
                checks.length,
                c -> checks[c].run(
                        weights,
                        checkOrder,
                        c * VALIDATION_ROWS,
                        Math.min(checkOrder.length, (c + 1) * VALIDATION_ROWS),
                        streams.stream("validation", c),
                        0));
        double sum = 0;
        for (Chunk check : checks) {
            sum += check.loss();
        }
        double loss = sum / validation.size();
        requireFinite(loss, 0);
        return loss;
    }

    private static void requireFinite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new NotConverged(
                    "the training loss is " + loss,
                    epoch > 0 ? "epoch " + epoch : "validation",
                    "lower the learning rate, or look for extreme weights and features in the training events");
        }
    }
}
