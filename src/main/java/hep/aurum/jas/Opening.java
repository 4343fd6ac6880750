package hep.aurum.jas;

import hep.aurum.base.Failure;
import hep.aurum.jas.child.ChildEnd;
import hep.aurum.jas.child.ChildListener;
import hep.aurum.jas.child.ChildProcess;
import hep.aurum.jas.page.StudyPage;
import hep.aurum.jas.page.TextPage;
import hep.aurum.jas.record.EventRecordSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freehep.record.source.RecordSource;

/** Open files: events become a source of records and a page that lists what is in the file, studies a page that runs them. */
final class Opening {

    private static final String RESULTS = "results";

    private final Desk desk;
    private final StudyRuns runs;
    private final Map<Path, RecordSource> sources = new HashMap<>();
    private final Map<Path, EventRecordSource> opened = new HashMap<>();
    private final List<ChildProcess> catalogues = new ArrayList<>();

    Opening(Desk desk, StudyRuns runs) {
        this.desk = desk;
        this.runs = runs;
    }

    void ask() {
        desk.questions().file("Open events or a study").ifPresent(this::open);
    }

    void askAndRun() {
        desk.questions().file("Run a study").ifPresent(file -> study(file, page -> runs.start(file, page)));
    }

    /** Open a file of either kind. */
    void open(Path file) {
        if (EventFileHandler.isStudyName(String.valueOf(file.getFileName()))) {
            study(file, page -> {});
        } else {
            events(file);
        }
    }

    private void study(Path file, Consumer<StudyPage> then) {
        desk.inBackground("study " + file, () -> text(file), study -> {
            Path folder = file.toAbsolutePath().resolveSibling(RESULTS).resolve(study.name());
            StudyPage page = new StudyPage(study.text(), folder);
            page.listen(
                    click -> desk.guarded("run of " + file, () -> runs.start(file, page)),
                    click -> desk.guarded("cancel", runs::cancel));
            desk.open(page, study.name());
            then.accept(page);
        });
    }

    /** A study that needs values of its variables cannot be described before they are given, but can be run with them. */
    private static StudyText text(Path file) {
        try {
            return StudyText.of(file);
        } catch (Failure e) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
            return new StudyText(name, file + "\n\n" + e.getMessage());
        }
    }

    private void events(Path file) {
        desk.inBackground("record source", () -> EventRecordSource.open(file), source -> {
            remove(file);
            RecordSource guarded = desk.host().guard(RecordSource.class, source);
            desk.host().studio().getLookup().add(guarded);
            sources.put(file, guarded);
            opened.put(file, source);
            desk.say(file + " is a source of records");
        });
        desk.guarded("catalogue of " + file, () -> catalogue(file));
    }

    private void catalogue(Path file) {
        TextPage page = new TextPage("");
        catalogues.removeIf(before -> !before.isRunning());
        catalogues.add(ChildProcess.start(desk.jvm(), List.of("inspect", file.toString()), new Listing(page)));
        desk.open(page, String.valueOf(file.getFileName()));
    }

    private void remove(Path file) {
        RecordSource before = sources.remove(file);
        if (before != null) {
            desk.host().studio().getLookup().remove(before);
        }
        EventRecordSource source = opened.remove(file);
        if (source != null) {
            source.close();
        }
    }

    void close() {
        catalogues.forEach(ChildProcess::cancel);
        List.copyOf(sources.keySet()).forEach(this::remove);
    }

    /** Writes what {@code aurum inspect} says onto a page. */
    private record Listing(TextPage page) implements ChildListener {

        @Override
        public void report(String task, double fraction) {
            // Reading a file through has no state worth a line.
        }

        @Override
        public void result(String line) {
            Desk.onEventThread(() -> page.append(line));
        }

        @Override
        public void remark(String line) {
            Desk.onEventThread(() -> page.append(line));
        }

        @Override
        public void ended(ChildEnd end) {
            if (!end.isDone()) {
                Desk.onEventThread(() -> page.append("aurum inspect ended with code " + end.exitCode()));
            }
        }
    }
}
