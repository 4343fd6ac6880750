package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Read the templates that ship in {@code histograms/} and compare with the numbers that its README prints: for the study's
 * workspace, those that the study itself reported when it wrote the file.
 */
class ShippedTemplatesTest {

    private static BinnedModel model(String name) {
        return BinnedModel.of(PyhfWorkspace.read(Path.of("histograms", name, "workspace.json")));
    }

    @Test
    void theStudysWorkspaceGivesTheStudysNumbersBack() {
        BinnedModel model = model("vbf-higgs");

        DiscoveryResult discovery = Discovery.of(model);
        LimitResult limit = UpperLimit.withDefaults().of(model);

        assertThat(discovery.muHat()).isCloseTo(1.003262, within(1e-6));
        assertThat(discovery.q0()).isCloseTo(58.76084, within(1e-5));
        assertThat(discovery.q0Expected()).isCloseTo(55.18749, within(1e-5));
        assertThat(limit.observed()).isCloseTo(1.373070, within(1e-6));
        double[] expected = {.109366, .151899, .221801, .330639, .480440};
        for (int i = 0; i < expected.length; i++) {
            assertThat(limit.expected().get(i)).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void theTwoBinFileIsTheTwoBinModel() {
        LimitResult file = UpperLimit.withDefaults().of(model("two-bin"));

        assertThat(file.observed()).isCloseTo(1.0115719, within(1e-7));
    }

    @Test
    void theInventedTemplatesAreWhatTheirRecipesMake() {
        Map<String, Workspace> recipes = Map.of(
                "counting", TemplateRecipes.counting(),
                "control-regions", TemplateRecipes.controlRegions(),
                "higgs-diphoton", TemplateRecipes.bump());

        recipes.forEach((name, recipe) -> assertThat(PyhfWorkspace.read(Path.of("histograms", name, "workspace.json")))
                .as(name)
                .isEqualTo(recipe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"counting", "control-regions", "higgs-diphoton"})
    void theReadmePrintsWhatTheFileGives(String name) throws Exception {
        String row = Files.readAllLines(Path.of("histograms", "README.md")).stream()
                .filter(line -> line.startsWith("| `" + name + "/workspace.json`"))
                .findFirst()
                .orElseThrow();

        assertThat(row).contains(ReferenceNumbers.of(model(name)));
    }

    @Test
    void theCountingExperimentHasTheSignificanceOfLiAndMa() {
        // Li and Ma, Astrophys. J. 272 (1983) 317, eq. (17): n on, m = (50/7)² off, ratio of exposures τ = m / 50.
        double n = 62.0;
        double m = 2500.0 / 49.0;
        double tau = m / 50.0;
        double liMa = 2.0 * (n * Math.log((1.0 + tau) * n / (n + m)) + m * Math.log((1.0 + tau) / tau * m / (n + m)));

        assertThat(Discovery.of(model("counting")).q0()).isCloseTo(liMa, within(1e-8));
    }
}
