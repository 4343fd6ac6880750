package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A density that nuisances move between simulated variations, as a HistFactory template is moved by a histosys.
 *
 * <p>\[ r(x|s,\alpha) = \frac{1}{N(\alpha)}\Bigl[r_0(x|s) + \sum_q\Bigl(\tfrac12\alpha_q\,(\kappa_q^+r_q^+ -
 * \kappa_q^-r_q^-) + \tfrac1{16}h(\alpha_q)\,(\kappa_q^+r_q^+ - 2r_q^0 + \kappa_q^-r_q^-)\Bigr)\Bigr] \]
 *
 * <p>with \(h = 15\alpha^2 - 10\alpha^4 + 3\alpha^6\) inside \(|\alpha| \le 1\) and \(8|\alpha|\) outside (code 4p), and N the
 * same expression with every r replaced by 1. So \(E_{ref}[r(\cdot|s,\alpha)] = 1\) at every α if it is so at α = 0 and ±1:
 * nothing has to be renormalised. The rate itself has its modifiers: a histosys from \(\kappa^-\nu\) to \(\kappa^+\nu\) makes
 * \(\nu r\) what HistFactory makes of a template; with κ = 1, N is 1. The variations are taken to be the same at every s.
 *
 * @param nominal \(r_0\), with parameters of its own
 * @param variations each with a different nuisance
 */
public record VariedShape(ShapeRatio nominal, List<Variation> variations) implements ShapeRatio {

    /**
     * Hold the varied densities of one nuisance; none has parameters.
     *
     * @param nuisance its name
     * @param down \(r^-\), at α = −1
     * @param centre \(r^0\), at α = 0: the nominal density where its own parameters are standard
     * @param up \(r^+\), at α = +1
     * @param downRate \(\kappa^-\), the rate at α = −1 in units of the nominal one
     * @param upRate \(\kappa^+\)
     */
    public record Variation(
            String nuisance, ShapeRatio down, ShapeRatio centre, ShapeRatio up, double downRate, double upRate) {

        /** Vary the density alone. */
        public Variation(String nuisance, ShapeRatio down, ShapeRatio centre, ShapeRatio up) {
            this(nuisance, down, centre, up, 1, 1);
        }

        /** Check that nothing else moves them. */
        public Variation {
            for (ShapeRatio shape : List.of(down, centre, up)) {
                Check.argument(
                        shape.parameters().isEmpty(),
                        "a variation by %s depends on %s itself",
                        nuisance,
                        shape.parameters());
            }
        }
    }

    /** Copy the list. */
    public VariedShape {
        variations = List.copyOf(variations);
    }

    @Override
    public List<String> parameters() {
        List<String> names = new ArrayList<>(nominal.parameters());
        variations.forEach(v -> names.add(v.nuisance()));
        return List.copyOf(names);
    }

    @Override
    public List<String> features() {
        return nominal.features();
    }

    @Override
    public EventShape at(double[] events) {
        return new Bound(events);
    }

    private final class Bound implements EventShape {

        private final EventShape base;
        private final int n;
        private final int own;
        private final int m;

        /** Half of (up − down) and a sixteenth of (up − 2 centre + down), {@code [q][n]}. */
        private final double[][] symmetric;

        private final double[][] asymmetric;

        private final double[] inner;
        private final double[] slopes;
        private final double[] bends;
        private final Norm norm;

        private Bound(double[] events) {
            base = nominal.at(events);
            n = base.size();
            own = nominal.parameters().size();
            m = own + variations.size();
            symmetric = new double[variations.size()][n];
            asymmetric = new double[variations.size()][n];
            inner = new double[own];
            slopes = new double[n * own];
            bends = new double[n * own * own];
            norm = new Norm(m);
            for (int q = 0; q < variations.size(); q++) {
                Variation v = variations.get(q);
                double[] up = values(v.up(), events);
                double[] down = values(v.down(), events);
                double[] centre = values(v.centre(), events);
                Arrays.setAll(symmetric[q], i -> (v.upRate() * up[i] - v.downRate() * down[i]) / 2);
                Arrays.setAll(asymmetric[q], i -> (v.upRate() * up[i] - 2 * centre[i] + v.downRate() * down[i]) / 16);
            }
        }

        private double[] values(ShapeRatio shape, double[] events) {
            double[] values = new double[n];
            shape.at(events).evaluate(new double[0], values, null, null);
            return values;
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            System.arraycopy(s, 0, inner, 0, own);
            if (gradient == null || hessian == null) {
                base.evaluate(inner, ratio, null, null);
            } else {
                spread(ratio, gradient, hessian);
            }
            norm.reset();
            for (int q = 0; q < symmetric.length; q++) {
                add(q, s[own + q], ratio, gradient, hessian);
            }
            if (norm.value != 1 || norm.isSloped()) {
                divide(ratio, gradient, hessian);
            }
        }

        /** Divide by N: \(r_{ab} = (u_{ab} - r_a N_b - r_b N_a - r N_{ab})/N\). */
        private void divide(double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            for (int i = 0; i < n; i++) {
                ratio[i] /= norm.value;
                if (gradient == null || hessian == null) {
                    continue;
                }
                for (int a = 0; a < m; a++) {
                    gradient[i * m + a] = (gradient[i * m + a] - ratio[i] * norm.slope[a]) / norm.value;
                }
                for (int a = 0; a < m; a++) {
                    for (int b = 0; b < m; b++) {
                        double products = gradient[i * m + a] * norm.slope[b] + gradient[i * m + b] * norm.slope[a];
                        double bend = a == b ? ratio[i] * norm.bend[a] : 0;
                        int at = (i * m + a) * m + b;
                        hessian[at] = (hessian[at] - products - bend) / norm.value;
                    }
                }
            }
        }

        /** Evaluate the nominal density and put its derivatives where they belong among those of all variables. */
        private void spread(double[] ratio, double[] gradient, double[] hessian) {
            base.evaluate(inner, ratio, slopes, bends);
            Arrays.fill(gradient, 0);
            Arrays.fill(hessian, 0);
            for (int i = 0; i < n; i++) {
                System.arraycopy(slopes, i * own, gradient, i * m, own);
                for (int a = 0; a < own; a++) {
                    System.arraycopy(bends, (i * own + a) * own, hessian, (i * m + a) * m, own);
                }
            }
        }

        private void add(
                int q, double alpha, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            boolean inside = Math.abs(alpha) <= 1;
            double a2 = alpha * alpha;
            double h = inside ? a2 * (15 + a2 * (-10 + 3 * a2)) : 8 * Math.abs(alpha);
            double slope = inside ? alpha * (30 + a2 * (-40 + 18 * a2)) : Math.copySign(8, alpha);
            double bend = inside ? 30 + a2 * (-120 + 90 * a2) : 0;
            int v = own + q;
            Variation variation = variations.get(q);
            norm.add(variation, alpha, h);
            norm.slope(v, variation, slope, bend);
            for (int i = 0; i < n; i++) {
                ratio[i] += alpha * symmetric[q][i] + h * asymmetric[q][i];
                if (gradient != null && hessian != null) {
                    gradient[i * m + v] = symmetric[q][i] + slope * asymmetric[q][i];
                    hessian[(i * m + v) * m + v] = bend * asymmetric[q][i];
                }
            }
        }
    }

    /** N(α) with its derivatives, of which no two nuisances share any. */
    private static final class Norm {

        private double value = 1;
        private final double[] slope;
        private final double[] bend;

        private Norm(int variables) {
            slope = new double[variables];
            bend = new double[variables];
        }

        private void reset() {
            value = 1;
        }

        private void add(Variation v, double alpha, double h) {
            value += alpha * symmetric(v) + h * asymmetric(v);
        }

        private void slope(int variable, Variation v, double first, double second) {
            slope[variable] = symmetric(v) + first * asymmetric(v);
            bend[variable] = second * asymmetric(v);
        }

        private static double symmetric(Variation v) {
            return (v.upRate() - v.downRate()) / 2;
        }

        private static double asymmetric(Variation v) {
            return (v.upRate() - 2 + v.downRate()) / 16;
        }

        private boolean isSloped() {
            for (int v = 0; v < slope.length; v++) {
                if (slope[v] != 0 || bend[v] != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
