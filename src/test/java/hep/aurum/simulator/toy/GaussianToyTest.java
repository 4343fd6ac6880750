package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** The toy z ~ N(θ, 2²), x ~ N(z, 1): E[r(x,z)²] = e^{1/4} and E[r(x)²] = e^{1/5} for θ = 1 against 0. */
class GaussianToyTest {

    private static final int EVENTS = 400_000;
    private final GaussianToy toy = new GaussianToy();

    /**
     * Moments over 400 000 events drawn at θ = 0; tolerances are five errors of each mean, exceeded once in two million
     * experiments each.
     */
    @Test
    void jointLabelsHaveThePrintedMoments() {
        RandomStreams streams = RandomStreams.of(64);
        double[] one = {1};
        double[] zero = {0};
        double[] x = new double[1];
        double[] z = new double[1];
        double[] t = new double[1];
        double jointSquared = 0;
        double squared = 0;
        double information = 0;
        double xt = 0;
        double wrong = 0;
        double xx = 0;
        double floor = 0;
        for (int i = 0; i < EVENTS; i++) {
            toy.draw(zero, streams.stream("test", i), x, z);
            double joint = StrictMath.exp(toy.logDensity(x, z, one) - toy.logDensity(x, z, zero));
            double ratio = StrictMath.exp(toy.logRatio(x, one, zero));
            toy.score(x, z, zero, t);
            jointSquared += joint * joint / EVENTS;
            squared += ratio * ratio / EVENTS;
            floor += (joint - ratio) * (joint - ratio) / EVENTS;
            information += t[0] * t[0] / EVENTS;
            xt += x[0] * t[0] / EVENTS;
            wrong += x[0] * x[0] / 4 / EVENTS;
            xx += x[0] * x[0] / EVENTS;
        }

        assertThat(jointSquared).isCloseTo(1.284025, within(0.012));
        assertThat(squared).isCloseTo(1.221403, within(0.010));
        assertThat(floor).isCloseTo(0.062623, within(0.0015));
        assertThat(information).isCloseTo(.25, within(0.0028));
        // The regression of t on x has slope .20; that of the tutorial's (x - theta)/4 has .25.
        assertThat(xt / xx).isCloseTo(.20, within(0.0008));
        assertThat(wrong / xx).isCloseTo(.25, within(1e-12));
        assertThat(xx).isCloseTo(5, within(0.056));
    }

    /** Over z ~ N(0, 4) and x ~ N(0, 5), by the trapezoidal rule. */
    @Test
    void momentsByQuadratureAgreeWithThePrintedDigits() {
        double[] one = {1};
        double[] zero = {0};
        double[] t = new double[1];
        double jointSquared = 0;
        double squared = 0;
        double jointInformation = 0;
        double information = 0;
        double step = 0.01;
        for (int i = -4000; i <= 4000; i++) {
            double[] at = {i * step};
            double latent = step * StrictMath.exp(-at[0] * at[0] / 8) / Math.sqrt(8 * Math.PI);
            double ratio = StrictMath.exp(toy.logDensity(at, at, one) - toy.logDensity(at, at, zero));
            toy.score(at, at, zero, t);
            jointSquared += latent * ratio * ratio;
            jointInformation += latent * t[0] * t[0];
            double density = step * StrictMath.exp(toy.logDensity(at, zero));
            toy.score(at, zero, t);
            squared += density * StrictMath.exp(2 * toy.logRatio(at, one, zero));
            information += density * t[0] * t[0];
        }

        assertThat(jointSquared).isCloseTo(1.284025, within(5e-7));
        assertThat(squared).isCloseTo(1.221403, within(5e-7));
        assertThat(jointSquared - squared).isCloseTo(.062623, within(5e-7));
        assertThat(jointInformation).isCloseTo(.25, within(1e-9));
        assertThat(information).isCloseTo(.2, within(1e-9));
    }

    @Test
    void closedFormsAgreeWithEachOther() {
        double[] x = {1.5};
        double[] score = new double[1];

        toy.score(x, new double[] {0.5}, score);

        assertThat(score[0]).isEqualTo(0.2);
        assertThat(toy.logRatio(x, new double[] {0.5001}, new double[] {0.4999}) / 2e-4)
                .isCloseTo(0.2, within(1e-9));
    }
}
