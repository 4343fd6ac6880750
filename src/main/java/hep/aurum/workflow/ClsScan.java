package hep.aurum.workflow;

import hep.aurum.base.Check;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Scan \(\mathrm{CL}_s\) around limits that are known, from near zero to beyond the largest of them.
 *
 * @param tests at ascending signal strengths
 */
public record ClsScan(List<TestResult> tests) {

    private static final double BEYOND = 1.3;

    /** Copy the list. */
    public ClsScan {
        tests = List.copyOf(tests);
    }

    /**
     * Scan a model.
     *
     * @param points at least 2
     */
    public static ClsScan of(StatisticalModel model, LimitResult limit, int points) {
        Check.argument(points >= 2, "a scan has %d points, expected at least 2", points);
        AsymptoticTest test = AsymptoticTest.of(model);
        double largest =
                Math.max(limit.observed(), limit.expected().get(limit.expected().size() - 1));
        double top = Math.min(test.largestMu(), BEYOND * largest);
        List<TestResult> tests = new ArrayList<>();
        for (int i = 1; i <= points; i++) {
            tests.add(test.at(top * i / points));
        }
        return new ClsScan(tests);
    }
}
