package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.TestResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.infer.test.ToyTest;
import hep.aurum.infer.test.Toys;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The two-bin example of pyhf's front page, in bins and event by event. Its likelihood at the start is the one that pyhf
 * publishes; its CLs are closed forms, computed with 30 digits.
 */
class JointPyhfTest {

    private static final double[] EXACT_BAND = {
        0.00260640458429110728, 0.0138206400378459696, 0.0644551547704589125, 0.235260903123940431, 0.573041654982049322
    };
    private static final List<String> BIN = List.of("bin");

    private static Measurement measurement() {
        return new Measurement("meas", "mu", List.of());
    }

    private static Workspace twoBins() {
        Sample signal = new Sample("signal", List.of(12.0, 11.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample(
                "background", List.of(50.0, 52.0), List.of(new Modifier.ShapeSys("uncorr", List.of(3.0, 7.0))));
        return new Workspace(
                List.of(new Channel("singlechannel", List.of(signal, background))),
                List.of(new Observation("singlechannel", List.of(51.0, 48.0))),
                List.of(measurement()));
    }

    /** The density of events that lie in two bins, relative to the uniform one. */
    private static FixedShape bins(double first, double second) {
        return new FixedShape(BIN, x -> StrictMath.log(2 * (x[0] == 0 ? first : second)));
    }

    /** The signal, and each bin of the background as a process of its own, as each has its own uncertainty. */
    private static JointWorkspace events() {
        Sample signal = new Sample("signal", List.of(23.0, 0.0, 0.0), List.of(new Modifier.NormFactor("mu")));
        Sample background = new Sample(
                "background",
                List.of(0.0, 50.0, 52.0),
                List.of(new Modifier.ShapeSys("uncorr", List.of(0.0, 3.0, 7.0))));
        EventChannel channel = new EventChannel(
                "singlechannel",
                List.of(
                        new EventChannel.Process("signal", bins(12 / 23.0, 11 / 23.0)),
                        new EventChannel.Process("left", bins(1, 0)),
                        new EventChannel.Process("right", bins(0, 1))));
        double[] events = new double[99];
        Arrays.fill(events, 51, 99, 1);
        double[] both = {0, 1};
        PooledEvents pools = new PooledEvents(List.of(
                PooledEvents.Pool.of(both, new double[] {12, 11}),
                PooledEvents.Pool.of(both, new double[] {1, 0}),
                PooledEvents.Pool.of(both, new double[] {0, 1})));
        return new JointWorkspace(
                new Workspace(
                        List.of(new Channel("singlechannel", List.of(signal, background))),
                        List.of(new Observation("singlechannel", List.of(0.0, 0.0, 0.0))),
                        List.of(measurement())),
                "meas",
                InterpolationCodes.withDefaults(),
                List.of(),
                List.of(new JointWorkspace.Part(channel, EventData.of(events, 1), pools, List.of())),
                Optional.empty());
    }

    private static JointWorkspace binned() {
        return new JointWorkspace(
                twoBins(), "meas", InterpolationCodes.withDefaults(), List.of(), List.of(), Optional.empty());
    }

    private static void assertExact(StatisticalModel model) {
        TestResult result = AsymptoticTest.of(model).at(1.0);

        assertThat(result.q()).isCloseTo(3.93824493337548277, within(1e-10));
        assertThat(result.cls()).isCloseTo(0.0525155251461228819, within(1e-10));
        assertThat(result.clb()).isCloseTo(0.444153659867592806, within(1e-10));
        for (int i = 0; i < 5; i++) {
            assertThat(result.clsExpected().get(i)).isCloseTo(EXACT_BAND[i], within(1e-10));
        }
    }

    @Test
    void theBinnedPartAloneHasThePublishedLikelihood() {
        JointModel model = (JointModel) binned().model();

        double twiceNll = model.twiceNll().value(model.initialPoint());

        assertThat(twiceNll).isCloseTo(30.775254346, within(30.775254346e-9));
        assertThat(twiceNll).isEqualTo(BinnedModel.of(twoBins()).twiceNll().value(model.initialPoint()));
    }

    @Test
    void confidenceLevelsAreExactInBinsAndEventByEvent() {
        assertExact(binned().model());
        assertExact(events().model());
    }

    @Test
    void limitsEventByEventAreThoseInBins() {
        LimitResult expected = UpperLimit.withDefaults().of(binned().model());
        LimitResult actual = UpperLimit.withDefaults().of(events().model());

        assertThat(actual.observed()).isCloseTo(expected.observed(), within(1e-8));
        for (int i = 0; i < 5; i++) {
            assertThat(actual.expected().get(i)).isCloseTo(expected.expected().get(i), within(1e-8));
        }
    }

    @Test
    void anotherMeasurementIsNotFound() {
        JointWorkspace joint = events();
        JointWorkspace other = new JointWorkspace(
                joint.workspace(), "other", joint.codes(), joint.extra(), joint.parts(), joint.functions());

        assertThatThrownBy(other::model).isInstanceOf(NotFound.class).hasMessageContaining("other");
    }

    /**
     * A background of 1000 events, exactly known, and a signal whose density differs from it symmetrically: the expected
     * score is normal to a percent, so that \(q_0\) is \(\frac12\delta(0) + \frac12\chi^2_1\). Of 500 toys four
     * binomial standard deviations at each of three thresholds: a false alarm in 5000.
     */
    @Test
    void significancesOfToysFromPoolsFollowTheAsymptoticLaw() {
        int size = 20_000;
        double[] grid = new double[size];
        Arrays.setAll(grid, i -> (i + 0.5) / size);
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        double[] rising = Arrays.stream(grid).map(x -> 0.1 + 1.8 * x).toArray();
        List<String> feature = List.of("x");
        EventChannel channel = new EventChannel(
                "c",
                List.of(
                        new EventChannel.Process(
                                "signal", new FixedShape(feature, x -> StrictMath.log(0.1 + 1.8 * x[0]))),
                        new EventChannel.Process("background", FixedShape.reference(feature))));
        BinnedModel rates = BinnedModel.of(new Workspace(
                List.of(new Channel(
                        "c",
                        List.of(
                                new Sample("signal", List.of(50.0, 0.0), List.of(new Modifier.NormFactor("mu"))),
                                new Sample("background", List.of(0.0, 1000.0), List.of())))),
                List.of(new Observation("c", List.of(0.0, 0.0))),
                List.of(new Measurement(
                        "m", "mu", List.of(ParameterSettings.of("mu").withRange(0.5, -5, 10))))));
        PooledEvents pools =
                new PooledEvents(List.of(PooledEvents.Pool.of(grid, rising), PooledEvents.Pool.of(grid, ones)));
        JointModel empty = JointModel.of(rates, List.of()).with(channel, EventData.of(new double[0], 1), pools);
        JointModel model = empty.asimov(new double[] {0});

        int count = 500;
        Toys toys = ToyTest.of(model, TestStatistic.Q0, ToyPlan.of(count, 17)).discovery();

        assertThat(toys.size()).isEqualTo(count);
        for (double[] expected : new double[][] {{1e-4, 0.496011}, {1, 0.158655}, {2.705543, 0.05}}) {
            double p = expected[1];
            assertThat(toys.pValue(expected[0])).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / count)));
        }
    }
}
