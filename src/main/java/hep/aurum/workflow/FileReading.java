package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.Progress;
import hep.aurum.base.ReadingProgress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.observable.CutFlow;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.param.Benchmark;
import hep.aurum.param.Morphing;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.LabelAudit;
import hep.aurum.sample.MixtureWeights;
import hep.aurum.sample.SampleBuilder;
import hep.aurum.source.SampleCheck;
import hep.aurum.source.lhe.WeightCard;
import hep.aurum.workflow.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Read one event file of a process: check its weights by name, select its events, morph their weights. */
final class FileReading {

    private final Study study;
    private final Study.Process process;
    private final Study.EventFile file;
    private final OpenedFile opened;
    private final EventAnalysis analysis;
    private final SampleBuilder builder;
    private final @Nullable MorphingMonitor monitor;
    private final EventSource source;
    private final SampleCheck check;
    private final FileNormalisation normalisation;
    private final CutFlow flow;
    private final OptionalInt point;
    private final int weightCount;
    private final int[] benchmarkColumns;
    private final int[] checkColumns;

    /**
     * Prepare to read a file that was opened.
     *
     * @param morphing of the weights; null where they are constant
     * @param point position of the point of generation, for a process whose events are known at that point alone
     * @throws BadInput if a declared weight is missing, or the file's own notes contradict the declared points
     */
    FileReading(
            Study study,
            Study.Process process,
            Study.EventFile file,
            OpenedFile opened,
            SampleBuilder builder,
            @Nullable Morphing morphing,
            OptionalInt point) {
        this.study = study;
        this.process = process;
        this.file = file;
        this.opened = opened;
        this.analysis = opened.analysis();
        this.builder = builder;
        this.source = opened.source();
        this.check = SampleCheck.of(source.header());
        this.normalisation = new FileNormalisation(process, file, source.header(), check);
        this.flow = analysis.selection().newCutFlow();
        this.benchmarkColumns = columns(process.benchmarks());
        this.checkColumns = columns(process.checks());
        this.point = point;
        this.weightCount = morphing == null ? 0 : morphing.benchmarks().size();
        this.monitor = morphing == null || point.isPresent()
                ? null
                : new MorphingMonitor(
                        morphing, process.checks(), study.parameters().standard());
        requireDeclaredPoints();
    }

    private int[] columns(List<Benchmark> benchmarks) {
        List<String> names = source.header().weightNames();
        int[] columns = new int[benchmarks.size()];
        for (int i = 0; i < columns.length; i++) {
            String name = benchmarks.get(i).name();
            columns[i] = names.indexOf(name);
            if (columns[i] < 0) {
                throw new BadInput(
                        "no weight for benchmark \"" + name + "\" in " + file.path(),
                        "process " + process.name() + ", " + names.size() + " weights in the file",
                        Names.suggest(name, names));
            }
        }
        return columns;
    }

    private void requireDeclaredPoints() {
        Map<String, Map<String, Double>> declared = new LinkedHashMap<>();
        process.benchmarks().forEach(b -> declared.put(b.name(), named(b)));
        process.checks().forEach(b -> declared.put(b.name(), named(b)));
        // The empty name stands for the nominal weight, at the point of generation.
        declared.put("", named(new Benchmark("", file.generatedAt())));
        List<String> problems = WeightCard.check(declared, source.header());
        if (!problems.isEmpty()) {
            throw new BadInput(
                    problems.get(0),
                    "process " + process.name() + ", file " + file.path(),
                    "correct the benchmark points in " + study.file());
        }
    }

    private Map<String, Double> named(Benchmark benchmark) {
        Map<String, Double> point = new LinkedHashMap<>();
        for (int i = 0; i < study.parameters().size(); i++) {
            boolean isRate = process.rate().isPresent() && process.rate().getAsInt() == i;
            if (!isRate && process.maxPowers().get(i) > 0) {
                point.put(study.parameters().get(i).name(), benchmark.point().get(i));
            }
        }
        return point;
    }

    /** Read all events; the numbers of the file are below 2^40. */
    void read(Progress progress) {
        String task = "reading " + file.path().getFileName();
        int copies = process.copies();
        double[] weights = new double[weightCount];
        double[] checks = new double[checkColumns.length];
        double[] x = new double[analysis.observables().size()];
        long limit = file.maximum().orElse(Long.MAX_VALUE);
        try (EventCursor events = source.open()) {
            ReadingProgress reading = ReadingProgress.of(progress, task, "events", limit, events::fraction);
            Event event = events.next();
            while (event != null && event.number() <= limit) {
                check.add(event);
                if (point.isPresent()) {
                    weights[point.getAsInt()] = event.weight();
                }
                pick(event, benchmarkColumns, weights);
                pick(event, checkColumns, checks);
                builder.pass(event.number(), event.weight(), weights);
                if (monitor != null) {
                    monitor.add(weights, checks);
                }
                for (int copy = 0; copy < copies; copy++) {
                    if (analysis.evaluate(event, event.number(), copy, x, flow)) {
                        builder.addCopy(event.number(), 1.0 / copies, x);
                    }
                }
                reading.add();
                event = events.next();
            }
            reading.finish();
        }
        if (check.events() == 0) {
            throw new BadInput(file.path() + " has no events", "process " + process.name(), "generate it again");
        }
        if (file.maximum().isEmpty() && !isDeclared()) {
            check.requireConsistent();
        }
    }

    /** A cross-section of the study goes before the file's, which need not agree with its weights then. */
    private boolean isDeclared() {
        return file.normalisation().crossSectionPb().isPresent();
    }

    private static void pick(Event event, int[] columns, double[] values) {
        for (int i = 0; i < columns.length; i++) {
            values[i] = event.weight(columns[i]);
        }
    }

    /** Return the factor that turns one event's weight into its share of the cross-section in pb. */
    double scale() {
        return normalisation.scale();
    }

    /** Return the selected events with what the combination of several files needs to know. */
    MixtureWeights.Component component() {
        double scale = scale();
        return MixtureWeights.Component.of(
                builder.build(scale), file.generatedAt(), builder.generatedCrossSection(scale));
    }

    /** Return the selected events as a share of those at their point. */
    EventSample sample(double share) {
        return builder.build(share * scale());
    }

    /** Return the position of the point of generation. */
    int point() {
        return point.orElseThrow();
    }

    /** Return the number of events that were read. */
    long events() {
        return check.events();
    }

    /** Hold this file's cross-section at its point of generation against the polynomials of a file, this one or another. */
    LabelAudit.StatedCrossSection statedAgainst(FileReading other) {
        boolean own = other == this;
        double fromWeights = check.nominal().sum() * scale();
        double error = check.nominal().meanError() * check.events() * scale();
        double stated = isDeclared() ? 0 : source.header().crossSectionErrorPb().orElse(0) * process.scale();
        return new LabelAudit.StatedCrossSection(
                own
                        ? file.path().getFileName().toString()
                        : file.path().getFileName() + " as predicted by "
                                + other.file.path().getFileName(),
                file.generatedAt(),
                fromWeights,
                own ? 0 : Math.sqrt(error * error + stated * stated),
                other.builder.generatedCrossSection(other.scale()));
    }

    ProcessFacts.FileFacts facts() {
        EventHeader header = source.header();
        OptionalDouble stated = normalisation.statedPb();
        return new ProcessFacts.FileFacts(
                file.path().getFileName().toString(),
                Checksums.ofFile(file.path()),
                header.format(),
                check.events(),
                stated.isPresent() ? stated.getAsDouble() : null,
                normalisation.fromWeightsPb(),
                Lists.of(file.generatedAt().toArray()),
                check.remarks());
    }

    ProcessFacts.MorphingFacts morphingFacts() {
        return monitor == null ? ProcessFacts.MorphingFacts.none() : monitor.facts(scale());
    }

    CutFlow cutFlow() {
        return flow;
    }
}
