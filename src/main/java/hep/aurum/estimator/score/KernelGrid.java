package hep.aurum.estimator.score;

import hep.aurum.base.NotSupported;
import java.util.Arrays;

/**
 * Estimate densities of the summary by Gaussian kernels on a regular grid: events are shared out linearly among the nodes
 * around them, the deposits are folded with the kernel axis by axis, and between nodes the result is interpolated linearly.
 *
 * <p>The bandwidth of axis a is \(h_a = f\,\sigma_a\,n^{-1/(k+4)}\) (Scott's rule for \(f = 1\)), of which a node's distance is at most
 * half. The grid ends at the quantiles .0005 and .9995; what lies outside is counted at its edge.
 *
 * @see <a href="https://doi.org/10.1002/9780470316849">Scott: Multivariate density estimation (1992), section 6.3</a>
 */
final class KernelGrid implements SummaryGrid {

    private static final double TAIL = 0.0005;
    private static final double REACH = 4;
    private static final double NODES_PER_BANDWIDTH = 2;

    /** A grid has at most so many nodes; a larger one is too sparsely filled to be of use. */
    private static final int MAX_NODES = 1 << 16;

    private final double[] low;
    private final double[] step;
    private final int[] count;
    private final double[][] kernel;
    private final int nodes;

    private KernelGrid(double[] low, double[] step, int[] count, double[][] kernel) {
        this.low = low;
        this.step = step;
        this.count = count;
        this.kernel = kernel;
        this.nodes = Arrays.stream(count).reduce(1, Math::multiplyExact);
    }

    /**
     * Return the grid for some events.
     *
     * @param summaries {@code [n*k]} by rows
     * @param k the number of axes
     * @param factor f, positive
     * @throws NotSupported if the nodes would be too many
     */
    static KernelGrid of(double[] summaries, int k, double factor) {
        double[] low = new double[k];
        double[] step = new double[k];
        int[] count = new int[k];
        double[][] kernel = new double[k][];
        double[] column = new double[summaries.length / k];
        long nodes = 1;
        for (int a = 0; a < k; a++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = summaries[i * k + a];
            }
            double bandwidth = factor * spread(column) * StrictMath.pow(column.length, -1.0 / (k + 4));
            Arrays.sort(column);
            low[a] = column[(int) (TAIL * column.length)];
            double width = column[(int) Math.min(column.length - 1.0, (1 - TAIL) * column.length)] - low[a];
            count[a] =
                    width > 0 ? 1 + (int) Math.ceil(Math.min(MAX_NODES, NODES_PER_BANDWIDTH * width / bandwidth)) : 2;
            step[a] = width > 0 ? width / (count[a] - 1) : 1;
            kernel[a] = kernel(width > 0 ? bandwidth / step[a] : 1);
            nodes *= count[a];
            if (nodes > MAX_NODES) {
                throw new NotSupported(
                        "kernels of this width in " + k + " parameters need a grid of more than " + MAX_NODES
                                + " nodes",
                        "bandwidth factor " + factor,
                        "widen the kernels, or use SALLY or SALLINO");
            }
        }
        return new KernelGrid(low, step, count, kernel);
    }

    private static double spread(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    /** Return one half of the kernel, from its centre on, in steps of the grid; the whole adds up to 1. */
    private static double[] kernel(double bandwidth) {
        double[] half = new double[1 + (int) Math.ceil(REACH * bandwidth)];
        double sum = -1;
        for (int i = 0; i < half.length; i++) {
            half[i] = StrictMath.exp(-0.5 * i * i / (bandwidth * bandwidth));
            sum += 2 * half[i];
        }
        for (int i = 0; i < half.length; i++) {
            half[i] /= sum;
        }
        return half;
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public int corners() {
        return 1 << count.length;
    }

    @Override
    public void locate(double[] summary, int offset, int[] node, double[] share) {
        node[0] = 0;
        share[0] = 1;
        int filled = 1;
        for (int a = 0; a < count.length; a++) {
            double position = Math.max(0, Math.min(count[a] - 1.0, (summary[offset + a] - low[a]) / step[a]));
            int below = Math.min(count[a] - 2, (int) position);
            double upper = position - below;
            for (int c = 0; c < filled; c++) {
                node[filled + c] = node[c] * count[a] + below + 1;
                share[filled + c] = share[c] * upper;
                node[c] = node[c] * count[a] + below;
                share[c] *= 1 - upper;
            }
            filled *= 2;
        }
    }

    @Override
    public void smooth(double[] field) {
        int inner = nodes;
        for (int a = 0; a < count.length; a++) {
            inner /= count[a];
            double[] line = new double[count[a]];
            for (int start = 0; start < nodes; start++) {
                if (start / inner % count[a] == 0) {
                    smoothLine(field, start, inner, line, kernel[a]);
                }
            }
        }
    }

    private static void smoothLine(double[] field, int start, int stride, double[] line, double[] half) {
        for (int i = 0; i < line.length; i++) {
            line[i] = field[start + i * stride];
        }
        for (int i = 0; i < line.length; i++) {
            double sum = half[0] * line[i];
            for (int j = 1; j < half.length; j++) {
                sum += half[j] * ((i >= j ? line[i - j] : 0) + (i + j < line.length ? line[i + j] : 0));
            }
            field[start + i * stride] = sum;
        }
    }

    @Override
    public double oneEvent() {
        double product = 1;
        for (double[] half : kernel) {
            product *= half[0];
        }
        return product;
    }
}
