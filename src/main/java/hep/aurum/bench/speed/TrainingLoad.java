package hep.aurum.bench.speed;

import hep.aurum.nn.Adam;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Workers;

/** Take training steps: chunks of a batch on all threads, their gradients added in order, a step of Adam. */
final class TrainingLoad implements Load {

    private static final double RATE = 1e-3;
    private static final int ROWS_PER_CHUNK = 64;
    private static final int MAX_CHUNKS = 8;

    private final NetworkWeights weights;
    private final Adam adam;
    private final Workers workers;
    private final Workers.Task task;
    private final TrainingChunk[] chunks;
    private final int batch;
    private int start;
    private double loss;

    TrainingLoad(NetworkWeights weights, boolean score, int batch, SpeedData data, Workers workers) {
        NetworkShape shape = weights.shape();
        this.weights = weights;
        this.adam = new Adam(shape.size(), 0);
        this.workers = workers;
        this.batch = batch;
        this.chunks = new TrainingChunk[Math.min(MAX_CHUNKS, (batch + ROWS_PER_CHUNK - 1) / ROWS_PER_CHUNK)];
        for (int c = 0; c < chunks.length; c++) {
            chunks[c] = new TrainingChunk(shape, score, data);
        }
        this.task = this::runChunk;
    }

    private void runChunk(int c) {
        int from = start + batch * c / chunks.length;
        chunks[c].run(weights, from, start + batch * (c + 1) / chunks.length, 1.0 / batch);
    }

    @Override
    public int run() {
        float[] gradient = gradient();
        adam.step(weights, gradient, 1f, RATE);
        start = start + 2 * batch > SpeedData.ROWS ? 0 : start + batch;
        return batch;
    }

    /** Compute the gradient of the next batch without taking the step. */
    float[] gradient() {
        workers.run(chunks.length, task);
        float[] gradient = chunks[0].gradient();
        loss = chunks[0].loss();
        for (int c = 1; c < chunks.length; c++) {
            add(chunks[c].gradient(), gradient);
            loss += chunks[c].loss();
        }
        loss /= batch;
        return gradient;
    }

    /** Return the mean loss of the last batch. */
    double loss() {
        return loss;
    }

    private static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
