package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.format.aida.AidaObject;
import hep.aurum.format.aida.AidaTree;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.hist.Histogram1D;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Write what a study leaves beside its numbers: workspaces, histograms, figures, the page. */
final class Artefacts {

    static final String LEARNED_WORKSPACE = "workspace.json";
    static final String CLASSICAL_WORKSPACE = "workspace-classical.json";
    private static final String HISTOGRAMS = "histograms.aida";

    private final Study study;
    private final OutputFolder folder;
    private final Progress progress;

    Artefacts(Study study, OutputFolder folder, Progress progress) {
        this.study = study;
        this.folder = folder;
        this.progress = progress;
    }

    void write(
            StudyResult result,
            Optional<TruthCheck> truth,
            Parts parts,
            Learning.Learned learned,
            List<Templates.Test> tests,
            Optional<SpectrumTest.Outcome> spectrum,
            int threads) {
        if (study.outputs().workspace()) {
            for (int i = 0; i < tests.size(); i++) {
                String name = i == 0 ? LEARNED_WORKSPACE : CLASSICAL_WORKSPACE;
                PyhfWorkspace.write(tests.get(i).workspace(), folder.path(name));
            }
        }
        List<StudyHistograms.Entry> histograms =
                progress.during("histograms", () -> StudyHistograms.of(study, parts, learned, tests, threads));
        if (study.outputs().histograms()) {
            List<AidaObject> objects = new ArrayList<>();
            for (StudyHistograms.Entry entry : histograms) {
                objects.add(AidaObject.of(entry.path(), entry.name(), entry.histogram()));
            }
            AidaTree.of(objects).write(folder.path(HISTOGRAMS));
        }
        List<Picture> pictures = study.outputs().figures() || study.outputs().report()
                ? StudyFigures.of(study, result, truth, parts, learned, tests, spectrum, threads)
                : List.of();
        if (study.outputs().figures()) {
            progress.report("figures", Double.NaN);
            FigureFolder figures = new FigureFolder(folder);
            pictures.forEach(figures::write);
            progress.report("figures", 1);
        }
        if (study.outputs().report()) {
            PageFile.write(StudyReport.of(study, result, tests, pictures, folder.fingerprint()), folder);
        }
    }

    /** Return the histograms of a test that are not data. */
    static List<Histogram1D> predictions(Templates.Test test) {
        return test.histograms().stream().filter(h -> !h.title().equals("data")).toList();
    }
}
