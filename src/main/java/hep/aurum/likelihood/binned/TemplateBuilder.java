package hep.aurum.likelihood.binned;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Build a workspace of one channel from weighted events of signal and backgrounds.
 *
 * <p>A sample's rate in a bin is the sum of its weights; the statistical uncertainty of the simulation, \( \sqrt{\sum
 * w^2} \), becomes a staterror shared by the samples of the channel. Signals carry the signal strength as a normfactor.
 * Weights are normalised to expected events: cross-section times luminosity, not 1.
 *
 * <p>A bin whose total background is not positive has no Poisson probability, so {@link #build} refuses it; choose edges
 * with {@link Binning#mergedUntil}, which merges bins until each has enough effective background events. Each
 * {@code with} method changes this builder and returns it.
 */
public final class TemplateBuilder {

    /** The name of the luminosity's factor. */
    private static final String LUMINOSITY = "lumi";

    private final String channel;
    private final int bins;
    private final Binning binning;
    private final Map<String, WeightedCounts> samples = new LinkedHashMap<>();
    private final Map<String, List<Modifier>> modifiers = new LinkedHashMap<>();
    private final List<String> signals = new ArrayList<>();
    private final List<ParameterSettings> settings = new ArrayList<>();
    private String poi = "mu";
    private double[] observed = new double[0];
    private double asimovStrength = Double.NaN;
    private boolean hasStatErrors = true;

    private TemplateBuilder(String channel, Binning binning) {
        this.channel = channel;
        this.binning = binning;
        this.bins = binning.bins();
    }

    /**
     * Start a channel.
     *
     * @param channel its name
     * @param binning of the statistic
     */
    public static TemplateBuilder of(String channel, Binning binning) {
        return new TemplateBuilder(channel, binning);
    }

    /**
     * Add a signal, scaled by the parameter of interest.
     *
     * @param name of the process
     * @param values of the statistic by event {@code [n]}
     * @param weights expected events by event {@code [n]}
     */
    public TemplateBuilder withSignal(String name, double[] values, double[] weights) {
        signals.add(name);
        return add(name, binning.fill(values, weights));
    }

    /** Add a background; arguments as for a signal. */
    public TemplateBuilder withBackground(String name, double[] values, double[] weights) {
        return add(name, binning.fill(values, weights));
    }

    /**
     * Add a signal that is binned already.
     *
     * @param name of the process
     * @param contents expected events by bin
     * @param errors their statistical uncertainties by bin
     */
    public TemplateBuilder withSignalTemplate(String name, double[] contents, double[] errors) {
        signals.add(name);
        return add(name, template(contents, errors));
    }

    /** Add a background that is binned already; arguments as for a signal. */
    public TemplateBuilder withBackgroundTemplate(String name, double[] contents, double[] errors) {
        return add(name, template(contents, errors));
    }

    private WeightedCounts template(double[] contents, double[] errors) {
        Check.length("contents", contents.length, bins);
        Check.length("errors", errors.length, bins);
        return new WeightedCounts(
                contents.clone(), Arrays.stream(errors).map(e -> e * e).toArray());
    }

    private TemplateBuilder add(String name, WeightedCounts counts) {
        Check.argument(!samples.containsKey(name), "the channel has a sample \"%s\" already", name);
        samples.put(name, counts);
        modifiers.put(name, new ArrayList<>());
        return this;
    }

    /**
     * Let the rate of a sample vary, by a factor that a unit Gaussian nuisance interpolates.
     *
     * @param sample the name of a sample that was added before
     * @param nuisance the name of the nuisance; the same name on several samples varies them together
     * @param lo the factor at −1 standard deviation, such as 0.9
     * @param hi the factor at +1 standard deviation, such as 1.1
     */
    public TemplateBuilder withRateUncertainty(String sample, String nuisance, double lo, double hi) {
        of(sample).add(new Modifier.NormSys(nuisance, lo, hi));
        return this;
    }

    /**
     * Let the histogram of a sample vary, rate included, by a change that a unit Gaussian nuisance interpolates.
     *
     * @param sample the name of a sample that was added before
     * @param nuisance the name of the nuisance; the same name on several samples varies them together
     * @param down expected events by bin at −1 standard deviation
     * @param up expected events by bin at +1 standard deviation
     */
    public TemplateBuilder withShapeUncertainty(String sample, String nuisance, double[] down, double[] up) {
        Check.length("the contents at -1", down.length, bins);
        Check.length("the contents at +1", up.length, bins);
        of(sample)
                .add(new Modifier.HistoSys(
                        nuisance,
                        Arrays.stream(down).boxed().toList(),
                        Arrays.stream(up).boxed().toList()));
        return this;
    }

    /**
     * Let a background's rate float freely from 0 to 10 times its nominal value.
     *
     * @param sample the name of a sample that was added before
     * @param factor the name of the factor
     */
    public TemplateBuilder withFreeRate(String sample, String factor) {
        of(sample).add(new Modifier.NormFactor(factor));
        return this;
    }

    private List<Modifier> of(String sample) {
        List<Modifier> list = modifiers.get(sample);
        if (list == null) {
            throw new NotFound(
                    "no sample \"" + sample + "\" in channel " + channel,
                    "",
                    Names.suggest(sample, modifiers.keySet()));
        }
        return list;
    }

    /**
     * Let the luminosity vary, for all samples added so far.
     *
     * @param relative its relative uncertainty, such as 0.02
     */
    public TemplateBuilder withLuminosityUncertainty(double relative) {
        return withLuminosityUncertainty(relative, Set.of());
    }

    /**
     * Let the luminosity vary in the same way, for all samples but those whose rate is measured in data.
     *
     * @param relative its relative uncertainty, such as 0.02
     * @param dataDriven the names of the samples that it does not move
     */
    public TemplateBuilder withLuminosityUncertainty(double relative, Set<String> dataDriven) {
        Check.argument(relative > 0.0 && relative < 1.0, "the uncertainty is %s, expected one in (0, 1)", relative);
        if (dataDriven.containsAll(modifiers.keySet())) {
            return this;
        }
        modifiers.forEach((name, list) -> {
            if (!dataDriven.contains(name)) {
                list.add(new Modifier.Lumi(LUMINOSITY));
            }
        });
        settings.add(ParameterSettings.of(LUMINOSITY)
                .withRange(1.0, Math.max(0.0, 1.0 - 10.0 * relative), 1.0 + 10.0 * relative)
                .withConstraint(1.0, relative));
        return this;
    }

    /** Set the name of the parameter of interest instead of {@code mu}, its starting value and its bounds. */
    public TemplateBuilder withPoi(String name, double init, double lower, double upper) {
        poi = name;
        settings.removeIf(s -> s.name().equals(name));
        settings.add(ParameterSettings.of(name).withRange(init, lower, upper));
        return this;
    }

    /** Leave the statistical uncertainty of the simulation out, as for templates from a formula. */
    public TemplateBuilder withoutStatErrors() {
        hasStatErrors = false;
        return this;
    }

    /** Set the observed events by bin. */
    public TemplateBuilder withObserved(double[] counts) {
        Check.length("observed counts", counts.length, bins);
        observed = counts.clone();
        return this;
    }

    /** Set the observed events by their values of the statistic. */
    public TemplateBuilder withObservedEvents(double[] values, double[] weights) {
        return withObserved(binning.sumOfWeights(values, weights));
    }

    /** Set the observed events to those expected for a signal strength: Asimov data. */
    public TemplateBuilder withAsimov(double strength) {
        asimovStrength = strength;
        return this;
    }

    /**
     * Build the workspace.
     *
     * @throws BadModel if there is no signal, no data, or a bin without positive background
     */
    public Workspace build() {
        if (signals.isEmpty()) {
            throw new BadModel("channel " + channel + " has no signal", "", "add one with withSignal");
        }
        double[] background = total(false);
        for (int b = 0; b < bins; b++) {
            if (!(background[b] > 0.0)) {
                throw new BadModel(
                        String.format(Locale.ROOT, "the background of bin %d is %s", b, background[b]),
                        "channel " + channel,
                        "merge bins with Binning.mergedUntil, or simulate more background");
            }
        }
        double[] signal = total(true);
        List<Sample> list = new ArrayList<>();
        samples.forEach((name, counts) -> list.add(sample(name, counts)));
        if (settings.stream().noneMatch(s -> s.name().equals(poi))) {
            settings.add(0, ParameterSettings.of(poi).withRange(1.0, 0.0, upperBound(signal, background)));
        }
        return new Workspace(
                        List.of(new Channel(channel, list)),
                        List.of(new Observation(channel, data(signal, background))),
                        List.of(new Measurement("measurement", poi, settings)))
                .validated("");
    }

    private Sample sample(String name, WeightedCounts counts) {
        List<Modifier> list = new ArrayList<>();
        if (signals.contains(name)) {
            list.add(new Modifier.NormFactor(poi));
        }
        list.addAll(of(name));
        if (hasStatErrors) {
            list.add(new Modifier.StatError("staterror_" + channel, counts.errors()));
        }
        return new Sample(name, counts.contents(), list);
    }

    private double[] total(boolean isSignal) {
        double[] sum = new double[bins];
        samples.forEach((name, counts) -> {
            if (signals.contains(name) == isSignal) {
                for (int b = 0; b < bins; b++) {
                    sum[b] += counts.sum(b);
                }
            }
        });
        return sum;
    }

    private List<Double> data(double[] signal, double[] background) {
        if (observed.length == bins) {
            return Arrays.stream(observed).boxed().toList();
        }
        if (Double.isNaN(asimovStrength)) {
            throw new BadModel("channel " + channel + " has no data", "", "set them with withObserved, or withAsimov");
        }
        List<Double> expected = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            expected.add(Math.max(0.0, asimovStrength * signal[b] + background[b]));
        }
        return expected;
    }

    /** Ten, or the power of ten above twenty times the statistical uncertainty of the signal strength. */
    private static double upperBound(double[] signal, double[] background) {
        double information = 0.0;
        for (int b = 0; b < signal.length; b++) {
            information += signal[b] * signal[b] / background[b];
        }
        double bound = 10.0;
        while (information > 0.0 && bound < 20.0 / Math.sqrt(information) && bound < 1e12) {
            bound *= 10.0;
        }
        return bound;
    }
}
