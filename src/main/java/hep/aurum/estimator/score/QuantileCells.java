package hep.aurum.estimator.score;

import java.util.Arrays;

/** Cut each axis of the summary at quantiles of given events, so that each slice holds as many. */
final class QuantileCells implements SummaryGrid {

    private final double[][] edges;
    private final int nodes;

    private QuantileCells(double[][] edges) {
        this.edges = edges;
        int count = 1;
        for (double[] axis : edges) {
            count = Math.multiplyExact(count, axis.length + 1);
        }
        this.nodes = count;
    }

    /**
     * Return cells.
     *
     * @param summaries {@code [n*k]} by rows
     * @param k the number of axes
     * @param bins slices of each axis; fewer where many events have the same summary
     */
    static QuantileCells of(double[] summaries, int k, int bins) {
        double[][] edges = new double[k][];
        double[] column = new double[summaries.length / k];
        for (int a = 0; a < k; a++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = summaries[i * k + a];
            }
            Arrays.sort(column);
            double[] axis = new double[bins - 1];
            for (int b = 1; b < bins; b++) {
                axis[b - 1] = column[(int) ((long) b * column.length / bins)];
            }
            edges[a] = Arrays.stream(axis).distinct().toArray();
        }
        return new QuantileCells(edges);
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public int corners() {
        return 1;
    }

    @Override
    public void locate(double[] summary, int offset, int[] node, double[] share) {
        int cell = 0;
        for (int a = 0; a < edges.length; a++) {
            cell = cell * (edges[a].length + 1) + slice(edges[a], summary[offset + a]);
        }
        node[0] = cell;
        share[0] = 1;
    }

    /** Return the number of edges at or below a value. */
    private static int slice(double[] axis, double value) {
        int found = Arrays.binarySearch(axis, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public void smooth(double[] field) {
        // A histogram counts each event where it lies.
    }

    @Override
    public double oneEvent() {
        return 1;
    }
}
