package hep.aurum.infer.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialSignificanceTest {

    /** The figures of the ROOT tutorial Zbi_Zgamma.C. */
    @Test
    void equalRegionsHaveThePublishedSignificance() {
        BinomialSignificance excess = new BinomialSignificance(150, 100, 1.0);

        assertThat(excess.z()).isCloseTo(3.10804, within(5e-6));
        assertThat(excess.pValue()).isCloseTo(9.4165e-4, within(5e-9));
    }

    /** All three events on, none off, at even odds: 1/8. */
    @Test
    void threeOfThreeAreOneInEight() {
        assertThat(new BinomialSignificance(3, 0, 1.0).pValue()).isCloseTo(0.125, within(1e-15));
    }
}
