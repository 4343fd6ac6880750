package hep.aurum.plot.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSymbolTest {

    @ParameterizedTest
    @CsvSource({
        "mu, μ",
        "alpha, α",
        "omega, ω",
        "sigma, σ",
        "Lambda, Λ",
        "mu_ttH, μ_{ttH}",
        "theta_1, θ_{1}",
        "theta1, θ_{1}",
        "kappaV, κ_{V}",
        "m_H, m_{H}",
        "alpha_ttbar_PS, α_{ttbar_PS}",
        "gamma_stat_SR_bin_3, γ_{stat_SR_bin_3}",
        "cHW, c_{HW}",
        "cHbox, c_{H□}",
        "ctG, c_{tG}",
        "cHq3, c_{Hq3}"
    })
    void namesBecomeSymbols(String name, String symbol) {
        assertThat(ParameterSymbol.of(name)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lumi",
                "JES_Flavour_1",
                "c_{HW}",
                "μ",
                "muon_eff",
                "cTag",
                "staterror_SR[0]",
                "tau_id_sf",
                "",
                "_"
            })
    void otherNamesStay(String name) {
        assertThat(ParameterSymbol.of(name)).isEqualTo(name);
    }

    @Test
    void aTildeStandsOnTheLastLetterAndAUnitInBrackets() {
        assertThat(ParameterSymbol.of("cHWtil")).isEqualTo("c_{HW\u0303}");
        assertThat(ParameterSymbol.label("cHW", "TeV^{−2}")).isEqualTo("c_{HW} [TeV^{−2}]");
        assertThat(ParameterSymbol.label("mu", "")).isEqualTo("μ");
    }
}
