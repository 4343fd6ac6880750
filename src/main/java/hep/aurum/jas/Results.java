package hep.aurum.jas;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.jas.aida.PlotPages;
import hep.aurum.jas.page.ResultPage;
import hep.aurum.workflow.StoredResults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Show what a run left: its summary on a page, its histograms and points in the tree and on plots. */
final class Results {

    private static final String LAST = "aurum.last.results";
    private static final String TOP = "/aurum/";

    private final Desk desk;

    Results(Desk desk) {
        this.desk = desk;
    }

    void ask() {
        desk.questions().folder("Open the results of a study").ifPresent(this::open);
    }

    void open(Path folder) {
        desk.inBackground("results in " + folder, () -> StoredResults.read(folder), stored -> {
            desk.preferences().setProperty(LAST, folder.toAbsolutePath().toString());
            desk.open(ResultPage.of(stored.summary()), "Results of " + stored.name());
            show(stored.name(), stored.name(), stored.objects());
            desk.say("results of " + stored.name() + " are open");
        });
    }

    /** Put objects into a folder of the tree, and plot them. */
    void show(String name, String title, List<AnalysisObject> objects) {
        desk.guarded("AIDA tree", () -> {
            Map<String, Object> shown = desk.services().tree().put(folder(name), objects);
            desk.guarded("plots", () -> new PlotPages(desk.services().plots()).show(title, shown));
        });
    }

    /** Return the folder of a study in the tree. */
    static String folder(String name) {
        return TOP + (name.isBlank() ? "study" : name);
    }

    /** Return the last results that were opened, in this session or an earlier one; empty for none. */
    String last() {
        return desk.preferences().getProperty(LAST, "");
    }
}
