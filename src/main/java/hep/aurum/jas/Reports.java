package hep.aurum.jas;

import hep.aurum.base.NotFound;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Show the report of the last run in the user's browser. */
final class Reports {

    private static final String REPORT = "report.html";

    /** Shows a page outside the host. */
    @FunctionalInterface
    interface Browser {

        /** Return whether it could. */
        boolean browse(URI page) throws IOException;
    }

    private final Desk desk;
    private final Results results;
    private final Browser browser;

    Reports(Desk desk, Results results, Browser browser) {
        this.desk = desk;
        this.results = results;
        this.browser = browser;
    }

    /** Ask the desktop, where there is one. */
    static boolean desktop(URI page) throws IOException {
        boolean can = Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
        if (can) {
            Desktop.getDesktop().browse(page);
        }
        return can;
    }

    void openLast() {
        if (results.last().isEmpty()) {
            throw new NotFound("no results have been opened yet", "", "run a study, or open its results");
        }
        Path report = Path.of(results.last()).resolve(REPORT);
        if (!Files.isRegularFile(report)) {
            throw new NotFound("there is no " + report, "", "run the study again with a report among its outputs");
        }
        try {
            desk.say(browser.browse(report.toUri()) ? "the report is in your browser" : "the report is " + report);
        } catch (IOException e) {
            desk.say("the report is " + report + "; no browser opens it: " + e.getMessage());
        }
    }
}
