package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.observable.detector.Detector;
import hep.aurum.source.EventSources;
import hep.aurum.source.Formats;
import hep.aurum.workflow.study.DataFile;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hold an open file of a study, of generated events or a table, with the analysis that understands its events.
 *
 * @param source the events; their named weights hold those that the study asks for
 * @param analysis detector response, selection and observables; no response for a table that a detector has seen
 */
record OpenedFile(EventSource source, EventAnalysis analysis) {

    /**
     * Open a file of a process.
     *
     * @param streams random numbers of the detector response to this file
     */
    static OpenedFile of(Study study, Study.Process process, Study.EventFile file, RandomStreams streams) {
        List<TableSource> tables = tables(file.path(), file.table());
        Optional<EventSource> events = events(file.path(), file.table(), tables);
        if (events.isPresent()) {
            requireStatedMeaning(process, file);
            return new OpenedFile(events.get(), AnalysisFactory.of(study, streams));
        }
        if (process.copies() > 1 && !file.table().isParticleLevel()) {
            throw new BadInput(
                    "process " + process.name() + " asks for " + process.copies()
                            + " detector responses to each event, but the rows of a table have been seen by a detector",
                    file.path().toString(),
                    "leave out the key copies, or say level: particle if none has");
        }
        return TableOpening.ofProcess(study, process, file, table(file.path(), file.table(), tables), streams);
    }

    /** Open a file of recorded events: no response is applied to them, and their weights are ignored. */
    static OpenedFile ofData(Study study, DataFile file) {
        List<TableSource> tables = tables(file.path(), file.table());
        Optional<EventSource> events = events(file.path(), file.table(), tables);
        if (events.isEmpty()) {
            return TableOpening.ofData(study, file, table(file.path(), file.table(), tables));
        }
        EventAnalysis analysis = AnalysisFactory.of(study, RandomStreams.of(study.seed()));
        EventAnalysis ideal = EventAnalysis.of(
                Detector.ideal(analysis.detector().classes()),
                analysis.selection(),
                analysis.observables(),
                RandomStreams.of(study.seed()));
        return new OpenedFile(events.get(), ideal);
    }

    /** Return the tables of a file, opened once; none for a file of events. */
    private static List<TableSource> tables(Path file, TableSpec spec) {
        Optional<TableFormat> format = Formats.installed().recognise(file).tables();
        if (format.isEmpty() && spec.isStated()) {
            throw new BadInput(
                    file + " is no table of a known format, but the study names a tree, columns or a unit of it",
                    "",
                    "leave out the keys tree, level, weight, weights and units");
        }
        return format.map(known -> known.tables(file)).orElse(List.of());
    }

    /** Particles go before columns, unless the study speaks of columns. */
    private static Optional<EventSource> events(Path file, TableSpec spec, List<TableSource> tables) {
        if (spec.isStated()) {
            return Optional.empty();
        }
        // A file without any table is one of events, or is refused as what it is.
        return tables.isEmpty() ? Optional.of(EventSources.open(file)) : Formats.particles(tables);
    }

    private static TableSource table(Path file, TableSpec spec, List<TableSource> tables) {
        if (!spec.tree().isEmpty()) {
            return Formats.named(file, tables, spec.tree());
        }
        return Formats.usual(tables)
                .orElseThrow(() -> new NotFound(
                        file + " has " + tables.size() + " tables, and none of a usual name",
                        Formats.names(tables),
                        "name the one that holds the events with the key tree"));
    }

    private static void requireStatedMeaning(Study.Process process, Study.EventFile file) {
        if (!file.normalisation().meaning().isEmpty()) {
            throw new BadInput(
                    "the normalisation of " + file.path() + " is declared, but a file of events states it itself",
                    "process " + process.name(),
                    "leave out the key normalisation, or give cross_section");
        }
    }
}
