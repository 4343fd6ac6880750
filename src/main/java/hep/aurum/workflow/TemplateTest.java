package hep.aurum.workflow;

import hep.aurum.base.Check;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Binning;
import hep.aurum.likelihood.binned.TemplateBuilder;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Test a signal against backgrounds with one histogram each, which are normalised to expected events:
 * \(\prod_i \mathrm{Pois}(n_i|\mu S_i + B_i)\) with a nuisance per bin for the statistics of the simulation and one for each
 * uncertain rate.
 *
 * <p>Under- and overflow take no part, nor do bins in which nothing is expected and nothing was seen. Without data, the Asimov data of \(\mu = 1\) stand for them.
 *
 * <pre>{@code
 * TemplateTest test = TemplateTest.of(signal, List.of(continuum, top)).withData(data).withRateUncertainty("top", 0.1);
 * double significance = test.discovery().z();
 * double limit = test.limit(0.95).observed();
 * PyhfWorkspace.write(test.workspace(), Path.of("workspace.json"));
 * }</pre>
 *
 * @param signal expected events of the signal at \(\mu = 1\)
 * @param backgrounds expected events of each background, under different titles
 * @param data observed events
 * @param rateUncertainties relative uncertainty of the rate, log-normal, by the title of a background or the signal
 * @param luminosityUncertainty relative uncertainty of the luminosity, which all rates share; 0 for none
 * @param hasStatErrors whether the errors of the bins are nuisances, as in light Barlow–Beeston
 */
public record TemplateTest(
        Histogram1D signal,
        List<Histogram1D> backgrounds,
        Optional<Histogram1D> data,
        Map<String, Double> rateUncertainties,
        double luminosityUncertainty,
        boolean hasStatErrors) {

    private static final String CHANNEL = "channel";

    /** Check that the histograms share their edges and have names of their own. */
    public TemplateTest {
        backgrounds = List.copyOf(backgrounds);
        rateUncertainties = Map.copyOf(rateUncertainties);
        List<Histogram1D> all = new ArrayList<>(backgrounds);
        all.add(signal);
        data.ifPresent(all::add);
        for (Histogram1D h : all) {
            Check.argument(
                    h.axis().hasEdgesOf(signal.axis()),
                    "\"%s\" and \"%s\" have different edges and cannot be tested against each other",
                    h.title(),
                    signal.title());
        }
        Check.argument(!backgrounds.isEmpty(), "a test of \"%s\" against nothing: name a background", signal.title());
        List<String> names = names(signal, backgrounds);
        Check.argument(
                names.stream().distinct().count() == names.size(),
                "two of the histograms %s have the same title; give them different ones",
                names);
        rateUncertainties.forEach((name, relative) -> {
            Check.argument(names.contains(name), "an uncertain rate of \"%s\", which is not among %s", name, names);
            Check.argument(relative > 0 && relative < 1, "a rate uncertainty of %s, expected 0 to 1", relative);
        });
        Check.argument(
                luminosityUncertainty >= 0 && luminosityUncertainty < 1,
                "a luminosity uncertainty of %s, expected 0 to 1",
                luminosityUncertainty);
    }

    private static List<String> names(Histogram1D signal, List<Histogram1D> backgrounds) {
        List<String> names = new ArrayList<>();
        names.add(signal.title());
        backgrounds.forEach(b -> names.add(b.title()));
        return names;
    }

    /** Test a signal against backgrounds, with statistical uncertainties of the templates and without data. */
    public static TemplateTest of(Histogram1D signal, List<Histogram1D> backgrounds) {
        return new TemplateTest(signal, backgrounds, Optional.empty(), Map.of(), 0, true);
    }

    /** Test observed events. */
    public TemplateTest withData(Histogram1D observed) {
        return new TemplateTest(
                signal, backgrounds, Optional.of(observed), rateUncertainties, luminosityUncertainty, hasStatErrors);
    }

    /** Let the rate of a background or of the signal be known to a relative uncertainty only. */
    public TemplateTest withRateUncertainty(String title, double relative) {
        Map<String, Double> more = new LinkedHashMap<>(rateUncertainties);
        more.put(title, relative);
        return new TemplateTest(signal, backgrounds, data, more, luminosityUncertainty, hasStatErrors);
    }

    /** Let the luminosity, a factor of all rates, be known to a relative uncertainty only. */
    public TemplateTest withLuminosityUncertainty(double relative) {
        return new TemplateTest(signal, backgrounds, data, rateUncertainties, relative, hasStatErrors);
    }

    /** Take the templates as exact. */
    public TemplateTest withoutStatErrors() {
        return new TemplateTest(signal, backgrounds, data, rateUncertainties, luminosityUncertainty, false);
    }

    /**
     * Return the model as a HistFactory workspace whose parameter of interest is {@code mu}.
     *
     * @throws hep.aurum.base.BadModel if a bin with signal or data has no background: a discovery cannot rest on it
     */
    public Workspace workspace() {
        int[] bins =
                IntStream.range(0, signal.axis().bins()).filter(this::counts).toArray();
        Check.argument(bins.length > 0, "all bins of \"%s\" are empty", signal.title());
        TemplateBuilder builder = TemplateBuilder.of(CHANNEL, Binning.uniform(0, bins.length, bins.length));
        builder = builder.withSignalTemplate(signal.title(), pick(signal.heights(), bins), pick(signal.errors(), bins));
        for (Histogram1D b : backgrounds) {
            builder = builder.withBackgroundTemplate(b.title(), pick(b.heights(), bins), pick(b.errors(), bins));
        }
        for (Map.Entry<String, Double> rate : rateUncertainties.entrySet()) {
            double factor = 1 + rate.getValue();
            builder = builder.withRateUncertainty(rate.getKey(), "rate_" + rate.getKey(), 1 / factor, factor);
        }
        if (luminosityUncertainty > 0) {
            builder = builder.withLuminosityUncertainty(luminosityUncertainty);
        }
        if (!hasStatErrors) {
            builder = builder.withoutStatErrors();
        }
        return data.isPresent()
                ? builder.withObserved(pick(data.get().heights(), bins)).build()
                : builder.withAsimov(1).build();
    }

    /** Where nothing is expected and nothing seen, the probability is 1 at any strength. */
    private boolean counts(int bin) {
        return signal.height(bin) != 0
                || backgrounds.stream().anyMatch(b -> b.height(bin) != 0)
                || data.isPresent() && data.get().height(bin) != 0;
    }

    private static double[] pick(double[] values, int[] bins) {
        return Arrays.stream(bins).mapToDouble(b -> values[b]).toArray();
    }

    /** Return the model, compiled. */
    public BinnedModel model() {
        return BinnedModel.of(workspace());
    }

    /** Test the backgrounds alone; the expected values are those of \(\mu = 1\). */
    public DiscoveryResult discovery() {
        return Discovery.of(model(), 1);
    }

    /**
     * Find the upper limit on \(\mu\) by CLs.
     *
     * @param level confidence level, such as 0.95
     */
    public LimitResult limit(double level) {
        return UpperLimit.withDefaults().withLevel(level).of(model());
    }
}
