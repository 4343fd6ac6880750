package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.bench.BenchSettings;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Workers;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.AuditReport;
import hep.aurum.sample.JointLabels;
import hep.aurum.sample.LabelAudit;
import hep.aurum.sample.SimulatorLabels;
import hep.aurum.simulator.toy.GaussianToy;
import hep.aurum.trust.Check;
import hep.aurum.trust.Checks;
import hep.aurum.trust.SimulatedLaws;
import hep.aurum.trust.Subject;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.Twins;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Put the trust report itself to the test: the exact ratio has to pass and ratios and labels that are broken in known ways have to
 * be flagged.
 *
 * <p>The problem is the smallest with a latent: z ~ N(θ, 2²), x ~ N(z, 1), of which ratio, labels and all powers are known. In every
 * run each check examines the ratio and its own twin, on new events. An exact ratio passes if every check says that it is proved:
 * that it passed and that its twin failed. A twin is flagged if it is found to be broken in every run.
 */
final class TrustCase implements CaseBench {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -2, 2, 0));
    private static final GaussianToy TOY = new GaussianToy();
    private static final double[] REFERENCE = {0};

    private final List<Check> checks;

    TrustCase() {
        this(Checks.all());
    }

    TrustCase(List<Check> checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public String description() {
        return "the trust report on an exact ratio, which has to pass, and on broken twins, which must not";
    }

    @Override
    public Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("runs", 200.0);
        settings.put("twin_runs", 5.0);
        settings.put("experiment", 100.0);
        settings.put("label_events", 1000.0);
        return settings;
    }

    @Override
    public CaseResult run(Map<String, Double> settings, long seed, int threads, Progress progress) {
        Problem problem = new Problem(
                BenchSettings.count(settings, "experiment", 1), BenchSettings.count(settings, "label_events", 1));
        int runs = BenchSettings.count(settings, "runs", 1);
        int twinRuns = BenchSettings.count(settings, "twin_runs", 1);
        RandomStreams streams = RandomStreams.of(seed).part(name());
        List<TrustReport> exact = reports("exact ratio", problem::right, runs, streams, threads, progress);
        Map<String, List<TrustReport>> twins = new LinkedHashMap<>();
        problem.faults()
                .forEach((fault, subject) ->
                        twins.put(fault, reports(fault, subject, twinRuns, streams, threads, progress)));
        return TrustFigures.result(exact, twins, name(), seed, settings);
    }

    /** Examine a subject with new events in every run; runs are shared out to the threads. */
    private List<TrustReport> reports(
            String what,
            Function<RandomStreams, Subject> subject,
            int runs,
            RandomStreams streams,
            int threads,
            Progress progress) {
        TrustReport[] reports = new TrustReport[runs];
        Tally tally = Tally.of(progress, "examining " + what, runs, "runs");
        try (Workers workers = Workers.of(Math.max(1, Math.min(threads, runs)))) {
            workers.run(runs, run -> {
                RandomStreams own = streams.part(what + " " + run);
                reports[run] = TrustReport.of(subject.apply(own), checks, own.part("report"), 1, Progress.NONE);
                tally.add(1);
            });
        }
        tally.finish();
        return Arrays.asList(reports);
    }

    /** What is examined: events of one experiment, and of the sample whose labels are audited. */
    private record Problem(int experiment, int labelEvents) {

        Subject right(RandomStreams streams) {
            return subject(labels(streams), streams);
        }

        /** Return the ways in which a ratio, or what it would be trained on, is broken. */
        Map<String, Function<RandomStreams, Subject>> faults() {
            Map<String, Function<RandomStreams, Subject>> faults = new LinkedHashMap<>();
            faults.put("width x 0.7", s -> Twins.width(right(s), 0.7).subject());
            faults.put(
                    "ratio shift 0.1",
                    s -> Twins.shift(right(s), 0.1).orElseThrow().subject());
            faults.put("wrong labels", s -> subject(new TutorialLabels(labels(s)), s));
            faults.put("1/r", s -> Twins.inverse(right(s)).subject());
            faults.put(
                    "unnormalised x 1.1", s -> Twins.unnormalised(right(s), 1.1).subject());
            return faults;
        }

        private SimulatorLabels labels(RandomStreams streams) {
            return SimulatorLabels.draw(TOY, ParameterPoint.of(REFERENCE), labelEvents, streams.part("labels"));
        }

        private static AuditReport audit(JointLabels labels, RandomStreams streams) {
            return LabelAudit.of(labels, TOY.space()).run(streams);
        }

        private Subject subject(JointLabels labels, RandomStreams streams) {
            return new Subject(
                    TOY.name(),
                    new ExactRatio(TOY, SPACE, TOY.featureNames(), REFERENCE),
                    new SimulatedLaws(TOY, REFERENCE),
                    SPACE,
                    experiment,
                    Map.of(TOY.name(), audit(labels, streams)),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
