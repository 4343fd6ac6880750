package hep.aurum.workflow;

import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.sample.AuditReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Hold every number of a finished study: what {@code result.json} says. It has no times and no
 * paths, so that the same study, seed and events give the same text but for the version of Java. Cross-sections are in pb, luminosities in fb⁻¹.
 *
 * @param aurum version of the program
 * @param java version of Java: the one entry that depends on the machine; nothing else differs between Java versions
 * @param name the study
 * @param title its title
 * @param seed seed of every random number
 * @param luminosityFb luminosity in fb⁻¹
 * @param configuration the study file as it was read
 * @param processes what was read, by process
 * @param yields cross-sections and expected events after selection
 * @param samples rows in each part of the events
 * @param audit the label audit, by sample
 * @param estimator the learned ratio
 * @param truth the learned ratio against its closed form; null where that is not known
 * @param scan the likelihood scan
 * @param discovery the tests with histograms; null where none was asked for
 * @param data the data set; null where there is none
 * @param warnings what limits the use of these numbers
 */
record StudyResult(
        String aurum,
        String java,
        String name,
        String title,
        long seed,
        double luminosityFb,
        JsonNode configuration,
        List<ProcessReport> processes,
        List<Yield> yields,
        Map<String, Integer> samples,
        Map<String, AuditReport> audit,
        EstimatorReport estimator,
        @Nullable TruthReport truth,
        ScanReport scan,
        @Nullable DiscoveryReport discovery,
        @Nullable DataReport data,
        List<String> warnings) {

    /** Hold what was read of one process. */
    record ProcessReport(
            String name,
            List<ProcessFacts.FileFacts> files,
            ProcessFacts.MorphingFacts morphing,
            List<ProcessFacts.CutFacts> cuts) {}

    /**
     * Hold the rate of a process after selection at the standard point.
     *
     * @param process its name
     * @param crossSectionPb in pb
     * @param uncertaintyPb Monte Carlo uncertainty in pb
     * @param expectedEvents at the study's luminosity
     */
    record Yield(String process, double crossSectionPb, double uncertaintyPb, double expectedEvents) {}

    /**
     * Hold how the ratio was learned.
     *
     * @param method name of the loss
     * @param description what is estimated
     * @param features names of the features
     * @param networks one entry per network
     * @param meanRatio checks of \(E_s[\hat r] = 1\) on held-out events at the standard point and at the truth
     */
    record EstimatorReport(
            String method,
            String description,
            List<String> features,
            List<NetworkReport> networks,
            List<MeanRatio> meanRatio) {}

    /**
     * Hold the training of one network.
     *
     * @param name its name
     * @param file the model file
     * @param sha256 checksum of the model file
     * @param members number of networks in the ensemble
     * @param epochs epochs run by the first member
     * @param bestEpoch epoch whose weights were kept
     * @param effectiveSampleSize smallest effective number of training events over the prior
     * @param trainingLoss by epoch
     * @param validationLoss by epoch
     */
    record NetworkReport(
            String name,
            String file,
            String sha256,
            int members,
            int epochs,
            int bestEpoch,
            double effectiveSampleSize,
            List<Double> trainingLoss,
            List<Double> validationLoss) {}

    /**
     * Hold a check of the normalisation of the learned ratio between two points: \(E_{\theta_1}[\hat
     * r(x|\theta_0,\theta_1)] = 1\).
     *
     * @param theta0 numerator
     * @param theta1 denominator
     * @param mean the mean over held-out events
     * @param error its statistical error
     */
    record MeanRatio(Map<String, Double> theta0, Map<String, Double> theta1, double mean, double error) {}

    /**
     * Hold the comparison of the learned ratio with its closed form, on events drawn for it alone: \(\theta_0\) uniform in the
     * ranges, \(x \sim \tfrac12 p(x|\theta_0) + \tfrac12 p(x|\theta_1)\).
     *
     * @param simulator whose truth it is
     * @param events number of test events
     * @param points number of points \(\theta_0\) among which they are divided
     * @param theta0Ranges the ranges
     * @param theta1 the denominator, the standard point
     * @param meanSquaredError \(E[(\log\hat r - \log r)^2]\)
     * @param meanSquaredErrorError its statistical error
     * @param trivialMeanSquaredError the same for \(\log\hat r = 0\)
     * @param informationEvents number of events behind the information
     * @param shapeInformationLearned \(E_{\theta_1}[\nabla\log\hat r\,\nabla\log\hat r^T]\) per event, {@code [k][k]}
     * @param shapeInformationExact the same of the true ratio, on the same events
     * @param shapeInformationExactError statistical error of each of its entries
     */
    record TruthReport(
            String simulator,
            int events,
            int points,
            Map<String, List<Double>> theta0Ranges,
            Map<String, Double> theta1,
            double meanSquaredError,
            double meanSquaredErrorError,
            double trivialMeanSquaredError,
            int informationEvents,
            List<List<Double>> shapeInformationLearned,
            List<List<Double>> shapeInformationExact,
            List<List<Double>> shapeInformationExactError) {}

    /**
     * Hold the tests of a rate.
     *
     * @param poi the tested rate
     * @param unbinned with the likelihood of the events themselves; null where there is none
     * @param learned with the learned statistic
     * @param classical with the classical observable; null where none was asked for
     * @param gainExpectedZ ratio of the expected significances
     * @param fit the fit of a spectrum; null where none was asked for
     */
    record DiscoveryReport(
            String poi,
            @Nullable UnbinnedTest unbinned,
            HistogramTest learned,
            @Nullable HistogramTest classical,
            @Nullable Double gainExpectedZ,
            @Nullable SpectrumReport fit) {}

    /**
     * Hold the test without bins.
     *
     * @param discovery test of the rate against zero
     * @param zExpectedError statistical error of the expected significance from the finite simulation
     * @param muHatAsimov the strength that is fitted to Asimov data of strength 1
     * @param tAsimov −2Δln L of the strength 1 in them; 0 for an exact ratio
     * @param limit upper limit on the rate; null where it cannot be found
     * @param limitProblem why not
     * @param likelihood the file that reproduces it; empty where it could not be written
     * @param processes what it is a mixture of
     * @param nuisances the constrained parameters
     * @param channels further channels, of other workspaces
     * @param profiled parameters that are fitted where the histograms hold them
     */
    record UnbinnedTest(
            DiscoveryResult discovery,
            double zExpectedError,
            double muHatAsimov,
            double tAsimov,
            @Nullable LimitResult limit,
            String limitProblem,
            String likelihood,
            List<MixedProcess> processes,
            List<String> nuisances,
            List<String> channels,
            List<String> profiled) {}

    /**
     * Hold one process of the unbinned test.
     *
     * @param name its name
     * @param expectedEvents where the tested rate is 1
     * @param isDataDriven whether its rate is measured in data
     */
    record MixedProcess(String name, double expectedEvents, boolean isDataDriven) {}

    /**
     * Hold one test.
     *
     * @param statistic what is histogrammed
     * @param edges the bins
     * @param discovery test of the rate against zero
     * @param exactTemplates the expected significance without a nuisance, as if the templates had no errors
     * @param limit upper limit on the rate; null where it cannot be found
     * @param limitProblem why not
     * @param workspace the pyhf workspace that reproduces it
     */
    record HistogramTest(
            String statistic,
            List<Double> edges,
            DiscoveryResult discovery,
            ExactTemplates exactTemplates,
            @Nullable LimitResult limit,
            String limitProblem,
            String workspace) {}

    /**
     * Hold the data set.
     *
     * @param kind {@code pseudo} or {@code recorded}
     * @param events number of events
     */
    record DataReport(String kind, int events) {}
}
