package hep.aurum.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Know names, classes and charges as the Particle Data Group has them. */
class PdgIdsTest {

    @ParameterizedTest
    @CsvSource({
        "photon, 22, true",
        "photon, 21, false",
        "electron, -11, true",
        "lepton, -13, true",
        "lepton, 12, false",
        "neutrino, -16, true",
        "jet, 21, true",
        "jet, -5, true",
        "jet, 6, false",
        "jet, 22, false",
        "b, -5, true",
        "t, 6, true",
        "t, -6, false",
        "tbar, -6, true",
        "t~, -6, true",
        "top, -6, true",
        "e-, 11, true",
        "e-, -11, false",
        "mu+, -13, true",
        "h, 25, true",
        "H, 25, true",
        "Higgs, 25, true",
        "W, -24, true",
        "w+, 24, true",
        "w+, -24, false",
        "22, 22, true",
        "-11, -11, true",
        "-11, 11, false",
        "ve~, -12, true",
    })
    void namesAndClassesMatch(String name, int pdgId, boolean matches) {
        assertThat(PdgIds.matcher(name).test(pdgId)).isEqualTo(matches);
    }

    @Test
    void unknownNamesAreNamedWithTheNearest() {
        assertThatThrownBy(() -> PdgIds.matcher("photn"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("photon");
    }

    /** Charges of the PDG table, in thirds. */
    @ParameterizedTest
    @CsvSource({
        "1, -1",
        "2, 2",
        "-6, -2",
        "11, -3",
        "-13, 3",
        "12, 0",
        "21, 0",
        "22, 0",
        "24, 3",
        "25, 0",
        "211, 3",
        "-211, -3",
        "111, 0",
        "130, 0",
        "310, 0",
        "321, 3",
        "311, 0",
        "411, 3",
        "421, 0",
        "431, 3",
        "511, 0",
        "521, 3",
        "541, 3",
        "443, 0",
        "2212, 3",
        "2112, 0",
        "-2212, -3",
        "3112, -3",
        "3122, 0",
        "3222, 3",
        "3334, -3",
        "4122, 3",
        "5122, 0",
        "2203, 4",
        "1103, -2",
        "2101, 1",
    })
    void chargesAreThoseOfTheTable(int pdgId, int threeCharge) {
        assertThat(PdgIds.threeCharge(pdgId)).hasValue(threeCharge);
    }

    @Test
    void rapiditiesKeepTheirDigitsAndNeverBecomeNaN() {
        // asinh(1e-9) = 1e-9 to the last digit, asinh(1) = ln(1 + sqrt 2).
        assertThat(new FourVector(1, 0, 1e-9, 2).eta()).isEqualTo(1e-9);
        assertThat(new FourVector(0, 1, -1, 2).eta()).isCloseTo(-0.881373587019543, within(1e-15));
        assertThat(new FourVector(1e-200, 0, 1e200, 1e200).eta()).isPositive();
        assertThat(FourVector.ZERO.rapidity()).isZero();
        assertThat(new FourVector(0, 0, -5, 5).rapidity()).isEqualTo(Double.NEGATIVE_INFINITY);
        // y = atanh(pz/E): atanh(1/2) = ln(3)/2.
        assertThat(new FourVector(0, 0, 1, 2).rapidity()).isCloseTo(0.549306144334055, within(1e-15));
    }
}
