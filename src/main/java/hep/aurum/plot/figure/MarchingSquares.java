package hep.aurum.plot.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Find contours of a surface by marching squares.
 *
 * <p>The grid is first refined by a Catmull-Rom interpolation in each direction, which keeps the grid's own values and
 * follows a parabola exactly, so that a coarse scan gives smooth contours. Each crossing of a grid edge is found by
 * linear interpolation; saddles are resolved by the mean of the four corners. Pieces come in the order of their first
 * edge, so the same surface gives the same lists.
 *
 * @see <a href="https://doi.org/10.1145/37401.37422">W. Lorensen, H. Cline, SIGGRAPH 1987, in two dimensions</a>
 */
final class MarchingSquares {

    /** Cells of the refined grid in one direction, at least. */
    private static final int FINE = 160;

    private final double level;
    private final double[] x;
    private final double[] y;
    private final double[][] z;
    private final Map<Long, List<Long>> neighbours = new HashMap<>();
    private final Set<Long> crossings = new LinkedHashSet<>();

    private MarchingSquares(double[] x, double[] y, double[][] z, double level) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.level = level;
    }

    static List<Curve> contours(Surface surface, double level) {
        double[] x = refine(positions(surface.xs()), factor(surface.nx()));
        double[] y = refine(positions(surface.ys()), factor(surface.ny()));
        double[][] rows = new double[surface.nx()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = smooth(positions(surface.zs().get(i)), factor(surface.ny()));
        }
        double[][] z = new double[x.length][y.length];
        double[] column = new double[rows.length];
        for (int j = 0; j < y.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][j];
            }
            double[] fine = smooth(column, factor(surface.nx()));
            for (int i = 0; i < x.length; i++) {
                z[i][j] = fine[i];
            }
        }
        return new MarchingSquares(x, y, z, level).trace();
    }

    private static int factor(int n) {
        return Math.max(1, (FINE + n - 2) / (n - 1));
    }

    private static double[] positions(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] refine(double[] values, int factor) {
        double[] fine = new double[(values.length - 1) * factor + 1];
        for (int i = 0; i < fine.length; i++) {
            int cell = Math.min(i / factor, values.length - 2);
            double t = (double) (i - cell * factor) / factor;
            fine[i] = (1 - t) * values[cell] + t * values[cell + 1];
        }
        return fine;
    }

    /** Interpolate with end points continued as parabolas. */
    private static double[] smooth(double[] v, int factor) {
        if (v.length < 3 || factor == 1) {
            return refine(v, factor);
        }
        int n = v.length;
        double[] fine = new double[(n - 1) * factor + 1];
        for (int i = 0; i < fine.length; i++) {
            int k = Math.min(i / factor, n - 2);
            double t = (double) (i - k * factor) / factor;
            double before = k > 0 ? v[k - 1] : 3 * v[0] - 3 * v[1] + v[2];
            double after = k + 2 < n ? v[k + 2] : 3 * v[n - 1] - 3 * v[n - 2] + v[n - 3];
            double a = -0.5 * before + 1.5 * v[k] - 1.5 * v[k + 1] + 0.5 * after;
            double b = before - 2.5 * v[k] + 2 * v[k + 1] - 0.5 * after;
            double c = 0.5 * (v[k + 1] - before);
            fine[i] = ((a * t + b) * t + c) * t + v[k];
        }
        return fine;
    }

    /** Number an edge by its lower left node and its direction: 0 along x, 1 along y. */
    private long edge(int i, int j, int direction) {
        return 2L * ((long) j * x.length + i) + direction;
    }

    private List<Curve> trace() {
        for (int j = 0; j + 1 < y.length; j++) {
            for (int i = 0; i + 1 < x.length; i++) {
                cell(i, j);
            }
        }
        List<Curve> pieces = new ArrayList<>();
        // Open pieces first, from one of their ends; what is left over is closed.
        for (boolean open : new boolean[] {true, false}) {
            for (long start : List.copyOf(crossings)) {
                List<Long> next = neighbours.get(start);
                if (next != null && crossings.contains(start) && (!open || next.size() == 1)) {
                    pieces.add(follow(start));
                }
            }
        }
        return pieces;
    }

    private void cell(int i, int j) {
        boolean[] above = {z[i][j] >= level, z[i + 1][j] >= level, z[i + 1][j + 1] >= level, z[i][j + 1] >= level};
        long[] sides = {edge(i, j, 0), edge(i + 1, j, 1), edge(i, j + 1, 0), edge(i, j, 1)};
        List<Long> crossed = new ArrayList<>(4);
        for (int side = 0; side < 4; side++) {
            if (above[side] != above[(side + 1) % 4]) {
                crossed.add(sides[side]);
            }
        }
        if (crossed.size() == 2) {
            join(crossed.get(0), crossed.get(1));
        } else if (crossed.size() == 4) {
            boolean centre = 0.25 * (z[i][j] + z[i + 1][j] + z[i + 1][j + 1] + z[i][j + 1]) >= level;
            // The corners on the centre's side of the level belong together; the other two are cut off.
            int shift = centre == above[0] ? 0 : 3;
            join(crossed.get(shift % 4), crossed.get((shift + 1) % 4));
            join(crossed.get((shift + 2) % 4), crossed.get((shift + 3) % 4));
        }
    }

    private void join(long a, long b) {
        neighbours.computeIfAbsent(a, key -> new ArrayList<>(2)).add(b);
        neighbours.computeIfAbsent(b, key -> new ArrayList<>(2)).add(a);
        crossings.add(a);
        crossings.add(b);
    }

    private Curve follow(long start) {
        Deque<Long> path = new ArrayDeque<>();
        @Nullable Long at = start;
        while (at != null) {
            path.add(at);
            crossings.remove(at);
            at = unvisited(at);
        }
        boolean closed = path.size() > 2
                && neighbours.getOrDefault(path.getLast(), List.of()).contains(start);
        if (closed) {
            path.add(start);
        }
        double[] px = new double[path.size()];
        double[] py = new double[path.size()];
        int n = 0;
        for (long edge : path) {
            double[] point = crossing(edge);
            px[n] = point[0];
            py[n] = point[1];
            n++;
        }
        return Curve.of(px, py);
    }

    private @Nullable Long unvisited(long edge) {
        for (long next : neighbours.getOrDefault(edge, List.of())) {
            if (crossings.contains(next)) {
                return next;
            }
        }
        return null;
    }

    private double[] crossing(long edge) {
        int i = (int) (edge / 2 % x.length);
        int j = (int) (edge / 2 / x.length);
        boolean alongX = edge % 2 == 0;
        int i1 = alongX ? i + 1 : i;
        int j1 = alongX ? j : j + 1;
        double t = (level - z[i][j]) / (z[i1][j1] - z[i][j]);
        return new double[] {x[i] + t * (x[i1] - x[i]), y[j] + t * (y[j1] - y[j])};
    }
}
