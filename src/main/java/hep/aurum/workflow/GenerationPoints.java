package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.PointGrid;
import hep.aurum.workflow.study.Study;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Know the processes of a study whose files were generated at different points without weights that describe how their events
 * depend on them. What such a study asks for is limited to what these files can answer.
 */
final class GenerationPoints {

    private final Map<String, PointGrid> grids;

    private GenerationPoints(Map<String, PointGrid> grids) {
        this.grids = grids;
    }

    /**
     * Find these processes.
     *
     * @throws BadInput if there is one, and the study does not say how its cross-section depends on the parameters, learns with
     *     labels that its events do not have, or asks for a point where nothing was generated
     */
    static GenerationPoints of(Study study) {
        Map<String, PointGrid> grids = new LinkedHashMap<>();
        int files = 0;
        for (Study.Process process : study.processes()) {
            if (process.benchmarks().isEmpty() && differ(study, process)) {
                grids.put(process.name(), grid(study, process, files));
            }
            files += process.files().size();
        }
        GenerationPoints points = new GenerationPoints(grids);
        grids.values().forEach(grid -> requirePoints(study, grid));
        return points;
    }

    private static boolean differ(Study study, Study.Process process) {
        for (Study.EventFile file : process.files()) {
            for (int i = 0; i < study.parameters().size(); i++) {
                boolean isRate = process.rate().isPresent() && process.rate().getAsInt() == i;
                double first = process.files().get(0).generatedAt().get(i);
                if (!isRate && file.generatedAt().get(i) != first) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PointGrid grid(Study study, Study.Process process, int firstFile) {
        String where = study.file() + ", process " + process.name();
        String what = "the files of process " + process.name()
                + " were generated at different points, and no weight tells" + " how an event depends on them";
        if (!study.learning().method().equals(new CarlLoss().name())
                || Parameterisation.parse(study.learning().parameterisation()) != Parameterisation.SINGLE) {
            throw new BadInput(
                    what + ": there is no joint ratio or score to learn "
                            + study.learning().method() + " from",
                    where,
                    "reweight the events to benchmarks and declare them, or learn with estimator.method: carl in the single"
                            + " parameterisation");
        }
        if (!process.variations().isEmpty()) {
            throw new BadInput(what + ": its variations are not known at every point", where, "leave out variations");
        }
        if (!process.isDegreeStated()) {
            throw new BadInput(
                    what + ", nor how the cross-section does",
                    where,
                    "add morphing: {degree: n} for a polynomial through the cross-sections of the files, or degree 0 to use"
                            + " the shape alone");
        }
        if (process.degree() == 0 && study.discovery().isPresent()) {
            throw new BadInput(
                    what + ", nor how the cross-section does (morphing.degree is 0), but the study tests a rate",
                    where,
                    "state morphing.degree, or leave out tests.discovery");
        }
        int[] strengths = new int[study.parameters().size()];
        process.rate().ifPresent(rate -> strengths[rate] = 1);
        return PointGrid.of(
                process.name(),
                study.parameters(),
                process.files().stream().map(Study.EventFile::generatedAt).toList(),
                firstFile,
                process.degree(),
                strengths);
    }

    private static void requirePoints(Study study, PointGrid grid) {
        Set<ParameterPoint> asked = new LinkedHashSet<>();
        asked.add(study.parameters().standard());
        asked.add(study.scan().expectedAt());
        study.data().pseudo().ifPresent(asked::add);
        asked.addAll(study.scan().neymanAt());
        study.discovery().ifPresent(discovery -> asked.add(discovery.at()));
        for (ParameterPoint point : asked) {
            double[] held = point.toArray();
            study.scan().fixed().forEach((index, value) -> held[index] = value);
            if (grid.find(point).isEmpty() || grid.find(ParameterPoint.of(held)).isEmpty()) {
                throw new BadInput(
                        "the study asks for events of process " + grid.process() + " at " + point
                                + ", where none was generated",
                        study.file() + ", keys parameters (standard), data.pseudo, tests.scan, tests.discovery.at",
                        "choose one of the points of generation, which are " + grid.points());
            }
        }
    }

    /** Return the points of a process, if it is one of these. */
    Optional<PointGrid> of(String process) {
        return Optional.ofNullable(grids.get(process));
    }

    /** Return whether there is no such process. */
    boolean isEmpty() {
        return grids.isEmpty();
    }

    /** Return the last point at which all of these processes were generated, apart from one; empty if there is none. */
    Optional<ParameterPoint> another(ParameterPoint than) {
        return grids.values().stream()
                .flatMap(grid -> grid.points().stream())
                .filter(point -> !point.equals(than))
                .filter(point -> grids.values().stream()
                        .allMatch(grid -> grid.find(point).isPresent()))
                .reduce((first, last) -> last);
    }

    /** Return events with their weights at a point that was asked for. */
    EventSample at(EventSample events, ParameterPoint theta) {
        EventSample result = events;
        for (PointGrid grid : grids.values()) {
            result = grid.at(result, theta);
        }
        return result;
    }
}
