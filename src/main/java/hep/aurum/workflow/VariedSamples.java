package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Read the samples of systematic variations: other files of a process, read like the nominal ones, each with the random numbers
 * and the parts of the split that the nominal file in its place has. Where the files are made of the same generated events, a
 * variation of the template is therefore made of the template's events.
 */
final class VariedSamples {

    private VariedSamples() {}

    /**
     * Hold the events of a process under one variation.
     *
     * @param process its name
     * @param nuisance what is varied
     * @param upParts at +1 standard deviation
     * @param downParts at −1; empty where the difference is mirrored
     */
    record Varied(String process, String nuisance, Parts upParts, Optional<Parts> downParts) {

        /** Return the events of the template at +1. */
        EventSample up() {
            return upParts.template();
        }

        /** Return those at −1. */
        Optional<EventSample> down() {
            return downParts.map(Parts::template);
        }

        /** Return the name of the network that tells the variation from the nominal events. */
        String network(boolean isUp) {
            return "varied-" + process + "-" + nuisance + (isUp ? "-up" : "-down");
        }
    }

    /** Read all of a study. */
    static List<Varied> read(Study study, Progress progress) {
        List<Varied> varied = new ArrayList<>();
        int firstFile = 0;
        for (Study.Process process : study.processes()) {
            for (Study.Variation variation : process.variations()) {
                varied.add(new Varied(
                        process.name(),
                        variation.nuisance(),
                        parts(study, process, variation.up(), firstFile, progress),
                        variation.down().isEmpty()
                                ? Optional.empty()
                                : Optional.of(parts(study, process, variation.down(), firstFile, progress))));
            }
            firstFile += process.files().size();
        }
        return varied;
    }

    private static Parts parts(
            Study study, Study.Process process, List<Study.EventFile> files, int firstFile, Progress progress) {
        Study only = study.withProcesses(List.of(process.withFiles(files)));
        return Parts.of(only, SampleReading.read(only, firstFile, progress));
    }
}
