package hep.aurum.infer.test;

import java.util.ArrayList;
import java.util.List;

/**
 * Report the test of one value of the parameter of interest by toys.
 *
 * @param test the p-values, of the same meaning as the asymptotic ones; {@code qAsimov} is the median of the background-only
 *     toys
 * @param clsbError binomial standard error of \( \mathrm{CL}_{s+b} \)
 * @param clbError of \( \mathrm{CL}_b \)
 * @param clsError of CLs, by propagation
 * @param plan how the toys were drawn
 * @param failures toys whose fit failed, left out
 */
public record ToyResult(
        TestResult test, double clsbError, double clbError, double clsError, ToyPlan plan, int failures) {

    static ToyResult of(
            TestStatistic statistic, double mu, double muHat, double q, Toys signal, Toys background, ToyPlan plan) {
        double clsb = signal.pValue(q);
        double clb = background.pValue(q);
        List<Double> clsbs = new ArrayList<>();
        List<Double> clbs = new ArrayList<>();
        for (int sigma = -2; sigma <= 2; sigma++) {
            double expected = background.quantile(Gaussian.pValue(sigma));
            clsbs.add(signal.pValue(expected));
            clbs.add(background.pValue(expected));
        }
        TestResult test = TestResult.of(statistic, mu, muHat, q, background.quantile(0.5), clsb, clb, clsbs, clbs);
        double clsbError = signal.error(clsb);
        double clbError = background.error(clb);
        double clsError = StrictMath.hypot(clsbError, clbError * clsb / clb) / clb;
        return new ToyResult(test, clsbError, clbError, clsError, plan, signal.failures() + background.failures());
    }
}
