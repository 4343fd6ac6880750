package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;
import org.junit.jupiter.api.Test;

class InformationLengthTest {

    /** For one count the metric is (dν)²/ν, and the distance 2|√ν₁ − √ν₀|: here for 100(1 + 2θ + 2θ²). */
    @Test
    void lengthOfACountIsTheDifferenceOfRoots() {
        double length = InformationLength.of(
                theta -> {
                    double[] point = theta.toArray();
                    double slope = 100 * (2 + 4 * point[0]);
                    return PoissonInformation.ofCount(List.of("theta"), 100 * EftToy.rate(point), new double[] {slope});
                },
                ParameterPoint.of(0),
                ParameterPoint.of(0.5),
                12);

        assertThat(length).isCloseTo(2 * (Math.sqrt(250) - 10), within(1e-10));
    }

    @Test
    void lengthInAConstantMetricIsTheLocalDistance() {
        FisherInformation flat = FisherInformation.of(List.of("a", "b"), new double[][] {{4, 1}, {1, 9}});
        ParameterPoint from = ParameterPoint.of(1, 2);
        ParameterPoint to = ParameterPoint.of(-1, 3);

        double length = InformationLength.of(theta -> flat, from, to, 1);

        // √(4·4 − 2·2·1 + 9)
        assertThat(length).isCloseTo(Math.sqrt(21), within(1e-14));
        assertThat(flat.distance(from, to)).isCloseTo(Math.sqrt(21), within(1e-14));
    }
}
