package hep.aurum.infer.fit;

import hep.aurum.base.BadModel;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;

/**
 * Profile a likelihood over its parameter of interest: \( t_\mu = -2\ln\frac{L(\mu, \hat{\hat\theta})}{L(\hat\mu,
 * \hat\theta)} \).
 *
 * <p>Each conditional fit starts where the previous one ended. An object belongs to one thread.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (7) and (8)</a>
 */
public final class Profile {

    /** Relative size of a difference of −2 ln L that means nothing. */
    private static final double ROUNDING = 1e-10;

    private final StatisticalModel model;
    private final Fitter fitter;
    private final Objective twiceNll;
    private final Box box;
    private final int poi;
    private Minimum best;
    private Minimum last;
    private double lastMu = Double.NaN;

    private Profile(StatisticalModel model, Fitter fitter, Box box, int poi, double[] start) {
        this.model = model;
        this.fitter = fitter;
        this.box = box;
        this.poi = poi;
        twiceNll = model.twiceNll();
        best = fitter.minimize(model, twiceNll, start, box);
        last = best;
    }

    /**
     * Fit all parameters and stand ready to profile.
     *
     * @throws BadModel if the model has no parameter of interest, or a fixed one
     */
    public static Profile of(StatisticalModel model) {
        return of(model, Double.NEGATIVE_INFINITY);
    }

    /**
     * Fit all parameters, the parameter of interest no lower than a bound.
     *
     * @param model with its data
     * @param lowest lower bound of the parameter of interest in addition to the model's own, such as 0 for \( \tilde q_\mu
     *     \)
     */
    public static Profile of(StatisticalModel model, double lowest) {
        int poi = poiIndex(model);
        Box box = Fitter.box(model);
        if (lowest > box.lower(poi)) {
            box = box.withLower(poi, lowest);
        }
        return new Profile(model, Fitter.withDefaults(), box, poi, model.initialPoint());
    }

    /**
     * Profile another data set of the same model with the same bounds.
     *
     * @param other the model with other data
     * @param start where its fit begins {@code [k]}
     */
    public Profile with(StatisticalModel other, double[] start) {
        return new Profile(other, fitter, box, poi, start);
    }

    private static int poiIndex(StatisticalModel model) {
        String name = model.poi()
                .orElseThrow(() -> new BadModel(
                        "the model has no parameter of interest",
                        "",
                        "set \"poi\" in the measurement to the signal strength"));
        int index = model.indexOf(name);
        ModelParameter parameter = model.parameters().get(index);
        if (parameter.isFixed()) {
            throw new BadModel(
                    "the parameter of interest \"" + name + "\" is fixed, so that no value of it can be tested",
                    "",
                    "remove \"fixed\" from its settings in the measurement");
        }
        return index;
    }

    /** Return the model. */
    public StatisticalModel model() {
        return model;
    }

    /** Return the unconditional fit. */
    public Minimum best() {
        return best;
    }

    /** Return \( \hat\mu \). */
    public double muHat() {
        return best.point(poi);
    }

    /** Return the upper bound of the parameter of interest. */
    public double upperBound() {
        return box.upper(poi);
    }

    /** Return the lower bound of the parameter of interest. */
    public double lowerBound() {
        return box.lower(poi);
    }

    /** Return the conditional fit at a value of the parameter of interest. */
    public Minimum conditional(double mu) {
        if (mu != lastMu) {
            last = fitter.minimize(model, twiceNll, last.point(), box.withFixed(poi, mu));
            lastMu = mu;
        }
        return last;
    }

    /**
     * Return \( t_\mu \), at least zero.
     *
     * <p>Where the conditional fit is lower than the best fit, the latter was in another valley: it is made again from the
     * point of the conditional fit, and {@link #best} and {@link #muHat} change.
     */
    public double tMu(double mu) {
        Minimum conditional = conditional(mu);
        boolean isInside = mu >= box.lower(poi) && mu <= box.upper(poi);
        if (isInside && conditional.value() < best.value() - ROUNDING * Math.max(1.0, Math.abs(best.value()))) {
            best = fitter.minimize(model, twiceNll, conditional.point(), box);
        }
        return Math.max(conditional.value() - best.value(), 0.0);
    }
}
