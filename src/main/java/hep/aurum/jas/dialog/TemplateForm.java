package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;
import hep.aurum.jas.aida.TreeHistogram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;

/** Ask in fields for a hypothesis test. */
final class TemplateForm {

    private static final String NO_DATA = "none: expected values only";
    private static final int VISIBLE = 6;
    private static final String USUAL_LEVEL = "0.95";

    private final Form form = new Form();
    private final JComboBox<TreeHistogram> signal;
    private final JList<TreeHistogram> backgrounds;
    private final JComboBox<Object> data;
    private final JTextField rates;
    private final JTextField luminosity;
    private final JTextField level;
    private final JTextField workspace;
    private final JButton choose;
    private final JCheckBox statErrors;

    TemplateForm(List<TreeHistogram> candidates) {
        form.note("Expected events of signal and backgrounds, normalised to the data, in the same bins.");
        signal = form.add("Signal", new JComboBox<>(candidates.toArray(new TreeHistogram[0])));
        backgrounds = new JList<>(candidates.toArray(new TreeHistogram[0]));
        backgrounds.setVisibleRowCount(VISIBLE);
        backgrounds.setName("Backgrounds list");
        form.add("Backgrounds", new JScrollPane(backgrounds));
        DefaultComboBoxModel<Object> observed = new DefaultComboBoxModel<>();
        observed.addElement(NO_DATA);
        candidates.forEach(observed::addElement);
        data = form.add("Data", new JComboBox<>(observed));
        rates = form.text("Uncertainty of each background's rate", "");
        luminosity = form.text("Uncertainty of the luminosity", "");
        level = form.text("Confidence level", USUAL_LEVEL);
        workspace = form.text("Save workspace as (pyhf JSON)", "");
        choose = form.add("", new JButton("Choose file…"));
        statErrors = form.check("Errors of the bins are uncertainties of the simulation", true);
        guess(candidates);
    }

    /** Names that studies of Aurum give save a few clicks. */
    private void guess(List<TreeHistogram> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            String text = candidates.get(i).path();
            if (text.contains("/signal/") && signal.getSelectedIndex() == 0) {
                signal.setSelectedIndex(i);
            }
        }
    }

    JPanel panel() {
        return form.panel();
    }

    /** Return what the fields say. */
    TemplateChoice choice() {
        if (!(signal.getSelectedItem() instanceof TreeHistogram picked)) {
            throw new BadInput("no signal is picked", "", "pick one");
        }
        Optional<TreeHistogram> observed =
                data.getSelectedItem() instanceof TreeHistogram h ? Optional.of(h) : Optional.empty();
        String file = workspace.getText().strip();
        return new TemplateChoice(
                picked,
                backgrounds.getSelectedValuesList(),
                observed,
                Fields.number("Uncertainty of each background's rate", rates.getText(), 0),
                Fields.number("Uncertainty of the luminosity", luminosity.getText(), 0),
                statErrors.isSelected(),
                Fields.number("Confidence level", level.getText(), Double.parseDouble(USUAL_LEVEL)),
                file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)));
    }

    JButton choose() {
        return choose;
    }

    JTextField workspace() {
        return workspace;
    }

    JComboBox<TreeHistogram> signal() {
        return signal;
    }

    JList<TreeHistogram> backgrounds() {
        return backgrounds;
    }

    JComboBox<Object> data() {
        return data;
    }
}
