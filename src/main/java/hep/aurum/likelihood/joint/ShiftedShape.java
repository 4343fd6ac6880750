package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The density of an ensemble whose networks disagree about the parameters, with that disagreement as nuisances:
 *
 * <p>\[ r(x|s,\gamma) = \frac1E\sum_e r_e\bigl(x\,\big|\,s + \sum_{e'}\gamma_{e'}B_{e'}(s)\bigr), \qquad B_e(s) =
 * \kappa\frac{b_e(s)-\bar b(s)}{\sqrt{E-1}}, \qquad \gamma_e \sim N(0,1). \]
 *
 * <p>\(b_e(s)\) is how far member e would be off at s if the mean were right, the step from s to the zero of its expected score,
 * \(b_e = I^{-1}E_{\bar p(s)}[t_e(x|s)]\) with \(I = E_{\bar p(s)}[\bar t\,\bar t^T]\). To first order this is the projection of the
 * members' deviations \(\ln r_e - \ln\bar r\) on the score, the only part of them that moves an estimate of s; their covariance is that
 * of the network's error of s. So an interval widens by it in quadrature, however many events there are. (Nuisances that follow the
 * deviations themselves would be fitted to the data as soon as these know the density better than its training events did: E directions
 * are too few to hold the truth.) E_ref[r] = 1 at every s and γ if it is so for each member.
 *
 * <p>κ widens the spread of E members as Student's law does. What all members have in common does not show. Each \(\gamma_e\) needs its
 * constraint in the model: {@link NetworkNuisances#constraints}.
 *
 * @param members at least 4, with the same features and parameters, of which there is at least one
 * @param nuisances their names, one for each member
 * @param basis monomials in the parameters of the members, of no more than second degree
 * @param biases coefficients of \(b_e\), {@code [E][k*m]}, by rows of one parameter each
 * @param lower where the members were learned, {@code [k]}: the shifted point leaves that range by no more than a twentieth
 * @param upper the other ends, {@code [k]}
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al.: A trust crisis in simulation-based inference? (2021), on ensembles of
 *     bootstrap replicas</a>
 */
public record ShiftedShape(
        List<LearnedShape> members,
        List<String> nuisances,
        MonomialBasis basis,
        List<List<Double>> biases,
        List<Double> lower,
        List<Double> upper)
        implements ShapeRatio {

    private static final double MARGIN = 0.05;

    /** Check that the members are of a kind. */
    public ShiftedShape {
        members = List.copyOf(members);
        nuisances = List.copyOf(nuisances);
        biases = biases.stream().map(List::copyOf).toList();
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        NetworkNuisances.check(members, nuisances);
        Check.length("biases", biases.size(), members.size());
        int k = members.get(0).parameters().size();
        Check.argument(k > 0, "the members have no parameters that could be shifted");
        Check.length("basis", basis.parameters(), k);
        Check.length("lower", lower.size(), k);
        Check.length("upper", upper.size(), k);
        for (List<Double> bias : biases) {
            Check.length("coefficients of a bias", bias.size(), k * basis.size());
        }
    }

    @Override
    public List<String> parameters() {
        List<String> names = new ArrayList<>(members.get(0).parameters());
        names.addAll(nuisances);
        return List.copyOf(names);
    }

    @Override
    public List<String> features() {
        return members.get(0).features();
    }

    @Override
    public EventShape at(double[] events) {
        return new Bound(events);
    }

    private final class Bound implements EventShape {

        private final EventShape mean;
        private final int n;
        private final int k;
        private final int m;
        private final double[] slope;
        private final double[] bend;

        private Bound(double[] events) {
            LearnedShape first = members.get(0);
            mean = new LearnedShape(
                            new MeanOfRatios(members.stream()
                                    .map(LearnedShape::estimator)
                                    .toList()),
                            first.names(),
                            first.threads())
                    .at(events, MARGIN);
            n = mean.size();
            k = first.parameters().size();
            m = k + members.size();
            slope = new double[n * k];
            bend = new double[n * k * k];
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            Shift shift = new Shift(s);
            if (gradient == null || hessian == null) {
                mean.evaluate(shift.point, ratio, null, null);
                return;
            }
            mean.evaluate(shift.point, ratio, slope, bend);
            for (int i = 0; i < n; i++) {
                chain(i, shift, gradient, hessian);
            }
        }

        /** Turn derivatives in the shifted point into those in s and γ: \(J^Tg\) and \(J^THJ + \sum_cg_c\partial\partial s'_c\). */
        private void chain(int i, Shift shift, double[] gradient, double[] hessian) {
            for (int a = 0; a < m; a++) {
                double sum = 0;
                for (int c = 0; c < k; c++) {
                    sum += slope[i * k + c] * shift.jacobian[c * m + a];
                }
                gradient[i * m + a] = sum;
                for (int b = 0; b <= a; b++) {
                    double curvature = 0;
                    for (int c = 0; c < k; c++) {
                        curvature += slope[i * k + c] * shift.bends[(c * m + a) * m + b];
                        for (int d = 0; d < k; d++) {
                            curvature +=
                                    shift.jacobian[c * m + a] * bend[(i * k + c) * k + d] * shift.jacobian[d * m + b];
                        }
                    }
                    hessian[(i * m + a) * m + b] = curvature;
                    hessian[(i * m + b) * m + a] = curvature;
                }
            }
        }
    }

    /** The shifted point with its derivatives in s and γ. */
    private final class Shift {

        private final double[] point;

        /** {@code [k][k+E]} and {@code [k][k+E][k+E]}, by rows. */
        private final double[] jacobian;

        private final double[] bends;

        private Shift(double[] s) {
            int k = basis.parameters();
            int m = k + members.size();
            point = Arrays.copyOf(s, k);
            jacobian = new double[k * m];
            bends = new double[k * m * m];
            double[] at = Arrays.copyOf(s, k);
            for (int c = 0; c < k; c++) {
                jacobian[c * m + c] = 1;
                for (int j = 0; j < basis.size(); j++) {
                    add(c, j, at, s);
                }
                stop(c);
            }
        }

        /**
         * What was never learned is asked for as little as can be: beyond an end of the range, u ends at \(h + w\tanh((u-h)/w)\), w
         * a twentieth of the range. A sharp end would leave a kink, at which no fit converges.
         */
        private void stop(int c) {
            double low = lower.get(c);
            double high = upper.get(c);
            double edge = Math.max(low, Math.min(high, point[c]));
            double width = MARGIN * (high - low);
            double bent = StrictMath.tanh((point[c] - edge) / width);
            if (bent == 0) {
                return;
            }
            double slope = 1 - bent * bent;
            double bend = -2 * bent * slope / width;
            point[c] = edge + width * bent;
            int m = jacobian.length / point.length;
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < m; b++) {
                    int at = (c * m + a) * m + b;
                    bends[at] = slope * bends[at] + bend * jacobian[c * m + a] * jacobian[c * m + b];
                }
            }
            for (int a = 0; a < m; a++) {
                jacobian[c * m + a] *= slope;
            }
        }

        /** Add one monomial of the shift of one parameter. */
        private void add(int c, int j, double[] at, double[] s) {
            int k = at.length;
            int size = members.size();
            int m = k + size;
            double mean = 0;
            for (List<Double> bias : biases) {
                mean += bias.get(c * basis.size() + j) / size;
            }
            double step = NetworkNuisances.step(size);
            double monomial = derivative(j, at, -1, -1);
            double total = 0;
            for (int e = 0; e < size; e++) {
                double coefficient = step * (biases.get(e).get(c * basis.size() + j) - mean);
                total += s[k + e] * coefficient;
                jacobian[c * m + k + e] += coefficient * monomial;
                for (int a = 0; a < k; a++) {
                    double mixed = coefficient * derivative(j, at, a, -1);
                    bends[(c * m + a) * m + k + e] += mixed;
                    bends[(c * m + k + e) * m + a] += mixed;
                }
            }
            point[c] += total * monomial;
            for (int a = 0; a < k; a++) {
                jacobian[c * m + a] += total * derivative(j, at, a, -1);
                for (int b = 0; b < k; b++) {
                    bends[(c * m + a) * m + b] += total * derivative(j, at, a, b);
                }
            }
        }

        /** Return a monomial, or its derivative in parameter a, or in a and b; −1 stands for none. */
        private double derivative(int j, double[] at, int a, int b) {
            double product = 1;
            for (int c = 0; c < at.length; c++) {
                int power = basis.exponent(j, c);
                int times = (c == a ? 1 : 0) + (c == b ? 1 : 0);
                for (int t = 0; t < times; t++) {
                    product *= power--;
                }
                for (int p = 0; p < power; p++) {
                    product *= at[c];
                }
            }
            return product;
        }
    }
}
