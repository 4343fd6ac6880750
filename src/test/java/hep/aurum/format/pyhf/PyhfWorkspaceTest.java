package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyhfWorkspaceTest {

    private static final String TEXT = """
            {"channels": [{"name": "SR", "samples": [
              {"name": "signal", "data": [1.1, 0.1], "modifiers": [
                {"name": "mu", "type": "normfactor", "data": null}]},
              {"name": "bkg", "data": [50, 52.000000000000007], "modifiers": [
                {"name": "jes", "type": "normsys", "data": {"lo": 0.9, "hi": 1.1}},
                {"name": "jes", "type": "histosys", "data": {"lo_data": [49, 50], "hi_data": [51, 53]}},
                {"name": "stat", "type": "staterror", "data": [1, 2]},
                {"name": "fake", "type": "shapesys", "data": [3, 7]},
                {"name": "free", "type": "shapefactor", "data": null},
                {"name": "lumi", "type": "lumi", "data": null}]}]}],
             "observations": [{"name": "SR", "data": [51, 48]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": [
               {"name": "lumi", "inits": [1], "bounds": [[0.5, 1.5]], "auxdata": [1], "sigmas": [0.02]},
               {"name": "jes", "fixed": true}]}}],
             "version": "1.0.0"}
            """;

    @Test
    void roundTripKeepsEveryBit() {
        Workspace workspace = PyhfWorkspace.parse(TEXT, "text");

        String json = PyhfWorkspace.toJson(workspace);

        assertThat(PyhfWorkspace.parse(json, "again")).isEqualTo(workspace);
        assertThat(PyhfWorkspace.toJson(PyhfWorkspace.parse(json, "again"))).isEqualTo(json);
        assertThat(json).contains("52.00000000000001").startsWith("{\n  \"channels\"");
    }

    @Test
    void filesAreReplacedWhole(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("workspace.json");
        Files.writeString(path, "old");
        Workspace workspace = PyhfWorkspace.parse(TEXT, "text");

        PyhfWorkspace.write(workspace, path);

        assertThat(PyhfWorkspace.read(path)).isEqualTo(workspace);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"normfactor\"|\"normfaktor\"|unknown modifier type \"normfaktor\"|w.json, channel SR, sample signal, modifier mu|did you mean \"normfactor\"",
                "[51, 48]|[51]|\"observation\" has 1 bins, the channel has 2|w.json, channel SR|one number for every bin",
                "[51, 48]|[51, -1]|\"observation\" is -1.0 in bin 1|w.json, channel SR|not negative",
                "[3, 7]|[3, \"x\"]|bin 1 of \"data\" is \"x\", not a finite number|sample bkg, modifier fake (shapesys)|number",
                "[3, 7]|[3, 1e999]|not a finite number|sample bkg, modifier fake (shapesys)|number",
                "[49, 50]|[49]|\"lo_data\" has 1 bins|sample bkg, modifier jes (histosys)|every bin",
                "\"poi\": \"mu\"|\"poi\": \"nu\"|\"nu\" belongs to no modifier|measurement m|name a modifier",
                "\"hi\": 1.1|\"high\": 1.1|unknown key \"high\"|modifier jes (normsys)|hi",
                "\"sigmas\": [0.02]|\"sigmas\": [0.0]|\"lumi\" has the uncertainty 0.0|parameter lumi|sigmas",
                "\"name\": \"fake\"|\"name\": \"jes\"|different kinds|modifier jes (shapesys)|name of its own",
                "\"1.0.0\"|\"2.0.0\"|version \"2.0.0\"|w.json|1.0.0",
                "\"version\"|\"channels\"|not valid JSON|w.json line|correct"
            })
    void errorsSayWhatWhereAndWhatToDo(String good, String bad, String what, String where, String fix) {
        String text = TEXT.replace(good, bad);
        assertThat(text).isNotEqualTo(TEXT);

        assertThatThrownBy(() -> PyhfWorkspace.parse(text, "w.json")).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.what()).contains(what);
            assertThat(e.where()).contains(where);
            assertThat(e.fix()).contains(fix);
        });
    }

    @Test
    void hostileNestingIsRefused() {
        assertThatThrownBy(() -> PyhfWorkspace.parse("[".repeat(100_000), "deep"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void missingFilesAreNamed() {
        assertThatThrownBy(() -> PyhfWorkspace.read(Path.of("absent.json")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.json");
    }
}
