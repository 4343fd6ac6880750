package hep.aurum.infer.fit;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.SampleRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hold the expected events of a binned model by channel, sample and bin with their uncertainties.
 *
 * <p>The variance of a yield ν, of one bin of a sample or of any sum, is propagated through the whole covariance of the
 * parameters with the exact derivatives, \[ \sigma_\nu^2 = \sum_{pq} \frac{\partial\nu}{\partial\theta_p} V_{pq}
 * \frac{\partial\nu}{\partial\theta_q}, \] which is exact for rates linear in the parameters. Sums take the sum of the
 * derivatives, so that samples which compensate each other have a total better known than each of them; errors of bins or
 * samples do not add in quadrature.
 *
 * <p>Before the fit V is diagonal, with the widths of the constraints, and a parameter without constraint contributes
 * nothing. After it V is the fit's covariance: of a parameter at its bound it holds the curvature there, as if the bound were
 * not, and parameters that it leaves out contribute nothing; {@link FitResult#warnings} names both cases. The total of a bin does not include the Poisson fluctuation of its count.
 *
 * @param channels in the order of the document
 * @see <a href="https://doi.org/10.1051/epjconf/202125103067">Held: cabinetry, a tool for constructing and operating
 *     statistical template fits (2021)</a>
 */
public record Yields(List<ChannelYields> channels) {

    /** Copy the list. */
    public Yields {
        channels = List.copyOf(channels);
    }

    /**
     * Hold expected events.
     *
     * @param value the expectation, which may be negative
     * @param error its standard deviation; NaN where the fit gave no covariance
     */
    public record Yield(double value, double error) {}

    /**
     * Hold the yields of one sample, or of all samples together.
     *
     * @param name of the sample
     * @param bins by bin
     * @param sum over the bins
     */
    public record SampleYields(String name, List<Yield> bins, Yield sum) {

        /** Copy the list. */
        public SampleYields {
            bins = List.copyOf(bins);
        }
    }

    /**
     * Hold the yields of one channel.
     *
     * @param name of the channel
     * @param samples in the order of the document
     * @param total of all samples
     * @param observed counts by bin
     */
    public record ChannelYields(String name, List<SampleYields> samples, SampleYields total, List<Double> observed) {

        /** Copy the lists. */
        public ChannelYields {
            samples = List.copyOf(samples);
            observed = List.copyOf(observed);
        }
    }

    /** Return the yields before the fit. */
    public static Yields prefit(BinnedModel model) {
        return prefit(model, Map.of());
    }

    /**
     * Return the yields before the fit: constrained parameters at their measured values, the others at their initial ones.
     *
     * @param model with its constraints
     * @param held value by parameter; held and fixed parameters contribute no uncertainty
     * @throws hep.aurum.base.NotFound if a held parameter does not exist
     */
    public static Yields prefit(BinnedModel model, Map<String, Double> held) {
        double[] theta = model.initialPoint();
        List<Integer> rows = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        List<ModelParameter> parameters = model.parameters();
        model.constraints().forEach((Integer p, NuisanceConstraint constraint) -> {
            if (!parameters.get(p).isFixed()
                    && !held.containsKey(parameters.get(p).name())) {
                theta[p] = constraint.measured();
                rows.add(p);
                widths.add(constraint.width());
            }
        });
        held.forEach((name, value) -> theta[model.indexOf(name)] = value);
        return of(model, theta, rows, slopes -> {
            double variance = 0.0;
            for (int a = 0; a < slopes.length; a++) {
                double part = slopes[a] * widths.get(a);
                variance += part * part;
            }
            return variance;
        });
    }

    /**
     * Return the yields at the best fit.
     *
     * @param model the model that was fitted
     * @param fit its fit; where it has parameters but no covariance, all errors are NaN
     */
    public static Yields postfit(BinnedModel model, FitResult fit) {
        Covariance covariance = fit.covariance();
        List<Integer> rows = covariance.names().stream().map(model::indexOf).toList();
        boolean isUnknown = rows.isEmpty() && !fit.isCovarianceOk();
        return of(model, fit.point(), rows, isUnknown ? slopes -> Double.NaN : covariance::variance);
    }

    /** Give the variance of a linear function with these slopes in the rows of a covariance. */
    private interface Variance {

        double of(double[] slopes);
    }

    private static Yields of(BinnedModel model, double[] theta, List<Integer> rows, Variance variance) {
        Sums sums = new Sums(
                model.sampleRates(theta),
                rows.stream().mapToInt(Integer::intValue).toArray(),
                theta.length,
                variance);
        double[] counts = model.counts();
        List<ChannelYields> channels = new ArrayList<>();
        List<String> names = sums.rates.channels();
        for (int c = 0; c < names.size(); c++) {
            List<SampleYields> samples = new ArrayList<>();
            List<String> sampleNames = sums.rates.samples(c);
            for (int s = 0; s < sampleNames.size(); s++) {
                samples.add(sums.yields(sampleNames.get(s), c, new int[] {s}));
            }
            int[] all = IntStream.range(0, sampleNames.size()).toArray();
            List<Double> observed = new ArrayList<>();
            for (int b = 0; b < sums.rates.bins(c); b++) {
                observed.add(counts[sums.rates.firstBin(c) + b]);
            }
            channels.add(new ChannelYields(names.get(c), samples, sums.yields("total", c, all), observed));
        }
        return new Yields(channels);
    }

    /** Sum rates and their derivatives over samples and bins. */
    private record Sums(SampleRates rates, int[] rows, int parameters, Variance variance) {

        SampleYields yields(String name, int channel, int[] samples) {
            List<Yield> bins = new ArrayList<>();
            double[] whole = new double[parameters];
            double events = 0.0;
            for (int b = 0; b < rates.bins(channel); b++) {
                double[] gradient = new double[parameters];
                double value = 0.0;
                for (int s : samples) {
                    value += rates.rate(channel, s, b);
                    rates.addGradient(channel, s, b, gradient);
                }
                for (int p = 0; p < parameters; p++) {
                    whole[p] += gradient[p];
                }
                events += value;
                bins.add(propagated(value, gradient));
            }
            return new SampleYields(name, bins, propagated(events, whole));
        }

        private Yield propagated(double value, double[] gradient) {
            double[] slopes = new double[rows.length];
            for (int a = 0; a < rows.length; a++) {
                slopes[a] = gradient[rows[a]];
            }
            // Rounding can leave a variance of zero just below it.
            double square = variance.of(slopes);
            return new Yield(value, square <= 0.0 ? 0.0 : Math.sqrt(square));
        }
    }
}
