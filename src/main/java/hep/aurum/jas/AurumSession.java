package hep.aurum.jas;

import hep.aurum.base.Progress;
import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.dialog.Questions;
import hep.aurum.jas.dialog.SwingQuestions;
import hep.aurum.jas.entry.Host;
import hep.aurum.jas.entry.Session;
import hep.aurum.script.Aurum;
import java.awt.Component;
import java.util.EventObject;
import java.util.function.Function;
import javax.swing.JMenuItem;
import org.freehep.application.studio.StudioListener;
import org.freehep.jas.event.ScriptEvent;
import org.freehep.jas.services.FileHandler;
import org.jspecify.annotations.Nullable;

/** Aurum in a host: a menu, a handler of files, sources of records, and a variable of its consoles. */
public final class AurumSession implements Session {

    private static final String VARIABLE = "aurum";

    private final Function<Component, Questions> ask;
    private final Reports.Browser browser;
    private final Function<Progress, Object> facade;
    private @Nullable Parts parts;

    /** Create a session that asks in windows. */
    public AurumSession() {
        this(SwingQuestions::new, Reports::desktop, Aurum::withProgress);
    }

    /**
     * Create a session.
     *
     * @param ask makes what asks the user, in front of the host's window
     * @param browser shows pages outside the host
     * @param facade makes what scripts find under the name {@code aurum}, and who is told of its progress
     */
    AurumSession(Function<Component, Questions> ask, Reports.Browser browser, Function<Progress, Object> facade) {
        this.ask = ask;
        this.browser = browser;
        this.facade = facade;
    }

    @Override
    public void open(Host host) {
        Parts made = new Parts(host, ask.apply(host.studio()), browser);
        parts = made;
        made.desk.guarded("menu of Aurum", made::fillMenu);
        made.desk.guarded("opening files from the File menu", made::handleFiles);
        made.desk.guarded("variable of consoles", () -> made.listen(facade));
    }

    @Override
    public boolean canClose() {
        return parts == null || !parts.runs.isRunning();
    }

    @Override
    public void close() {
        if (parts != null) {
            parts.close();
            parts = null;
        }
    }

    /** What an open session consists of. */
    private static final class Parts {

        private final Desk desk;
        private final Results results;
        private final StudyRuns runs;
        private final Opening opening;
        private final Testing testing;
        private final PeakSearch peaks;
        private final Evaluation evaluation;
        private final Reports reports;
        private @Nullable AurumMenu menu;
        private @Nullable JMenuItem cancel;
        private @Nullable FileHandler files;
        private @Nullable StudioListener scripts;

        Parts(Host host, Questions questions, Reports.Browser browser) {
            desk = new Desk(host, questions);
            results = new Results(desk);
            runs = new StudyRuns(desk, results::open, this::running);
            opening = new Opening(desk, runs);
            testing = new Testing(desk, results);
            peaks = new PeakSearch(desk, results);
            evaluation = new Evaluation(desk);
            reports = new Reports(desk, results, browser);
        }

        void fillMenu() {
            AurumMenu made = new AurumMenu(desk);
            menu = made;
            made.add("Open Events or Study…", 100, opening::ask);
            made.add("Run Study…", 110, opening::askAndRun);
            JMenuItem item = made.add("Cancel Run", 120, runs::cancel);
            item.setEnabled(false);
            cancel = item;
            made.add("Open Results…", 200, results::ask);
            made.add("Open Last Report", 210, reports::openLast);
            made.add("Test Histograms…", 300, testing::ask);
            made.add("Scan for a Peak…", 310, peaks::ask);
            made.add("Evaluate Trained Model on Events…", 400, evaluation::ask);
            made.add("Stop Evaluating", 410, evaluation::stop);
            made.add("Memory and Threads…", 500, this::settings);
            made.add("Show Log", 510, () -> desk.open(desk.log().page(), "Aurum log"));
        }

        private void settings() {
            desk.questions()
                    .settings(RunSettings.of(desk.preferences()))
                    .ifPresent(chosen -> chosen.store(desk.preferences()));
        }

        private void running(boolean isRunning) {
            if (cancel != null) {
                cancel.setEnabled(isRunning);
            }
        }

        void handleFiles() {
            FileHandler handler = desk.host()
                    .guard(
                            FileHandler.class,
                            new EventFileHandler(file -> desk.guarded("opening " + file, () -> opening.open(file))));
            desk.host().studio().getLookup().add(handler);
            files = handler;
        }

        void listen(Function<Progress, Object> facade) {
            StudioListener listener = desk.host()
                    .guard(StudioListener.class, event -> desk.guarded("console", () -> register(event, facade)));
            desk.host().studio().getEventSender().addEventListener(listener, ScriptEvent.class);
            scripts = listener;
        }

        private void register(EventObject event, Function<Progress, Object> facade) {
            if (event instanceof ScriptEvent script) {
                script.getScriptEngine().registerVariable(VARIABLE, facade.apply(desk::showProgress));
            }
        }

        void close() {
            desk.guarded("end of runs", runs::cancel);
            desk.guarded("end of evaluation", evaluation::stop);
            desk.guarded("end of sources", opening::close);
            if (files != null) {
                FileHandler handler = files;
                desk.guarded(
                        "end of files", () -> desk.host().studio().getLookup().remove(handler));
            }
            if (scripts != null) {
                StudioListener listener = scripts;
                desk.guarded(
                        "end of consoles",
                        () -> desk.host().studio().getEventSender().removeEventListener(listener, ScriptEvent.class));
            }
            if (menu != null) {
                desk.guarded("end of the menu", menu::close);
            }
            desk.close();
        }
    }
}
