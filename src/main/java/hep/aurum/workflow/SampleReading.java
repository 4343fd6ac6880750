package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.CutFlow;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Morphing;
import hep.aurum.param.ProcessWeights;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.LabelAudit;
import hep.aurum.sample.MixtureWeights;
import hep.aurum.sample.PointGrid;
import hep.aurum.sample.SampleBuilder;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Read all event files of a study into one sample: steps 1 to 3 of the flow, and the weights of step 4. */
final class SampleReading {

    private final Study study;
    private final Progress progress;
    private final RandomStreams streams;
    private final Map<String, ProcessWeights> weights = new LinkedHashMap<>();
    private final MonomialBasis basis;
    private final GenerationPoints points;
    private List<String> units = List.of();
    private int files;

    private SampleReading(Study study, int firstFile, Progress progress) {
        this.files = firstFile;
        this.study = study;
        this.progress = progress;
        this.streams = RandomStreams.of(study.seed()).part("detector");
        this.points = GenerationPoints.of(study);
        study.processes().forEach(process -> weights.put(process.name(), weightsOf(process)));
        this.basis = weights.values().stream()
                .map(ProcessWeights::basis)
                .reduce(MonomialBasis::union)
                .orElseThrow();
    }

    /**
     * Read the events of a study, drawing those of its embedded simulators.
     *
     * @throws hep.aurum.base.Failure if an event file, a weight or an observable is not as it should be
     */
    static StudySample read(Study study, Progress progress) {
        return study.processes().stream().anyMatch(p -> p.simulator().isPresent())
                ? ToySampling.draw(study, progress)
                : read(study, 0, progress);
    }

    /** Read the events of files, the first of which has a number other than 0. */
    static StudySample read(Study study, int firstFile, Progress progress) {
        return new SampleReading(study, firstFile, progress).readAll();
    }

    private ProcessWeights weightsOf(Study.Process process) {
        Optional<PointGrid> grid = points.of(process.name());
        if (grid.isPresent()) {
            return grid.get().weights();
        }
        int k = study.parameters().size();
        int[] strengths = new int[k];
        process.rate().ifPresent(rate -> strengths[rate] = 1);
        if (process.benchmarks().isEmpty()) {
            return ProcessWeights.constant(strengths);
        }
        int[] powers = process.maxPowers().stream().mapToInt(Integer::intValue).toArray();
        MonomialBasis own = MonomialBasis.complete(powers, process.degree());
        return ProcessWeights.morphed(Morphing.of(study.parameters(), own, process.benchmarks()), strengths);
    }

    private StudySample readAll() {
        List<EventSample> parts = new ArrayList<>();
        List<EventSample> forTraining = new ArrayList<>();
        List<ProcessFacts> facts = new ArrayList<>();
        for (Study.Process process : study.processes()) {
            parts.add(read(process, facts, forTraining));
        }
        return new StudySample(
                EventSample.join(parts),
                forTraining.isEmpty() ? Optional.empty() : Optional.of(EventSample.join(forTraining)),
                study.analysis().features(),
                study.processes().stream().map(Study.Process::copies).toList(),
                units,
                facts,
                Optional.empty());
    }

    private EventSample read(Study.Process process, List<ProcessFacts> facts, List<EventSample> forTraining) {
        List<MixtureWeights.Component> components = new ArrayList<>();
        List<MixtureWeights.Component> more = new ArrayList<>();
        List<ProcessFacts.FileFacts> fileFacts = new ArrayList<>();
        ProcessFacts.@Nullable MorphingFacts morphing = null;
        @Nullable CutFlow flow = null;
        List<FileReading> readings = new ArrayList<>();
        Optional<PointGrid> grid = points.of(process.name());
        ProcessWeights own = weights.get(process.name());
        if (own == null) {
            throw new IllegalStateException("no weights for process " + process.name());
        }
        for (Study.EventFile file : process.files()) {
            // Every file has random numbers of its own, keyed by its place in the study.
            OpenedFile opened = OpenedFile.of(study, process, file, streams.part("file " + files));
            units = opened.analysis().observables().units();
            SampleBuilder builder = SampleBuilder.of(
                    study.parameters(), opened.analysis().observables().names(), basis, process.name(), own, files++);
            OptionalInt point =
                    grid.isPresent() ? OptionalInt.of(grid.get().pointOfSample(files - 1)) : OptionalInt.empty();
            FileReading reading = new FileReading(study, process, file, opened, builder, own.morphing(), point);
            reading.read(progress);
            if (grid.isPresent() && file.isForTraining()) {
                throw new NotSupported(
                        "a file of several points without weights cannot be for training alone",
                        "process " + process.name() + ", file " + file.path(),
                        "leave out the key use");
            }
            if (grid.isEmpty()) {
                (file.isForTraining() ? more : components).add(reading.component());
            }
            fileFacts.add(reading.facts());
            if (flow == null) {
                flow = reading.cutFlow();
            } else {
                flow.merge(reading.cutFlow());
            }
            morphing = morphing == null ? reading.morphingFacts() : morphing;
            readings.add(reading);
        }
        EventSample combined = grid.isPresent() ? joined(grid.get(), readings) : MixtureWeights.combine(components);
        if (combined.size() == 0) {
            throw new BadInput(
                    "the selection rejects every event of process " + process.name(),
                    study.file() + ", key selection",
                    "loosen the cuts; the cut flow: " + cutFacts(flow));
        }
        if (!more.isEmpty()) {
            forTraining.add(MixtureWeights.combine(more));
        }
        facts.add(new ProcessFacts(
                process.name(),
                fileFacts,
                morphing == null ? ProcessFacts.MorphingFacts.none() : morphing,
                cutFacts(flow),
                grid.isPresent() ? List.of() : statedCrossSections(readings)));
        return combined;
    }

    /** Files of different points stand side by side; those of one point share it by their numbers of events. */
    private static EventSample joined(PointGrid grid, List<FileReading> readings) {
        long[] events = new long[grid.points().size()];
        for (FileReading reading : readings) {
            events[reading.point()] += reading.events();
        }
        List<EventSample> samples = new ArrayList<>();
        for (FileReading reading : readings) {
            samples.add(reading.sample((double) reading.events() / events[reading.point()]));
        }
        return EventSample.join(samples);
    }

    /** Every file states the cross-section at its point; it and all others of the process must agree on it. */
    private static List<LabelAudit.StatedCrossSection> statedCrossSections(List<FileReading> readings) {
        List<LabelAudit.StatedCrossSection> stated = new ArrayList<>();
        for (FileReading stating : readings) {
            for (FileReading predicting : readings) {
                stated.add(stating.statedAgainst(predicting));
            }
        }
        return stated;
    }

    private static List<ProcessFacts.CutFacts> cutFacts(@Nullable CutFlow flow) {
        List<ProcessFacts.CutFacts> facts = new ArrayList<>();
        if (flow == null) {
            return facts;
        }
        for (int i = 0; i <= flow.cuts().size(); i++) {
            facts.add(new ProcessFacts.CutFacts(
                    i == 0 ? "all" : flow.cuts().get(i - 1), flow.events(i), flow.events(i) / (double) flow.events(0)));
        }
        return facts;
    }
}
