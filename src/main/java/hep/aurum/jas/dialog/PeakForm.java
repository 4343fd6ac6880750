package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.workflow.PeakWidth;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Ask in fields for a search for a peak. */
final class PeakForm {

    private final Form form = new Form();
    private final JComboBox<TreeHistogram> background;
    private final JComboBox<TreeHistogram> data;
    private final JTextField constant;
    private final JTextField slope;
    private final JTextField from;
    private final JTextField to;
    private final JTextField rate;
    private final JTextField toys;
    private final JCheckBox statErrors;

    PeakForm(List<TreeHistogram> candidates) {
        form.note("A Gaussian peak of width s0 + a m at each position m, over the expected background.");
        background = form.add("Background", new JComboBox<>(candidates.toArray(new TreeHistogram[0])));
        data = form.add("Data", new JComboBox<>(candidates.toArray(new TreeHistogram[0])));
        candidates.stream().filter(h -> h.path().contains("/data")).findFirst().ifPresent(data::setSelectedItem);
        constant = form.text("Constant width s0", "");
        slope = form.text("Relative width a", "");
        from = form.text("From (empty: whole axis)", "");
        to = form.text("To", "");
        rate = form.text("Uncertainty of the background's rate", "");
        toys = form.text("Toys for the global significance", "0");
        statErrors = form.check("Errors of the bins are uncertainties of the background", true);
    }

    JPanel panel() {
        return form.panel();
    }

    /** Return what the fields say. */
    PeakChoice choice() {
        if (background.getSelectedItem() instanceof TreeHistogram expected
                && data.getSelectedItem() instanceof TreeHistogram observed) {
            return new PeakChoice(
                    expected,
                    observed,
                    new PeakWidth(
                            Fields.number("Constant width", constant.getText(), 0),
                            Fields.number("Relative width", slope.getText(), 0)),
                    Fields.number("From", from.getText(), Double.NaN),
                    Fields.number("To", to.getText(), Double.NaN),
                    Fields.number("Uncertainty of the background's rate", rate.getText(), 0),
                    statErrors.isSelected(),
                    Fields.whole("Toys", toys.getText(), 0));
        }
        throw new BadInput("background or data are not picked", "", "pick both");
    }

    JComboBox<TreeHistogram> background() {
        return background;
    }

    JComboBox<TreeHistogram> data() {
        return data;
    }

    JTextField constant() {
        return constant;
    }
}
