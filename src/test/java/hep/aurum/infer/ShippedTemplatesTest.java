package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.likelihood.binned.BinnedModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
