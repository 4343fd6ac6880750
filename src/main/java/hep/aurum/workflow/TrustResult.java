package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Version;
import hep.aurum.report.ReportPage;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.WhatToChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what an examination found, and write it: as text, as {@code trust.json}, and as the page {@code trust.html}.
 *
 * @param title of what was examined
 * @param seed of the examination
 * @param experiment events of each experiment that was drawn; the fewest where channels differ
 * @param report findings and verdict
 * @param changes what other trainings do, if it was asked
 * @param notes what was examined and what could not be, in sentences by subject; empty for a study, which says it itself
 */
public record TrustResult(
        String title,
        long seed,
        int experiment,
        TrustReport report,
        Optional<WhatToChange> changes,
        Map<String, String> notes) {

    /** Copy the map. */
    public TrustResult {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** What the page is called. */
    public static final String PAGE = "trust.html";

    /** What the figures are called. */
    public static final String FIGURES = "trust.json";

    /** Return the findings and the verdict, a line each, for a terminal. */
    public String text() {
        return TrustText.of(this);
    }

    /** Return every figure as JSON. */
    public String json() {
        return JsonText.of(TrustFigures.of(this, Version.number()));
    }

    /** Return the page. */
    public String page() {
        return ReportPage.html(TrustPage.of(this));
    }

    /**
     * Write page and figures into a folder, replacing those of an earlier examination.
     *
     * @throws BadInput if that cannot be
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            replace(folder.resolve(FIGURES), json() + "\n");
            replace(folder.resolve(PAGE), page());
        } catch (IOException e) {
            throw new BadInput("cannot write into " + folder + ": " + e.getMessage(), "", "choose another --output");
        }
    }

    /** A file is there whole or not at all. */
    private static void replace(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
