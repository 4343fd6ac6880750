package hep.aurum.infer.fit;

import hep.aurum.base.BadModel;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rank the nuisances of a model by how far they move the parameter of interest.
 *
 * <p>The post-fit impact of θ is \( \hat{\hat\mu}(\hat\theta \pm \hat\sigma_\theta) - \hat\mu \): the fit made again with the
 * nuisance held one fitted standard deviation off. The pre-fit impact takes the width of the constraint in place of \(
 * \hat\sigma_\theta \), from the fitted value too. Parameters without constraint have no pre-fit impact. In a linear Gaussian
 * model the post-fit impact is the covariance \( V_{\mu\theta}/\sigma_\theta \), and the squares of independent impacts and of
 * the statistical error add to the variance of μ.
 *
 * <p>A pull is \( (\hat\theta - \theta_0)/\sigma_0 \) with the constraint's measured value and width; the constraint is the
 * ratio \( \hat\sigma_\theta/\sigma_0 \).
 */
public final class Impacts {

    private Impacts() {}

    /**
     * Hold the impact of one nuisance.
     *
     * @param parameter its name
     * @param bestfit its fitted value
     * @param error its fitted error
     * @param pull (fit − measured)/width, NaN without constraint
     * @param constraint fitted error over width, NaN without constraint
     * @param up change of the parameter of interest when the nuisance is one fitted error higher
     * @param down the same, one error lower
     * @param prefitUp change when it is one width of its constraint higher, NaN without constraint
     * @param prefitDown the same, one width lower
     */
    public record Impact(
            String parameter,
            double bestfit,
            double error,
            double pull,
            double constraint,
            double up,
            double down,
            double prefitUp,
            double prefitDown) {

        /** Return the larger of the two post-fit impacts, without sign. */
        public double size() {
            return Math.max(Math.abs(up), Math.abs(down));
        }
    }

    /**
     * Compute all impacts, the largest post-fit impact first.
     *
     * @param model with a parameter of interest
     * @param fit the fit of the model with all parameters free
     * @throws BadModel if there is no parameter of interest, or it is fixed
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public static List<Impact> of(StatisticalModel model, FitResult fit) {
        return of(model, fit, Progress.NONE);
    }

    /** Compute all impacts in the same way, and tell how many are done. */
    public static List<Impact> of(StatisticalModel model, FitResult fit, Progress progress) {
        String poi = model.poi()
                .orElseThrow(() -> new BadModel("the model has no parameter of interest", "", "name one (--poi)"));
        int index = model.indexOf(poi);
        Box box = Fitter.box(model);
        if (box.isFixed(index)) {
            throw new BadModel("the parameter of interest \"" + poi + "\" is fixed", "", "name another one (--poi)");
        }
        Refit refit = new Refit(model, model.twiceNll(), box, index, fit.point());
        Map<Integer, NuisanceConstraint> constraints = model.constraints();
        List<Impact> impacts = new ArrayList<>();
        List<ModelParameter> parameters = model.parameters();
        Tally tally = Tally.of(progress, "impacts", others(box, index, parameters.size()), "parameters");
        for (int i = 0; i < parameters.size(); i++) {
            if (i != index && !box.isFixed(i)) {
                impacts.add(impact(refit, i, fit, parameters.get(i).name(), constraints.get(i)));
                tally.add(1);
            }
        }
        tally.finish();
        impacts.sort(Comparator.comparingDouble((Impact impact) -> -impact.size()));
        return List.copyOf(impacts);
    }

    private static long others(Box box, int index, int size) {
        return IntStream.range(0, size)
                .filter(i -> i != index && !box.isFixed(i))
                .count();
    }

    private static Impact impact(Refit refit, int i, FitResult fit, String name, @Nullable NuisanceConstraint known) {
        double value = fit.bestfit().getOrDefault(name, Double.NaN);
        double error = fit.errors().getOrDefault(name, 0.0);
        double width = known == null ? Double.NaN : known.width();
        return new Impact(
                name,
                value,
                error,
                known == null ? Double.NaN : (value - known.measured()) / width,
                error / width,
                refit.shift(i, value + error),
                refit.shift(i, value - error),
                refit.shift(i, value + width),
                refit.shift(i, value - width));
    }

    /** Fit again from the best fit with one nuisance held. */
    private record Refit(StatisticalModel model, Objective twiceNll, Box box, int poi, double[] start) {

        double shift(int parameter, double value) {
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            Box held = box.withFixed(parameter, box.clamp(parameter, value));
            Minimum minimum = Fitter.withDefaults().minimize(model, twiceNll, start, held);
            return minimum.point(poi) - start[poi];
        }
    }
}
