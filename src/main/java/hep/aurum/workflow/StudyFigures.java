package hep.aurum.workflow;

import hep.aurum.base.Bug;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.interval.Scan2D;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.CalibrationFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodContourFigure;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.StackFigure;
import hep.aurum.plot.figure.Surface;
import hep.aurum.plot.figure.TrainingCurveFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draw the figures of a study. */
final class StudyFigures {

    private static final String LEARNED = "learned";

    private final Study study;
    private final List<Picture> pictures = new ArrayList<>();
    /** Of figures that hold no data. */
    private final FigureLabels simulation;

    private final FigureLabels labels;

    private StudyFigures(Study study) {
        this.study = study;
        this.simulation = conditions(FigureLabels.simulation());
        this.labels = study.data().files().isEmpty() ? simulation : conditions(FigureLabels.data());
    }

    private FigureLabels conditions(FigureLabels bare) {
        return study.energy() > 0
                ? bare.withCollisions(study.energy(), study.luminosity())
                : bare.withLuminosity(study.luminosity());
    }

    /** Return what a study shows: the tests and scans first, then what they rest on. */
    static List<Picture> of(
            Study study,
            StudyResult result,
            Optional<TruthCheck> truthCheck,
            Parts parts,
            Learning.Learned learned,
            List<Templates.Test> tests,
            Optional<SpectrumTest.Outcome> spectrum,
            int threads) {
        StudyFigures figures = new StudyFigures(study);
        figures.drawTests(result, tests);
        spectrum.ifPresent(figures::drawSpectrum);
        figures.pictures.addAll(LearnedPictures.of(study, parts, learned, threads, figures.simulation));
        figures.drawLearning(result, truthCheck);
        return List.copyOf(figures.pictures);
    }

    private void drawTests(StudyResult result, List<Templates.Test> tests) {
        for (int t = 0; t < tests.size(); t++) {
            stack(tests.get(t), t == 0 ? LEARNED : "classical");
        }
        if (!tests.isEmpty()) {
            Templates.Test learned = tests.get(0);
            pictures.addAll(
                    TestPictures.of("-" + LEARNED, BinnedModel.of(learned.workspace()), learned.limit(), labels));
        }
        ScanReport scan = result.scan();
        for (int i = 0; i < scan.expected().scans().size(); i++) {
            Scan1D observed =
                    scan.observed() == null ? null : scan.observed().scans().get(i);
            scan1D(scan.expected().scans().get(i), observed, truth(scan));
        }
        if (scan.expected().plane() != null) {
            plane(scan.expected().plane(), scan.observed());
        }
    }

    private void drawLearning(StudyResult result, Optional<TruthCheck> truthCheck) {
        truthCheck.ifPresent(check -> add(
                CalibrationFigure.of(check.exact(), check.learned()).withLabels(simulation),
                "calibration",
                "The learned log likelihood ratio against its closed form, on events made for this comparison; below,"
                        + " the mean difference with its spread."));
        result.estimator().networks().forEach(this::training);
    }

    /** A network that was taken from an earlier run has no history to show. */
    private void training(StudyResult.NetworkReport network) {
        if (!network.trainingLoss().isEmpty()
                && network.validationLoss().size() == network.trainingLoss().size()) {
            TrainingCurveFigure figure = TrainingCurveFigure.of(
                            network.trainingLoss(), network.validationLoss(), network.bestEpoch())
                    .withLabels(simulation);
            add(
                    figure,
                    "training-" + network.name(),
                    "Loss of the network " + network.name()
                            + " by epoch; the weights of the epoch with the lowest validation loss were kept.");
        }
    }

    private static @Nullable Map<String, Double> truth(ScanReport scan) {
        return scan.observed() == null ? null : scan.observed().truth();
    }

    private void add(Figure figure, String name, String caption) {
        pictures.add(new Picture(name, caption, figure));
    }

    private void scan1D(Scan1D expected, @Nullable Scan1D observed, @Nullable Map<String, Double> truth) {
        LikelihoodScanFigure figure = LikelihoodScanFigure.ofExpected(expected.parameter(), "", curve(expected))
                .withLabels(labels);
        if (observed != null) {
            figure = figure.withObserved(curve(observed));
        }
        if (truth != null && truth.containsKey(expected.parameter())) {
            figure = figure.withTruth(truth.getOrDefault(expected.parameter(), 0.0));
        }
        add(
                figure,
                "scan-" + expected.parameter(),
                "Profile of −2Δln L in " + expected.parameter()
                        + ", every other free parameter at its best. Where a curve lies below a level, the parameter is"
                        + " inside that interval.");
    }

    private static Curve curve(Scan1D scan) {
        return Curve.of(array(scan.values()), array(scan.twiceDeltaNll()));
    }

    private void plane(Scan2D expected, ScanReport.@Nullable Fit observed) {
        LikelihoodContourFigure figure = LikelihoodContourFigure.of(expected.first(), expected.second())
                .withExpected(surface(expected))
                .withLabels(labels);
        if (observed != null && observed.plane() != null) {
            figure = figure.withObserved(surface(observed.plane()))
                    .withBestFit(
                            value(observed.minima().get(0).theta(), expected.first()),
                            value(observed.minima().get(0).theta(), expected.second()));
            if (observed.truth() != null) {
                figure = figure.withTruth(
                        value(observed.truth(), expected.first()), value(observed.truth(), expected.second()));
            }
        }
        add(
                figure,
                "contour-" + expected.first() + "-" + expected.second(),
                "Regions of " + expected.first() + " and " + expected.second()
                        + " together: −2Δln L below 2.30 and 6.18.");
    }

    private static double value(Map<String, Double> point, String name) {
        return point.getOrDefault(name, 0.0);
    }

    private static Surface surface(Scan2D scan) {
        double[] x =
                scan.firstValues().stream().mapToDouble(Double::doubleValue).toArray();
        double[] y =
                scan.secondValues().stream().mapToDouble(Double::doubleValue).toArray();
        double[][] z = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            z[i] = array(scan.twiceDeltaNll().get(i));
        }
        return Surface.of(x, y, z);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void stack(Templates.Test test, String name) {
        boolean learned = name.equals(LEARNED);
        List<Histogram1D> backgrounds = new ArrayList<>();
        Histogram1D signal = null;
        for (Histogram1D histogram : Artefacts.predictions(test)) {
            Study.Process process = process(histogram.title());
            Histogram1D shown = shown(histogram, learned).withTitle(process.label());
            if (process.isSignal()) {
                signal = signal == null ? shown : signal.plus(shown);
            } else {
                backgrounds.add(shown);
            }
        }
        StackFigure figure = StackFigure.of(backgrounds).withLogarithmicAxis().withLabels(labels);
        if (signal != null) {
            figure = figure.withSignal(signal, 1);
        }
        for (Histogram1D histogram : test.histograms()) {
            if (histogram.title().equals("data")) {
                boolean recorded = study.data().pseudo().isEmpty();
                figure = figure.withData(shown(histogram, learned), recorded ? "Data" : "Pseudo-data");
            }
        }
        add(figure, "statistic-" + name, caption(test, learned));
    }

    /** The signal stands on the fitted background; what the data have beyond both is in the lower panel. */
    private void drawSpectrum(SpectrumTest.Outcome fit) {
        boolean recorded = study.data().pseudo().isEmpty();
        boolean hasData = study.data().isPresent();
        Histogram1D peak = fit.fitted().plus(fit.background().scaledBy(-1));
        StackFigure figure = StackFigure.of(List.of(fit.background().withTitle("Fitted background")))
                .withSignal(peak.withTitle("Fitted peak"), 1)
                .withData(fit.spectrum(), !hasData ? "Expected" : recorded ? "Data" : "Pseudo-data")
                .withLabels(labels);
        add(
                figure,
                "spectrum",
                "The fit of " + fit.report().observable()
                        + ": a peak of the simulated signal's shape over a smooth background that is free.");
    }

    private static String caption(Templates.Test test, boolean learned) {
        return learned
                ? "The test with the learned statistic. Its bins hold equal shares of background events and are drawn"
                        + " by number, the most signal-like on the right."
                : "The same test with " + test.statistic() + " in place of the learned statistic.";
    }

    private Study.Process process(String name) {
        return study.processes().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Bug("a template of an unknown process " + name, "", ""));
    }

    /**
     * Bins of the learned statistic hold equal numbers of events and crowd where the statistic hardly varies; drawn by their
     * number, each can be seen. Their edges are in result.json.
     */
    private static Histogram1D shown(Histogram1D histogram, boolean byNumber) {
        if (!byNumber) {
            return histogram;
        }
        int bins = histogram.axis().bins();
        Axis axis = Axis.uniform("learned ln r̂ (bin number)", "", bins, 0.5, bins + 0.5);
        return Histogram1D.ofHeights(histogram.title(), axis, histogram.heights(), histogram.errors());
    }
}
