package hep.aurum.observable.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

    private static MemoryTable lists(String... names) {
        MemoryTable table = new MemoryTable();
        Stream.of(names).forEach(name -> table.list(name, MemoryTable.row(1)));
        return table;
    }

    private static TableLayout layout(MemoryTable table) {
        return TableLayout.of(table.header());
    }

    @Test
    void findsCollectionsAndMembersOfNanoAod() {
        TableLayout layout = layout(lists(
                        "Jet_pt",
                        "Jet_eta",
                        "Jet_phi",
                        "Jet_mass",
                        "Jet_btagDeepFlavB",
                        "FatJet_pt",
                        "FatJet_eta",
                        "FatJet_phi",
                        "Muon_pt",
                        "Muon_eta",
                        "Muon_phi",
                        "Muon_pfRelIso04_all",
                        "LHEScaleWeight")
                .scalar("nJet", 1)
                .scalar("MET_pt", 1)
                .scalar("MET_phi", 1)
                .scalar("PuppiMET_pt", 1)
                .scalar("PuppiMET_phi", 1));

        assertThat(layout.collections().keySet()).containsExactlyInAnyOrder("Jet", "FatJet", "Muon");
        assertThat(collection(layout, "Jet").memberNames()).contains("btagDeepFlavB", "pt");
        assertThat(collection(layout, "Muon").memberNames()).contains("pfRelIso04_all");
        assertThat(collection(layout, "FatJet").pdgId()).isZero();
        assertThat(layout.vectors().keySet()).containsExactlyInAnyOrder("MET", "PuppiMET");
        assertThat(layout.met()).extracting(PlanarVector::name).isEqualTo("MET");
    }

    @Test
    void findsCollectionsOfDelphes() {
        TableLayout layout = layout(lists(
                "Jet.PT",
                "Jet.Eta",
                "Jet.Phi",
                "Jet.Mass",
                "Jet.BTag",
                "Photon.PT",
                "Photon.Eta",
                "Photon.Phi",
                "Photon.E",
                "MissingET.MET",
                "MissingET.Eta",
                "MissingET.Phi",
                "ScalarHT.HT"));

        assertThat(layout.collections().keySet()).containsExactlyInAnyOrder("Jet", "Photon");
        assertThat(collection(layout, "Photon").pdgId()).isEqualTo(22);
        assertThat(layout.met()).extracting(PlanarVector::name).isEqualTo("MissingET");
    }

    @Test
    void findsMomentaAlongTheAxes() {
        TableLayout layout = layout(lists("Muon_Px", "Muon_Py", "Muon_Pz", "Muon_E", "Muon_Charge")
                .scalar("MET_px", 1)
                .scalar("MET_py", 1));

        assertThat(collection(layout, "Muon").memberNames()).contains("Charge");
        assertThat(layout.met()).extracting(PlanarVector::cartesian).isEqualTo(true);
    }

    @Test
    void makesOneCollectionOfNumberedColumns() {
        MemoryTable table = new MemoryTable();
        Stream.of(
                        "E1",
                        "px1",
                        "py1",
                        "pz1",
                        "Q1",
                        "E2",
                        "px2",
                        "py2",
                        "pz2",
                        "Q2",
                        "M",
                        "jet1_pt",
                        "jet1_eta",
                        "jet1_phi",
                        "jet2_pt",
                        "jet2_eta",
                        "jet2_phi",
                        "jet1_btag")
                .forEach(name -> table.scalar(name, 1));
        TableLayout layout = layout(table);

        assertThat(layout.collections().keySet()).containsExactlyInAnyOrder("particle", "jet");
        assertThat(collection(layout, "particle").memberNames()).contains("Q").doesNotContain("M");
        // Only one of the two jets has this column.
        assertThat(collection(layout, "jet").memberNames()).doesNotContain("btag");
    }

    @Test
    void leavesColumnsAloneThatMakeNoMomentum() {
        TableLayout layout = layout(new MemoryTable()
                .scalar("pt", 1)
                .scalar("eta", 1)
                .scalar("phi", 1)
                .scalar("x", 1)
                .add(Column.fixed("y_pt", ColumnType.FLOAT64, 2), MemoryTable.row(1, 2)));

        assertThat(layout.collections()).isEmpty();
        assertThat(layout.columnNumber("eta")).isEqualTo(1);
        assertThat(layout.met()).isNull();
    }

    @Test
    void takesDeclaredColumns() {
        TableLayout layout = layout(lists("ph_ET", "ph_e", "ph_f", "ph_tight"))
                .with("photon", Map.of("pt", "ph_ET", "eta", "ph_e", "phi", "ph_f", "tight", "ph_tight"));

        assertThat(collection(layout, "photon").pdgId()).isEqualTo(22);
        assertThat(collection(layout, "photon").memberNames()).contains("tight");
        assertThatThrownBy(() -> layout.with("jet", Map.of("pt", "ph_Et")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"ph_ET\"");
        assertThatThrownBy(() -> layout.with("jet", Map.of("pt", "ph_ET", "eta", "ph_e")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("make no momenta");
    }

    private static ObjectCollection collection(TableLayout layout, String name) {
        return Objects.requireNonNull(layout.collections().get(name));
    }
}
