package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.param.ParameterPoint;
import hep.aurum.workflow.study.Study;

/** Refuse files whose dependence on the parameters nothing describes. */
final class GenerationPoints {

    private GenerationPoints() {}

    /**
     * Require that a process whose files were generated at different points has weights that tell how its events depend on
     * them. A rate is no part of the shape.
     *
     * @throws BadInput if it has none
     */
    static void requireDescribed(Study study, Study.Process process) {
        if (!process.benchmarks().isEmpty() || process.files().isEmpty()) {
            return;
        }
        ParameterPoint first = process.files().get(0).generatedAt();
        for (Study.EventFile file : process.files()) {
            for (int i = 0; i < first.size(); i++) {
                boolean isRate = process.rate().isPresent() && process.rate().getAsInt() == i;
                if (!isRate && file.generatedAt().get(i) != first.get(i)) {
                    throw new BadInput(
                            "the files of process " + process.name() + " were generated at different values of "
                                    + study.parameters().get(i).name()
                                    + ", but no weight tells how an event depends on it",
                            file.path() + ", key generated_at",
                            "reweight the events to benchmarks and declare them; files without such weights cannot be"
                                    + " combined, since the ratio of their densities is not known event by event");
                }
            }
        }
    }
}
