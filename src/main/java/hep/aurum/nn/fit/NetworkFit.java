package hep.aurum.nn.fit;

import hep.aurum.base.NotConverged;
import hep.aurum.base.Tally;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Optimiser;
import hep.aurum.nn.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Train one network: epochs of shuffled batches, validation, early stopping that restores the best.
 *
 * <p>A batch is cut into the same chunks whatever the number of threads, and each chunk has its own stream of random numbers,
 * gradient and loss; gradients are added in the order of the chunks.
 */
final class NetworkFit {

    private static final int ROWS_PER_CHUNK = 64;
    private static final int MAX_CHUNKS = 8;
    private static final int VALIDATION_ROWS = 2048;
    private static final double NORM_MEMORY = 0.99;

    private final FitOptions options;
    private final Problem problem;
    private final RandomStreams streams;
    private final Workers workers;
    private final Problem.Objective[] chunks;
    private final float[][] gradients;
    private final double[] losses;
    private final Problem.Objective[] checks;
    private final double[] checkLosses;
    private final int[] checkOrder;
    private final EpochOrder order;
    private final int[] batch;
    private final NetworkWeights weights;
    private final NetworkWeights average;
    private final Optimiser optimiser;
    private double typicalNorm;
    private long steps;

    NetworkFit(FitOptions options, Problem problem, RandomStreams streams, Workers workers) {
        this.options = options;
        this.problem = problem;
        this.streams = streams;
        this.workers = workers;
        NetworkShape shape = problem.shape();
        this.batch = new int[batch(options, problem)];
        int count = Math.max(1, Math.min(MAX_CHUNKS, (batch.length + ROWS_PER_CHUNK - 1) / ROWS_PER_CHUNK));
        this.chunks = new Problem.Objective[count];
        Arrays.setAll(chunks, c -> problem.training());
        this.gradients = new float[count][shape.size()];
        this.losses = new double[count];
        this.checks = new Problem.Objective[(problem.validationSize() + VALIDATION_ROWS - 1) / VALIDATION_ROWS];
        Arrays.setAll(checks, c -> problem.validation());
        this.checkLosses = new double[checks.length];
        this.checkOrder = new int[problem.validationSize()];
        Arrays.setAll(checkOrder, i -> i);
        this.order = new EpochOrder(problem.trainingSize());
        this.weights = NetworkWeights.random(shape, streams.stream("weights", 0));
        this.average = options.averaging() > 0 ? weights.copy() : weights;
        this.optimiser = options.optimiser().create(shape.size(), options.weightDecay());
    }

    /** Return how many samples all epochs of a problem take together. */
    static long samples(FitOptions options, Problem problem) {
        int batch = batch(options, problem);
        return (long) options.epochs() * (problem.trainingSize() / batch) * batch;
    }

    private static int batch(FitOptions options, Problem problem) {
        return Math.min(options.batch(), problem.trainingSize());
    }

    /**
     * Return the trained network.
     *
     * @param tally counts the samples; what early stopping saves is taken off its total
     */
    FittedNetwork run(Tally tally) {
        List<Double> trainingLoss = new ArrayList<>();
        List<Double> validationLoss = new ArrayList<>();
        NetworkWeights best = average.copy();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        Plateaus plateaus = new Plateaus(options.patience());
        for (int epoch = 1; epoch <= options.epochs() && epoch - bestEpoch <= options.patience(); epoch++) {
            trainingLoss.add(epoch(epoch, plateaus.count(), tally));
            double loss = -epoch;
            if (checks.length > 0) {
                loss = validate();
                validationLoss.add(loss);
            }
            if (loss < bestLoss) {
                bestLoss = loss;
                bestEpoch = epoch;
                best = average.copy();
            }
            plateaus.report(epoch - bestEpoch);
        }
        tally.expect(samples(options.withEpochs(trainingLoss.size()), problem) - samples(options, problem));
        return new FittedNetwork(best, new FitHistory(trainingLoss, validationLoss, bestEpoch));
    }

    private double epoch(int epoch, int plateaus, Tally tally) {
        UniformRandomProvider random = streams.stream("shuffle", epoch);
        order.begin(random);
        int perEpoch = problem.trainingSize() / batch.length;
        double sum = 0;
        for (int s = 0; s < perEpoch; s++) {
            double done = (epoch - 1 + (double) s / perEpoch) / options.epochs();
            order.next(batch, random);
            sum += step(options.learningRate() * options.schedule().factor(done, plateaus));
            tally.add(batch.length);
            if (options.averaging() > 0) {
                average.approach(weights, (float) Math.max(1.0 / steps, 1 / (1 + options.averaging() * perEpoch)));
            }
        }
        double loss = sum / perEpoch;
        requireFinite(loss, epoch);
        return loss;
    }

    private double step(double rate) {
        long first = steps * chunks.length;
        steps++;
        double scale = 1.0 / batch.length;
        workers.run(chunks.length, c -> {
            Arrays.fill(gradients[c], 0f);
            losses[c] = chunks[c].sum(
                    weights,
                    batch,
                    (int) ((long) batch.length * c / chunks.length),
                    (int) ((long) batch.length * (c + 1) / chunks.length),
                    streams.stream("theta", first + c),
                    scale,
                    gradients[c]);
        });
        float[] gradient = gradients[0];
        double loss = losses[0];
        for (int c = 1; c < chunks.length; c++) {
            add(gradients[c], gradient);
            loss += losses[c];
        }
        optimiser.step(weights, gradient, clip(gradient), rate);
        return loss / batch.length;
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
        average.refresh();
        workers.run(
                checks.length,
                c -> checkLosses[c] = checks[c].sum(
                        average,
                        checkOrder,
                        c * VALIDATION_ROWS,
                        Math.min(checkOrder.length, (c + 1) * VALIDATION_ROWS),
                        streams.stream("validation", c),
                        0,
                        gradients[0]));
        double sum = 0;
        for (double loss : checkLosses) {
            sum += loss;
        }
        double loss = sum / problem.validationSize();
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
