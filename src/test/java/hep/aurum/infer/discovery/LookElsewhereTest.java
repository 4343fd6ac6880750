package hep.aurum.infer.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LookElsewhereTest {

    /** A peak of width 2 in a range of 60: Rice's formula by hand. */
    @Test
    void ricesFormulaForAGaussianPeak() {
        LookElsewhere range = LookElsewhere.ofGaussianPeak(60, 2);

        assertThat(range.upcrossingsAtZero()).isCloseTo(3.376, within(5e-4));
        assertThat(range.globalPValue(5)).isCloseTo(1.287e-5, within(5e-9));
        assertThat(range.globalZ(5)).isBetween(4.2, 4.25);
    }

    @Test
    void nothingElsewhereLeavesTheLocalSignificance() {
        assertThat(new LookElsewhere(0).globalZ(3)).isCloseTo(3, within(1e-12));
    }

    @Test
    void aProbabilityIsAtMostOne() {
        assertThat(new LookElsewhere(100).globalPValue(-1)).isEqualTo(1);
    }

    /** Rice's number at any level gives back that at zero: N(1) = N(0) e^(−1/2). */
    @Test
    void upcrossingsOfALowLevelAreCarriedToHighOnes() {
        LookElsewhere rice = LookElsewhere.ofGaussianPeak(60, 2);
        LookElsewhere counted = LookElsewhere.ofUpcrossings(3.376 * StrictMath.exp(-0.5), 1);

        assertThat(counted.upcrossingsAtZero()).isCloseTo(rice.upcrossingsAtZero(), within(5e-4));
        assertThat(counted.globalPValue(5)).isCloseTo(1.287e-5, within(5e-9));
    }

    @Test
    void anUpcrossingIsARiseThroughTheLevel() {
        double[] scan = {2, 0.5, 1, 3, 0.2, 0.9, 0.1, 1.5};

        assertThat(LookElsewhere.upcrossings(scan, 1)).isEqualTo(2);
    }
}
