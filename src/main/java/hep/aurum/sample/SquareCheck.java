package hep.aurum.sample;

import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The check that weights are squared amplitudes.
 *
 * <p>After division by the strengths that multiply a whole process, a quadratic weight is \(w(\theta) = u^TGu\) with \(u = (1,
 * \theta_1, \ldots, \theta_k)\), and \(w \ge 0\) at every θ exactly when the Gram matrix G has no negative eigenvalue. Real
 * generators' weights keep to this within 1e-7 of the largest eigenvalue; interchanging two of MadGraph's benchmarks, or
 * scaling one by two per cent, breaks it for a large part of the events.
 *
 * <p>Applies to processes whose basis holds the square of every parameter in it and whose weights at the standard point are
 * all positive: a truncation to the interference term, or a next-to-leading-order sample, may be negative with right.
 */
final class SquareCheck {

    private static final int EVENTS = 5000;
    private static final double TOLERANCE = 1e-4;
    private static final double FAIL_ABOVE = 1e-2;
    private static final double WARN_ABOVE = 1e-3;

    private SquareCheck() {}

    static List<AuditCheck> run(EventSample sample) {
        List<AuditCheck> checks = new ArrayList<>();
        for (int process = 0; process < sample.processes().size(); process++) {
            int[] rows = rows(sample, process);
            Gram gram = Gram.of(sample, rows);
            if (gram.isQuadratic() && positive(sample, rows)) {
                checks.add(check(sample, process, rows, gram));
            }
        }
        return checks;
    }

    private static AuditCheck check(EventSample sample, int process, int[] rows, Gram gram) {
        int step = Math.max(1, rows.length / EVENTS);
        int looked = 0;
        int negative = 0;
        for (int i = 0; i < rows.length; i += step) {
            looked++;
            negative += gram.leastEigenvalue(sample, rows[i]) < -TOLERANCE ? 1 : 0;
        }
        double fraction = (double) negative / looked;
        AuditCheck.Outcome outcome = fraction > FAIL_ABOVE
                ? AuditCheck.Outcome.FAIL
                : fraction > WARN_ABOVE ? AuditCheck.Outcome.WARN : AuditCheck.Outcome.PASS;
        return new AuditCheck(
                "weights are squares",
                outcome,
                fraction,
                outcome == AuditCheck.Outcome.FAIL ? FAIL_ABOVE : WARN_ABOVE,
                String.format(
                        Locale.ROOT,
                        outcome == AuditCheck.Outcome.PASS
                                ? "%.2g %% of the events of %s have weights that become negative somewhere"
                                : "%.2g %% of the events of %s have weights that become negative somewhere, as squared"
                                        + " amplitudes cannot: benchmarks may be interchanged, or one of them wrong",
                        100 * fraction,
                        sample.processes().get(process)));
    }

    private static int[] rows(EventSample sample, int process) {
        int[] rows = new int[sample.size()];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (sample.process(i) == process) {
                rows[n++] = i;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private static boolean positive(EventSample sample, int[] rows) {
        double[] standard = sample.basis().values(sample.space().standard());
        for (int row : rows) {
            if (sample.weight(row, standard) < 0) {
                return false;
            }
        }
        return rows.length > 0;
    }

    /** Where the monomials of one process go in its Gram matrix. */
    private static final class Gram {

        private final int[] monomials;
        private final int[][] cells;
        private final double[] scales;
        private final int size;

        private Gram(int[] monomials, int[][] cells, double[] scales, int size) {
            this.monomials = monomials;
            this.cells = cells;
            this.scales = scales;
            this.size = size;
        }

        static Gram of(EventSample sample, int[] rows) {
            MonomialBasis basis = sample.basis();
            int[] active = active(sample, rows);
            int[] strength = new int[basis.parameters()];
            for (int p = 0; p < strength.length; p++) {
                int parameter = p;
                strength[p] = Arrays.stream(active)
                        .map(j -> basis.exponent(j, parameter))
                        .min()
                        .orElse(0);
            }
            int[][] cells = new int[active.length][];
            double[] scales = new double[active.length];
            for (int a = 0; a < active.length; a++) {
                List<Integer> factors = new ArrayList<>();
                scales[a] = 1;
                for (int p = 0; p < strength.length; p++) {
                    Parameter parameter = sample.space().get(p);
                    double reach = Math.max(Math.abs(parameter.min()), Math.abs(parameter.max()));
                    for (int e = strength[p]; e < basis.exponent(active[a], p); e++) {
                        factors.add(p + 1);
                        scales[a] *= reach;
                    }
                }
                cells[a] = factors.stream().mapToInt(f -> f).toArray();
            }
            return new Gram(active, cells, scales, basis.parameters() + 1);
        }

        private static int[] active(EventSample sample, int[] rows) {
            boolean[] used = new boolean[sample.basis().size()];
            for (int row : rows) {
                for (int j = 0; j < used.length; j++) {
                    used[j] |= sample.coefficient(row, j) != 0;
                }
            }
            return java.util.stream.IntStream.range(0, used.length)
                    .filter(j -> used[j])
                    .toArray();
        }

        /** Whether the process has quadratic terms, none higher, and the square of every parameter in them. */
        boolean isQuadratic() {
            boolean[] seen = new boolean[size];
            boolean[] squared = new boolean[size];
            boolean any = false;
            for (int[] cell : cells) {
                if (cell.length > 2) {
                    return false;
                }
                for (int factor : cell) {
                    seen[factor] = true;
                }
                if (cell.length == 2 && cell[0] == cell[1]) {
                    squared[cell[0]] = true;
                    any = true;
                }
            }
            return any && Arrays.equals(seen, squared);
        }

        /** The least eigenvalue over the largest in size, of parameters in units of the ends of their ranges. */
        double leastEigenvalue(EventSample sample, int row) {
            DMatrixRMaj g = new DMatrixRMaj(size, size);
            for (int a = 0; a < monomials.length; a++) {
                double value = sample.coefficient(row, monomials[a]) * scales[a];
                int first = cells[a].length > 0 ? cells[a][0] : 0;
                int second = cells[a].length > 1 ? cells[a][1] : 0;
                g.add(first, second, value / 2);
                g.add(second, first, value / 2);
            }
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
            if (!eigen.decompose(g)) {
                return Double.NEGATIVE_INFINITY;
            }
            double least = 0;
            double largest = 0;
            for (int i = 0; i < size; i++) {
                double value = eigen.getEigenvalue(i).getReal();
                least = Math.min(least, value);
                largest = Math.max(largest, Math.abs(value));
            }
            return largest == 0 ? 0 : least / largest;
        }
    }
}
