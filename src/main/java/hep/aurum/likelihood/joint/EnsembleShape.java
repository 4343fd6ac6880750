package hep.aurum.likelihood.joint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The density of an ensemble of fixed densities, with the uncertainty of its networks as nuisances: the members' mixture
 *
 * <p>\[ r(x|\beta) = \sum_{e=1}^E\Bigl[\frac1E + \kappa\,\frac{\beta_e-\bar\beta}{\sqrt{E-1}}\Bigr]r_e(x),
 * \qquad \beta_e \sim N(0,1). \]
 *
 * <p>The weights add up to 1, so \(E_{ref}[r(\cdot|\beta)] = 1\) at every β if it is so for each member. To first order ln r has, for
 * κ = 1, the mean of the members and their covariance between any two events: a direction of data in which the networks disagree costs
 * its spread. Members that were each trained on a bootstrap replica spread as trainings on other events would; κ widens that as
 * Student's law does. What all members have in common does not show.
 *
 * <p>For densities of a process that is a small part of its channel, such as the odds of a signal. The data must know less of the
 * density than its training events did: otherwise the E directions, which cannot hold the truth, are fitted to the data, and intervals
 * are too short. Densities with parameters of their own are for {@link ShiftedShape}. Members must be normalised over the same
 * reference events, since the errors of \(E_{ref}[r_e]\) are multiplied by the number of events and would be taken for information.
 *
 * <p>Each \(\beta_e\) needs its constraint in the model: {@link NetworkNuisances#constraints}.
 *
 * @param members at least 4, with the same parameters and features
 * @param nuisances their names, one for each member
 * @see <a href="https://arxiv.org/abs/2110.06581">Hermans et al.: A trust crisis in simulation-based inference? (2021), on ensembles of
 *     bootstrap replicas</a>
 */
public record EnsembleShape(List<ShapeRatio> members, List<String> nuisances) implements ShapeRatio {

    /** Check that the members are of a kind. */
    public EnsembleShape {
        members = List.copyOf(members);
        nuisances = List.copyOf(nuisances);
        NetworkNuisances.check(members, nuisances);
    }

    /** Name the nuisances {@code network_PROCESS_1}, {@code network_PROCESS_2}, … */
    public static EnsembleShape of(String process, List<? extends ShapeRatio> members) {
        return new EnsembleShape(List.copyOf(members), NetworkNuisances.of(process, members.size()));
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
                shapes.get(e).evaluate(inner, values[e], isSloped ? slopes[e] : null, isSloped ? bends[e] : null);
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
            return NetworkNuisances.step(members.size());
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
        private double spread(double[][] of, int i, int width, int a, double[] target, int first, double... weights) {
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
