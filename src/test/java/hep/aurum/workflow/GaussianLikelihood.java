package hep.aurum.workflow;

import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A likelihood of 100 events of N(0, 1) and 100 μ of N(2, 1), whose ratio 2x − 2 a network of two units has exactly: silu(x) −
 * silu(−x) = x.
 */
public final class GaussianLikelihood {

    static final double MEAN = 2;
    static final double EVENTS = 100;
    private static final List<String> FEATURES = List.of("x");

    private GaussianLikelihood() {}

    /** Return log r = slope · (2x − 2). */
    private static RatioEstimator network(double slope) {
        ParameterSpace space = ParameterSpace.of(new Parameter("unused", -1, 1, 0));
        NetworkShape shape = NetworkShape.of(1, 1, List.of(2), Activation.SILU);
        float w = (float) (slope * MEAN);
        float[] weights = {1, -1, 0, 0, 0, 0, w, -w, (float) (-slope * MEAN * MEAN / 2)};
        return NetworkRatio.of(
                space,
                FEATURES,
                Standardisation.of(new double[] {0}, new double[] {1}),
                Standardisation.ofParameters(space),
                NetworkWeights.of(shape, weights),
                "N(0, 1)");
    }

    static double[] normal(double mean, int n, int seed) {
        UniformRandomProvider random = RandomStreams.of(seed).stream("events", 0);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] events = new double[n];
        Arrays.setAll(events, i -> mean + normal.sample());
        return events;
    }

    /** Return a channel with pools of n events for each process, the right ratio if slope is 1. */
    private static JointWorkspace.Part part(String name, int n, double slope, boolean hasReference, int seed) {
        ShapeRatio reference = FixedShape.reference(FEATURES);
        ShapeRatio background = hasReference ? reference : new ConstantShape(network(0), List.of(0.0));
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] data = Stream.of(normal(0, (int) EVENTS, seed + 2), normal(MEAN, (int) EVENTS, seed + 3))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new JointWorkspace.Part(
                new EventChannel(
                        name,
                        List.of(
                                new EventChannel.Process("signal", new ConstantShape(network(slope), List.of(0.0))),
                                new EventChannel.Process("background", background))),
                EventData.of(data, 1),
                new PooledEvents(List.of(
                        PooledEvents.Pool.of(normal(MEAN, n, seed), ones),
                        PooledEvents.Pool.of(normal(0, n, seed + 1), ones))),
                List.of());
    }

    /** Return the likelihood of one channel. */
    public static JointWorkspace of(int n, double slope, boolean hasReference) {
        return of(List.of(part("SR", n, slope, hasReference, 1)));
    }

    /** Return the likelihood of two channels, the second with another slope. */
    public static JointWorkspace ofTwo(int n, double second) {
        return of(List.of(part("good", n, 1, true, 1), part("other", n, second, true, 11)));
    }

    private static JointWorkspace of(List<JointWorkspace.Part> parts) {
        Modifier luminosity = new Modifier.NormSys("lumi", 0.98, 1.02);
        List<Channel> channels = parts.stream()
                .map(part -> new Channel(
                        part.channel().name(),
                        List.of(
                                new Sample(
                                        "signal",
                                        List.of(EVENTS, 0.0),
                                        List.of(new Modifier.NormFactor("mu"), luminosity)),
                                new Sample("background", List.of(0.0, EVENTS), List.of(luminosity)))))
                .toList();
        List<Observation> observations = parts.stream()
                .map(part -> new Observation(part.channel().name(), List.of(0.0, 0.0)))
                .toList();
        Measurement measurement = new Measurement(
                "gaussians", "mu", List.of(ParameterSettings.of("mu").withRange(1, 0, 3)));
        return new JointWorkspace(
                new Workspace(channels, observations, List.of(measurement)),
                "gaussians",
                InterpolationCodes.withDefaults(),
                List.of(),
                parts,
                Optional.empty());
    }
}
