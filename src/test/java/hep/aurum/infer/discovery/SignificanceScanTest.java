package hep.aurum.infer.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.base.Progress;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventShape;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointModel;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.likelihood.joint.ShapeRatio;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A narrow peak of unknown mass on 1000 events that are flat from 100 to 160, event by event. */
class SignificanceScanTest {

    private static final double SIGMA = 2;
    private static final List<String> MASS = List.of("m");

    /** A Gaussian relative to the flat law. */
    private record Peak() implements ShapeRatio {

        @Override
        public List<String> parameters() {
            return List.of("mass");
        }

        @Override
        public List<String> features() {
            return MASS;
        }

        @Override
        public EventShape at(double[] events) {
            return new EventShape() {
                @Override
                public int size() {
                    return events.length;
                }

                @Override
                public void evaluate(
                        double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
                    for (int i = 0; i < events.length; i++) {
                        double t = (events[i] - s[0]) / SIGMA;
                        ratio[i] = 60 / (SIGMA * Math.sqrt(2 * Math.PI)) * StrictMath.exp(-0.5 * t * t);
                        if (gradient != null && hessian != null) {
                            gradient[i] = ratio[i] * t / SIGMA;
                            hessian[i] = ratio[i] * (t * t - 1) / (SIGMA * SIGMA);
                        }
                    }
                }
            };
        }
    }

    private static PooledEvents pools() {
        double[] grid = new double[6000];
        Arrays.setAll(grid, i -> 100 + (i + 0.5) / 100);
        double[] ones = new double[grid.length];
        Arrays.fill(ones, 1);
        double[] peak = new double[grid.length];
        new Peak().at(grid).evaluate(new double[] {125}, peak, null, null);
        return new PooledEvents(List.of(PooledEvents.Pool.of(grid, peak), PooledEvents.Pool.of(grid, ones)));
    }

    private static JointModel model() {
        BinnedModel rates = BinnedModel.of(new Workspace(
                List.of(new Channel(
                        "c",
                        List.of(
                                new Sample("signal", List.of(50.0, 0.0), List.of(new Modifier.NormFactor("mu"))),
                                new Sample("background", List.of(0.0, 1000.0), List.of())))),
                List.of(new Observation("c", List.of(0.0, 0.0))),
                List.of(new Measurement(
                        "m", "mu", List.of(ParameterSettings.of("mu").withRange(0.5, -2, 10))))));
        EventChannel channel = new EventChannel(
                "c",
                List.of(
                        new EventChannel.Process("signal", new Peak()),
                        new EventChannel.Process("background", FixedShape.reference(MASS))));
        return JointModel.of(rates, List.of(new ModelParameter("mass", 125, 110, 150, false)))
                .with(channel, EventData.of(new double[0], 1), pools());
    }

    private static List<Double> positions(double from, double to, double step) {
        return IntStream.rangeClosed(0, (int) Math.rint((to - from) / step))
                .mapToObj(i -> from + i * step)
                .toList();
    }

    /** The Asimov data of a signal: largest where it is, as significant as {@link Discovery} finds it there. */
    @Test
    void theSignalIsFoundWhereItIs() {
        JointModel model = model().asimov(new double[] {1, 125});

        SignificanceScan scan =
                SignificanceScan.of(model, "mass", positions(115, 135, 1), 0.5, Optional.empty(), Progress.NONE);

        assertThat(scan.positions().get(scan.best())).isEqualTo(125);
        assertThat(scan.strengths().get(scan.best())).isCloseTo(1, within(1e-5));
        assertThat(scan.q0().get(scan.best())).isCloseTo(Discovery.of(model).q0(), within(1e-6));
        assertThat(scan.upcrossings()).isEqualTo(1);
        assertThat(scan.globalPValue())
                .isCloseTo(
                        scan.p0(scan.best())
                                + StrictMath.exp(0.5 * (0.5 - scan.q0().get(scan.best()))),
                        within(1e-15));
    }

    /**
     * Rice's formula for a Gaussian peak of known width. Twenty toys cross some 35 times; scans whose crossings keep their
     * distance vary less than a Poisson number, so that four of its standard deviations are a false alarm in 15 000 at most.
     */
    @Test
    void upcrossingsAreThoseOfRicesFormula() {
        JointModel background = model().asimov(new double[] {0, 125});
        int toys = 20;

        SignificanceScan scan = SignificanceScan.of(
                background, "mass", positions(110, 150, 0.5), 0.5, Optional.of(ToyPlan.of(toys, 7)), Progress.NONE);

        double expected = LookElsewhere.ofGaussianPeak(40, SIGMA).upcrossingsAtZero() * StrictMath.exp(-0.25);
        assertThat(scan.upcrossings()).isCloseTo(expected, within(4 * Math.sqrt(expected / toys)));
        assertThat(LookElsewhere.ofGaussianPeak(60, SIGMA).upcrossingsAtZero()).isCloseTo(3.376, within(5e-4));
    }

    /** Two excesses, the smaller one where searches begin: the fit goes to the larger, in the strength and in its root. */
    @Test
    void theDeeperOfTwoMinimaIsFound() {
        JointModel empty = model();
        EventData small = empty.asimov(new double[] {0.5, 125}).data(0);
        EventData large = empty.asimov(new double[] {1.2, 125}).data(0);
        int signal = small.weights().length / 2;
        double[] events = Arrays.copyOf(small.events(), 3 * signal);
        double[] weights = Arrays.copyOf(small.weights(), 3 * signal);
        for (int i = 0; i < signal; i++) {
            // The pool of the signal once more, twenty higher; it has nothing near the end of the range.
            events[2 * signal + i] = Math.min(159.995, large.events()[i] + 20);
            weights[2 * signal + i] = large.weights()[i];
        }
        JointModel two = JointModel.of(empty.rates(), List.of(new ModelParameter("mass", 125, 110, 150, false)))
                .with(empty.channels().get(0), new EventData(events, weights), pools());
        FunctionalModel root = FunctionalModel.of(
                two,
                new ModelFunctions(
                        List.of(new ModelParameter("kappa", 0.5, 0, 3, false)),
                        Map.of("mu", Polynomial.of("kappa", 0, 0, 1)),
                        "kappa"));

        Map<String, Double> fit = Fitter.withDefaults().fit(two).bestfit();
        Map<String, Double> same = Fitter.withDefaults().fit(root).bestfit();

        assertThat(fit.get("mass")).isCloseTo(145, within(0.5));
        assertThat(same.get("mass")).isCloseTo(fit.get("mass"), within(1e-5));
        double kappa = Objects.requireNonNull(same.get("kappa"));
        assertThat(kappa * kappa).isCloseTo(fit.get("mu"), within(1e-5));
    }

    @Test
    void thePositionIsNotTheStrength() {
        assertThatThrownBy(() -> SignificanceScan.of(
                        model().asimov(new double[] {0, 125}),
                        "mu",
                        List.of(0.0, 1.0),
                        0.5,
                        Optional.empty(),
                        Progress.NONE))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("where the signal is");
    }
}
