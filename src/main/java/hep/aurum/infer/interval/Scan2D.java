package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold a profile scan of two parameters on a grid.
 *
 * @param first name of the parameter along the rows
 * @param second name of the parameter along the columns
 * @param firstValues values of the first, ascending
 * @param secondValues values of the second, ascending
 * @param twiceDeltaNll t, {@code [first][second]}
 */
public record Scan2D(
        String first,
        String second,
        List<Double> firstValues,
        List<Double> secondValues,
        List<List<Double>> twiceDeltaNll) {

    /** Copy the lists. */
    public Scan2D {
        firstValues = List.copyOf(firstValues);
        secondValues = List.copyOf(secondValues);
        twiceDeltaNll = twiceDeltaNll.stream().map(List::copyOf).toList();
        Check.length("twiceDeltaNll", twiceDeltaNll.size(), firstValues.size());
    }

    /**
     * Scan two parameters, the others profiled.
     *
     * @param statistic the fitted data set
     * @param names names of all parameters
     * @param i position of the first
     * @param j position of the second
     * @param points how many values of each, at least 2
     */
    public static Scan2D of(ProfileStatistic statistic, List<String> names, int i, int j, int points) {
        return of(statistic, names, i, j, points, Progress.NONE);
    }

    /** Scan two parameters in the same way, and tell how many points are done. */
    public static Scan2D of(
            ProfileStatistic statistic, List<String> names, int i, int j, int points, Progress progress) {
        Check.argument(points >= 2, "a scan has %d points, expected at least 2", points);
        List<Double> xs = grid(statistic.box(), i, points);
        List<Double> ys = grid(statistic.box(), j, points);
        if (statistic.box().withFixed(i, xs.get(0)).withFixed(j, ys.get(0)).freeCount() == 0) {
            return withoutProfiling(statistic, names, i, j, xs, ys);
        }
        Tally tally = Tally.of(progress, "scan of a plane", (long) xs.size() * ys.size(), "points");
        List<List<Double>> rows = new ArrayList<>();
        double[] warm = statistic.best().point();
        for (double x : xs) {
            List<Double> row = new ArrayList<>();
            for (double y : ys) {
                row.add(statistic.profiled(new int[] {i, j}, new double[] {x, y}, warm));
                tally.add(1);
            }
            rows.add(row);
        }
        tally.finish();
        return new Scan2D(names.get(i), names.get(j), xs, ys, rows);
    }

    private static Scan2D withoutProfiling(
            ProfileStatistic statistic, List<String> names, int i, int j, List<Double> xs, List<Double> ys) {
        List<double[]> points = new ArrayList<>();
        for (double x : xs) {
            for (double y : ys) {
                double[] point = statistic.best().point();
                point[i] = x;
                point[j] = y;
                points.add(point);
            }
        }
        double[] t = statistic.at(points);
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < xs.size(); row++) {
            List<Double> values = new ArrayList<>();
            for (int column = 0; column < ys.size(); column++) {
                values.add(t[row * ys.size() + column]);
            }
            rows.add(values);
        }
        return new Scan2D(names.get(i), names.get(j), xs, ys, rows);
    }

    private static List<Double> grid(Box box, int parameter, int points) {
        List<Double> values = new ArrayList<>();
        double width = box.upper(parameter) - box.lower(parameter);
        for (int i = 0; i < points; i++) {
            values.add(box.lower(parameter) + width * i / (points - 1));
        }
        return values;
    }
}
