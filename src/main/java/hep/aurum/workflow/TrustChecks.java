package hep.aurum.workflow;

import hep.aurum.trust.Check;
import hep.aurum.trust.LocalTwoSampleTest;
import hep.aurum.trust.Misspecification;
import hep.aurum.trust.RandomPointCoverage;
import hep.aurum.trust.SimulationBasedCalibration;
import java.util.List;

/** Choose the checks of a report. */
final class TrustChecks {

    private TrustChecks() {}

    /** Return all checks, in the order of the page. */
    static List<Check> all() {
        return List.of(
                new SimulationBasedCalibration(),
                new RandomPointCoverage(),
                new LocalTwoSampleTest(),
                new Misspecification());
    }

    /** Return those whose figures say what a change of the training did. */
    static List<Check> keyFigures() {
        return List.of(new SimulationBasedCalibration());
    }
}
