package hep.aurum.workflow;

import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Hold every number of a finished study of histograms: what {@code result.json} says.
 *
 * @param aurum version of the program
 * @param name the study
 * @param title its title
 * @param configuration the study file as it was read, variables replaced
 * @param inputs checksums of the input files, by name
 * @param channels expected and observed events
 * @param rate the rate parameter
 * @param isBlind whether the data are Asimov data
 * @param discovery the test of zero rate
 * @param fittedRate the fitted rate with the errors where −2 Δln L rises by 1
 * @param nuisances fitted nuisance parameters with their errors, statistical ones left out
 * @param limit upper limit on the rate; null where it cannot be found
 * @param goodness statistic, degrees of freedom and p-value of the saturated-model test at the best fit
 * @param warnings what limits the use of these numbers
 */
record HistogramResult(
        String aurum,
        String name,
        String title,
        JsonNode configuration,
        Map<String, String> inputs,
        List<ChannelReport> channels,
        String rate,
        boolean isBlind,
        DiscoveryResult discovery,
        Interval fittedRate,
        Map<String, Estimate> nuisances,
        @Nullable LimitResult limit,
        Goodness goodness,
        List<String> warnings) {

    /** Hold a value between the ends of its interval. */
    record Interval(double value, double lower, double upper) {}

    /** Hold a fitted value with its error. */
    record Estimate(double value, double error) {}

    /** Hold the test of the fit. */
    record Goodness(
            double statistic,
            int degreesOfFreedom,
            @Nullable Double pValue) {}

    /**
     * Hold the events of a channel.
     *
     * @param name its key
     * @param luminosityFb in fb⁻¹
     * @param bins number of bins
     * @param edges their edges
     * @param expected events before the fit by process, with their statistical error
     * @param fitted events after the fit by process, with their error
     * @param observed observed events; null for a blind study
     */
    record ChannelReport(
            String name,
            double luminosityFb,
            int bins,
            List<Double> edges,
            Map<String, Estimate> expected,
            Map<String, Estimate> fitted,
            @Nullable Double observed) {}
}
