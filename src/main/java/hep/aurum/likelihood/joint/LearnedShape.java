package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A density that a learned ratio gives as a function of its parameters.
 *
 * <p>Second derivatives come from differences of the scores, which are accurate to their step: they steer the search and do
 * not enter its result.
 *
 * @param estimator \(\log\hat r(x|\theta, s)\), normalised at every θ
 * @param names the parameters of the model that its parameters are, in order
 * @param threads how many threads may evaluate it; the result does not depend on it
 */
public record LearnedShape(RatioEstimator estimator, List<String> names, int threads) implements ShapeRatio {

    /** Step of the differences in units of a parameter's range. */
    private static final double STEP = 1e-3;

    /** Copy the list. */
    public LearnedShape {
        names = List.copyOf(names);
    }

    /** Take a ratio whose parameters have the names of the model's. */
    public static LearnedShape of(RatioEstimator estimator) {
        return new LearnedShape(
                estimator,
                estimator.space().parameters().stream().map(Parameter::name).toList(),
                1);
    }

    @Override
    public List<String> parameters() {
        return names;
    }

    @Override
    public List<String> features() {
        return estimator.featureNames();
    }

    @Override
    public EventShape at(double[] events) {
        return new Bound(events.clone());
    }

    /** Keeps its last point: a search that moves rates alone asks for the same densities again and again. */
    private final class Bound implements EventShape {

        private final double[] events;
        private final int n;
        private final int m;
        private double[] last = new double[0];
        private double[] lastRatio = new double[0];
        private double[] lastGradient = new double[0];
        private double[] lastHessian = new double[0];
        private boolean isLastSloped;

        private Bound(double[] events) {
            this.events = events;
            this.n = events.length / features().size();
            this.m = names.size();
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            boolean isSloped = gradient != null && hessian != null;
            if (lastRatio.length != n || !Arrays.equals(s, last) || (isSloped && !isLastSloped)) {
                compute(s, ratio, gradient, hessian);
                last = s.clone();
                lastRatio = ratio.clone();
                isLastSloped = isSloped;
                if (gradient != null && hessian != null) {
                    lastGradient = gradient.clone();
                    lastHessian = hessian.clone();
                }
                return;
            }
            System.arraycopy(lastRatio, 0, ratio, 0, n);
            if (gradient != null && hessian != null) {
                System.arraycopy(lastGradient, 0, gradient, 0, gradient.length);
                System.arraycopy(lastHessian, 0, hessian, 0, hessian.length);
            }
        }

        private void compute(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            if (gradient == null || hessian == null) {
                estimator.logRatios(events, s, ratio, threads);
                exponentiate(ratio);
                return;
            }
            estimator.logRatiosAndScores(events, s, ratio, gradient, threads);
            exponentiate(ratio);
            differences(s, hessian);
            for (int i = 0; i < n; i++) {
                for (int a = 0; a < m; a++) {
                    for (int b = 0; b < m; b++) {
                        int at = (i * m + a) * m + b;
                        hessian[at] = ratio[i] * (hessian[at] + gradient[i * m + a] * gradient[i * m + b]);
                    }
                }
            }
            for (int i = 0; i < n * m; i++) {
                gradient[i] *= ratio[i / m];
            }
        }

        private void exponentiate(double[] ratio) {
            for (int i = 0; i < n; i++) {
                ratio[i] = StrictMath.exp(ratio[i]);
            }
        }

        /** Fill in \(\partial_a\partial_b\log r\), symmetrised. */
        private void differences(double[] s, double[] hessian) {
            double[] ignored = new double[n];
            double[] above = new double[n * m];
            double[] below = new double[n * m];
            Arrays.fill(hessian, 0);
            for (int a = 0; a < m; a++) {
                Parameter p = estimator.space().parameters().get(a);
                double step = STEP * (p.max() - p.min());
                double[] at = s.clone();
                at[a] = s[a] + step;
                estimator.logRatiosAndScores(events, at, ignored, above, threads);
                at[a] = s[a] - step;
                estimator.logRatiosAndScores(events, at, ignored, below, threads);
                for (int i = 0; i < n; i++) {
                    for (int b = 0; b < m; b++) {
                        double half = (above[i * m + b] - below[i * m + b]) / (4 * step);
                        hessian[(i * m + a) * m + b] += half;
                        hessian[(i * m + b) * m + a] += half;
                    }
                }
            }
        }
    }
}
