package hep.aurum.workflow;

import hep.aurum.infer.discovery.SpectrumFitResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold the fit of a spectrum: a peak of the simulated signal's shape over a background that is measured in the spectrum itself.
 *
 * @param observable what is fitted
 * @param range from where to where, in the observable's unit
 * @param bins of the spectrum
 * @param degree of the polynomial in the exponent of the background
 * @param whole the fit of all events in one spectrum
 * @param categories the fit in categories of the learned statistic with a common rate; null where none was asked for
 */
record SpectrumReport(
        String observable,
        List<Double> range,
        int bins,
        int degree,
        Fit whole,
        @Nullable Fit categories) {

    /**
     * Hold one fit.
     *
     * @param edges of the categories in the learned statistic, the outermost beyond all events; empty for the whole
     * @param expected the fit of the expected spectra with the rate 1, smooth
     * @param zExpectedError statistical error of the expected significance, from replicas of the simulated events
     * @param observed the fit of the data; null where there are none
     * @param rateErrorOfPool what the finite pool that pseudo-data are drawn from, with repetitions, adds to the error of the
     *     observed rate; null for recorded data
     * @param toys experiments drawn from the expected spectra; null where none were asked for
     */
    record Fit(
            List<Double> edges,
            SpectrumFitResult expected,
            double zExpectedError,
            @Nullable SpectrumFitResult observed,
            @Nullable Double rateErrorOfPool,
            @Nullable Toys toys) {}

    /**
     * Hold what experiments see that fluctuate by themselves alone.
     *
     * @param toys how many
     * @param medianZ median significance
     * @param lowZ 16 % see less
     * @param highZ 16 % see more
     * @param meanRate mean fitted rate
     * @param meanRateError its statistical error
     * @param pullWidth standard deviation of (rate − 1)/error
     */
    record Toys(
            int toys,
            double medianZ,
            double lowZ,
            double highZ,
            double meanRate,
            double meanRateError,
            double pullWidth) {}
}
