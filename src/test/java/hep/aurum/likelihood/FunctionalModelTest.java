package hep.aurum.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.base.NotFound;
import hep.aurum.infer.Counting;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionalModelTest {

    private static final Modifier SCALE = new Modifier.NormSys("scale", 0.8, 1.3);

    /** Interference and pure templates, one nuisance for both. */
    private static BinnedModel factors() {
        return BinnedModel.of(new Workspace(
                List.of(new Channel(
                        "c",
                        List.of(
                                new Sample("linear", List.of(4.0, 9.0), List.of(new Modifier.NormFactor("l"), SCALE)),
                                new Sample("pure", List.of(7.0, 2.0), List.of(new Modifier.NormFactor("q"), SCALE)),
                                new Sample("rest", List.of(50.0, 60.0), List.of(new Modifier.NormFactor("b")))))),
                List.of(new Observation("c", List.of(70.0, 61.0))),
                List.of(new Measurement("m", "l", List.of()))));
    }

    private static ModelParameter free(String name) {
        return new ModelParameter(name, 0.5, -3.0, 3.0, false);
    }

    /** l = x + x y / 2, q = x² + y³ − y / 4, in two couplings. */
    private static FunctionalModel twoCouplings() {
        Polynomial linear = Polynomial.of("x", 0.0, 1.0).plus(0.5, Map.of("x", 1, "y", 1));
        Polynomial pure =
                Polynomial.of("x", 0.0, 0.0, 1.0).plus(1.0, Map.of("y", 3)).plus(-0.25, Map.of("y", 1));
        return FunctionalModel.of(
                factors(), new ModelFunctions(List.of(free("x"), free("y")), Map.of("l", linear, "q", pure), "x"));
    }

    @Test
    void valueIsThatOfTheFactors() {
        FunctionalModel model = twoCouplings();
        double scale = 0.3;
        double rest = 1.1;
        double x = 0.7;
        double y = 1.2;

        assertThat(model.parameters()).extracting(ModelParameter::name).containsExactly("scale", "b", "x", "y");
        assertThat(factors().parameters()).extracting(ModelParameter::name).containsExactly("l", "scale", "q", "b");
        double[] factors = {x + 0.5 * x * y, scale, x * x + y * y * y - 0.25 * y, rest};
        assertThat(model.twiceNll().value(new double[] {scale, rest, x, y}))
                .isCloseTo(factors().twiceNll().value(factors), within(1e-12));
        assertThat(model.yields(new double[] {scale, rest, x, y}).get("q")).isCloseTo(factors[2], within(1e-15));
    }

    @Test
    void derivativesAreExact() {
        Objective objective = twoCouplings().twiceNll();
        double[] point = {0.3, 1.1, 0.7, 1.2};
        double[] gradient = new double[4];
        double[] hessian = new double[16];
        double value = objective.evaluate(point, gradient, hessian);

        assertThat(value).isEqualTo(objective.value(point));
        double h = 1e-5;
        for (int i = 0; i < 4; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += h;
            down[i] -= h;
            double[] above = new double[4];
            double[] below = new double[4];
            double valueAbove = objective.evaluate(up, above, new double[16]);
            double valueBelow = objective.evaluate(down, below, new double[16]);
            // Central differences err by h² times the third derivative (of order 1e3 here) and by 1e-14 * 100 / h.
            assertThat((valueAbove - valueBelow) / (2 * h)).isCloseTo(gradient[i], within(1e-6));
            for (int j = 0; j < 4; j++) {
                assertThat((above[j] - below[j]) / (2 * h)).isCloseTo(hessian[i * 4 + j], within(1e-5));
            }
        }
    }

    @Test
    void asimovDataAndToysAreThoseOfTheFactors() {
        FunctionalModel model = twoCouplings();
        double[] point = {0.3, 1.1, 0.7, 1.2};
        double[] factors = {0.7 + 0.5 * 0.7 * 1.2, 0.3, 0.49 + 1.728 - 0.3, 1.1};
        RandomStreams streams = RandomStreams.of(1);

        assertThat(model.asimov(point).twiceNll().value(point))
                .isCloseTo(factors().asimov(factors).twiceNll().value(factors), within(1e-12));
        assertThat(model.toy(point, streams.stream("toy", 0)).twiceNll().value(point))
                .isCloseTo(
                        factors()
                                .toy(factors, streams.stream("toy", 0))
                                .twiceNll()
                                .value(factors),
                        within(1e-12));
    }

    /** 1 + 2θ + 2θ² reaches [1/2, 1 + 6 + 18] for θ in [−4, 3]: 25 at both ends. */
    @Test
    void yieldStaysInItsPhysicalSet() {
        FunctionalModel yield = Counting.quadratic(150.0).asYield("mu");

        ModelParameter poi = yield.parameters().get(yield.indexOf(yield.poi().orElseThrow()));

        assertThat(poi.lower()).isCloseTo(0.5, within(1e-14));
        assertThat(poi.upper()).isCloseTo(25.0, within(1e-12));
        assertThat(yield.lowestPoi()).isEqualTo(poi.lower());
    }

    @Test
    void mistakesAreNamed() {
        ModelFunctions unknown = new ModelFunctions(List.of(free("x")), Map.of("m", Polynomial.of("x", 0.0, 1.0)), "x");
        ModelFunctions dangling =
                new ModelFunctions(List.of(free("x")), Map.of("l", Polynomial.of("z", 0.0, 1.0)), "x");
        ModelFunctions taken = new ModelFunctions(List.of(free("b")), Map.of("l", Polynomial.of("b", 0.0, 1.0)), "b");

        assertThatThrownBy(() -> FunctionalModel.of(factors(), unknown))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("\"m\"");
        assertThatThrownBy(() -> FunctionalModel.of(factors(), dangling))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("depends on \"z\"");
        assertThatThrownBy(() -> FunctionalModel.of(factors(), taken))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("\"b\"");
        assertThatThrownBy(() -> twoCouplings().asYield("l")).isInstanceOf(BadModel.class);
    }
}
