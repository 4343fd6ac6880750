package hep.aurum.bench.speed;

import hep.aurum.nn.Workers;
import hep.aurum.nn.kernel.FmaPeak;

/** Do fused multiply-adds on registers on every thread; a sample is 10^3 operations. */
final class PeakLoad implements Load {

    private static final int TURNS = 20000;

    private final Workers workers;
    private final Workers.Task task = this::runTask;
    private final float[] results;

    PeakLoad(Workers workers) {
        this.workers = workers;
        this.results = new float[workers.threads() * 4];
    }

    private void runTask(int i) {
        results[i] = FmaPeak.run(TURNS, results[i] * 1e-3f);
    }

    @Override
    public int run() {
        workers.run(results.length, task);
        return results.length * TURNS * FmaPeak.operationsPerTurn() / 1000;
    }
}
