package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.hist.Points;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.interval.Scan2D;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.CalibrationFigure;
import hep.aurum.plot.figure.CanvasAxis;
import hep.aurum.plot.figure.CanvasFigure;
import hep.aurum.plot.figure.Coverage;
import hep.aurum.plot.figure.CoverageFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.Distributions;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import hep.aurum.plot.figure.LikelihoodContourFigure;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.Surface;
import hep.aurum.plot.figure.TrainingCurveFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.ParameterSymbol;
import hep.aurum.report.Numbers;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draw what a study of a simulator found. */
final class SimulatorFigures {

    private static final int BINS = 40;
    private static final int SHOWN = 20_000;

    private final SimulatorStudy study;
    private final SimulatorResult result;
    private final MixtureLaws laws;
    private final RatioEstimator ratio;
    private final int threads;
    private final FigureLabels labels = FigureLabels.simulation();
    private final List<Picture> pictures = new ArrayList<>();

    SimulatorFigures(
            SimulatorStudy study, SimulatorResult result, MixtureLaws laws, RatioEstimator ratio, int threads) {
        this.study = study;
        this.result = result;
        this.laws = laws;
        this.ratio = ratio;
        this.threads = threads;
    }

    List<Picture> all(
            Optional<TruthCheck> truth, Optional<HypothesisComparison.Outcome> comparison, Optional<double[]> data) {
        for (int a = 0; a < study.parameters().size(); a++) {
            scan(a);
        }
        if (study.parameters().size() > 1) {
            plane();
        }
        study.parameters().names().forEach(this::confidence);
        coverage();
        comparison.ifPresent(this::comparison);
        data.ifPresent(this::observations);
        distributions();
        truth.ifPresent(check -> add(
                CalibrationFigure.of(check.exact(), check.learned()).withLabels(labels),
                "calibration",
                "The learned log likelihood ratio against its closed form, on draws made for this comparison; below, the"
                        + " mean difference with its spread."));
        StudyResult.NetworkReport network = result.network();
        if (!network.trainingLoss().isEmpty()
                && network.validationLoss().size() == network.trainingLoss().size()) {
            add(
                    TrainingCurveFigure.of(network.trainingLoss(), network.validationLoss(), network.bestEpoch())
                            .withLabels(labels),
                    "training",
                    "Loss of the first network by epoch; the weights of the epoch with the lowest validation loss were"
                            + " kept.");
        }
        return List.copyOf(pictures);
    }

    private void add(Figure figure, String name, String caption) {
        pictures.add(new Picture(name, caption, figure));
    }

    private static Curve curve(Scan1D scan) {
        return Curve.of(array(scan.values()), array(scan.twiceDeltaNll()));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void scan(int a) {
        Scan1D expected = result.expected().scans().get(a);
        LikelihoodScanFigure figure = LikelihoodScanFigure.ofExpected(expected.parameter(), "", curve(expected))
                .withLabels(labels);
        if (result.observed() != null) {
            figure = figure.withObserved(curve(result.observed().scans().get(a)));
            Map<String, Double> truth = result.observed().truth();
            if (truth != null) {
                figure = figure.withTruth(truth.getOrDefault(expected.parameter(), 0.0));
            }
        }
        if (result.exact() != null) {
            figure = figure.withExact(curve(result.exact().scans().get(a)));
        }
        add(
                figure,
                "scan-" + expected.parameter(),
                "−2Δln L of " + Numbers.count(result.observations()) + " " + result.called() + " together"
                        + (study.parameters().size() > 1 ? ", other parameters at their best" : "")
                        + (result.exact() == null ? "." : "; the exact likelihood of the same data beside it."));
    }

    private static Surface surface(Scan2D scan) {
        double[][] z =
                scan.twiceDeltaNll().stream().map(SimulatorFigures::array).toArray(double[][]::new);
        return Surface.of(array(scan.firstValues()), array(scan.secondValues()), z);
    }

    private void plane() {
        Scan2D expected = result.expected().plane();
        if (expected == null) {
            return;
        }
        LikelihoodContourFigure figure = LikelihoodContourFigure.of(expected.first(), expected.second())
                .withExpected(surface(expected))
                .withLabels(labels);
        ScanReport.Fit observed = result.observed();
        if (observed != null && observed.plane() != null && observed.truth() != null) {
            Map<String, Double> best = observed.minima().get(0).theta();
            figure = figure.withObserved(surface(observed.plane()))
                    .withBestFit(best.getOrDefault(expected.first(), 0.0), best.getOrDefault(expected.second(), 0.0))
                    .withTruth(
                            observed.truth().getOrDefault(expected.first(), 0.0),
                            observed.truth().getOrDefault(expected.second(), 0.0));
        }
        add(
                figure,
                "contour-" + expected.first() + "-" + expected.second(),
                "Regions of " + expected.first() + " and " + expected.second()
                        + " together by the asymptotic law: −2Δln L below 2.30 and 6.18. The sets by toys, below, need no such law.");
    }

    private void confidence(String parameter) {
        Map<Double, Double> p = ConfidenceSets.pValues(result.neyman(), parameter);
        if (p.isEmpty()) {
            return;
        }
        double[] x = array(List.copyOf(p.keySet()));
        double[] y = array(List.copyOf(p.values()));
        CanvasFigure figure = CanvasFigure.of(
                        "Confidence set of " + ParameterSymbol.of(parameter), ParameterSymbol.of(parameter), "p-value")
                .withAxes(
                        CanvasAxis.automatic(ParameterSymbol.of(parameter)),
                        CanvasAxis.automatic("p-value by toys").withRange(0, 1.25))
                .with(line("Data", x, y, DrawStyle.line().withForm(DrawStyle.Form.POINTS_AND_LINE)))
                .with(level("68.27 %", x, 1 - ChiSquare.ONE_SIGMA, List.of(8.0, 5.0)))
                .with(level("95.45 %", x, 1 - ChiSquare.TWO_SIGMA, List.of(2.0, 3.0)))
                .withLabels(labels);
        add(
                figure,
                "confidence-" + parameter,
                "Where the curve lies above a level, the value is inside the Neyman confidence set of that level: its toys give"
                        + " as large a statistic as the data often enough."
                        + (study.parameters().size() > 1 ? " The largest p-value over the other parameter." : ""));
    }

    private static Drawing level(String name, double[] x, double level, List<Double> dash) {
        double[] ends = {x[0], x[x.length - 1]};
        return line(
                name,
                ends,
                new double[] {level, level},
                DrawStyle.line().withWidth(1.4).withDash(dash));
    }

    private static Drawing line(String name, double[] x, double[] y, DrawStyle style) {
        double[][] none = {new double[x.length], new double[x.length]};
        return Drawing.of(Points.of(name, new double[][] {x, y}, none, none), style);
    }

    /** Coverage of the asymptotic set along the only parameter, or along the first at each value of the second. */
    private void coverage() {
        if (result.neyman().isEmpty() || study.parameters().size() != 1) {
            return;
        }
        Parameter parameter = study.parameters().get(0);
        List<ScanReport.Neyman> points = result.neyman();
        double[] x = points.stream()
                .mapToDouble(p -> p.theta().getOrDefault(parameter.name(), 0.0))
                .toArray();
        long[] covered = points.stream()
                .mapToLong(p -> Math.round(p.coverage95() * p.toys()))
                .toArray();
        add(
                CoverageFigure.against(
                                parameter.name(),
                                "",
                                0.9545,
                                List.of(Coverage.of(
                                        "Learned", x, covered, points.get(0).toys())))
                        .withLabels(labels),
                "coverage",
                "How often the asymptotic 95.45 % interval of the learned likelihood covers the truth, in toys of the"
                        + " simulator. The Neyman set covers by construction.");
    }

    private void comparison(HypothesisComparison.Outcome outcome) {
        HypothesisComparison.Report report = outcome.report();
        String observed = report.observed() == null
                ? ""
                : " The pseudo-data have q = " + Numbers.fixed(report.observed(), 2) + ".";
        add(
                Distributions.of("q = 2Δln L, " + report.alternativeName() + " − " + report.nullName(), "", BINS)
                        .with(report.nullName(), array(outcome.underNull()))
                        .with(report.alternativeName(), array(outcome.underAlternative()))
                        .figure()
                        .withoutRatio()
                        .withLabels(labels),
                "comparison",
                "The statistic that tells " + report.nullName() + " from " + report.alternativeName()
                        + ", for toy experiments of either." + observed);
    }

    /** Show the data: their features as a histogram, or one after the other where there are many. */
    private void observations(double[] data) {
        int d = laws.dimension();
        ParameterPoint truth = study.pseudo().orElseThrow();
        if (d == 1) {
            Distributions shown =
                    Distributions.of(laws.simulator().featureNames().get(0), "", BINS);
            for (double[] theta : List.of(truth.toArray(), other(truth).toArray())) {
                double[] rows = laws.rows(
                        theta, 0, SHOWN, RandomStreams.of(study.seed()).part("shown"));
                shown = shown.with(text(theta), rows);
            }
            add(
                    shown.figure().withLabels(labels),
                    "observable",
                    "What one of the " + result.called() + " shows, at two values of the parameters.");
            return;
        }
        double[] x = new double[d];
        Arrays.setAll(x, j -> j + 0.5);
        CanvasFigure figure = CanvasFigure.of("The data", "observable (number)", "value");
        for (int i = 0; i < Math.min(3, data.length / d); i++) {
            figure = figure.with(line(
                    "Pseudo-data " + (i + 1),
                    x,
                    Arrays.copyOfRange(data, i * d, (i + 1) * d),
                    DrawStyle.line().withForm(DrawStyle.Form.POINTS_AND_LINE).withWidth(1.4)));
        }
        for (double[] theta : List.of(truth.toArray(), other(truth).toArray())) {
            figure = figure.with(line(
                    "Mean at " + text(theta), x, mean(theta), DrawStyle.line().withDash(List.of(8.0, 5.0))));
        }
        add(
                figure.withLabels(labels),
                "observations",
                "The " + result.called()
                        + " of the pseudo-data, observable by observable, with the means of the simulator at two"
                        + " points.");
    }

    private double[] mean(double[] theta) {
        int d = laws.dimension();
        double[] rows =
                laws.rows(theta, 0, SHOWN / 4, RandomStreams.of(study.seed()).part("shown"));
        double[] mean = new double[d];
        for (int i = 0; i < rows.length; i++) {
            mean[i % d] += rows[i] / (SHOWN / 4);
        }
        return mean;
    }

    /** The null and the alternative of a test, or the truth against a point a quarter of the ranges away. */
    private void distributions() {
        ParameterPoint one = study.comparison()
                .map(SimulatorStudy.Comparison::nullPoint)
                .orElse(study.scan().expectedAt());
        ParameterPoint two =
                study.comparison().map(SimulatorStudy.Comparison::alternative).orElse(other(one));
        RandomStreams streams = RandomStreams.of(study.seed()).part("shown");
        double[] first = laws.rows(one.toArray(), 0, SHOWN, streams);
        double[] second = laws.rows(two.toArray(), 0, SHOWN, streams.part("second"));
        add(
                Distributions.of("ln r̂ of one of the " + result.called(), "", BINS)
                        .with(text(one.toArray()), logRatio(first, two, one))
                        .with(text(two.toArray()), logRatio(second, two, one))
                        .figure()
                        .withLogarithmicAxis()
                        .withLabels(labels),
                "log-ratio",
                "The learned log likelihood ratio of " + text(two.toArray()) + " to " + text(one.toArray())
                        + ", for fresh draws of both; with an exact ratio the quotient below is its exponential.");
    }

    private double[] logRatio(double[] rows, ParameterPoint numerator, ParameterPoint denominator) {
        double[] up = new double[SHOWN];
        double[] down = new double[SHOWN];
        ratio.logRatios(rows, numerator.toArray(), up, threads);
        ratio.logRatios(rows, denominator.toArray(), down, threads);
        Arrays.setAll(up, i -> up[i] - down[i]);
        return up;
    }

    private ParameterPoint other(ParameterPoint point) {
        double[] theta = point.toArray();
        Parameter range = study.parameters().get(0);
        double step = 0.25 * (range.max() - range.min());
        theta[0] = theta[0] + step <= range.max() ? theta[0] + step : theta[0] - step;
        return ParameterPoint.of(theta);
    }

    private String text(double[] theta) {
        return FitSummary.named(study.parameters(), theta).entrySet().stream()
                .map(e -> ParameterSymbol.of(e.getKey()) + " = " + Numbers.plain(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
