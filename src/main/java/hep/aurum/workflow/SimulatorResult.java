package hep.aurum.workflow;

import hep.aurum.infer.interval.NeymanSet;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.sample.AuditReport;
import hep.aurum.trust.TrustReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Hold every number of a finished study of a simulator: what {@code result.json} says. It has no times and no paths.
 *
 * @param aurum version of the program
 * @param java version of Java
 * @param name the study
 * @param title its title
 * @param seed seed of every random number
 * @param configuration the study file as it was read
 * @param simulator what drew
 * @param events observations drawn for training and validation
 * @param observations of one experiment
 * @param called what people call them
 * @param audit the audit of the gold
 * @param method name of the loss
 * @param network how the ratio was learned
 * @param meanRatios checks of \(E_s[\hat r] = 1\) over fresh draws of the reference law
 * @param information per observation at {@code expected_at}
 * @param truth the learned ratio against its closed form; null where that is not known
 * @param expected scan of the expected likelihood
 * @param observed scan of the data; null where there are none
 * @param exact scan of the same data with the exact likelihood; null where it is not known, or without data
 * @param neyman points of the confidence set by toys; empty where none was asked for
 * @param sets confidence sets by toys of each parameter, whatever the others are; empty without data
 * @param comparison test of one hypothesis against another; null where none was asked for
 * @param exactComparison the same with the exact likelihood; null where that is not known
 * @param trust what the checks of trust found; null where they were not asked for
 * @param warnings what limits the use of these numbers
 */
record SimulatorResult(
        String aurum,
        String java,
        String name,
        String title,
        long seed,
        JsonNode configuration,
        String simulator,
        int events,
        int observations,
        String called,
        AuditReport audit,
        String method,
        StudyResult.NetworkReport network,
        List<MeanRatio> meanRatios,
        ScoreInformationCheck.Report information,
        StudyResult.@Nullable TruthReport truth,
        ScanReport.Fit expected,
        ScanReport.@Nullable Fit observed,
        ScanReport.@Nullable Fit exact,
        List<ScanReport.Neyman> neyman,
        List<Set> sets,
        HypothesisComparison.@Nullable Report comparison,
        HypothesisComparison.@Nullable Report exactComparison,
        @Nullable TrustReport trust,
        List<String> warnings) {

    /**
     * Hold a check of the normalisation.
     *
     * @param theta the point
     * @param mean the mean of the learned ratio over fresh draws of the reference law
     * @param error its statistical error
     */
    record MeanRatio(Map<String, Double> theta, double mean, double error) {}

    /**
     * Hold the confidence set of one parameter by toys.
     *
     * @param parameter its name
     * @param intervals68 at 68.27 %
     * @param intervals95 at 95.45 %
     */
    record Set(String parameter, List<Scan1D.Interval> intervals68, List<Scan1D.Interval> intervals95) {

        static Set of(NeymanSet narrow, NeymanSet wide) {
            return new Set(narrow.parameter(), narrow.intervals(), wide.intervals());
        }
    }
}
