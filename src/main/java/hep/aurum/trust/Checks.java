package hep.aurum.trust;

import java.util.List;

/** List the checks. */
public final class Checks {

    private Checks() {}

    /** Return all checks, in the order in which they are told of: labels first, then the ratio, then what is inferred from it. */
    public static List<Check> all() {
        return List.of(
                new LabelAuditCheck(),
                new MeanRatioCheck(),
                new SecondMomentCheck(),
                new CalibrationCheck(),
                new CriticCheck(),
                new CoverageCheck(),
                new ConvergenceCheck());
    }
}
