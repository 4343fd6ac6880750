package hep.aurum.sample;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Name the columns of a table of mined simulations: what was seen of an event, the points it is labelled at, the law that it was
 * drawn from, and the gold that its trace gave. A column may hold several numbers in a row, which count as as many columns.
 * Immutable.
 *
 * @param features what a detector sees
 * @param theta0 the numerator's point, in the order of the parameters
 * @param label 1 for an event drawn from the denominator, 0 for one drawn at θ0
 * @param theta1 the denominator's point; empty for a denominator that is the same for all events
 * @param logRatio \(\log r(x,z|\theta_0,\theta_1)\)
 * @param score \(t(x,z|\theta_0)\), in the order of the parameters; empty where it was not mined
 * @param weight a signed weight
 */
public record TraceColumns(
        List<String> features,
        List<String> theta0,
        String label,
        List<String> theta1,
        Optional<String> logRatio,
        List<String> score,
        Optional<String> weight) {

    /** Copy the lists. */
    public TraceColumns {
        features = List.copyOf(features);
        theta0 = List.copyOf(theta0);
        theta1 = List.copyOf(theta1);
        score = List.copyOf(score);
        Check.argument(!features.isEmpty(), "there is no column of features");
    }

    /** Return columns without gold. */
    public static TraceColumns of(List<String> features, List<String> theta0, String label) {
        return new TraceColumns(features, theta0, label, List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Return these columns with the points of denominators that differ from event to event. */
    public TraceColumns withTheta1(List<String> columns) {
        return new TraceColumns(features, theta0, label, columns, logRatio, score, weight);
    }

    /** Return these columns with the logarithm of the joint ratio. */
    public TraceColumns withLogRatio(String column) {
        return new TraceColumns(features, theta0, label, theta1, Optional.of(column), score, weight);
    }

    /** Return these columns with the joint score. */
    public TraceColumns withScore(List<String> columns) {
        return new TraceColumns(features, theta0, label, theta1, logRatio, columns, weight);
    }

    /** Return these columns with weights. */
    public TraceColumns withWeight(String column) {
        return new TraceColumns(features, theta0, label, theta1, logRatio, score, Optional.of(column));
    }

    /** Return all names in the order in which {@link TraceTable} reads them. */
    List<String> all() {
        List<String> all = new ArrayList<>(features);
        all.addAll(theta0);
        all.add(label);
        all.addAll(theta1);
        logRatio.ifPresent(all::add);
        all.addAll(score);
        weight.ifPresent(all::add);
        return all;
    }
}
