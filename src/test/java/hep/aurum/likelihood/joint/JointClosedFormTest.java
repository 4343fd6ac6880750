package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.discovery.Discovery;
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
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Expected significances of problems with a closed form, with exact densities. */
class JointClosedFormTest {

    private static BinnedModel rates(String poi, List<Sample> samples) {
        List<Double> none = samples.stream().map(s -> 0.0).toList();
        Measurement measurement =
                new Measurement("m", poi, List.of(ParameterSettings.of(poi).withRange(0.5, 0, 10)));
        return BinnedModel.of(new Workspace(
                List.of(new Channel("c", samples)), List.of(new Observation("c", none)), List.of(measurement)));
    }

    /** Asimov data on a grid that integrates the densities of the channel. */
    private record Grid(EventChannel channel, double[] points, double[] volumes) implements EventGenerator {

        @Override
        public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EventData asimov(Map<String, Double> theta, double[] rates) {
            double[] expected = new double[volumes.length];
            for (int p = 0; p < rates.length; p++) {
                ShapeRatio shape = channel.processes().get(p).shape();
                double[] ratio = new double[volumes.length];
                double[] own = shape.parameters().stream()
                        .mapToDouble(name -> theta.getOrDefault(name, Double.NaN))
                        .toArray();
                shape.at(points).evaluate(own, ratio, null, null);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += rates[p] * ratio[i] * volumes[i];
                }
            }
            return new EventData(points, expected);
        }
    }

    private static double gauss(double x, double sigma) {
        return StrictMath.exp(-0.5 * x * x / (sigma * sigma)) / (sigma * Math.sqrt(2 * StrictMath.PI));
    }

    /** METHODS.md row 60: 50 events of N(125, 2) on 1000 of an exponential of slope 25 in [100, 160], unbinned: 4.34713. */
    @Test
    void bumpOnAnExponential() {
        double norm = 25 * (1 - StrictMath.exp(-60.0 / 25));
        DoubleUnaryOperator background = x -> StrictMath.exp(-(x - 100) / 25) / norm;
        List<String> mass = List.of("mass");
        EventChannel channel = new EventChannel(
                "c",
                List.of(
                        new EventChannel.Process(
                                "signal",
                                new FixedShape(
                                        mass,
                                        x -> StrictMath.log(Math.max(
                                                gauss(x[0] - 125, 2) / background.applyAsDouble(x[0]), 1e-300)))),
                        new EventChannel.Process("background", FixedShape.reference(mass))));
        int cells = 6000;
        double[] points = new double[cells];
        double[] volumes = new double[cells];
        for (int i = 0; i < cells; i++) {
            points[i] = 100 + 60 * (i + 0.5) / cells;
            volumes[i] = background.applyAsDouble(points[i]) * 60 / cells;
        }
        BinnedModel rates = rates(
                "mu",
                List.of(
                        new Sample("signal", List.of(50.0, 0.0), List.of(new Modifier.NormFactor("mu"))),
                        new Sample("background", List.of(0.0, 1000.0), List.of())));
        JointModel model = JointModel.of(rates, List.of())
                .with(channel, EventData.of(new double[0], 1), new Grid(channel, points, volumes));

        assertThat(Discovery.of(model, 1).zExpected()).isCloseTo(4.34713, within(5e-6));
    }

    /**
     * METHODS.md row 76, interference toy at ν = 400, κ = .15, s = .5: 4.74787 for rate and shape. The density is a sum of
     * those at κ = −1, 0, 1 with polynomials as rates, of which one is negative.
     */
    @Test
    void interference() {
        double kappa = 0.15;
        double a = 1 / 1.25;
        double t2 = 0.25 * a;
        List<String> seen = List.of("u", "v");
        EventChannel channel = new EventChannel(
                "c",
                List.of(
                        new EventChannel.Process("minus", new FixedShape(seen, x -> logRatio(-1, a, t2, x))),
                        new EventChannel.Process("zero", FixedShape.reference(seen)),
                        new EventChannel.Process("plus", new FixedShape(seen, x -> logRatio(1, a, t2, x)))));
        BinnedModel rates = rates(
                "w0",
                List.of(
                        new Sample("minus", List.of(800.0, 0.0, 0.0), List.of(new Modifier.NormFactor("w-1"))),
                        new Sample("zero", List.of(0.0, 400.0, 0.0), List.of(new Modifier.NormFactor("w0"))),
                        new Sample("plus", List.of(0.0, 0.0, 800.0), List.of(new Modifier.NormFactor("w1")))));
        JointModel joint = JointModel.of(rates, List.of()).with(channel, EventData.of(new double[0], 2), grid(channel));
        ModelParameter poi = new ModelParameter("kappa", 0.1, 0, 1, false);
        FunctionalModel model = FunctionalModel.of(
                joint,
                new ModelFunctions(
                        List.of(poi),
                        Map.of(
                                "w-1", Polynomial.of("kappa", 0, -0.5, 0.5),
                                "w0", Polynomial.of("kappa", 1, 0, -1),
                                "w1", Polynomial.of("kappa", 0, 0.5, 0.5)),
                        "kappa"));

        assertThat(Discovery.of(model, kappa).zExpected()).isCloseTo(4.74787, within(5e-6));
    }

    private static double logRatio(double kappa, double a, double t2, double[] x) {
        double mu = a * x[0];
        double mv = a * x[1];
        double ratio = 1 + 2 * kappa * mu * mv + kappa * kappa * (mu * mu + t2) * (mv * mv + t2);
        return StrictMath.log(ratio / (1 + kappa * kappa));
    }

    private static Grid grid(EventChannel channel) {
        double sigma = Math.sqrt(1.25);
        int side = 200;
        double[] points = new double[2 * side * side];
        double[] volumes = new double[side * side];
        double width = 16 * sigma / side;
        for (int i = 0; i < side * side; i++) {
            double u = -8 * sigma + (i / side + 0.5) * width;
            double v = -8 * sigma + (i % side + 0.5) * width;
            points[2 * i] = u;
            points[2 * i + 1] = v;
            volumes[i] = gauss(u, sigma) * gauss(v, sigma) * width * width;
        }
        return new Grid(channel, points, volumes);
    }
}
