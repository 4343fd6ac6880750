package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels of events against the binned channels that they are, in random models: the roads must agree exactly. */
class JointModelTest {

    private static Measurement measurement() {
        return new Measurement("m", "mu", List.of(ParameterSettings.of("mu").withRange(1, 0, 10)));
    }

    /** A random channel with shared and own nuisances: rates, shapes, and rates with shapes. */
    private static DiscreteChannel channel(String name, UniformRandomProvider random, int bins) {
        List<Double> signal = contents(random, bins, 2, 8);
        List<Double> top = contents(random, bins, 20, 60);
        List<Double> fakes = contents(random, bins, 5, 15);
        Channel channel = new Channel(
                name,
                List.of(
                        new Sample(
                                "signal",
                                signal,
                                List.of(new Modifier.NormFactor("mu"), new Modifier.NormSys("lumi", 0.95, 1.05))),
                        new Sample(
                                "top",
                                top,
                                List.of(
                                        new Modifier.NormSys("lumi", 0.95, 1.05),
                                        new Modifier.NormSys("xs_top", 0.8, 1.3),
                                        new Modifier.HistoSys(
                                                "scale", varied(top, random, 0.9), varied(top, random, 1.1)))),
                        new Sample("fakes", fakes, List.of(new Modifier.NormSys("fakes_" + name, 0.7, 1.2)))));
        double[] counts = new double[bins];
        Arrays.setAll(counts, b -> Math.rint(signal.get(b) + top.get(b) + fakes.get(b) + 8 * random.nextDouble() - 4));
        return new DiscreteChannel(channel, counts);
    }

    private static List<Double> contents(UniformRandomProvider random, int bins, double low, double high) {
        return random.doubles(bins, low, high).boxed().toList();
    }

    private static List<Double> varied(List<Double> nominal, UniformRandomProvider random, double around) {
        return nominal.stream()
                .map(x -> x * (around + 0.1 * random.nextDouble() - 0.05))
                .toList();
    }

    private static UniformRandomProvider random(long seed) {
        return RandomStreams.of(seed).stream("joint model", 0);
    }

    private static BinnedModel binned(List<Channel> channels, List<Observation> observations) {
        return BinnedModel.of(new Workspace(channels, observations, List.of(measurement())));
    }

    private static BinnedModel bothBinned(DiscreteChannel a, DiscreteChannel b) {
        return binned(List.of(a.templates(), b.templates()), List.of(a.observation(), b.observation()));
    }

    /** The first channel as events, the second as bins. */
    private static JointModel oneOfEvents(DiscreteChannel a, DiscreteChannel b) {
        BinnedModel rates = binned(List.of(a.rates(), b.templates()), List.of(a.noEvents(), b.observation()));
        return JointModel.of(rates, List.of()).with(a.events(), a.data(), a.generator());
    }

    private static JointModel bothOfEvents(DiscreteChannel a, DiscreteChannel b) {
        BinnedModel rates = binned(List.of(a.rates(), b.rates()), List.of(a.noEvents(), b.noEvents()));
        return JointModel.of(rates, List.of())
                .with(a.events(), a.data(), a.generator())
                .with(b.events(), b.data(), b.generator());
    }

    /** A point of one model in the order of another. */
    private static double[] ordered(StatisticalModel from, double[] theta, StatisticalModel to) {
        return to.parameters().stream()
                .mapToDouble(p -> theta[from.indexOf(p.name())])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eventsAndBinsAreTheSameLikelihoodUpToAConstant(long seed) {
        UniformRandomProvider random = random(seed);
        DiscreteChannel a = channel("a", random, 6);
        DiscreteChannel b = channel("b", random, 4);
        BinnedModel reference = bothBinned(a, b);

        for (JointModel joint : List.of(oneOfEvents(a, b), bothOfEvents(a, b))) {
            Objective expected = reference.twiceNll();
            Objective actual = joint.twiceNll();
            double[] start = reference.initialPoint();
            double constant = expected.value(start) - actual.value(ordered(reference, start, joint));
            for (int i = 0; i < 20; i++) {
                double[] theta = start.clone();
                Arrays.setAll(theta, j -> start[j] + 1.6 * random.nextDouble() - 0.8);
                assertThat(actual.value(ordered(reference, theta, joint)) + constant)
                        .isCloseTo(expected.value(theta), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyTestGivesTheSameAnswer(long seed) {
        UniformRandomProvider random = random(seed);
        DiscreteChannel a = channel("a", random, 6);
        DiscreteChannel b = channel("b", random, 4);
        BinnedModel reference = bothBinned(a, b);
        Profile expected = Profile.of(reference);
        DiscoveryResult discovery = Discovery.of(reference);
        TestResult exclusion = AsymptoticTest.of(reference).at(2);

        for (JointModel joint : List.of(oneOfEvents(a, b), bothOfEvents(a, b))) {
            Profile profile = Profile.of(joint);
            for (double mu : new double[] {0, 0.5, 2}) {
                assertThat(profile.tMu(mu)).isCloseTo(expected.tMu(mu), within(1e-8));
            }
            assertThat(Discovery.of(joint).q0()).isCloseTo(discovery.q0(), within(1e-8));
            assertThat(Discovery.of(joint).q0Expected()).isCloseTo(discovery.q0Expected(), within(1e-8));
            assertThat(AsymptoticTest.of(joint).at(2).cls()).isCloseTo(exclusion.cls(), within(1e-8));
        }
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        UniformRandomProvider random = random(7);
        JointModel joint = oneOfEvents(channel("a", random, 6), channel("b", random, 4));
        Objective objective = joint.twiceNll();
        int k = objective.dimension();
        double[] theta = joint.initialPoint();
        Arrays.setAll(theta, j -> theta[j] + random.nextDouble() - 0.5);
        double[] gradient = new double[k];
        double[] hessian = new double[k * k];
        objective.evaluate(theta, gradient, hessian);
        double step = 1e-5;

        for (int i = 0; i < k; i++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += step;
            down[i] -= step;
            double[] above = new double[k];
            double[] below = new double[k];
            double slope = (objective.evaluate(up, above, new double[k * k])
                            - objective.evaluate(down, below, new double[k * k]))
                    / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
            for (int j = 0; j < k; j++) {
                double bend = (above[j] - below[j]) / (2 * step);
                assertThat(hessian[i * k + j]).isCloseTo(bend, within(1e-5 * (1 + Math.abs(bend))));
            }
        }
    }

    @Test
    void splittingTheEventsIntoTwoChannelsChangesNothing() {
        UniformRandomProvider random = random(8);
        DiscreteChannel whole = channel("whole", random, 6);
        Channel templates = whole.templates();
        DiscreteChannel left = part(templates, "left", whole, 0, 2);
        DiscreteChannel right = part(templates, "right", whole, 2, 6);
        JointModel one = JointModel.of(binned(List.of(whole.rates()), List.of(whole.noEvents())), List.of())
                .with(whole.events(), whole.data(), whole.generator());

        Profile expected = Profile.of(one);
        Profile actual = Profile.of(bothOfEvents(left, right));

        for (double mu : new double[] {0, 0.5, 2}) {
            assertThat(actual.tMu(mu)).isCloseTo(expected.tMu(mu), within(1e-8));
        }
    }

    private static DiscreteChannel part(Channel templates, String name, DiscreteChannel whole, int from, int to) {
        List<Sample> samples = templates.samples().stream()
                .map(s -> new Sample(
                        s.name(),
                        s.data().subList(from, to),
                        s.modifiers().stream()
                                .map(m -> m instanceof Modifier.HistoSys h
                                        ? new Modifier.HistoSys(
                                                h.name(),
                                                h.loData().subList(from, to),
                                                h.hiData().subList(from, to))
                                        : m)
                                .toList()))
                .toList();
        double[] counts = whole.observation().data().subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new DiscreteChannel(new Channel(name, samples), counts);
    }

    @Test
    void toysOfTheSameSeedAreTheSame() {
        UniformRandomProvider random = random(9);
        JointModel joint = oneOfEvents(channel("a", random, 6), channel("b", random, 4));
        double[] theta = joint.initialPoint();

        JointModel one = joint.toy(theta, random(10));
        JointModel two = joint.toy(theta, random(10));

        assertThat(one.data(0)).isEqualTo(two.data(0));
        assertThat(one.twiceNll().value(theta)).isEqualTo(two.twiceNll().value(theta));
        assertThat(one.data(0)).isNotEqualTo(joint.toy(theta, random(11)).data(0));
    }

    @Test
    void aDensityOfUnknownParametersIsRefused() {
        UniformRandomProvider random = random(12);
        DiscreteChannel a = channel("a", random, 3);
        BinnedModel rates = binned(List.of(a.rates()), List.of(a.noEvents()));
        FixedShape fixed = FixedShape.reference(List.of("x"));
        ShapeRatio unknown = new VariedShape(fixed, List.of(new VariedShape.Variation("nobody", fixed, fixed, fixed)));
        EventChannel channel = new EventChannel(
                "a",
                List.of(
                        new EventChannel.Process("signal", unknown),
                        new EventChannel.Process("top", fixed),
                        new EventChannel.Process("fakes", fixed)));

        assertThatThrownBy(() -> JointModel.of(rates, List.of()).with(channel, a.data(), a.generator()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("nobody");
    }
}
