package hep.aurum.workflow;

import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Impacts;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.ClsScanFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.ImpactsFigure;
import hep.aurum.plot.figure.LikelihoodContourFigure;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.Pull;
import hep.aurum.plot.figure.PullsFigure;
import hep.aurum.plot.figure.Surface;
import hep.aurum.plot.style.FigureLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Make figures of what tests and fits of a model answer; the data of a model may be real, so no label says simulation. */
public final class ModelFigures {

    private static final FigureLabels LABELS = FigureLabels.data();

    private static final int CLS_POINTS = 41;

    private ModelFigures() {}

    /** Scan CLs from background alone to half as far again as the largest limit. */
    public static ClsScanFigure cls(StatisticalModel model, TestStatistic statistic, LimitResult limit) {
        AsymptoticTest test = AsymptoticTest.of(model, statistic);
        double largest = Math.max(limit.observed(), limit.expected().get(4));
        double low = Math.max(0.0, test.observed().lowerBound());
        double high = Math.min(test.largestMu(), low + 1.5 * (largest - low));
        List<TestResult> tests = new ArrayList<>();
        for (int i = 0; i < CLS_POINTS; i++) {
            tests.add(test.at(low + (high - low) * i / (CLS_POINTS - 1)));
        }
        return ClsScanFigure.of(model.poi().orElse("mu"), tests)
                .withLimit(limit)
                .withLabels(LABELS);
    }

    /** Return the pulls of all constrained parameters that were fitted; none if there are no such. */
    public static Optional<PullsFigure> pulls(StatisticalModel model, FitResult fit) {
        Map<Integer, NuisanceConstraint> constraints = model.constraints();
        List<Pull> pulls = new ArrayList<>();
        int unconstrained = 0;
        for (String name : fit.covariance().names()) {
            NuisanceConstraint known = constraints.get(model.indexOf(name));
            if (known == null) {
                unconstrained++;
            } else {
                double value = fit.bestfit().getOrDefault(name, known.measured());
                double error = fit.errors().getOrDefault(name, 0.0);
                pulls.add(new Pull(name, (value - known.measured()) / known.width(), error / known.width()));
            }
        }
        return pulls.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        PullsFigure.of(pulls).withUnconstrained(unconstrained).withLabels(LABELS));
    }

    /** Return the ranking of nuisances by their impact on the parameter of interest; none if there are no nuisances. */
    public static Optional<ImpactsFigure> impacts(StatisticalModel model, List<Impacts.Impact> impacts) {
        return impacts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ImpactsFigure.of(model.poi().orElse("mu"), impacts).withLabels(LABELS));
    }

    /** Draw t along one parameter. */
    public static Figure scan(String parameter, List<Double> values, List<Double> t) {
        return LikelihoodScanFigure.ofObserved(parameter, "", Curve.of(array(values), array(t)))
                .withLabels(LABELS);
    }

    /**
     * Draw contours of t in two parameters.
     *
     * @param t at each point of the grid, walked in serpentines with the second parameter fastest
     */
    public static Figure contour(
            String first,
            String second,
            List<Double> firstValues,
            List<Double> secondValues,
            List<Double> t,
            Map<String, Double> best) {
        double[][] z = new double[firstValues.size()][secondValues.size()];
        int n = secondValues.size();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < n; j++) {
                z[i][i % 2 == 0 ? j : n - 1 - j] = t.get(i * n + j);
            }
        }
        return LikelihoodContourFigure.of(first, second)
                .withObserved(Surface.of(array(firstValues), array(secondValues), z))
                .withBestFit(best.getOrDefault(first, 0.0), best.getOrDefault(second, 0.0))
                .withLabels(LABELS);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
