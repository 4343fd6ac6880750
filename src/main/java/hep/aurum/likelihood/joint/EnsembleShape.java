package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;
import hep.aurum.likelihood.binned.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The density of an ensemble, with the uncertainty of its networks as nuisances: the members' mixture
 *
 * <p>\[ r(x|s,\beta) = \sum_{e=1}^E\Bigl[\frac1E + \kappa\,\frac{\beta_e-\bar\beta}{\sqrt{E-1}}\Bigr]r_e(x|s),
 * \qquad \beta_e \sim N(0,1). \]
 *
 * <p>The weights add up to 1, so \(E_{ref}[r(\cdot|s,\beta)] = 1\) at every s and β if it is so for each member. To first order ln r
 * has, for κ = 1, the mean of the members and their covariance between any two events and any two s,
 * \(\frac1{E-1}\sum_e(r_e-\bar r)(r_e-\bar r)'/\bar r\bar r'\): a direction of data in which the networks disagree costs its spread,
 * and profiling the \(\beta_e\) widens every interval by as much.
 *
 * <p>Members that were each trained on a bootstrap replica spread as trainings on other events would. From E members that spread is
 * known to \(1/\sqrt{2(E-1)}\), and the mean itself moves by \(1/\sqrt E\) of it;
 *
 * <p>\[ \kappa^2 = \Bigl(1+\frac1E\Bigr)\frac{E-1}{E-3} \]
 *
 * <p>is the variance of the prediction of one more member, that of Student's law with E − 1 degrees of freedom. What all members
 * have in common, such as a width that no number of events makes up for, does not show in their spread.
 *
 * <p>Each \(\beta_e\) needs its constraint in the model: {@link #constraints} are modifiers for the process's rate, none of which
 * moves it.
 *
 * @param members at least 4, with the same parameters and features, each normalised
 * @param nuisances their names, one for each member
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al.: A trust crisis in simulation-based inference? (2021), on ensembles of
 *     bootstrap replicas</a>
 */
public record EnsembleShape(List<ShapeRatio> members, List<String> nuisances) implements ShapeRatio {

    private static final int FEWEST = 4;

    /** Check that the members are of a kind. */
    public EnsembleShape {
        members = List.copyOf(members);
        nuisances = List.copyOf(nuisances);
        Check.argument(
                members.size() >= FEWEST, "an ensemble of %d tells no uncertainty, expected at least %d", members.size(), FEWEST);
        Check.length("nuisances", nuisances.size(), members.size());
        for (ShapeRatio member : members) {
            Check.argument(
                    member.parameters().equals(members.get(0).parameters())
                            && member.features().equals(members.get(0).features()),
                    "the members of an ensemble differ in their parameters or features");
        }
    }

    /** Name the nuisances {@code network_PROCESS_1}, {@code network_PROCESS_2}, … */
    public static EnsembleShape of(String process, List<? extends ShapeRatio> members) {
        return new EnsembleShape(
                List.copyOf(members),
                IntStream.rangeClosed(1, members.size())
                        .mapToObj(e -> "network_" + process + "_" + e)
                        .toList());
    }

    /** Return a normsys without effect for each nuisance, which puts its \(N(0,1)\) into the likelihood. */
    public List<Modifier> constraints() {
        return nuisances.stream()
                .<Modifier>map(name -> new Modifier.NormSys(name, 1, 1))
                .toList();
    }

    /** Return κ, by which the spread of E members is widened. */
    double widening() {
        double size = members.size();
        return Math.sqrt((1 + 1 / size) * (size - 1) / (size - 3));
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

        private final List<EventShape> shapes;
        private final int n;
        private final int own;
        private final int m;
        private final double[][] values;
        private final double[][] slopes;
        private final double[][] bends;

        private Bound(double[] events) {
            shapes = members.stream().map(member -> member.at(events)).toList();
            n = shapes.get(0).size();
            own = members.get(0).parameters().size();
            m = own + members.size();
            values = new double[members.size()][n];
            slopes = new double[members.size()][n * own];
            bends = new double[members.size()][n * own * own];
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            double[] weights = weights(s);
            boolean isSloped = gradient != null && hessian != null;
            double[] inner = Arrays.copyOf(s, own);
            Arrays.fill(ratio, 0, n, 0);
            for (int e = 0; e < weights.length; e++) {
                shapes.get(e)
                        .evaluate(inner, values[e], isSloped ? slopes[e] : null, isSloped ? bends[e] : null);
                for (int i = 0; i < n; i++) {
                    ratio[i] += weights[e] * values[e][i];
                }
            }
            if (gradient != null && hessian != null) {
                derivatives(weights, gradient, hessian);
            }
        }

        private double[] weights(double[] s) {
            int size = members.size();
            double mean = 0;
            for (int e = 0; e < size; e++) {
                mean += s[own + e] / size;
            }
            double[] weights = new double[size];
            for (int e = 0; e < size; e++) {
                weights[e] = 1.0 / size + step() * (s[own + e] - mean);
            }
            return weights;
        }

        private double step() {
            return widening() / Math.sqrt(members.size() - 1.0);
        }

        /** The ratio is linear in β: \(\partial r/\partial\beta_e = \kappa(r_e-\bar r)/\sqrt{E-1}\). */
        private void derivatives(double[] weights, double[] gradient, double[] hessian) {
            Arrays.fill(gradient, 0);
            Arrays.fill(hessian, 0);
            for (int i = 0; i < n; i++) {
                spread(values, i, 1, 0, gradient, i * m + own);
                for (int a = 0; a < own; a++) {
                    int at = (i * m + a) * m;
                    gradient[i * m + a] = spread(slopes, i, own, a, hessian, at + own, weights);
                    for (int e = 0; e < weights.length; e++) {
                        hessian[(i * m + own + e) * m + a] = hessian[at + own + e];
                    }
                    for (int b = 0; b < own; b++) {
                        hessian[at + b] = mixed(bends, (i * own + a) * own + b, weights);
                    }
                }
            }
        }

        /** Fill in the deviations of the members from their mean, and return the mixture. */
        private double spread(
                double[][] of, int i, int width, int a, double[] target, int first, double... weights) {
            double mean = 0;
            for (double[] member : of) {
                mean += member[i * width + a] / of.length;
            }
            for (int e = 0; e < of.length; e++) {
                target[first + e] = step() * (of[e][i * width + a] - mean);
            }
            return weights.length == 0 ? mean : mixed(of, i * width + a, weights);
        }

        private double mixed(double[][] of, int at, double[] weights) {
            double sum = 0;
            for (int e = 0; e < weights.length; e++) {
                sum += weights[e] * of[e][at];
            }
            return sum;
        }
    }
}
