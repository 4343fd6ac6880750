package hep.aurum.workflow;

import hep.aurum.base.NotSupported;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Build the likelihood of a study, test it, and leave it as a file.
 *
 * @param test the test; empty where nothing is tested or there is no such likelihood
 * @param file where the likelihood is, relative to the output folder; empty where it is not written
 * @param cautions what limits its use, in sentences
 */
record JointOutcome(Optional<JointTest> test, String file, List<String> cautions) {

    static final String FILE = "model/likelihood.json";

    /** Do all three. */
    static JointOutcome of(
            Study study,
            Learning.Learned learned,
            Parts parts,
            List<VariedSamples.Varied> varied,
            Optional<DataSet> data,
            List<Templates.Test> tests,
            OutputFolder folder,
            int threads) {
        Optional<String> obstacle = JointBuilding.obstacle(study);
        if (obstacle.isPresent()) {
            boolean isMissed = study.discovery().isPresent();
            return new JointOutcome(
                    Optional.empty(),
                    "",
                    isMissed ? List.of("there is no unbinned test: " + obstacle.get()) : List.of());
        }
        JointBuilding building = JointBuilding.of(study, learned, parts, varied, data, tests, threads);
        List<String> cautions = new ArrayList<>();
        Optional<JointTest> test =
                study.discovery().isPresent() ? Optional.of(JointTest.of(study, building)) : Optional.empty();
        Optional<String> scarce = test.flatMap(JointOutcome::scarcity);
        if (scarce.isPresent()) {
            return new JointOutcome(Optional.empty(), "", List.of("there is no unbinned test: " + scarce.get()));
        }
        test.filter(done -> Cautions.missesTruth(done.closure().t()))
                .ifPresent(done -> cautions.add(String.format(
                        Locale.ROOT,
                        "the unbinned test finds a strength of %.2f in Asimov data of 1: the densities are not learned well"
                                + " enough for this luminosity; train on more events, or more members",
                        done.closure().muHat())));
        String file = study.outputs().workspace() ? written(building, folder, cautions) : "";
        return new JointOutcome(test, file, cautions);
    }

    /**
     * Say where more events of a process are expected than simulated ones stand for them. A histogram has a nuisance for that in each
     * bin; here a density would be taken for known where nothing was simulated, and the significance would be of the simulation's gaps.
     */
    private static Optional<String> scarcity(JointTest done) {
        JointWorkspace.Part part = done.building().workspace().parts().get(0);
        if (!(part.generator() instanceof PooledEvents pools)) {
            return Optional.empty();
        }
        for (int p = 0; p < pools.pools().size(); p++) {
            String name = part.channel().processes().get(p).name();
            double expected = done.rates().getOrDefault(name, 0.0);
            int simulated = pools.pools().get(p).size();
            if (expected > simulated) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%.0f events of %s are expected, and only %d simulated ones stand for them; simulate more, or read the"
                                + " histograms, which have a nuisance for it",
                        expected,
                        name,
                        simulated));
            }
        }
        return Optional.empty();
    }

    private static String written(JointBuilding building, OutputFolder folder, List<String> cautions) {
        try {
            JointFile.write(folder.path(FILE), building.workspace());
            return FILE;
        } catch (NotSupported e) {
            cautions.add("the likelihood is not written as a file: " + e.what());
            return "";
        }
    }

    /** Return what the result says of the test. */
    Optional<StudyResult.UnbinnedTest> report() {
        return test.map(this::report);
    }

    private StudyResult.UnbinnedTest report(JointTest done) {
        JointBuilding building = done.building();
        StatisticalModel model = building.workspace().model();
        List<String> dataDriven = building.workspace().parts().get(0).dataDriven();
        List<StudyResult.MixedProcess> processes = new ArrayList<>();
        done.rates()
                .forEach((name, rate) ->
                        processes.add(new StudyResult.MixedProcess(name, rate, dataDriven.contains(name))));
        JointQuestion question = building.question();
        return new StudyResult.UnbinnedTest(
                done.discovery(),
                done.zExpectedError(),
                done.closure().muHat(),
                done.closure().t(),
                done.limit(),
                done.limitProblem(),
                file,
                processes,
                model.constraints().keySet().stream()
                        .map(i -> model.parameters().get(i).name())
                        .toList(),
                JointCombining.channels(building.workspace().workspace()),
                question.free().stream()
                        .filter(a -> a != question.poi())
                        .map(question::name)
                        .toList());
    }
}
