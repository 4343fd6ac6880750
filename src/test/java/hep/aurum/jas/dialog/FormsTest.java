package hep.aurum.jas.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.jas.aida.HostTree;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.jas.child.RunSettings;
import hep.aurum.jas.host.Aida;
import hep.aurum.workflow.PeakScan;
import hep.aurum.workflow.TemplateTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms without windows: what is in the fields is what is asked. */
class FormsTest {

    private static final Axis AXIS = Axis.uniform("m", "GeV", 4, 100, 120);

    private static List<TreeHistogram> candidates(String... titles) {
        HostTree tree = HostTree.of(new Aida(), null);
        for (int i = 0; i < titles.length; i++) {
            tree.create("/h" + i, titles[i], AXIS).fill(101 + 5 * i, 2);
        }
        return tree.histograms();
    }

    @Test
    void aTestIsWhatIsPicked() {
        List<TreeHistogram> all = candidates("higgs", "continuum", "top", "data");
        TemplateForm form = new TemplateForm(all);
        form.signal().setSelectedItem(all.get(0));
        form.backgrounds().setSelectedIndices(new int[] {1, 2});
        form.data().setSelectedItem(all.get(3));
        form.workspace().setText(" w.json ");

        TemplateChoice choice = form.choice();
        TemplateTest test = choice.test();

        assertThat(test.signal().title()).isEqualTo("higgs");
        assertThat(test.signal().height(0)).isEqualTo(2);
        assertThat(test.backgrounds()).extracting(h -> h.title()).containsExactly("continuum", "top");
        assertThat(test.data()).get().extracting(h -> h.height(3)).isEqualTo(2.0);
        assertThat(choice.workspace()).contains(Path.of("w.json"));
        assertThat(choice.level()).isEqualTo(0.95);
    }

    @Test
    void titlesThatAreTheSameGiveWayToPaths() {
        List<TreeHistogram> all = candidates("mass", "mass");
        TemplateForm form = new TemplateForm(all);
        form.backgrounds().setSelectedIndex(1);

        assertThat(form.choice().test().signal().title()).isEqualTo("/h0");
    }

    @Test
    void whatMakesNoSenseIsRefusedInASentence() {
        List<TreeHistogram> all = candidates("a", "b");
        TemplateForm form = new TemplateForm(all);
        assertThatThrownBy(form::choice).isInstanceOf(BadInput.class).hasMessageContaining("no background");
        form.backgrounds().setSelectedIndex(0);
        assertThatThrownBy(form::choice).hasMessageContaining("as signal and as background");
    }

    @Test
    void numbersMayBePerCent() {
        assertThat(Fields.number("x", " 5% ", 0)).isEqualTo(0.05);
        assertThat(Fields.number("x", "0.05", 0)).isEqualTo(0.05);
        assertThat(Fields.number("x", " ", 7)).isEqualTo(7);
        assertThatThrownBy(() -> Fields.number("x", "much", 0)).hasMessageContaining("\"much\" is not a number");
        assertThatThrownBy(() -> Fields.number("x", "1e999", 0)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Fields.whole("n", "1.5", 0)).hasMessageContaining("whole");
    }

    @Test
    void aSearchIsWhatIsPicked() {
        List<TreeHistogram> all = candidates("b", "n");
        PeakForm form = new PeakForm(all);
        form.data().setSelectedIndex(1);
        form.constant().setText("2");

        PeakScan scan = form.choice().scan();

        assertThat(scan.width().at(110)).isEqualTo(2);
        assertThat(scan.from()).isEqualTo(100);
        assertThat(scan.to()).isEqualTo(120);
        // Steps of a quarter of the width: 20 / 0.5 of them.
        assertThat(scan.points()).isEqualTo(41);
        form.constant().setText("");
        assertThatThrownBy(() -> form.choice().scan()).hasMessageContaining("width");
        form.data().setSelectedIndex(0);
        assertThatThrownBy(form::choice).hasMessageContaining("as background and as data");
    }

    @Test
    void settingsAreShownAndRead() {
        assertThat(new SettingsForm(new RunSettings(777, 2)).settings()).isEqualTo(new RunSettings(777, 2));
    }
}
