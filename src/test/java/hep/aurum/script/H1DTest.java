package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H1DTest {

    private static H1D filled(String title) {
        return new H1D(title, 4, 0, 4)
                .fill(0.5, 2)
                .fill(1.5, -1)
                .fill(1.25, 3)
                .fill(-7)
                .fill(4);
    }

    @Test
    void meansAndSpreadsAreThoseOfTheWeightedFills() {
        H1D h = filled("h");
        double w = 2 - 1 + 3;
        double mean = (2 * 0.5 - 1.5 + 3 * 1.25) / w;
        double square = (2 * 0.25 - 2.25 + 3 * 1.5625) / w;

        assertThat(h.mean()).isCloseTo(mean, within(1e-15));
        assertThat(h.rms()).isCloseTo(Math.sqrt(square - mean * mean), within(1e-15));
        assertThat(h.entries()).isEqualTo(3);
        assertThat(h.allEntries()).isEqualTo(5);
        assertThat(h.extraEntries()).isEqualTo(2);
        assertThat(h.heights()).containsExactly(2, 2, 0, 0);
        assertThat(h.binErrors()).containsExactly(2, Math.sqrt(10), 0, 0);
        assertThat(h.binEntries(1)).isEqualTo(2);
        assertThat(h.underflow()).isEqualTo(1);
        assertThat(h.overflow()).isEqualTo(1);
        assertThat(h.sumAllBinHeights()).isEqualTo(6);
        assertThat(h.maxBinHeight()).isEqualTo(2);
        assertThat(h.effectiveEntries()).isCloseTo(16 / 14.0, within(1e-15));
        assertThat(h.integral(0, 1)).isEqualTo(4);
        assertThat(h.integral(-1, 4)).isEqualTo(6);
    }

    @Test
    void binsAreNumberedFromZero() {
        H1D h = new H1D("edges", new double[] {0, 1, 4});

        assertThat(h.binCenters()).containsExactly(0.5, 2.5);
        assertThat(h.binLowerEdge(1)).isEqualTo(1);
        assertThat(h.binUpperEdge(1)).isEqualTo(4);
        assertThat(h.findBin(4)).isEqualTo(2);
        assertThat(h.findBin(-1)).isEqualTo(-1);
        assertThatThrownBy(() -> h.binCenter(2)).hasMessageContaining("bin 2 of a histogram with 2 bins");
        assertThatThrownBy(() -> h.binHeight(3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void arraysAndListsOfAnyNumbersFill() {
        H1D h = new H1D("h", List.of(0, 1.5, 2L))
                .fill(new double[] {0.5, 1.75})
                .fill(List.of(1, 1.6f), List.of(2, 0.5));

        assertThat(h.heights()).containsExactly(3, 1.5);
        assertThatThrownBy(() -> h.fill(new double[2], new double[3])).hasMessageContaining("2 values with 3 weights");
    }

    @Test
    void fillsAfterReadingAreCounted() {
        H1D h = filled("h");
        assertThat(h.get().allEntries()).isEqualTo(5);

        h.fill(3.5).scale(2).fill(3.5);

        assertThat(h.heights()).containsExactly(4, 4, 0, 3);
        assertThat(h.binError(3)).isCloseTo(Math.sqrt(5), within(1e-15));
        assertThat(h.allEntries()).isEqualTo(7);
        assertThat(h.clear().allEntries()).isZero();
    }

    @Test
    void sumsAndDifferencesAreExactInEverySum() {
        H1D a = filled("a");
        H1D b = new H1D("b", 4, 0, 4).fill(1.75, 4).fill(9, 2);

        H1D sum = a.oper(b, "sum", "+");
        H1D difference = a.oper(b, "difference", "-");

        assertThat(sum.getTitle()).isEqualTo("sum");
        assertThat(sum.heights()).containsExactly(2, 6, 0, 0);
        assertThat(difference.heights()).containsExactly(2, -2, 0, 0);
        assertThat(sum.binError(1)).isCloseTo(Math.sqrt(26), within(1e-15));
        assertThat(difference.binError(1)).isCloseTo(Math.sqrt(26), within(1e-15));
        assertThat(sum.overflow()).isEqualTo(3);
        assertThat(difference.overflow()).isEqualTo(-1);
        assertThat(sum.allEntries()).isEqualTo(7);
        assertThat(sum.mean()).isCloseTo((4 * a.mean() + 4 * 1.75) / 8, within(1e-15));
        assertThat(a.heights()).containsExactly(2, 2, 0, 0);
    }

    @Test
    void productsAndQuotientsPropagateErrors() {
        H1D a = new H1D("a", 3, 0, 3).fill(0.5, 6).fill(1.5, 2);
        H1D b = new H1D("b", 3, 0, 3).fill(0.5, 1).fill(0.5, 2).fill(2.5, 1);

        H1D product = a.oper(b, "product", "*");
        H1D quotient = a.oper(b, "quotient", "/");

        assertThat(product.heights()).containsExactly(18, 0, 0);
        assertThat(product.binError(0)).isCloseTo(Math.sqrt(9 * 36 + 36 * 5), within(1e-13));
        assertThat(quotient.heights()).containsExactly(2, 0, 0);
        assertThat(quotient.binError(0)).isCloseTo(2 * Math.sqrt(36 / 36.0 + 5 / 9.0), within(1e-14));
        assertThat(quotient.binError(1)).isZero();
        assertThatThrownBy(() -> a.oper(b, "", "%")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> a.oper(new H1D("c", 2, 0, 3), "", "*")).hasMessageContaining("edges differ");
    }

    /** Two bins: one degree of freedom, and for equal areas chi2 = (a-b)^2/(a+b) summed. */
    @Test
    void shapesAreComparedByChiSquare() {
        H1D a = counts(60, 40);
        H1D b = counts(40, 60);
        double chi2 = 2 * 20.0 * 20.0 / 100.0;

        assertThat(a.compareChi2(b))
                .isCloseTo(org.apache.commons.math3.special.Erf.erfc(Math.sqrt(chi2 / 2)), within(1e-12));
        assertThat(a.compareChi2(counts(120, 80))).isEqualTo(1);
        assertThatThrownBy(() -> a.compareChi2(new H1D("empty", 2, 0, 2)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0 bins");
    }

    private static H1D counts(int... counts) {
        H1D h = new H1D("counts", counts.length, 0, counts.length);
        for (int i = 0; i < counts.length; i++) {
            for (int n = 0; n < counts[i]; n++) {
                h.fill(i + 0.5);
            }
        }
        return h;
    }

    @Test
    void filesKeepTheHistogram(@TempDir Path folder) {
        H1D h = filled("Mass, all cuts");
        for (String ending : List.of("yoda", "aida", "json", "csv", "json.gz")) {
            String file = folder.resolve("h." + ending).toString();
            H1D back = H1D.read(h.toFile(file) == h ? file : "", "Mass_all_cuts");

            assertThat(back.heights()).containsExactly(2, 2, 0, 0);
            assertThat(back.allEntries()).isEqualTo(5);
            assertThat(back.mean()).isCloseTo(h.mean(), within(1e-12));
        }
        String json = folder.resolve("h.json").toString();
        assertThat(H1D.read(json, "Mass, all cuts").getTitle()).isEqualTo("Mass, all cuts");
        assertThatThrownBy(() -> H1D.read(json, "Mass_all_cut"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean");
        assertThatThrownBy(() -> h.toFile(folder.resolve("h.root").toString())).isInstanceOf(NotSupported.class);
    }

    @Test
    void aCopyIsIndependentAndKeepsItsLooks() {
        H1D h = filled("h").setColor("red").setFill(true);
        H1D copy = h.copy("copy");
        h.fill(0.5);

        assertThat(copy.binHeight(0)).isEqualTo(2);
        assertThat(copy.style()).isEqualTo(h.style());
        assertThat(copy.get().title()).isEqualTo("copy");
        assertThat(h.toString()).contains("\"h\"").contains("4 bins").contains("6 entries");
    }

    @Test
    void badLooksEndInASentence() {
        H1D h = filled("h");

        assertThatThrownBy(() -> h.setColor("bleu")).hasMessageContaining("did you mean \"blue\"");
        assertThatThrownBy(() -> h.setColor(3)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> h.setStyle("z")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> h.setSymbol(10)).hasMessageContaining("0 to 9");
        assertThatThrownBy(() -> h.fill(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
