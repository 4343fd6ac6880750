package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchSetTest {

    /** The document of the documentation of pyhf.utils.digest: its digests are printed there. */
    private static final PyhfDocument BACKGROUND =
            PyhfDocument.parse("{\"a\": 2.0, \"b\": 3.0, \"c\": 1.0}", "background.json");

    private static final String SET = """
            {"metadata": {"references": {"hepdata": "ins1234567"}, "description": "two signals",
              "digests": {"md5": "2c0633f242928eb55c3672fed5ba8612",
                "sha256": "a38f6093800189b79bc22ef677baf90c75705af2cfc7ff594159eca54eaa7928"},
              "labels": ["mass", "model"]},
             "patches": [
              {"metadata": {"name": "light", "values": [800, "wino"]},
               "patch": [{"op": "add", "path": "/signal", "value": [1.5]}]},
              {"metadata": {"name": "heavy", "values": [1200.50, "wino"]},
               "patch": [{"op": "replace", "path": "/a", "value": 7}]}],
             "version": "1.0.0"}
            """;

    private static PatchSet set() {
        return PatchSet.of(PyhfDocument.parse(SET, "set.json"));
    }

    @Test
    void patchesAreFoundByNameAndByValues() {
        assertThat(set().labels()).containsExactly("mass", "model");
        assertThat(set().patch("heavy").values()).containsExactly("1200.5", "wino");
        assertThat(set().patch(List.of("800.0", "wino")).name()).isEqualTo("light");
        assertThat(set().apply(BACKGROUND, "light").root().get("signal").get(0).doubleValue())
                .isEqualTo(1.5);
        assertThatThrownBy(() -> set().patch("ligth"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"light\"");
        assertThatThrownBy(() -> set().patch(List.of("800", "bino")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"800,wino\"");
    }

    @Test
    void anotherBackgroundIsRefused() {
        PyhfDocument other = PyhfDocument.parse("{\"a\": 2, \"b\": 3.0, \"c\": 1.0}", "other.json");

        assertThatThrownBy(() -> set().apply(other, "light"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("another workspace than other.json")
                .hasMessageContaining("2c0633f242928eb55c3672fed5ba8612");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"heavy\"|\"light\"|same name or the same values",
                "1200.50|8e2|same name or the same values",
                "[800, \"wino\"]|[800]|1 values for 2 labels",
                "[800, \"wino\"]|[800, null]|neither a number nor a text",
                "\"md5\"|\"md6\"|unknown digest \"md6\"",
                "2c06|xx06|the digest md5 is",
                "\"version\": \"1.0.0\"|\"version\": \"2.0.0\"|version \"2.0.0\"",
                "\"labels\"|\"label\"|\"labels\" is missing",
                "\"op\": \"add\"|\"op\": \"append\"|unknown operation \"append\""
            })
    void faultsAreNamed(String good, String bad, String what) {
        String text = SET.replace(good, bad);
        assertThat(text).isNotEqualTo(SET);

        assertThatThrownBy(() -> PatchSet.of(PyhfDocument.parse(text, "set.json")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what)
                .hasMessageContaining("set.json");
    }
}
