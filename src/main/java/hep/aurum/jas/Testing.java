package hep.aurum.jas;

import hep.aurum.base.NotFound;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.jas.dialog.TemplateChoice;
import hep.aurum.jas.page.ResultPage;
import hep.aurum.workflow.TemplateTest;
import java.util.List;

/** Test histograms of the host's tree against each other. */
final class Testing {

    private final Desk desk;
    private final Results results;

    Testing(Desk desk, Results results) {
        this.desk = desk;
        this.results = results;
    }

    void ask() {
        desk.questions().templates(candidates(desk)).ifPresent(this::test);
    }

    /** Return the histograms of the tree. */
    static List<TreeHistogram> candidates(Desk desk) {
        List<TreeHistogram> found = desk.services().tree().histograms();
        if (found.isEmpty()) {
            throw new NotFound(
                    "there is no histogram of one axis in the tree", "", "open a file of histograms, or run a study");
        }
        return found;
    }

    private void test(TemplateChoice choice) {
        TemplateTest test = choice.test();
        desk.inBackground(
                "hypothesis test",
                () -> {
                    choice.workspace().ifPresent(file -> PyhfWorkspace.write(test.workspace(), file));
                    return TestReport.of(test, choice.level());
                },
                report -> show(choice, report));
    }

    private void show(TemplateChoice choice, TestReport report) {
        String saved = choice.workspace().map(file -> "\n\nworkspace: " + file).orElse("");
        String text = report.text() + saved;
        desk.open(
                report.figure().isPresent()
                        ? ResultPage.of(text, report.figure().get())
                        : ResultPage.of(text),
                "Test of " + name(choice));
        results.show("tests/" + name(choice), "Test of " + name(choice), report.objects());
        desk.say(report.sentence());
    }

    private static String name(TemplateChoice choice) {
        String path = choice.signal().path();
        String inside = path.startsWith("/aurum/") ? path.substring("/aurum/".length()) : path.substring(1);
        return inside.replace('/', '.');
    }
}
