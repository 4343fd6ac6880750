package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.base.Stages;
import hep.aurum.infer.interval.AllMinima;
import hep.aurum.infer.interval.Box;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.infer.interval.NeymanCheck;
import hep.aurum.infer.interval.ProfileStatistic;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.interval.Scan2D;
import hep.aurum.likelihood.unbinned.ExpectedEvents;
import hep.aurum.likelihood.unbinned.UnbinnedLikelihood;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** Scan the learned likelihood, expected and observed, and check its regions by toys. */
final class Scanning {

    /** Stands for a significance beyond the range of double precision. */
    private static final double MAX_Z = 38;

    private final Study study;
    private final Learning.Learned learned;
    private final Parts parts;
    private final ExpectedEvents expected;
    private final Box box;
    private final int threads;
    private final Progress progress;

    private Scanning(Study study, Learning.Learned learned, Parts parts, int threads, Progress progress) {
        this.study = study;
        this.learned = learned;
        this.parts = parts;
        this.threads = threads;
        this.progress = progress;
        this.expected = ExpectedEvents.of(parts.rates().basis(), parts.rates().totalCoefficients(), study.luminosity());
        Box ranges = Box.of(study.parameters());
        for (Map.Entry<Integer, Double> held : study.scan().fixed().entrySet()) {
            ranges = ranges.withFixed(held.getKey(), held.getValue());
        }
        this.box = ranges;
    }

    /** Scan the expected likelihood and, where there are data, the observed one. */
    static ScanReport scan(
            Study study,
            Learning.Learned learned,
            Parts parts,
            Optional<DataSet> data,
            int threads,
            Progress progress) {
        return new Scanning(study, learned, parts, threads, progress).report(data);
    }

    private ScanReport report(Optional<DataSet> data) {
        ParameterPoint truth = study.scan().expectedAt();
        EventSample heldOut = GenerationPoints.of(study).at(parts.heldOut(), truth);
        AsimovData asimov = AsimovData.of(heldOut, truth, expected.at(truth.toArray()));
        UnbinnedLikelihood likelihood = UnbinnedLikelihood.ofAsimov(
                LearnedEvents.of(learned.ratio(), asimov.events(), threads), asimov.weights(), expected);
        ProfileStatistic expectedStatistic = progress.during("expected minima", () -> statistic(likelihood));
        ScanReport.Fit expectedFit = fit(expectedStatistic, truth, expected.at(truth.toArray()), "expected scan");
        ProfileStatistic observedStatistic = null;
        ScanReport.Fit observed = null;
        if (data.isPresent()) {
            UnbinnedLikelihood of = likelihoodOf(data.get());
            observedStatistic = progress.during("observed minima", () -> statistic(of));
            observed = fit(
                    observedStatistic,
                    data.get().truth().orElse(null),
                    data.get().size(),
                    "observed scan");
        }
        int tested = tested();
        return new ScanReport(
                study.scan().scanned().stream().map(this::name).toList(),
                fixed(),
                ChiSquare.threshold(tested, ChiSquare.ONE_SIGMA),
                ChiSquare.threshold(tested, ChiSquare.TWO_SIGMA),
                expectedFit,
                observed,
                neyman(data, observedStatistic),
                ClassicalScan.of(study, heldOut, tested));
    }

    private UnbinnedLikelihood likelihoodOf(DataSet data) {
        return UnbinnedLikelihood.ofEvents(
                LearnedEvents.of(learned.ratio(), data.events(), data.rows(), threads), expected);
    }

    /** All parameters that are free in the fit are tested together at a point. */
    private int tested() {
        return box.freeCount();
    }

    private String name(int index) {
        return study.parameters().get(index).name();
    }

    private Map<String, Double> fixed() {
        Map<String, Double> fixed = new LinkedHashMap<>();
        study.scan().fixed().forEach((index, value) -> fixed.put(name(index), value));
        return fixed;
    }

    private ProfileStatistic statistic(UnbinnedLikelihood likelihood) {
        return ProfileStatistic.of(
                likelihood,
                box,
                AllMinima.withDefaults(),
                List.of(held(study.parameters().standard())));
    }

    /** Return a point with the held parameters at their values. */
    private double[] held(ParameterPoint point) {
        double[] theta = point.toArray();
        study.scan().fixed().forEach((index, value) -> theta[index] = value);
        return theta;
    }

    private ScanReport.Fit fit(ProfileStatistic statistic, @Nullable ParameterPoint truth, double events, String task) {
        List<Integer> scanned = study.scan().scanned();
        Stages stages = Stages.of(progress, task, scanPoints(scanned.size()), "points");
        List<ScanReport.Minimum> minima = new ArrayList<>();
        for (LocalMinimum minimum : statistic.minima()) {
            minima.add(new ScanReport.Minimum(
                    named(minimum.point()), minimum.value() - statistic.best().value(), minimum.isAtBound()));
        }
        List<Scan1D> scans = new ArrayList<>();
        Map<String, List<Scan1D.Interval>> intervals68 = new LinkedHashMap<>();
        Map<String, List<Scan1D.Interval>> intervals95 = new LinkedHashMap<>();
        for (int index : scanned) {
            Scan1D scan = Scan1D.of(statistic, name(index), index, study.scan().points(), stages);
            scans.add(scan);
            intervals68.put(name(index), scan.intervals(ChiSquare.threshold(1, ChiSquare.ONE_SIGMA)));
            intervals95.put(name(index), scan.intervals(ChiSquare.threshold(1, ChiSquare.TWO_SIGMA)));
        }
        Scan2D plane = scanned.size() < 2
                ? null
                : Scan2D.of(
                        statistic,
                        study.parameters().names(),
                        scanned.get(0),
                        scanned.get(1),
                        planePoints(scanned.size()),
                        stages);
        Double t = truth == null ? null : statistic.at(held(truth));
        stages.finish();
        return new ScanReport.Fit(
                truth == null ? null : named(held(truth)),
                events,
                minima,
                t,
                t == null ? null : t <= ChiSquare.threshold(tested(), ChiSquare.ONE_SIGMA),
                t == null ? null : t <= ChiSquare.threshold(tested(), ChiSquare.TWO_SIGMA),
                pointTest(statistic, held(study.parameters().standard())),
                scans,
                intervals68,
                intervals95,
                plane);
    }

    private long scanPoints(int scanned) {
        long plane = scanned < 2 ? 0 : planePoints(scanned);
        return (long) scanned * study.scan().points() + plane * plane;
    }

    /** A plane with other parameters profiled costs a fit per point. */
    private int planePoints(int scanned) {
        int points = study.scan().points();
        return scanned > 2 || box.freeCount() > 2 ? Math.min(points, 15) : points;
    }

    private ScanReport.PointTest pointTest(ProfileStatistic statistic, double[] theta) {
        double t = statistic.at(theta);
        double p = ChiSquare.pValue(tested(), t);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(p / 2);
        return new ScanReport.PointTest(named(theta), t, p, Double.isFinite(z) ? z : MAX_Z);
    }

    private Map<String, Double> named(double[] theta) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < theta.length; i++) {
            named.put(name(i), theta[i]);
        }
        return named;
    }

    private List<ScanReport.Neyman> neyman(Optional<DataSet> data, @Nullable ProfileStatistic observed) {
        List<ScanReport.Neyman> checks = new ArrayList<>();
        if (study.scan().toys() == 0) {
            return checks;
        }
        Set<ParameterPoint> points = new LinkedHashSet<>(study.scan().neymanAt());
        if (points.isEmpty()) {
            points.add(study.parameters().standard());
            data.flatMap(DataSet::truth).ifPresent(points::add);
        }
        GenerationPoints generated = GenerationPoints.of(study);
        Optional<PooledToys> common = generated.isEmpty()
                ? Optional.of(progress.during(
                        "toys, ratios of the pool",
                        () -> PooledToys.of(learned.ratio(), parts.heldOut(), expected, box, threads)))
                : Optional.empty();
        RandomStreams streams = RandomStreams.of(study.seed()).part("neyman");
        int toysPerPoint = study.scan().toys();
        Stages stages = Stages.of(progress, "toys", (long) points.size() * toysPerPoint, "toys");
        for (ParameterPoint point : points) {
            double[] theta = held(point);
            PooledToys toys = common.isPresent()
                    ? common.get()
                    : PooledToys.of(
                            learned.ratio(),
                            generated.at(parts.heldOut(), ParameterPoint.of(theta)),
                            expected,
                            box,
                            threads);
            NeymanCheck check = NeymanCheck.at(toys, theta, box, toysPerPoint, streams.part(point.toString()), stages);
            checks.add(report(check, observed == null ? null : observed.at(theta)));
        }
        stages.finish();
        return checks;
    }

    private ScanReport.Neyman report(NeymanCheck check, @Nullable Double observed) {
        double coverage95 = check.coverage(ChiSquare.threshold(tested(), ChiSquare.TWO_SIGMA));
        return new ScanReport.Neyman(
                named(check.theta()),
                check.toys(),
                check.threshold(ChiSquare.ONE_SIGMA),
                check.threshold(ChiSquare.TWO_SIGMA),
                check.coverage(ChiSquare.threshold(tested(), ChiSquare.ONE_SIGMA)),
                coverage95,
                check.coverageError(coverage95),
                observed,
                observed == null ? null : check.pValue(observed));
    }
}
