package hep.aurum.jas.dialog;

import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.jas.child.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ask the user, on the event thread; an empty answer is a cancelled question. */
public interface Questions {

    /** Ask for a file that exists. */
    Optional<Path> file(String title);

    /** Ask for a folder that exists. */
    Optional<Path> folder(String title);

    /**
     * Ask for the histograms of a hypothesis test, and where its workspace is saved.
     *
     * @param candidates to pick from
     */
    Optional<TemplateChoice> templates(List<TreeHistogram> candidates);

    /**
     * Ask for the histograms and the width of a search for a peak.
     *
     * @param candidates to pick from
     */
    Optional<PeakChoice> peak(List<TreeHistogram> candidates);

    /** Ask for memory and threads of runs. */
    Optional<RunSettings> settings(RunSettings current);
}
