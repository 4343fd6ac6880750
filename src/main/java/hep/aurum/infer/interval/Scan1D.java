package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold a profile scan of one parameter.
 *
 * @param parameter its name
 * @param values the scanned values, ascending
 * @param twiceDeltaNll t at each value
 */
public record Scan1D(String parameter, List<Double> values, List<Double> twiceDeltaNll) {

    /** Copy the lists. */
    public Scan1D {
        values = List.copyOf(values);
        twiceDeltaNll = List.copyOf(twiceDeltaNll);
        Check.length("twiceDeltaNll", twiceDeltaNll.size(), values.size());
    }

    /**
     * Scan a parameter, the others profiled.
     *
     * @param statistic the fitted data set
     * @param name the parameter's name
     * @param index its position
     * @param points how many values, at least 2
     */
    public static Scan1D of(ProfileStatistic statistic, String name, int index, int points) {
        return of(statistic, name, index, points, Progress.NONE);
    }

    /** Scan a parameter in the same way, and tell how many points are done. */
    public static Scan1D of(ProfileStatistic statistic, String name, int index, int points, Progress progress) {
        Check.argument(points >= 2, "a scan has %d points, expected at least 2", points);
        List<Double> values = new ArrayList<>();
        List<Double> t = new ArrayList<>();
        double[] warm = statistic.best().point();
        double lower = statistic.box().lower(index);
        double upper = statistic.box().upper(index);
        Tally tally = Tally.of(progress, "scan of " + name, points, "points");
        for (int i = 0; i < points; i++) {
            double value = lower + (upper - lower) * i / (points - 1);
            values.add(value);
            t.add(statistic.profiled(new int[] {index}, new double[] {value}, warm));
            tally.add(1);
        }
        tally.finish();
        return new Scan1D(name, values, t);
    }

    /**
     * Return the intervals in which t stays below a threshold, by linear interpolation; several where the likelihood has
     * several minima. An interval that reaches an end of the scan stops there.
     */
    public List<Interval> intervals(double threshold) {
        List<Interval> intervals = new ArrayList<>();
        double start = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            boolean inside = twiceDeltaNll.get(i) <= threshold;
            if (inside && Double.isNaN(start)) {
                start = i == 0 ? values.get(0) : crossing(i, threshold);
            } else if (!inside && !Double.isNaN(start)) {
                intervals.add(new Interval(start, crossing(i, threshold)));
                start = Double.NaN;
            }
        }
        if (!Double.isNaN(start)) {
            intervals.add(new Interval(start, values.get(values.size() - 1)));
        }
        return intervals;
    }

    private double crossing(int i, double threshold) {
        double before = twiceDeltaNll.get(i - 1);
        double fraction = (threshold - before) / (twiceDeltaNll.get(i) - before);
        return values.get(i - 1) + fraction * (values.get(i) - values.get(i - 1));
    }

    /**
     * Hold one interval.
     *
     * @param lower its lower end
     * @param upper its upper end
     */
    public record Interval(double lower, double upper) {}
}
