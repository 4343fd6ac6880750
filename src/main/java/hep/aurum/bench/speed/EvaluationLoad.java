package hep.aurum.bench.speed;

import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Tile;
import hep.aurum.nn.Workers;
import hep.aurum.nn.kernel.Kernels;

/** Evaluate a network at every point of a grid for every event, as a scan does. */
final class EvaluationLoad implements Load {

    private static final int EVENTS = 2048;
    private static final int PARTS = 8;

    private final NetworkWeights weights;
    private final SpeedData data;
    private final Workers workers;
    private final Workers.Task task = this::runPart;
    private final Tile[] tiles = new Tile[PARTS];
    private final float[] grid;
    private final float[] values = new float[Work.POINTS * EVENTS];

    EvaluationLoad(NetworkWeights weights, SpeedData data, Workers workers) {
        this.weights = weights;
        this.data = data;
        this.workers = workers;
        this.grid = new float[Work.POINTS * Work.PARAMETERS];
        System.arraycopy(data.t(), 0, grid, 0, grid.length);
        for (int i = 0; i < PARTS; i++) {
            tiles[i] = new Tile(weights.shape(), Kernels.best(), false);
        }
    }

    @Override
    public int run() {
        workers.run(PARTS, task);
        return values.length;
    }

    private void runPart(int part) {
        Tile tile = tiles[part];
        int end = EVENTS / PARTS * (part + 1);
        for (int start = EVENTS / PARTS * part; start < end; start += tile.capacity()) {
            int count = Math.min(tile.capacity(), end - start);
            for (int r = 0; r < count; r++) {
                tile.setInputs(r, data.x(), (start + r) * weights.shape().inputs());
            }
            tile.prepare(weights, count);
            for (int p = 0; p < Work.POINTS; p++) {
                tile.forwardAt(weights, grid, p * Work.PARAMETERS);
                for (int r = 0; r < count; r++) {
                    values[p * EVENTS + start + r] = tile.value(r, 0);
                }
            }
        }
    }
}
