package hep.aurum.infer.limit;

import java.util.List;

/**
 * Report an upper limit on the parameter of interest.
 *
 * @param level the confidence level, such as 0.95
 * @param observed the value where CLs falls to one minus the level
 * @param expected the same for background-only data at −2, −1, 0, 1 and 2 standard deviations
 */
public record LimitResult(double level, double observed, List<Double> expected) {

    /** Copy the list. */
    public LimitResult {
        expected = List.copyOf(expected);
    }
}
