package hep.aurum.workflow;

import hep.aurum.infer.interval.NeymanPoint;
import hep.aurum.infer.interval.NeymanSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Read confidence sets of single parameters off the points of a Neyman construction that have an observed p-value. */
final class ConfidenceSets {

    private ConfidenceSets() {}

    /**
     * Return the largest p-value at each value of a parameter, whatever the others are: the projection of the joint set, which covers
     * at least as often.
     */
    static Map<Double, Double> pValues(List<ScanReport.Neyman> points, String parameter) {
        Map<Double, Double> highest = new TreeMap<>();
        for (ScanReport.Neyman point : points) {
            Double p = point.pValueObserved();
            if (p != null) {
                highest.merge(point.theta().getOrDefault(parameter, Double.NaN), p, Math::max);
            }
        }
        return highest;
    }

    /** Return the set of a level of one parameter, whatever the others are; empty without data. */
    static NeymanSet of(List<ScanReport.Neyman> points, String parameter, double level) {
        List<NeymanPoint> belt = new ArrayList<>();
        int toys = points.isEmpty() ? 1 : points.get(0).toys();
        pValues(points, parameter)
                .forEach((value, p) -> belt.add(new NeymanPoint(
                        value, Double.NaN, Double.NaN, p, Math.sqrt(p * (1 - p) / toys), p > 1 - level)));
        return new NeymanSet(parameter, level, belt);
    }
}
