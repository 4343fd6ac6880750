package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.PseudoData;
import hep.aurum.workflow.study.DataFile;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Provide the data set that a study tests: drawn from the held-out pool, or read from recorded events. */
final class DataDrawing {

    /** Largest mean probability at which a pool of single detector responses still serves. */
    private static final double MAX_SHARE = 0.5;

    private DataDrawing() {}

    /** Return the data of a study, if it has any. */
    static Optional<DataSet> data(Study study, StudySample sample, Parts parts) {
        if (!study.data().files().isEmpty()) {
            return Optional.of(recorded(study, sample));
        }
        return study.data().pseudo().map(theta -> pseudo(study, sample, parts, theta));
    }

    private static DataSet pseudo(Study study, StudySample sample, Parts parts, ParameterPoint theta) {
        List<String> warnings = new ArrayList<>();
        EventSample pool = GenerationPoints.of(study).at(pool(study, sample, parts, theta, warnings), theta);
        PseudoData data = PseudoData.draw(
                pool,
                sample.events(),
                study.luminosity(),
                theta,
                RandomStreams.of(study.seed()).part("data"),
                0);
        warnings.addAll(data.warnings());
        return new DataSet(pool, data.rows(), Optional.of(theta), warnings);
    }

    /**
     * Take one detector response per generator event, so that the data are independent; all responses where a process has
     * too few generator events for the luminosity, with a warning.
     */
    private static EventSample pool(
            Study study, StudySample sample, Parts parts, ParameterPoint theta, List<String> warnings) {
        List<EventSample> pools = new ArrayList<>();
        RandomStreams streams = RandomStreams.of(study.seed()).part("copies");
        for (int p = 0; p < parts.pool().processes().size(); p++) {
            EventSample all = parts.pool().subset(parts.pool().rowsOf(p), 1);
            EventSample single = all.oneCopyEach(sample.copies().get(p), streams);
            double expected = 1000
                    * study.luminosity()
                    * CrossSection.ofProcess(sample.events(), p).value(theta);
            boolean enough = sample.copies().get(p) == 1 || expected <= MAX_SHARE * single.size();
            if (!enough) {
                warnings.add(
                        "the pseudo-data of process " + parts.pool().processes().get(p) + " (" + Math.round(expected)
                                + " expected) come from " + all.origins()
                                + " generated events with several detector responses each: they fluctuate too little");
            }
            pools.add(enough ? single : all);
        }
        return EventSample.join(pools);
    }

    private static DataSet recorded(Study study, StudySample sample) {
        List<double[]> rows = new ArrayList<>();
        for (DataFile file : study.data().files()) {
            OpenedFile opened = OpenedFile.ofData(study, file);
            try (EventCursor events = opened.source().open()) {
                for (Event event = events.next(); event != null; event = events.next()) {
                    double[] x = new double[opened.analysis().observables().size()];
                    if (opened.analysis().evaluate(event, event.number(), 0, x)) {
                        rows.add(x);
                    }
                }
            }
        }
        if (rows.isEmpty()) {
            throw new BadInput(
                    "the selection rejects every recorded event",
                    study.file() + ", key data.events",
                    "loosen the cuts");
        }
        EventSample events = sample.events().ofData(rows);
        return new DataSet(events, IntStream.range(0, rows.size()).toArray(), Optional.empty(), List.of());
    }
}
