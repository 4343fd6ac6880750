package hep.aurum.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Means of a third variable by cell, against sums that are done by hand. */
class Profile2DTest {

    private static final Axis X = Axis.uniform("x", "", 2, 0, 2);
    private static final Axis Y = Axis.of("y", "GeV", 0, 1, 4);

    private static Profile2D.Builder fill() {
        return Profile2D.builder("p", X, Y)
                .fill(0.5, 2, 10)
                .fill(0.25, 3, 14, 3)
                .fill(1.5, 0.5, -2, 0.5)
                .fill(7, 0.5, 100)
                .fill(0.5, -1, 50);
    }

    @Test
    void aCellHasMeanSpreadAndErrorOfItsFills() {
        Profile2D p = fill().build();

        // Weights 1 and 3 at z = 10 and 14: mean 13, variance 3; effective number 16/10.
        assertThat(p.height(0, 1)).isEqualTo(13.0);
        assertThat(p.spread(0, 1)).isCloseTo(Math.sqrt(3.0), within(1e-12));
        assertThat(p.error(0, 1)).isCloseTo(Math.sqrt(3.0 / 1.6), within(1e-12));
        assertThat(p.binMeanX(0, 1)).isEqualTo((0.5 + 3 * 0.25) / 4);
        assertThat(p.binMeanY(0, 1)).isEqualTo((2.0 + 3 * 3) / 4);
        assertThat(p.entries(0, 1)).isEqualTo(2);
        assertThat(p.height(1, 0)).isEqualTo(-2.0);
        assertThat(p.error(1, 0)).isZero();
        assertThat(p.height(0, 0)).isZero();
        assertThat(p.height(2, 0)).isEqualTo(100.0);
        assertThat(p.height(0, -1)).isEqualTo(50.0);
    }

    @Test
    void whatIsInRangeIsCountedApartFromTheFlow() {
        Profile2D p = fill().build();

        assertThat(p.entries()).isEqualTo(3);
        assertThat(p.allEntries()).isEqualTo(5);
        assertThat(p.sumOfWeights()).isEqualTo(4.5);
        assertThat(p.meanX()).isCloseTo((0.5 + 0.75 + 0.75) / 4.5, within(1e-15));
        assertThat(p.totalEntries()).isEqualTo(5.0);
        assertThat(p.totals()[0]).isEqualTo(6.5);
        // Sum of w z over everything: 10 + 42 - 1 + 100 + 50.
        assertThat(p.totals()[6]).isEqualTo(201.0);
    }

    @Test
    void twoProfilesAddUpToWhatOneWouldHold() {
        Profile2D one = fill().build();
        Profile2D.Builder both = fill();
        both.fill(0.5, 2, 10, 2);

        Profile2D sum =
                one.plus(Profile2D.builder("p", X, Y).fill(0.5, 2, 10, 2).build());

        assertThat(sum).isEqualTo(both.build()).hasSameHashCodeAs(both.build());
        assertThat(sum).isNotEqualTo(one);
        assertThat(one.scaledBy(-2).height(0, 1)).isEqualTo(13.0);
        assertThat(one.scaledBy(-2).sumW2(0, 1)).isEqualTo(40.0);
        assertThatThrownBy(() -> one.plus(Profile2D.builder("p", Y, X).build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutMixedMomentsZIsUncorrelatedInsideACell() {
        Profile2D p = fill().build();
        double[][] sums = new double[9][p.cells()];
        double[] entries = new double[p.cells()];
        for (int cell = 0; cell < p.cells(); cell++) {
            entries[cell] = p.cellEntries(cell);
            for (int c = 0; c < sums.length; c++) {
                sums[c][cell] = p.cellSum(c, cell);
            }
        }

        Profile2D q = Profile2D.of("p", X, Y, entries, sums);

        int cell = 2 * (X.bins() + 2) + 1;
        assertThat(q.cellSum(9, cell)).isCloseTo(p.binMeanX(0, 1) * 52, within(1e-12));
        assertThat(q.cellSum(10, cell)).isCloseTo(p.binMeanY(0, 1) * 52, within(1e-12));
        assertThat(p.cellSum(9, cell)).isEqualTo(0.5 * 10 + 3 * 0.25 * 14);
        assertThat(p.cellSum(10, cell)).isEqualTo(2.0 * 10 + 3 * 3 * 14);
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> fill().fill(0, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Profile2D.of("p", X, Y, new double[16], new double[7][16]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
