package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.binned.WorkspaceSummary;
import hep.aurum.math.optim.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
               {"name": "jes", "fixed": true}]}}]
             , "version": "1.0.0"}
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
                "[3, 7]|[3, \"x\"]|\"data\" is \"x\" in bin 1, not a finite number|sample bkg, modifier fake (shapesys)|number",
                "[3, 7]|[3, 1e999]|not a finite number|sample bkg, modifier fake (shapesys)|number",
                "[49, 50]|[49]|\"lo_data\" has 1 bins|sample bkg, modifier jes (histosys)|every bin",
                "[3, 7]|[3]|\"data\" has 1 bins, the channel has 2|w.json, channel SR, sample bkg, modifier fake (shapesys)|every bin",
                "[3, 7]|[3, -7]|\"data\" is -7.0 in bin 1|w.json, channel SR, sample bkg, modifier fake (shapesys)|not negative",
                "[1, 2]|[1, -2]|\"data\" is -2.0 in bin 1|w.json, channel SR, sample bkg, modifier stat (staterror)|not negative",
                "[1.1, 0.1]|[]|\"data\" is empty|w.json, channel SR, sample signal|at least one",
                "[1.1, 0.1]|[1.1]|\"data\" has 2 bins, the channel has 1|w.json, channel SR, sample bkg|every bin",
                "\"lo\": 0.9|\"lo\": -0.9|the factors are lo -0.9 and hi 1.1|modifier jes (normsys)|histosys",
                "\"name\": \"signal\"|\"name\": \"bkg\"|two samples of the channel have the name \"bkg\"|channel SR, sample bkg|rename",
                "\"name\": \"fake\", \"type\": \"shapesys\"|\"name\": \"stat\", \"type\": \"staterror\"|this modifier twice|sample bkg, modifier stat (staterror)|remove",
                "\"normfactor\", \"data\": null|\"normfactor\", \"data\": [1]|\"data\" is a list|modifier mu (normfactor)|write null",
                "\"normfactor\", \"data\": null|\"normfactor\"|\"data\" is missing|modifier mu (normfactor)|known",
                "\"name\": \"lumi\", \"type\"|\"name\": \"L\", \"type\"|the luminosity has the name \"L\"|modifier L (lumi)|must be",
                "\"config\": {|\"config\": {\"pio\": 1, |unknown key \"pio\"|measurement m|poi",
                "\"observations\": [{|\"observations\": [{\"bins\": 2, |unknown key \"bins\"|observation SR|data",
                "\"fixed\": true|\"fixed\": [true]|\"fixed\" is not true or false|measurement m, parameter jes|true or false",
                "\"inits\": [1]|\"inits\": [1, 1]|2 values in \"inits\", expected 1|parameter lumi|every bin",
                "\"inits\": [1]|\"inits\": [2]|starts at 2.0 outside its bounds [0.5, 1.5]|parameter lumi|inits",
                "[[0.5, 1.5]]|[[0.5]]|\"bounds\" holds something else than pairs|parameter lumi|lower",
                "\"auxdata\": [1]|\"auxdata\": []|\"auxdata\" is empty|parameter lumi|number",
                "{\"name\": \"jes\", \"fixed\"|{\"name\": \"jes\", \"sigmas\": [0]}, {\"name\": \"other\", \"fixed\"|\"jes\" has the uncertainty 0.0|parameter jes|sigmas",
                "{\"name\": \"jes\", \"fixed\"|{\"name\": \"jes\"}, {\"name\": \"jes\", \"fixed\"|settings of \"jes\" twice|measurement m|merge",
                "{\"name\": \"jes\", \"fixed\"|{\"name\": \"fake\", \"factors\": [1, 0]}, {\"name\": \"jes\", \"fixed\"|\"fake[1]\" has the auxiliary count|parameter fake|positive",
                "{\"name\": \"jes\", \"fixed\"|{\"name\": \"mu\", \"factors\": [1]}, {\"name\": \"jes\", \"fixed\"|\"mu\" has factors but no Poisson constraint|parameter mu|remove",
                "\"version\": \"1.0.0\"}|\"spare\": 1}|unknown key \"spare\"|w.json|known",
                ", \"version\": \"1.0.0\"}|}|\"version\" is missing|w.json|known",
                "\"version\": \"1.0.0\"}|\"version\": \"1.0.0\"} 7|not valid JSON|w.json line|correct",
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

    @Test
    void wholeNumbersTooLongForADoubleAreRefused() {
        String text = TEXT.replace("[3, 7]", "[3, 1" + "0".repeat(400) + "]");

        assertThatThrownBy(() -> PyhfWorkspace.parse(text, "w.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("in bin 1, not a finite number");
    }

    @Test
    void aBackgroundWorkspaceIsADocumentButNoModel() {
        Workspace workspace = PyhfWorkspace.parse(TEXT.replace("\"poi\": \"mu\"", "\"poi\": \"nu\""), "w.json");

        assertThatThrownBy(() -> BinnedModel.of(workspace))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the parameter of interest \"nu\" belongs to no modifier")
                .hasMessageContaining("measurement m");
        assertThat(WorkspaceSummary.of(workspace).remarks())
                .singleElement()
                .asString()
                .contains("\"nu\"");
    }

    @Test
    void twoMeasurementsOfOneNameAreRefused() {
        String twice = TEXT.replace(
                "\"measurements\": [",
                "\"measurements\": [{\"name\": \"m\", \"config\": {\"poi\": \"mu\", \"parameters\": ["
                        + "{\"name\": \"lumi\", \"auxdata\": [1], \"sigmas\": [0.1]}]}}, ");

        assertThatThrownBy(() -> PyhfWorkspace.parse(twice, "w.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two measurements have the name \"m\"");
    }

    @Test
    void emptyBinsHoldTheirFactorsInPlace() {
        String text = TEXT.replace("[3, 7]", "[0, 7]").replace("\"fixed\": true", "\"fixed\": false");

        BinnedModel model = BinnedModel.of(PyhfWorkspace.parse(
                text.replace("[50, 52.000000000000007]", "[50, 0]").replace("[1, 2]", "[1, 0]"), "w.json"));

        assertThat(model.parameters())
                .filteredOn(ModelParameter::isFixed)
                .extracting(ModelParameter::name)
                .containsExactly("stat[1]", "fake[0]", "fake[1]");
    }

    @Test
    void factorsOfAPoissonConstraintReplaceTheDefault() {
        String text = TEXT.replace(
                "{\"name\": \"jes\", \"fixed\"",
                "{\"name\": \"fake\", \"auxdata\": [90, 80], \"factors\": [100, 64]}, {\"name\": \"jes\", \"fixed\"");
        Workspace workspace = PyhfWorkspace.parse(text, "w.json");

        BinnedModel model = BinnedModel.of(workspace);
        double[] theta = model.initialPoint();
        int fake =
                model.parameters().stream().map(ModelParameter::name).toList().indexOf("fake[0]");
        double[] moved = theta.clone();
        moved[fake] = 1.1;
        Objective twiceNll = model.withCounts(model.rates(moved)).twiceNll();
        double change = twiceNll.value(moved) - twiceNll.value(theta);
        double[] before = model.rates(theta);
        double[] after = model.rates(moved);

        // Pois(90 | 100 γ): -2 ln ratio = 2 (100·0.1 − 90 ln 1.1); and the counts of bin 0 were those of the moved
        // point.
        double constraint = 2.0 * (10.0 - 90.0 * Math.log(1.1));
        double counts = 2.0 * (after[0] - before[0] - after[0] * Math.log(after[0] / before[0]));
        assertThat(change).isCloseTo(constraint + counts, within(1e-9));
        assertThat(PyhfWorkspace.parse(PyhfWorkspace.toJson(workspace), "again"))
                .isEqualTo(workspace);
    }

    @Test
    void compressedFilesAreWrittenAndRead(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("workspace.json.gz");
        Workspace workspace = PyhfWorkspace.parse(TEXT, "text");

        PyhfWorkspace.write(workspace, path);

        assertThat(PyhfWorkspace.read(path)).isEqualTo(workspace);
        byte[] bytes = Files.readAllBytes(path);
        assertThat(bytes).startsWith(0x1f, 0x8b);
        Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> PyhfWorkspace.read(path))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("to its end");
    }

    @Test
    void everySharedWorkspaceSurvivesARoundTrip() throws Exception {
        Path data = Path.of(System.getProperty("aurum.data", "absent"));
        assumeTrue(
                Files.isDirectory(data.resolve("workspaces")), "needs the shared data: run with -Daurum.data=FOLDER");
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("workspaces"))) {
            files.filter(f -> f.toString().matches(".*\\.json(\\.gz)?"))
                    .sorted()
                    .forEach(paths::add);
        }
        for (String name :
                List.of("2-bin_1-channel.json", "sbottom_RegionA_BkgOnly.json", "xmlimport_input_bkg.json")) {
            paths.add(data.resolve("thirdparty/pyhf").resolve(name));
        }
        assertThat(paths).hasSizeGreaterThan(15);

        for (Path path : paths) {
            Workspace workspace = PyhfWorkspace.read(path);
            String json = PyhfWorkspace.toJson(workspace);

            assertThat(PyhfWorkspace.parse(json, "again")).as(path.toString()).isEqualTo(workspace);
        }
    }
}
