package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.observable.detector.Detector;
import hep.aurum.source.Decompression;
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
 * @param analysis detector response, selection and observables; no response for a table
 * @param isTable whether the events are rows
 */
record OpenedFile(EventSource source, EventAnalysis analysis, boolean isTable) {

    /**
     * Open a file of a process.
     *
     * @param streams random numbers of the detector response to this file
     */
    static OpenedFile of(Study study, Study.Process process, Study.EventFile file, RandomStreams streams) {
        Optional<List<TableSource>> tables = tables(file.path(), file.table());
        if (tables.isEmpty()) {
            requireStatedMeaning(process, file);
            return new OpenedFile(EventSources.open(file.path()), AnalysisFactory.of(study, streams), false);
        }
        if (process.copies() > 1) {
            throw new BadInput(
                    "process " + process.name() + " asks for " + process.copies()
                            + " detector responses to each event, but the rows of a table have been seen by a detector",
                    file.path().toString(),
                    "leave out the key copies");
        }
        TableSource table =
                Tables.choose(file.path(), tables.get(), file.table().tree());
        return TableOpening.ofProcess(study, process, file, table);
    }

    /** Open a file of recorded events: no response is applied to them, and their weights are ignored. */
    static OpenedFile ofData(Study study, DataFile file) {
        Optional<List<TableSource>> tables = tables(file.path(), file.table());
        if (tables.isPresent()) {
            TableSource table =
                    Tables.choose(file.path(), tables.get(), file.table().tree());
            return TableOpening.ofData(study, file, table);
        }
        EventAnalysis analysis = AnalysisFactory.of(study, RandomStreams.of(study.seed()));
        EventAnalysis ideal = EventAnalysis.of(
                Detector.ideal(analysis.detector().classes()),
                analysis.selection(),
                analysis.observables(),
                RandomStreams.of(study.seed()));
        return new OpenedFile(EventSources.open(file.path()), ideal, false);
    }

    /**
     * Return the tables of a file; empty for one of generated events, which a table of particles is too. A file of events
     * goes before a table of the same beginning, unless the study speaks of columns.
     */
    private static Optional<List<TableSource>> tables(Path file, TableSpec spec) {
        boolean isEvents = !spec.isStated() && isEvents(file);
        Optional<TableFormat> format = isEvents ? Optional.empty() : Tables.format(file);
        if (format.isEmpty() && spec.isStated()) {
            throw new BadInput(
                    file + " is no table of a known format, but the study names a tree, columns or a unit of it",
                    "",
                    "leave out the keys tree, weight, weights and units");
        }
        return format.map(found -> found.tables(file))
                .filter(all -> spec.isStated() || Formats.particles(all).isEmpty());
    }

    private static boolean isEvents(Path file) {
        byte[] head = Decompression.head(file, Tables.HEAD);
        return EventSources.formats().stream().anyMatch(format -> format.accepts(head));
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
