package hep.aurum.likelihood.binned;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.NuisanceConstraint;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Hold a workspace compiled for evaluation, with its data.
 *
 * <p>Rates and constraints, constants included, are those of pyhf: Poisson terms with \( \ln\Gamma(n+1) \), Gaussian
 * terms with \( \ln(\sigma\sqrt{2\pi}) \). A total rate below 1e-9 events is replaced by a small positive one
 * ({@link #warnings} says where), so that \( -2\ln L \) is finite everywhere.
 */
public final class BinnedModel implements StatisticalModel {

    private final CompiledModel compiled;
    private final Optional<String> poi;
    private final double[] counts;
    private final double[] gaussianData;
    private final double[] poissonData;

    private BinnedModel(
            CompiledModel compiled,
            Optional<String> poi,
            double[] counts,
            double[] gaussianData,
            double[] poissonData) {
        this.compiled = compiled;
        this.poi = poi;
        this.counts = counts;
        this.gaussianData = gaussianData;
        this.poissonData = poissonData;
    }

    /** Return the model of the first measurement, with the default interpolation codes. */
    public static BinnedModel of(Workspace workspace) {
        return of(workspace, InterpolationCodes.withDefaults());
    }

    /** Return the model of the first measurement. */
    public static BinnedModel of(Workspace workspace, InterpolationCodes codes) {
        workspace.validated("");
        return of(workspace, workspace.measurements().get(0).name(), codes);
    }

    /**
     * Return the model of one measurement.
     *
     * @throws hep.aurum.base.NotFound if the workspace has no such measurement
     * @throws hep.aurum.base.BadInput if its parts do not fit together
     */
    public static BinnedModel of(Workspace workspace, String measurement, InterpolationCodes codes) {
        workspace.validated("");
        Measurement chosen = workspace.measurement(measurement);
        CompiledModel compiled = ModelCompiler.compile(workspace, chosen, codes);
        requirePoi(workspace, chosen);
        return new BinnedModel(
                compiled,
                Optional.of(chosen.poi()).filter(name -> !name.isEmpty()),
                compiled.observed,
                compiled.gaussianData,
                compiled.poissonData);
    }

    /** A document may lack its signal, as those do that patches add one to; a model may not. */
    private static void requirePoi(Workspace workspace, Measurement measurement) {
        Set<String> names = new TreeSet<>();
        for (Channel channel : workspace.channels()) {
            for (Sample sample : channel.samples()) {
                sample.modifiers().forEach(modifier -> names.add(modifier.name()));
            }
        }
        if (!measurement.poi().isEmpty() && !names.contains(measurement.poi())) {
            throw new BadInput(
                    "the parameter of interest \"" + measurement.poi() + "\" belongs to no modifier",
                    "measurement " + measurement.name(),
                    "add the signal with a patch, or name another (\"\" for none); "
                            + Names.suggest(measurement.poi(), names));
        }
    }

    /** Return this model with another parameter of interest. */
    public BinnedModel withPoi(String name) {
        indexOf(name);
        return new BinnedModel(compiled, Optional.of(name), counts, gaussianData, poissonData);
    }

    /**
     * Return this model with other counts and the same auxiliary data.
     *
     * @param newCounts events by bin {@code [B]}, finite and not negative
     */
    public BinnedModel withCounts(double[] newCounts) {
        Check.length("counts", newCounts.length, compiled.bins);
        for (double count : newCounts) {
            Check.argument(Double.isFinite(count) && count >= 0.0, "a count is %s, expected at least 0", count);
        }
        return new BinnedModel(compiled, poi, newCounts.clone(), gaussianData, poissonData);
    }

    /** Return the number of bins of all channels. */
    public int bins() {
        return compiled.bins;
    }

    /** Return the counts by bin {@code [B]}. */
    public double[] counts() {
        return counts.clone();
    }

    /**
     * Return the expected events by bin {@code [B]}.
     *
     * @param theta the point {@code [k]}
     */
    public double[] rates(double[] theta) {
        return table(theta).rate.clone();
    }

    /**
     * Return the expected events by channel, sample and bin with their derivatives.
     *
     * @param theta the point {@code [k]}
     */
    public SampleRates sampleRates(double[] theta) {
        return new SampleRates(compiled, table(theta));
    }

    /**
     * Return twice the logarithm of the likelihood ratio of the saturated model to a point.
     *
     * <p>\[ 2\sum_b \Bigl(\lambda_b - n_b + n_b\ln\frac{n_b}{\lambda_b}\Bigr) - 2\sum_p \ln\frac{c_p(a_p \mid
     * \theta_p)}{\max_{\theta_p} c_p(a_p \mid \theta_p)} \] The saturated model meets every count and every auxiliary
     * measurement exactly. The terms are summed one by one, so that no constants cancel.
     *
     * @param theta the point {@code [k]}
     * @return zero or more
     */
    public double deviance(double[] theta) {
        return Deviance.of(compiled, table(theta), theta, counts, gaussianData, poissonData);
    }

    @Override
    public List<ModelParameter> parameters() {
        return compiled.parameters;
    }

    @Override
    public Optional<String> poi() {
        return poi;
    }

    @Override
    public List<Integer> foldedParameters() {
        return compiled.folded;
    }

    @Override
    public Map<Integer, NuisanceConstraint> constraints() {
        Map<Integer, NuisanceConstraint> constraints = new LinkedHashMap<>();
        for (int i = 0; i < gaussianData.length; i++) {
            constraints.put(
                    compiled.gaussianParameter[i], new NuisanceConstraint(gaussianData[i], compiled.gaussianSigma[i]));
        }
        for (int i = 0; i < poissonData.length; i++) {
            double tau = compiled.poissonTau[i];
            constraints.put(
                    compiled.poissonParameter[i], new NuisanceConstraint(poissonData[i] / tau, 1.0 / Math.sqrt(tau)));
        }
        return constraints;
    }

    @Override
    public Objective twiceNll() {
        return new BinnedObjective(compiled, counts, gaussianData, poissonData);
    }

    /**
     * Return an evaluator of \( -2\ln L \) with further terms that couple its rates; for one thread, as the terms are.
     *
     * @param terms in any order
     * @param extra number of variables that only the terms know; they stand behind the parameters of this model
     */
    public Objective twiceNll(List<RateTerm> terms, int extra) {
        BinnedObjective base = new BinnedObjective(compiled, counts, gaussianData, poissonData);
        return new CoupledObjective(compiled, base, List.copyOf(terms), extra);
    }

    /** Return where the bins of a channel begin among those of all channels. */
    public int firstBin(String channel) {
        return compiled.channelBin[position(channel)];
    }

    /** Return the number of bins of a channel. */
    public int bins(String channel) {
        return compiled.channelBins(position(channel));
    }

    private int position(String channel) {
        int c = compiled.channelNames.indexOf(channel);
        if (c < 0) {
            throw new NotFound("no channel \"" + channel + "\"", "", Names.suggest(channel, compiled.channelNames));
        }
        return c;
    }

    @Override
    public BinnedModel asimov(double[] theta) {
        double[] rates = table(theta).rate;
        double[] expected = new double[rates.length];
        for (int b = 0; b < rates.length; b++) {
            expected[b] = PoissonTerm.floored(rates[b]);
        }
        double[] gaussian = new double[gaussianData.length];
        for (int i = 0; i < gaussian.length; i++) {
            gaussian[i] = theta[compiled.gaussianParameter[i]];
        }
        double[] poisson = new double[poissonData.length];
        for (int i = 0; i < poisson.length; i++) {
            poisson[i] = compiled.poissonTau[i] * theta[compiled.poissonParameter[i]];
        }
        return new BinnedModel(compiled, poi, expected, gaussian, poisson);
    }

    @Override
    public BinnedModel toy(double[] theta, UniformRandomProvider random) {
        BinnedModel mean = asimov(theta);
        double[] drawn = draw(mean.counts, random);
        double[] poisson = draw(mean.poissonData, random);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] gaussian = new double[gaussianData.length];
        for (int i = 0; i < gaussian.length; i++) {
            gaussian[i] = mean.gaussianData[i] + compiled.gaussianSigma[i] * normal.sample();
        }
        return new BinnedModel(compiled, poi, drawn, gaussian, poisson);
    }

    @Override
    public BinnedModel conditionalToy(double[] theta, UniformRandomProvider random) {
        return withCounts(draw(asimov(theta).counts, random));
    }

    @Override
    public double[] expectedCounts(double[] theta) {
        return rates(theta);
    }

    private static double[] draw(double[] means, UniformRandomProvider random) {
        double[] drawn = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            drawn[i] = means[i] > 0.0 ? PoissonSampler.of(random, means[i]).sample() : 0.0;
        }
        return drawn;
    }

    @Override
    public List<String> warnings(double[] theta) {
        return new FlooredRates(compiled, table(theta), theta).warnings();
    }

    private RateTable table(double[] theta) {
        Check.length("theta", theta.length, compiled.parameters.size());
        for (int i = 0; i < theta.length; i++) {
            if (!Double.isFinite(theta[i])) {
                throw new BadModel(
                        "parameter \"" + compiled.parameters.get(i).name() + "\" is " + theta[i],
                        "",
                        "give a finite value");
            }
        }
        RateTable table = new RateTable(compiled);
        table.evaluate(theta);
        return table;
    }
}
