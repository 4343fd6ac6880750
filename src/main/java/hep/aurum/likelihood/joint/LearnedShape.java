package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A density that a learned ratio gives as a function of its parameters.
 *
 * <p>The log ratios of fixed events in one parameter are kept as Chebyshev series ({@link ChebyshevShape}). Otherwise second
 * derivatives come from differences of the scores, which are accurate to their step: they steer the search and do not enter its
 * result.
 *
 * @param estimator \(\log\hat r(x|\theta, s)\), normalised at every θ
 * @param names the parameters of the model that its parameters are, in order
 * @param threads how many threads may evaluate it; the result does not depend on it
 */
public record LearnedShape(RatioEstimator estimator, List<String> names, int threads) implements ShapeRatio {

    /** Step of the differences in units of a parameter's range. */
    private static final double STEP = 1e-3;

    /** More events are Asimov data, which are fitted once or twice, and their series would fill the memory. */
    private static final int MOST_TABULATED = 100_000;

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
        return at(events, 0);
    }

    /** Fix the events for a parameter that may leave its range by a margin, in units of the range. */
    EventShape at(double[] events, double margin) {
        return new RememberedShape(new Bound(events.clone(), margin));
    }

    private Optional<ChebyshevShape> series(double[] events, double margin) {
        int n = events.length / features().size();
        return names.size() == 1 && n <= MOST_TABULATED
                ? ChebyshevShape.of(estimator, events, margin, threads)
                : Optional.empty();
    }

    private final class Bound implements EventShape {

        private final double[] events;
        private final int n;
        private final int m;
        private final Optional<ChebyshevShape> series;

        private Bound(double[] events, double margin) {
            this.events = events;
            this.series = series(events, margin);
            this.n = events.length / features().size();
            this.m = names.size();
        }

        @Override
        public int size() {
            return n;
        }

        @Override
        public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
            if (series.isPresent() && series.get().covers(s[0])) {
                series.get().evaluate(s, ratio, gradient, hessian);
                return;
            }
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
            java.util.Arrays.fill(hessian, 0);
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
