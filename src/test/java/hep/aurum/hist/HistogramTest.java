package hep.aurum.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {

    private static final Axis MASS = Axis.uniform("m(yy)", "GeV", 4, 100, 180);

    @Test
    void axisLabelsItsUnitAndPutsEdgesIntoTheUpperBin() {
        Axis variable = Axis.of("pt", "GeV", -1, 0, 1, 10);

        assertThat(MASS.label()).isEqualTo("m(yy) [GeV]");
        assertThat(MASS.index(120)).isEqualTo(1);
        assertThat(MASS.index(99.999)).isEqualTo(-1);
        assertThat(MASS.index(180)).isEqualTo(4);
        assertThat(MASS.index(Double.POSITIVE_INFINITY)).isEqualTo(4);
        assertThat(variable.index(-0.0)).isEqualTo(1);
        assertThat(variable.index(9.99)).isEqualTo(2);
        assertThat(variable.isUniform()).isFalse();
        assertThatThrownBy(() -> MASS.index(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Axis.of("x", "", 1, 1)).hasMessageContaining("edge 1");
    }

    @Test
    void uniformBinsAgreeWithTheirStoredEdgesEverywhere() {
        Axis axis = Axis.uniform("x", "", 49, -0.7, 0.1);

        for (int i = 0; i < 49; i++) {
            assertThat(axis.index(axis.edge(i))).isEqualTo(i);
            assertThat(axis.index(Math.nextDown(axis.edge(i + 1)))).isEqualTo(i);
        }
    }

    @Test
    void momentsOfSignedWeightsFollowTheirDefinitions() {
        Histogram1D h = Histogram1D.builder("h", MASS)
                .fill(110, 2)
                .fill(115, -0.5)
                .fill(150, 1)
                .fill(500, 3)
                .build();

        assertThat(h.height(0)).isEqualTo(1.5);
        assertThat(h.sumW2(0)).isEqualTo(4.25);
        assertThat(h.error(0)).isEqualTo(Math.sqrt(4.25));
        assertThat(h.entries(0)).isEqualTo(2);
        assertThat(h.height(4)).isEqualTo(3);
        assertThat(h.entries()).isEqualTo(3);
        assertThat(h.allEntries()).isEqualTo(4);
        assertThat(h.sumOfHeights()).isEqualTo(2.5);
        assertThat(h.sumOfAllHeights()).isEqualTo(5.5);
        // sum wx = 220 - 57.5 + 150 = 312.5, sum wx2 = 24200 - 6612.5 + 22500 = 40087.5
        assertThat(h.mean()).isEqualTo(125);
        assertThat(h.rms()).isCloseTo(Math.sqrt(40087.5 / 2.5 - 125 * 125), within(1e-12));
        assertThat(h.effectiveEntries()).isEqualTo(2.5 * 2.5 / 5.25);
    }

    @Test
    void mergingTwoHalvesGivesTheWholeAndScalingScalesTheVariance() {
        Histogram1D.Builder first = Histogram1D.builder("h", MASS);
        Histogram1D.Builder second = Histogram1D.builder("h", MASS);
        Histogram1D.Builder all = Histogram1D.builder("h", MASS);
        for (int i = 0; i < 200; i++) {
            // Dyadic values and weights, so that every sum is exact in floating point.
            double x = 90 + 0.5 * i;
            double w = 0.25 * (i % 7) - 0.25;
            (i % 2 == 0 ? first : second).fill(x, w);
            all.fill(x, w);
        }

        Histogram1D whole = all.build();

        assertThat(first.build().plus(second.build())).isEqualTo(whole);
        assertThat(whole.scaledBy(3).sumW2(2)).isEqualTo(9 * whole.sumW2(2));
        assertThat(whole.scaledBy(3).mean()).isCloseTo(whole.mean(), within(1e-12));
        Histogram1D other =
                Histogram1D.builder("o", Axis.uniform("x", "", 4, 100, 181)).build();
        assertThatThrownBy(() -> whole.plus(other)).hasMessageContaining("edges differ");
    }

    @Test
    void templateOfHeightsKeepsHeightsAndErrors() {
        Histogram1D h = Histogram1D.ofHeights("t", MASS, new double[] {4, 0, -1, 2}, new double[] {2, 0, 1, 0});

        assertThat(h.heights()).containsExactly(4, 0, -1, 2);
        assertThat(h.errors()).containsExactly(2, 0, 1, 0);
        assertThat(h.entries(0)).isEqualTo(4);
        assertThat(h.entries(1)).isZero();
    }

    @Test
    void profileGivesMeanSpreadAndStandardError() {
        Profile1D p = Profile1D.builder("p", MASS)
                .fill(105, 1)
                .fill(110, 3)
                .fill(111, 1)
                .fill(112, 3)
                .build();

        assertThat(p.height(0)).isEqualTo(2);
        assertThat(p.spread(0)).isEqualTo(1);
        assertThat(p.error(0)).isEqualTo(0.5);
        assertThat(p.height(1)).isZero();
        assertThat(p.plus(p).entries(0)).isEqualTo(8);
    }

    @Test
    void twoDimensionalCellsAreFoundByBothAxes() {
        Axis y = Axis.uniform("y", "", 2, 0, 2);
        Histogram2D h = Histogram2D.builder("h", MASS, y)
                .fill(110, 0.5, 2)
                .fill(170, 1.5)
                .fill(170, 7)
                .build();

        assertThat(h.height(0, 0)).isEqualTo(2);
        assertThat(h.height(3, 1)).isEqualTo(1);
        assertThat(h.height(3, 2)).isEqualTo(1);
        assertThat(h.entries()).isEqualTo(2);
        assertThat(h.allEntries()).isEqualTo(3);
        assertThat(h.meanX()).isEqualTo(130);
        assertThat(h.meanY()).isCloseTo(2.5 / 3, within(1e-15));
        assertThat(h.sumWXY(0, 0)).isEqualTo(110);
    }

    /** PDG review of statistics (2023), Table 40.3: one-sided 95 % limits are the 90 % central interval. */
    @Test
    void garwoodLimitsAreThoseOfThePdgTable() {
        double[][] table = {{0, 0, 3.00}, {1, 0.051, 4.74}, {2, 0.355, 6.30}, {5, 1.97, 10.51}, {10, 5.43, 16.96}};

        for (double[] row : table) {
            PoissonInterval interval = PoissonInterval.garwood(row[0], 0.90);
            assertThat(interval.lower()).isCloseTo(row[1], within(0.0051));
            assertThat(interval.upper()).isCloseTo(row[2], within(0.0051));
        }
        assertThat(PoissonInterval.garwood(0).upper()).isCloseTo(1.8410216, within(1e-6));
        assertThat(PoissonInterval.garwood(1).lower()).isCloseTo(0.1727538, within(1e-6));
    }
}
