package hep.aurum.jas;

import hep.aurum.jas.child.ChildEnd;
import hep.aurum.jas.child.ChildListener;
import hep.aurum.jas.child.ChildProcess;
import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.page.StudyPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Run studies in a Java machine of their own, one at a time: while one runs, another is refused. Used on the event thread.
 */
final class StudyRuns {

    private final Desk desk;
    private final Consumer<Path> results;
    private final Consumer<Boolean> running;
    private @Nullable ChildProcess process;
    private @Nullable StudyPage page;
    private @Nullable RunMeter meter;
    private Path folder = Path.of("");

    /**
     * Create the place for a run.
     *
     * @param results is given the output folder of each run that was finished
     * @param running is told when a run begins and ends
     */
    StudyRuns(Desk desk, Consumer<Path> results, Consumer<Boolean> running) {
        this.desk = desk;
        this.results = results;
        this.running = running;
    }

    boolean isRunning() {
        return process != null;
    }

    /** Run a study as its page says. */
    void start(Path study, StudyPage studyPage) {
        if (process != null) {
            desk.say("a study is running; cancel it or wait for its end before running " + study.getFileName());
            return;
        }
        folder = studyPage.folder();
        process = ChildProcess.start(desk.jvm(), arguments(study, studyPage), new Ears());
        page = studyPage;
        studyPage.setRunning(true);
        running.accept(true);
        desk.say("running " + study + ", results go to " + folder);
        desk.guarded("progress meter", this::openMeter);
    }

    private void openMeter() {
        desk.services()
                .meters()
                .ifPresentOrElse(
                        provider -> meter = new RunMeter(provider, this::cancel),
                        () -> desk.log().add("the host has no progress meter: progress is in the status bar alone"));
    }

    private List<String> arguments(Path study, StudyPage studyPage) {
        int threads = RunSettings.of(desk.preferences()).threads();
        List<String> arguments = new ArrayList<>(
                List.of("run", study.toString(), "--out", folder.toString(), "--threads", Integer.toString(threads)));
        arguments.addAll(List.of("--progress", "json"));
        if (studyPage.isForced()) {
            arguments.add("--force");
        }
        for (String variable : studyPage.variables().split("\\s+", -1)) {
            if (!variable.isEmpty()) {
                arguments.addAll(List.of("-D", variable));
            }
        }
        return arguments;
    }

    /** Stop the run, if there is one. */
    void cancel() {
        if (process != null) {
            desk.say("cancelling the run");
            process.cancel();
        }
    }

    private void progress(String task, double fraction) {
        String state = Desk.state(task, fraction);
        desk.show("Aurum: " + state);
        if (page != null) {
            page.setState(state);
        }
        if (meter != null) {
            meter.report(fraction);
        }
    }

    private void ended(ChildEnd end) {
        process = null;
        running.accept(false);
        if (meter != null) {
            meter.free();
            meter = null;
        }
        String sentence = end.isDone()
                ? "the run is finished: " + folder
                : end.isCancelled()
                        ? "the run is cancelled; run the study again to go on from where it stopped"
                        : "the run failed: " + end.sentence();
        desk.say(sentence);
        if (page != null) {
            page.setRunning(false);
            page.setState(sentence);
            page = null;
        }
        if (end.isDone()) {
            results.accept(folder);
        }
    }

    /** Hears the run on its threads, and tells the event thread. */
    private final class Ears implements ChildListener {

        @Override
        public void report(String task, double fraction) {
            Desk.onEventThread(() -> desk.guarded("progress", () -> progress(task, fraction)));
        }

        @Override
        public void result(String line) {
            Desk.onEventThread(() -> desk.log().add(line));
        }

        @Override
        public void remark(String line) {
            Desk.onEventThread(() -> desk.log().add(line));
        }

        @Override
        public void ended(ChildEnd end) {
            Desk.onEventThread(() -> desk.guarded("end of the run", () -> StudyRuns.this.ended(end)));
        }
    }
}
