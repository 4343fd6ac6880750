package hep.aurum.format.hs3;

import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EnsembleShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.NetworkNuisances;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.likelihood.joint.VariedShape;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;

/** A likelihood with every kind of density: a signal region of events with random networks, and a control region of bins. */
public final class JointExample {

    static final List<String> FEATURES = List.of("m_bb", "Δη");
    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("cHW", -2, 2, 0));
    private static final double[] MEAN = {125.09, 0.3};
    private static final double[] SCALE = {8, 1.7};

    private static final EnsembleShape FAKES =
            EnsembleShape.of("fakes", List.of(constant(6), constant(7), constant(8), constant(9)));

    private static final ShiftedShape SIGNAL = new ShiftedShape(
            List.of(
                    LearnedShape.of(signal()),
                    LearnedShape.of(network(SPACE, 14)),
                    LearnedShape.of(network(SPACE, 15)),
                    LearnedShape.of(network(SPACE, 16))),
            NetworkNuisances.of("signal", 4),
            MonomialBasis.complete(1, 2),
            List.of(
                    List.of(0.02, 0.1, -0.03),
                    List.of(-0.05, 0.0, 0.01),
                    List.of(0.04, -0.02, 0.0),
                    List.of(0.01, 0.03, 0.02)),
            List.of(-2.0),
            List.of(2.0));

    private JointExample() {}

    static RatioEstimator network(ParameterSpace space, int seed) {
        NetworkShape shape = NetworkShape.of(2, space.size(), List.of(6, 5), Activation.TANH);
        NetworkWeights weights = NetworkWeights.random(shape, RandomStreams.of(seed).stream("weights", 0));
        return NetworkRatio.of(
                space,
                FEATURES,
                Standardisation.of(MEAN, SCALE),
                Standardisation.ofParameters(space),
                weights,
                "a law of reference");
    }

    /** A normalised ensemble in the parameter. */
    static RatioEstimator signal() {
        return NormalisedRatio.of(
                EnsembleRatio.of(List.of(network(SPACE, 1), network(SPACE, 2)), new double[] {1, 3}),
                MonomialBasis.complete(1, 2),
                new double[] {0.02, 0.1, -0.03});
    }

    /** Odds relative to another point, calibrated. */
    private static ShapeRatio calibrated(int seed) {
        return new ConstantShape(
                CalibratedOdds.of(network(SPACE, seed), 1.1, -0.02), List.of(0.5), List.of(-0.5), 0.9, 0.05);
    }

    static ShapeRatio constant(int seed) {
        return new ConstantShape(network(SPACE, seed), List.of(0.25));
    }

    static EventChannel channel(String name) {
        return channel(name, new ProductShape(List.of(constant(3), SIGNAL)));
    }

    private static EventChannel channel(String name, ShapeRatio signal) {
        FixedShape reference = FixedShape.reference(FEATURES);
        ShapeRatio top = new VariedShape(
                reference,
                List.of(new VariedShape.Variation("scale", constant(4), reference, calibrated(5), 0.9, 1.15)));
        return new EventChannel(
                name,
                List.of(
                        new EventChannel.Process("signal", signal),
                        new EventChannel.Process("top", top),
                        new EventChannel.Process("fakes", FAKES)));
    }

    public static double[] events(int n, int seed) {
        UniformRandomProvider random = RandomStreams.of(seed).stream("events", 0);
        double[] events = new double[2 * n];
        for (int i = 0; i < events.length; i++) {
            events[i] = MEAN[i % 2] + SCALE[i % 2] * 3 * (random.nextDouble() - 0.5);
        }
        return events;
    }

    private static PooledEvents pools() {
        UniformRandomProvider random = RandomStreams.of(9).stream("weights", 0);
        double[] coefficients = random.doubles(300, 0.5, 1.5).toArray();
        PooledEvents.Pool signal =
                new PooledEvents.Pool(events(100, 11), coefficients, MonomialBasis.complete(1, 2), List.of("cHW"));
        double[] ones = new double[200];
        java.util.Arrays.fill(ones, 1.0);
        return new PooledEvents(List.of(
                signal, PooledEvents.Pool.of(events(200, 12), ones), PooledEvents.Pool.of(events(200, 13), ones)));
    }

    static Channel rates(String name, double fraction) {
        Modifier lumi = new Modifier.NormSys("lumi", 0.97, 1.03);
        return new Channel(
                name,
                List.of(
                        new Sample(
                                "signal",
                                List.of(12.0 * fraction, 0.0, 0.0),
                                Stream.concat(
                                                Stream.of(new Modifier.NormFactor("mu"), lumi),
                                                NetworkNuisances.constraints(SIGNAL.nuisances()).stream())
                                        .toList()),
                        new Sample(
                                "top",
                                List.of(0.0, 30.0 * fraction, 0.0),
                                List.of(
                                        lumi,
                                        new Modifier.HistoSys(
                                                "scale",
                                                List.of(0.0, 27.0 * fraction, 0.0),
                                                List.of(0.0, 34.5 * fraction, 0.0)))),
                        new Sample(
                                "fakes",
                                List.of(0.0, 0.0, 9.0 * fraction),
                                Stream.concat(
                                                Stream.of(new Modifier.NormSys("fakes", 0.7, 1.4)),
                                                NetworkNuisances.constraints(FAKES.nuisances()).stream())
                                        .toList())));
    }

    private static Channel control() {
        return new Channel(
                "CR",
                List.of(
                        new Sample(
                                "top",
                                List.of(80.0, 40.0),
                                List.of(
                                        new Modifier.NormSys("lumi", 0.97, 1.03),
                                        new Modifier.HistoSys("scale", List.of(76.0, 39.0), List.of(87.0, 42.0)))),
                        new Sample("fakes", List.of(5.0, 6.0), List.of(new Modifier.NormSys("fakes", 0.7, 1.4)))));
    }

    public static JointWorkspace of(EventData data) {
        return of(List.of(new JointWorkspace.Part(channel("SR"), data, pools(), List.of("fakes"))), 1);
    }

    static JointWorkspace.Part part(String name, EventData data) {
        return new JointWorkspace.Part(channel(name), data, pools(), List.of("fakes"));
    }

    /** A channel whose signal no parameter moves. */
    static JointWorkspace.Part fixedPart(String name, EventData data) {
        return new JointWorkspace.Part(channel(name, constant(3)), data, pools(), List.of("fakes"));
    }

    /** The likelihood of such channels, without the parameter of the signal. */
    static JointWorkspace ofFixed(List<JointWorkspace.Part> parts, double... fractions) {
        JointWorkspace joint = of(parts, fractions);
        return new JointWorkspace(
                joint.workspace(), joint.measurement(), joint.codes(), List.of(), parts, joint.functions());
    }

    /** Give each part its share of the rates. */
    static JointWorkspace of(List<JointWorkspace.Part> parts, double... fractions) {
        List<Channel> channels = new java.util.ArrayList<>();
        List<Observation> observations = new java.util.ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.get(i).channel().name();
            channels.add(rates(name, fractions[i]));
            observations.add(new Observation(name, List.of(0.0, 0.0, 0.0)));
        }
        channels.add(control());
        observations.add(new Observation("CR", List.of(92.0, 41.0)));
        Measurement measurement =
                new Measurement("m", "mu", List.of(ParameterSettings.of("mu").withRange(0.9, 0, 8)));
        return new JointWorkspace(
                new Workspace(channels, observations, List.of(measurement)),
                "m",
                InterpolationCodes.withDefaults(),
                List.of(new ModelParameter("cHW", 0.1, -1.5, 1.5, false)),
                parts,
                Optional.empty());
    }

    /** Let the signal's rate be quadratic in a coupling. */
    public static JointWorkspace withFunctions(JointWorkspace joint) {
        Polynomial rate = Polynomial.of("kappa", 0.3, -1.25e-3, 0.7).plus(0.1, Map.of("kappa", 1, "cHW", 2));
        ModelFunctions functions =
                new ModelFunctions(List.of(new ModelParameter("kappa", 1, -3, 3, false)), Map.of("mu", rate), "kappa");
        return new JointWorkspace(
                joint.workspace(),
                joint.measurement(),
                joint.codes(),
                joint.extra(),
                joint.parts(),
                Optional.of(functions));
    }
}
