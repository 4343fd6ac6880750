package hep.aurum.infer.test;

import hep.aurum.base.NotSupported;
import java.util.ArrayList;
import java.util.List;

/**
 * Report the test of one value of the parameter of interest.
 *
 * <p>The expected values are those of background-only data at −2, −1, 0, 1 and 2 standard deviations of \( \hat\mu \), in
 * this order, as pyhf lists them: for a one-sided statistic the smallest CLs first.
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

    /** Return a result with CLs and its expectation as the ratios of the other two. */
    static TestResult of(
            TestStatistic statistic,
            double mu,
            double muHat,
            double q,
            double qAsimov,
            double clsb,
            double clb,
            List<Double> clsbExpected,
            List<Double> clbExpected) {
        List<Double> cls = new ArrayList<>();
        for (int i = 0; i < clsbExpected.size(); i++) {
            cls.add(clsbExpected.get(i) / clbExpected.get(i));
        }
        return new TestResult(statistic, mu, muHat, q, qAsimov, clsb, clb, clsb / clb, cls, clsbExpected, clbExpected);
    }

    /**
     * Return \( \mathrm{CL}_s \).
     *
     * @throws NotSupported for a two-sided statistic, which has none
     */
    public double cls() {
        requireOneSided();
        return cls;
    }

    /**
     * Return the expected \( \mathrm{CL}_s \).
     *
     * @throws NotSupported for a two-sided statistic, which has none
     */
    public List<Double> clsExpected() {
        requireOneSided();
        return clsExpected;
    }

    private void requireOneSided() {
        if (statistic.isTwoSided()) {
            throw new NotSupported(
                    "CLs of the two-sided statistic " + statistic.code(),
                    "",
                    "compare CLs+b with the size of the test");
        }
    }
}
