package hep.aurum.sample;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The check that enough events speak for the points that matter.
 *
 * <p>Below 20 effective events at the standard point, or at a point of interest, nothing can be learned there: a failure. Below
 * 100 there, or at a corner of the ranges, it is a caution, since priors seldom put much weight into corners.
 */
final class EffectiveSizeCheck {

    private static final double FAIL_BELOW = 20;
    private static final double WARN_BELOW = 100;
    private static final int MOST_CORNERS = 64;

    private EffectiveSizeCheck() {}

    static List<AuditCheck> run(JointLabels labels, ParameterSpace space, List<ParameterPoint> points) {
        List<ParameterPoint> needed = new ArrayList<>();
        needed.add(space.standard());
        needed.addAll(points);
        List<AuditCheck> checks = new ArrayList<>();
        checks.add(check("effective sample size", labels, needed, FAIL_BELOW));
        checks.add(check("effective sample size at corners", labels, corners(space), 0));
        return checks;
    }

    private static AuditCheck check(String name, JointLabels labels, List<ParameterPoint> points, double failBelow) {
        double least = Double.POSITIVE_INFINITY;
        ParameterPoint where = points.get(0);
        for (ParameterPoint point : points) {
            double size = AuditPoints.effectiveSize(labels, point.toArray());
            if (size < least) {
                least = size;
                where = point;
            }
        }
        AuditCheck.Outcome outcome = least < failBelow
                ? AuditCheck.Outcome.FAIL
                : least < WARN_BELOW ? AuditCheck.Outcome.WARN : AuditCheck.Outcome.PASS;
        return new AuditCheck(
                name,
                outcome,
                least,
                outcome == AuditCheck.Outcome.FAIL ? failBelow : WARN_BELOW,
                String.format(
                        Locale.ROOT,
                        "%.0f effective events of %d speak for theta = %s%s",
                        least,
                        labels.size(),
                        where,
                        outcome == AuditCheck.Outcome.PASS ? "" : ": generate a sample near it, or narrow the ranges"));
    }

    private static List<ParameterPoint> corners(ParameterSpace space) {
        List<ParameterPoint> corners = new ArrayList<>();
        int bits = Math.min(space.size(), 30);
        for (int corner = 0; corner < Math.min(1 << bits, MOST_CORNERS); corner++) {
            double[] theta = new double[space.size()];
            for (int i = 0; i < theta.length; i++) {
                Parameter p = space.get(i);
                theta[i] = i < bits && (corner >> i & 1) == 1 ? p.max() : p.min();
            }
            corners.add(ParameterPoint.of(theta));
        }
        return corners;
    }
}
