package hep.aurum.infer.fit;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * Profile a likelihood along one parameter or over a grid of two.
 *
 * <p>\( t(\theta) = -2\ln L(\theta, \hat{\hat\nu}) + 2\ln L(\hat\theta, \hat\nu) \), where the lower of the best fit and the
 * lowest point of the scan is the reference, so that t is never negative. Each fit starts where the one before it ended.
 *
 * @param parameters the names of the scanned parameters, one or two
 * @param points the scanned values, those of the last parameter running fastest, {@code [points][parameters]}
 * @param twiceDeltaNll t at each point
 * @param best the best fit
 */
public record ProfileScan(
        List<String> parameters, List<List<Double>> points, List<Double> twiceDeltaNll, FitResult best) {

    /** Copy the lists. */
    public ProfileScan {
        parameters = List.copyOf(parameters);
        points = points.stream().map(List::copyOf).toList();
        twiceDeltaNll = List.copyOf(twiceDeltaNll);
    }

    /**
     * Scan.
     *
     * @param parameters the names of the parameters
     * @param points the values, {@code [points][parameters]}, neighbours one after the other
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public static ProfileScan of(StatisticalModel model, List<String> parameters, List<List<Double>> points) {
        return of(model, parameters, points, Progress.NONE);
    }

    /** Scan in the same way, and tell how many points are done. */
    public static ProfileScan of(
            StatisticalModel model, List<String> parameters, List<List<Double>> points, Progress progress) {
        Tally tally = Tally.of(progress, "scan", points.size(), "points");
        Fitter fitter = Fitter.withDefaults();
        FitResult best = fitter.fit(model);
        Objective twiceNll = model.twiceNll();
        Box free = Fitter.box(model);
        double[] start = best.point();
        List<Double> values = new ArrayList<>();
        double lowest = best.twiceNll();
        for (List<Double> point : points) {
            Box box = free;
            for (int i = 0; i < parameters.size(); i++) {
                box = box.withFixed(model.indexOf(parameters.get(i)), point.get(i));
            }
            Minimum minimum = fitter.minimize(model, twiceNll, start, box);
            start = minimum.point();
            values.add(minimum.value());
            // A point outside of the bounds may lie lower than the best fit inside, which stays the reference.
            lowest = isInside(free, model, parameters, point) ? Math.min(lowest, minimum.value()) : lowest;
            tally.add(1);
        }
        tally.finish();
        double reference = lowest;
        List<Double> t = values.stream().map(v -> Math.max(v - reference, 0.0)).toList();
        return new ProfileScan(parameters, points, t, best);
    }

    private static boolean isInside(Box box, StatisticalModel model, List<String> parameters, List<Double> point) {
        for (int i = 0; i < parameters.size(); i++) {
            int p = model.indexOf(parameters.get(i));
            if (point.get(i) < box.lower(p) || point.get(i) > box.upper(p)) {
                return false;
            }
        }
        return true;
    }
}
