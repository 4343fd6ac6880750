package hep.aurum.workflow;

import hep.aurum.trust.Check;
import hep.aurum.trust.Checks;
import hep.aurum.trust.CoverageCheck;
import hep.aurum.trust.CriticCheck;
import hep.aurum.trust.LocalTwoSampleTest;
import hep.aurum.trust.MeanRatioCheck;
import hep.aurum.trust.Misspecification;
import hep.aurum.trust.RandomPointCoverage;
import hep.aurum.trust.SimulationBasedCalibration;
import java.util.ArrayList;
import java.util.List;

/** Choose the checks of a report. */
final class TrustChecks {

    private TrustChecks() {}

    /** Return all checks, in the order of the page: labels, the ratio, what is inferred from it, the data. */
    static List<Check> all() {
        List<Check> checks = new ArrayList<>(Checks.all());
        checks.add(new SimulationBasedCalibration());
        checks.add(new RandomPointCoverage());
        checks.add(new LocalTwoSampleTest());
        checks.add(new Misspecification());
        return checks;
    }

    /** Return those whose figures say what a change of the training did. */
    static List<Check> keyFigures() {
        return List.of(new CoverageCheck(), new CriticCheck(), new MeanRatioCheck());
    }
}
