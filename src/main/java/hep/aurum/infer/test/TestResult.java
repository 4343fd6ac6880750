package hep.aurum.infer.test;

import java.util.List;

/**
 * Report the test of one value of the parameter of interest.
 *
 * <p>The expected values are those of background-only data at −2, −1, 0, 1 and 2 standard deviations of \( \hat\mu \), in
 * this order, as pyhf lists them: the smallest CLs first.
 *
 * @param statistic which statistic was used
 * @param mu the tested value
 * @param muHat the best fit, within the bounds of the statistic
 * @param q observed value of the statistic
 * @param qAsimov its value for background-only Asimov data
 * @param clsb \( \mathrm{CL}_{s+b} \), the p-value of signal plus background
 * @param clb \( \mathrm{CL}_b \), the p-value of background alone
 * @param cls \( \mathrm{CL}_{s+b} / \mathrm{CL}_b \)
 * @param clsExpected expected CLs
 * @param clsbExpected expected \( \mathrm{CL}_{s+b} \)
 * @param clbExpected expected \( \mathrm{CL}_b \)
 */
public record TestResult(
        TestStatistic statistic,
        double mu,
        double muHat,
        double q,
        double qAsimov,
        double clsb,
        double clb,
        double cls,
        List<Double> clsExpected,
        List<Double> clsbExpected,
        List<Double> clbExpected) {

    /** Copy the lists. */
    public TestResult {
        clsExpected = List.copyOf(clsExpected);
        clsbExpected = List.copyOf(clsbExpected);
        clbExpected = List.copyOf(clbExpected);
    }
}
