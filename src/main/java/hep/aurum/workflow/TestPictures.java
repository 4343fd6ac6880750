package hep.aurum.workflow;

import hep.aurum.base.Failure;
import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Impacts;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.plot.style.FigureLabels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picture the test of a binned model: the CLs scan behind its limit, and what its nuisances do. */
final class TestPictures {

    private TestPictures() {}

    /**
     * Return the pictures.
     *
     * @param suffix behind the names of the files, empty for none
     * @param model with its data
     * @param limit on its parameter of interest; null where there is none, and no scan then
     */
    static List<Picture> of(String suffix, StatisticalModel model, @Nullable LimitResult limit, FigureLabels labels) {
        List<Picture> pictures = new ArrayList<>();
        String poi = model.poi().orElse("mu");
        if (limit != null) {
            pictures.add(new Picture(
                    "cls" + suffix,
                    "CLs against " + poi
                            + ": values below the dashed line are excluded; the bands hold 68 % and 95 % of"
                            + " experiments without signal.",
                    ModelFigures.cls(model, TestStatistic.Q_MU_TILDE, limit).withLabels(labels)));
        }
        addNuisances(pictures, suffix, model, poi, labels);
        return pictures;
    }

    /** A fit that fails has failed in the test already, which says so; its nuisances have no picture then. */
    private static void addNuisances(
            List<Picture> pictures, String suffix, StatisticalModel model, String poi, FigureLabels labels) {
        try {
            FitResult fit = Fitter.withDefaults().fit(model);
            List<Impacts.Impact> impacts = Impacts.of(model, fit);
            ModelFigures.impacts(model, impacts)
                    .ifPresent(figure -> pictures.add(new Picture(
                            "impacts" + suffix,
                            "What moves " + poi + ": its shift when a nuisance is moved by its uncertainty, before and"
                                    + " after the fit.",
                            figure.withLabels(labels))));
            ModelFigures.pulls(model, fit)
                    .ifPresent(figure -> pictures.add(new Picture(
                            "pulls" + suffix,
                            "Fitted nuisances in units of their uncertainty before the fit.",
                            figure.withLabels(labels))));
        } catch (Failure e) {
            return;
        }
    }
}
