package hep.aurum.workflow;

import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.report.KeyNumber;
import hep.aurum.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say a significance and a limit in the field's words. Without data, what the Asimov data of the model give is not called
 * observed.
 *
 * @param rate the tested rate
 * @param discovery its test against zero
 * @param limit its upper limit; null where there is none
 * @param isExpectedOnly whether there are no data
 */
record SignificanceText(
        String rate, DiscoveryResult discovery, @Nullable LimitResult limit, boolean isExpectedOnly) {

    private static final double OBSERVATION = 5;
    private static final double EVIDENCE = 3;
    private static final int MEDIAN = 2;
    private static final int LIMIT_DIGITS = 3;

    /** Return the sentence on the significance, without its full stop. */
    String significance() {
        String expected = Numbers.sigma(discovery.zExpected()) + " expected";
        return "Against background alone (" + rate + " = 0): "
                + (isExpectedOnly
                        ? expected + " (p_{0} = " + Numbers.pValue(discovery.p0Expected()) + ")"
                        : Numbers.sigma(discovery.z()) + " observed (p_{0} = " + Numbers.pValue(discovery.p0()) + "), "
                                + expected);
    }

    /** Return the sentence on the limit after a space, or nothing. */
    String limitSentence() {
        if (limit == null) {
            return "";
        }
        String expected = limit(limit.expected().get(MEDIAN));
        return " Upper limit at " + Numbers.percent(limit.level()) + " CL (CLs): " + rate + " < "
                + (isExpectedOnly
                        ? expected + " expected for background alone."
                        : limit(limit.observed()) + " observed, " + expected + " expected for background alone.");
    }

    /** Return significance and limit as large numbers. */
    List<KeyNumber> numbers() {
        List<KeyNumber> numbers = new ArrayList<>();
        if (!isExpectedOnly) {
            numbers.add(new KeyNumber(
                    "Significance, observed",
                    Numbers.sigma(discovery.z()),
                    "p_{0} = " + Numbers.pValue(discovery.p0()) + level(discovery.z())));
        }
        numbers.add(new KeyNumber(
                "Significance, expected",
                Numbers.sigma(discovery.zExpected()),
                "p_{0} = " + Numbers.pValue(discovery.p0Expected()) + " at " + rate + " = "
                        + Numbers.plain(discovery.muExpected())));
        if (limit != null) {
            String band = "expected " + expectedBand(limit) + " for background alone";
            numbers.add(new KeyNumber(
                    "Upper limit, " + Numbers.percent(limit.level()) + " CL",
                    rate + " < " + limit(isExpectedOnly ? limit.expected().get(MEDIAN) : limit.observed()),
                    band));
        }
        return numbers;
    }

    private static String expectedBand(LimitResult limit) {
        return Numbers.between(
                limit.expected().get(MEDIAN),
                limit.expected().get(MEDIAN - 1),
                limit.expected().get(MEDIAN + 1));
    }

    private static String limit(double value) {
        return Numbers.significant(value, LIMIT_DIGITS);
    }

    private static String level(double z) {
        return z >= OBSERVATION ? ", above 5σ" : z >= EVIDENCE ? ", above 3σ" : ", below 3σ";
    }
}
