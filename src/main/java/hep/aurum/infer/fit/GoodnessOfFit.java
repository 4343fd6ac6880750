package hep.aurum.infer.fit;

import hep.aurum.base.Check;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.random.RandomStreams;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Test a fitted binned model against the saturated model.
 *
 * <p>The statistic is \( t = -2\ln\bigl(L(\hat\theta)/L_\mathrm{sat}\bigr) \), where the saturated model meets every count and
 * every auxiliary measurement exactly: for one bin with a fixed rate μ, \( 2(\mu - n + n\ln(n/\mu)) \). With \( B \) bins
 * and \( m \) free parameters without constraint it follows for large counts a chi-square with \( B - m \) degrees of
 * freedom, since each constrained parameter brings a measurement of its own. Below about five expected events a bin that law
 * is poor, and {@link #byToys} should be asked.
 *
 * <p>Special cases: without degrees of freedom there is no p-value; parameters that no rate depends on, or that act alike, are
 * counted all the same and make the number too small, as is one at its bound.
 *
 * @param statistic t, zero or more
 * @param degreesOfFreedom bins less free parameters without constraint; may be zero or negative
 * @param pValue probability of a t at least as large; empty without degrees of freedom
 * @see <a href="https://www.physics.ucla.edu/~cousins/stats/cousins_saturated.pdf">Cousins: Generalization of chisquare
 *     goodness-of-fit test for binned data using saturated models (2013)</a>
 * @see <a href="https://doi.org/10.1016/0167-5087(84)90016-4">Baker, Cousins: Clarification of the use of chi-square and
 *     likelihood functions in fits to histograms (1984)</a>
 */
public record GoodnessOfFit(double statistic, int degreesOfFreedom, OptionalDouble pValue) {

    /** Test the fit of a model whose parameters were all free, with the asymptotic law. */
    public static GoodnessOfFit of(BinnedModel model, FitResult fit) {
        return of(model, fit, Map.of());
    }

    /**
     * Test a fit with the asymptotic law.
     *
     * @param model that was fitted
     * @param fit its result
     * @param held value by parameter that the fit held
     */
    public static GoodnessOfFit of(BinnedModel model, FitResult fit, Map<String, Double> held) {
        double statistic = model.deviance(fit.point());
        int degrees = degreesOfFreedom(model, held.keySet());
        OptionalDouble pValue = degrees > 0
                ? OptionalDouble.of(ChiSquaredDistribution.of(degrees).survivalProbability(statistic))
                : OptionalDouble.empty();
        return new GoodnessOfFit(statistic, degrees, pValue);
    }

    private static int degreesOfFreedom(BinnedModel model, Set<String> held) {
        Set<Integer> constrained = model.constraints().keySet();
        int degrees = model.bins();
        for (int i = 0; i < model.parameters().size(); i++) {
            ModelParameter parameter = model.parameters().get(i);
            if (!parameter.isFixed() && !held.contains(parameter.name()) && !constrained.contains(i)) {
                degrees--;
            }
        }
        return degrees;
    }

    /**
     * Test a fit with data sets drawn at the best fit, each of them fitted again.
     *
     * <p>With r of N toys at least as far off as the data, the p-value is \( (r+1)/(N+1) \), which is never zero.
     *
     * @param model that was fitted
     * @param fit its result
     * @param held value by parameter that the fit held
     * @param toys number of data sets, at least one
     * @param seed of the random streams
     * @throws hep.aurum.base.NotConverged if the fit of a toy fails
     */
    public static GoodnessOfFit byToys(
            BinnedModel model, FitResult fit, Map<String, Double> held, int toys, long seed) {
        Check.argument(toys > 0, "the number of toys is %s, expected at least 1", toys);
        double[] best = fit.point();
        double statistic = model.deviance(best);
        Box box = Fitter.box(model);
        for (Map.Entry<String, Double> entry : held.entrySet()) {
            box = box.withFixed(model.indexOf(entry.getKey()), entry.getValue());
        }
        RandomStreams streams = RandomStreams.of(seed);
        int farther = 0;
        for (int i = 0; i < toys; i++) {
            BinnedModel toy = model.toy(best, streams.stream("goodness of fit", i));
            Minimum minimum = Fitter.withDefaults().minimize(toy, toy.twiceNll(), best, box);
            farther += toy.deviance(minimum.point()) >= statistic ? 1 : 0;
        }
        OptionalDouble pValue = OptionalDouble.of((farther + 1.0) / (toys + 1.0));
        return new GoodnessOfFit(statistic, degreesOfFreedom(model, held.keySet()), pValue);
    }
}
