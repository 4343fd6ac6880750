package hep.aurum.infer.interval;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold the confidence set of a Neyman construction.
 *
 * @param parameter the parameter of interest
 * @param level the confidence level
 * @param belt every value that was tested, ascending
 */
public record NeymanSet(String parameter, double level, List<NeymanPoint> belt) {

    /** Copy the list. */
    public NeymanSet {
        belt = List.copyOf(belt);
    }

    /**
     * Return the accepted intervals, their ends where the p-value crosses one minus the level, by linear interpolation;
     * several where the likelihood has several minima, none if every value is refused. An interval that reaches an end of
     * the belt stops there.
     */
    public List<Scan1D.Interval> intervals() {
        List<Scan1D.Interval> intervals = new ArrayList<>();
        double start = Double.NaN;
        for (int i = 0; i < belt.size(); i++) {
            boolean isInside = belt.get(i).isAccepted();
            if (isInside && Double.isNaN(start)) {
                start = i == 0 ? belt.get(0).value() : crossing(belt.get(i - 1), belt.get(i));
            } else if (!isInside && !Double.isNaN(start)) {
                intervals.add(new Scan1D.Interval(start, crossing(belt.get(i - 1), belt.get(i))));
                start = Double.NaN;
            }
        }
        if (!Double.isNaN(start)) {
            intervals.add(new Scan1D.Interval(start, belt.get(belt.size() - 1).value()));
        }
        return intervals;
    }

    private double crossing(NeymanPoint a, NeymanPoint b) {
        double fraction = (1.0 - level - a.pValue()) / (b.pValue() - a.pValue());
        return a.value() + Math.max(0.0, Math.min(1.0, fraction)) * (b.value() - a.value());
    }
}
