package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.base.Sha256;
import hep.aurum.base.Version;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.AuditReport;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.SolvedSimulator;
import hep.aurum.trust.TrustReport;
import hep.aurum.workflow.study.SimulatorStudy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Run a study of a simulator: draw with gold, audit, train, scan, construct confidence sets, examine. */
public final class SimulatorRun {

    private static final String RESULT = "result.json";
    private static final String SUMMARY = "summary.txt";

    /** Experiments behind the expected likelihood, within bounds; many fits are made to them. */
    private static final int REPRESENTATIVE = 40;

    private static final int LEAST_ROWS = 2000;
    private static final int MOST_ROWS = 100_000;

    /** Observations behind every mean of the ratio. */
    private static final int MEAN_ROWS = 100_000;

    private final SimulatorStudy study;
    private final RunOptions options;
    private final OutputFolder folder;
    private final SimulatorLearning learning;
    private final RandomStreams streams;

    private SimulatorRun(SimulatorStudy study, RunOptions options, OutputFolder folder) {
        this.study = study;
        this.options = options;
        this.folder = folder;
        this.learning = new SimulatorLearning(study);
        this.streams = RandomStreams.of(study.seed());
    }

    /**
     * Prepare a run.
     *
     * @throws hep.aurum.base.BadInput if the output folder holds something else and the run is not forced
     */
    public static SimulatorRun of(SimulatorStudy study, RunOptions options) {
        String fingerprint = Sha256.ofText(Version.number() + "\n" + study.seed() + "\n"
                + study.learning().backend() + "\n" + JsonText.of(study.document()));
        return new SimulatorRun(study, options, OutputFolder.claim(options.folder(), fingerprint, options.force()));
    }

    /** Audit the gold of a study, and train nothing. */
    public static AuditReport audit(SimulatorStudy study, Progress progress) {
        SimulatorLearning learning = new SimulatorLearning(study);
        return progress.during("audit", () -> learning.audit(learning.draw()));
    }

    /**
     * Run to the end, unless the results are there already.
     *
     * @throws hep.aurum.base.Refused if the audit fails; nothing is trained or written then
     */
    public void execute() {
        Progress progress = options.progress();
        if (folder.isComplete() && !options.force()) {
            progress.report("already complete, nothing to do", 1);
            return;
        }
        String whole = "study " + study.name();
        progress.report(whole, Double.NaN);
        SimulatedEvents events = progress.during("simulation", learning::draw);
        AuditReport audit = progress.during("audit", () -> learning.audit(events));
        audit.require();
        folder.open(options.force());
        ModelShelf shelf = new ModelShelf(folder);
        Learning.Learned learned = learning.learn(events, shelf, options.threads(), progress);
        shelf.describe(learned);
        conclude(learned, shelf, audit, progress);
        progress.report(whole, 1);
    }

    private void conclude(Learning.Learned learned, ModelShelf shelf, AuditReport audit, Progress progress) {
        RatioEstimator ratio = learned.ratio();
        Optional<SolvedSimulator> solved =
                study.simulator() instanceof SolvedSimulator s ? Optional.of(s) : Optional.empty();
        Optional<double[]> data = study.pseudo().map(this::pseudo);
        Optional<TruthCheck> truth = solved.map(s -> progress.during(
                "comparison with the truth",
                () -> TruthCheck.of(study.parameters(), study.seed(), s, ratio, options.threads())));
        ToyExperiments toys = new ToyExperiments(learning.laws(), observations(), options.threads());
        List<ScanReport.Neyman> neyman = study.scan().toys() == 0
                ? List.of()
                : new SimulatorBelt(study, ratio, toys).points(data.orElse(null), progress);
        Optional<HypothesisComparison.Outcome> comparison = compare(ratio, toys, data, progress);
        Optional<HypothesisComparison.Outcome> exactComparison =
                solved.flatMap(s -> compare(ClosedForm.of(s, study.parameters()), toys, data, progress));
        Optional<TrustReport> trust = study.isExamined()
                ? Optional.of(SimulatorTrust.examine(study, ratio, learning.laws(), audit, data, options, progress))
                : Optional.empty();
        SimulatorResult result = progress.during(
                "scans",
                () -> new SimulatorResult(
                        Version.number(),
                        Runtime.version().toString(),
                        study.name(),
                        study.title(),
                        study.seed(),
                        study.document(),
                        study.simulator().name(),
                        study.events(),
                        observations(),
                        study.experiment().called(),
                        audit,
                        study.learning().method(),
                        network(learned.networks().get(0), shelf),
                        meanRatios(ratio),
                        ScoreInformationCheck.of(study, ratio, options.threads()),
                        truth.map(TruthCheck::report).orElse(null),
                        expected(ratio),
                        data.map(d -> observed(ratio, d)).orElse(null),
                        solved.isPresent() && data.isPresent()
                                ? observed(ClosedForm.of(solved.get(), study.parameters()), data.get())
                                : null,
                        neyman,
                        sets(neyman, data.isPresent()),
                        comparison.map(HypothesisComparison.Outcome::report).orElse(null),
                        exactComparison
                                .map(HypothesisComparison.Outcome::report)
                                .orElse(null),
                        trust.orElse(null),
                        audit.warnings()));
        SimulatorFigures figures = new SimulatorFigures(study, result, learning.laws(), ratio, options.threads());
        List<Picture> pictures = study.outputs().figures() || study.outputs().report()
                ? progress.during("figures", () -> figures.all(truth, comparison, data))
                : List.of();
        if (study.outputs().figures()) {
            FigureFolder drawer = new FigureFolder(folder);
            pictures.forEach(drawer::write);
        }
        if (study.outputs().report()) {
            PageFile.write(SimulatorReport.of(result, pictures, folder.fingerprint()), folder);
        }
        folder.write(SUMMARY, SimulatorSummary.of(result) + "\n");
        folder.write(RESULT, JsonText.of(result) + "\n");
    }

    private int observations() {
        return study.experiment().observations();
    }

    private double[] pseudo(ParameterPoint truth) {
        return learning.laws().rows(truth.toArray(), 0, observations(), streams.part("pseudo-data"));
    }

    private Optional<HypothesisComparison.Outcome> compare(
            RatioEstimator ratio, ToyExperiments toys, Optional<double[]> data, Progress progress) {
        return study.comparison()
                .map(test -> progress.during(
                        "comparison of hypotheses",
                        () -> new HypothesisComparison(study, test, ratio, toys).run(data.orElse(null))));
    }

    private ScanReport.Fit expected(RatioEstimator ratio) {
        ParameterPoint truth = study.scan().expectedAt();
        int rows = (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, (long) REPRESENTATIVE * observations()));
        double[] representative = learning.laws().rows(truth.toArray(), 0, rows, streams.part("expected"));
        return summary()
                .of(
                        new FixedCount(ratio, options.threads()).expected(representative, observations()),
                        truth,
                        observations());
    }

    private ScanReport.Fit observed(RatioEstimator ratio, double[] data) {
        return summary()
                .of(
                        new FixedCount(ratio, options.threads()).of(data),
                        study.pseudo().orElse(null),
                        observations());
    }

    private FitSummary summary() {
        return new FitSummary(study.parameters(), study.scan().points());
    }

    private List<SimulatorResult.Set> sets(List<ScanReport.Neyman> neyman, boolean hasData) {
        List<SimulatorResult.Set> sets = new ArrayList<>();
        if (hasData && !neyman.isEmpty()) {
            for (Parameter parameter : study.parameters().parameters()) {
                sets.add(SimulatorResult.Set.of(
                        ConfidenceSets.of(neyman, parameter.name(), ChiSquare.ONE_SIGMA),
                        ConfidenceSets.of(neyman, parameter.name(), ChiSquare.TWO_SIGMA)));
            }
        }
        return sets;
    }

    private static StudyResult.NetworkReport network(Learning.Network network, ModelShelf shelf) {
        return new StudyResult.NetworkReport(
                network.name(),
                ModelShelf.file(network.name()),
                shelf.checksum(network.name()),
                network.estimator() instanceof EnsembleRatio ensemble
                        ? ensemble.members().size()
                        : 1,
                network.history().first().epochs(),
                network.history().first().bestEpoch(),
                network.history().effectiveSampleSize(),
                network.history().first().trainingLoss(),
                network.history().first().validationLoss());
    }

    /**
     * Fresh draws: those that the ratio was normalised over would agree by construction. The error is that of both samples, as
     * the normalisation has the statistical error of its own.
     */
    private List<SimulatorResult.MeanRatio> meanRatios(RatioEstimator ratio) {
        Set<ParameterPoint> points = new LinkedHashSet<>(List.of(study.scan().expectedAt()));
        study.pseudo().ifPresent(points::add);
        study.comparison().ifPresent(c -> points.addAll(List.of(c.nullPoint(), c.alternative())));
        double[] rows =
                learning.laws().reference(MEAN_ROWS, streams.part("mean ratio")).events();
        double[] one = new double[MEAN_ROWS];
        List<SimulatorResult.MeanRatio> means = new ArrayList<>();
        for (ParameterPoint point : points) {
            ratio.logRatios(rows, point.toArray(), one, options.threads());
            double sum = 0;
            double square = 0;
            for (double log : one) {
                double r = StrictMath.exp(log);
                sum += r;
                square += r * r;
            }
            double mean = sum / one.length;
            double variance = Math.max(0, square / one.length - mean * mean);
            double error = Math.sqrt(variance / one.length + variance / SimulatorLearning.NORMALISATION_ROWS);
            means.add(
                    new SimulatorResult.MeanRatio(FitSummary.named(study.parameters(), point.toArray()), mean, error));
        }
        return means;
    }

    /** Return the output folder. */
    public Path folder() {
        return options.folder();
    }

    /** Return the text of {@code result.json}. */
    public String resultText() {
        return folder.read(RESULT).strip();
    }

    /** Return the text of {@code summary.txt}. */
    public String summaryText() {
        return folder.read(SUMMARY).stripTrailing();
    }
}
