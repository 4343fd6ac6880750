package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prune, rename, combine, sort and summarise, with the rules of pyhf.workspace.Workspace. */
class WorkspaceOperationsTest {

    private static final Sample SIGNAL = new Sample("signal", List.of(5.0), List.of(new Modifier.NormFactor("mu")));

    private static Sample background(double rate) {
        return new Sample(
                "background",
                List.of(rate),
                List.of(
                        new Modifier.StatError("stat", List.of(2.0)),
                        new Modifier.NormSys("jes", 0.9, 1.1),
                        new Modifier.HistoSys("jes", List.of(rate - 1.0), List.of(rate + 1.0))));
    }

    private static Workspace workspace(String channel, double rate, ParameterSettings... settings) {
        return new Workspace(
                List.of(new Channel(channel, List.of(SIGNAL, background(rate)))),
                List.of(new Observation(channel, List.of(rate + 3.0))),
                List.of(new Measurement("m", "mu", List.of(settings))));
    }

    private static Workspace two() {
        return Join.OUTER.combine(
                workspace("SR", 50.0),
                Renaming.none().withModifier("stat", "stat2").of(workspace("CR", 60.0)));
    }

    @Test
    void pruningAChannelTakesItsObservation() {
        Workspace pruned = Pruning.none().withoutChannels("CR").of(two());

        assertThat(pruned).isEqualTo(workspace("SR", 50.0));
    }

    @Test
    void pruningSamplesModifiersTypesAndMeasurements() {
        Workspace jesFixed = workspace("SR", 50.0, ParameterSettings.of("jes").withRange(0.0, -1.0, 1.0));
        Pruning none = Pruning.none();

        Workspace background = none.withoutSamples("signal").of(jesFixed);
        Workspace noJes = none.withoutModifiers("jes").of(jesFixed);
        Workspace noShape = none.withoutModifierTypes("histosys", "staterror").of(jesFixed);

        assertThat(background.channels().get(0).samples()).containsExactly(background(50.0));
        assertThat(background.measurements()).isEqualTo(jesFixed.measurements());
        assertThat(noJes.measurements().get(0).parameters()).isEmpty();
        assertThat(noJes.channels().get(0).samples().get(1).modifiers())
                .extracting(Modifier::type)
                .containsExactly("staterror");
        assertThat(noShape.channels().get(0).samples().get(1).modifiers())
                .containsExactly(new Modifier.NormSys("jes", 0.9, 1.1));
        assertThatThrownBy(() -> none.withoutMeasurements("m").of(jesFixed))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no measurement");
        assertThatThrownBy(() -> none.withoutSamples("signal", "background").of(jesFixed))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no sample");
    }

    @Test
    void unknownNamesAreNotFound() {
        Workspace workspace = two();

        assertThatThrownBy(() -> Pruning.none().withoutChannels("SRR").of(workspace))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"SR\"");
        assertThatThrownBy(() -> Pruning.none().withoutModifierTypes("lumi").of(workspace))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Renaming.none().withMeasurement("n", "x").of(workspace))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Renaming.none().withSample("x", "y").of(workspace))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void renamingReachesObservationsSettingsAndThePoi() {
        Workspace workspace = workspace("SR", 50.0, ParameterSettings.of("mu").withRange(1.0, 0.0, 5.0));

        Workspace renamed = Renaming.none()
                .withChannel("SR", "signal_region")
                .withSample("background", "ttbar")
                .withModifier("mu", "mu_SIG")
                .withMeasurement("m", "search")
                .of(workspace);

        assertThat(renamed.observation("signal_region").data()).containsExactly(53.0);
        assertThat(renamed.channels().get(0).samples()).extracting(Sample::name).containsExactly("signal", "ttbar");
        Measurement measurement = renamed.measurement("search");
        assertThat(measurement.poi()).isEqualTo("mu_SIG");
        assertThat(measurement.parameters())
                .containsExactly(ParameterSettings.of("mu_SIG").withRange(1.0, 0.0, 5.0));
        Renaming back = Renaming.none()
                .withChannel("signal_region", "SR")
                .withSample("ttbar", "background")
                .withModifier("mu_SIG", "mu")
                .withMeasurement("search", "m");
        assertThat(back.of(renamed)).isEqualTo(workspace);
    }

    @Test
    void renamingExchangesTwoNamesButDoesNotMergeChannels() {
        Workspace workspace = two();

        Workspace exchanged =
                Renaming.none().withChannel("SR", "CR").withChannel("CR", "SR").of(workspace);

        assertThat(exchanged.observation("CR").data()).containsExactly(53.0);
        assertThatThrownBy(() -> Renaming.none().withChannel("SR", "CR").of(workspace))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two channels have the name \"CR\"");
    }

    @ParameterizedTest
    @EnumSource(Join.class)
    void workspacesWithoutCommonNamesAreJoinedByEveryRule(Join join) {
        Workspace left = workspace("SR", 50.0);
        Workspace right = Renaming.none()
                .withModifier("stat", "stat2")
                .withMeasurement("m", "n")
                .of(workspace("CR", 60.0));

        Workspace combined = join.combine(left, right);

        boolean isRightFirst = join == Join.RIGHT_OUTER;
        assertThat(combined.channels())
                .extracting(Channel::name)
                .containsExactly(isRightFirst ? new String[] {"CR", "SR"} : new String[] {"SR", "CR"});
        assertThat(combined.measurements()).hasSize(2);
    }

    @Test
    void commonNamesAreRefusedMergedOrDecidedByASide() {
        Workspace left = workspace("SR", 50.0);
        Workspace right = workspace("SR", 60.0);

        assertThatThrownBy(() -> Join.NONE.combine(left, left))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("both workspaces have the");
        assertThat(Join.OUTER.combine(left, left)).isEqualTo(left);
        assertThatThrownBy(() -> Join.OUTER.combine(left, right))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("different channels of the names SR");
        assertThat(Join.LEFT_OUTER.combine(left, right)).isEqualTo(left);
        assertThat(Join.RIGHT_OUTER.combine(left, right)).isEqualTo(right);
    }

    @Test
    void anOuterJoinMergesSettingsOfAMeasurement() {
        ParameterSettings mu = ParameterSettings.of("mu").withRange(1.0, 0.0, 5.0);
        ParameterSettings jes = ParameterSettings.of("jes").withRange(0.0, -2.0, 2.0);
        ParameterSettings otherMu = ParameterSettings.of("mu").withRange(1.0, 0.0, 9.0);
        Workspace left = workspace("SR", 50.0, mu);

        assertThat(Join.OUTER.combine(left, workspace("SR", 50.0, mu, jes)).measurements())
                .containsExactly(new Measurement("m", "mu", List.of(mu, jes)));
        assertThatThrownBy(() -> Join.OUTER.combine(left, workspace("SR", 50.0, otherMu)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("different settings of the parameter mu");
        Workspace otherPoi =
                new Workspace(left.channels(), left.observations(), List.of(new Measurement("m", "jes", List.of())));
        assertThatThrownBy(() -> Join.OUTER.combine(left, otherPoi))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"mu\" and \"jes\"");
        assertThat(Join.LEFT_OUTER.combine(left, otherPoi).measurements()).isEqualTo(left.measurements());
    }

    @Test
    void sortingOrdersEveryListAndKeepsTheModel() {
        Workspace sorted = two().sorted();

        assertThat(sorted.channels()).extracting(Channel::name).containsExactly("CR", "SR");
        assertThat(sorted.observations()).extracting(Observation::name).containsExactly("CR", "SR");
        assertThat(sorted.channels().get(1).samples()).extracting(Sample::name).containsExactly("background", "signal");
        assertThat(sorted.channels().get(1).samples().get(0).modifiers())
                .extracting(Modifier::type)
                .containsExactly("histosys", "normsys", "staterror");
        assertThat(sorted.sorted()).isEqualTo(sorted);
        assertThat(BinnedModel.of(sorted).counts()).containsExactly(63.0, 53.0);
    }

    @Test
    void theSummaryNamesWhatIsThere() {
        WorkspaceSummary summary = WorkspaceSummary.of(two());

        assertThat(summary.channels()).isEqualTo(Map.of("SR", 1, "CR", 1));
        assertThat(summary.modifiers().get("jes")).containsExactly("histosys", "normsys");
        assertThat(summary.parameters())
                .containsExactly(
                        new WorkspaceSummary.ParameterSummary("mu", 1, "none"),
                        new WorkspaceSummary.ParameterSummary("stat", 1, "Gaussian"),
                        new WorkspaceSummary.ParameterSummary("jes", 1, "Gaussian"),
                        new WorkspaceSummary.ParameterSummary("stat2", 1, "Gaussian"));
        assertThat(summary.measurements()).isEqualTo(Map.of("m", "mu"));
        assertThat(summary.remarks()).isEmpty();
    }
}
