package hep.aurum.jas.dialog;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Lay out labelled fields below each other; the label names its field for whoever cannot see. */
final class Form {

    private static final int GAP = 4;
    private static final int WIDTH = 14;
    private static final int NOTE_WIDTH = 44;

    private final JPanel panel = new JPanel(new GridBagLayout());
    private int rows;

    JPanel panel() {
        return panel;
    }

    <T extends JComponent> T add(String name, T field) {
        JLabel label = new JLabel(name);
        label.setLabelFor(field);
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(name);
        panel.add(label, at(0, 1, 0));
        panel.add(field, at(1, 1, 1));
        rows++;
        return field;
    }

    JTextField text(String name, String value) {
        return add(name, new JTextField(value, WIDTH));
    }

    JCheckBox check(String name, boolean value) {
        JCheckBox box = new JCheckBox(name, value);
        box.setName(name);
        panel.add(box, at(1, 1, 1));
        rows++;
        return box;
    }

    void note(String text) {
        JTextArea note = new JTextArea(text, 0, NOTE_WIDTH);
        note.setLineWrap(true);
        note.setWrapStyleWord(true);
        note.setEditable(false);
        note.setFocusable(false);
        note.setOpaque(false);
        note.setFont(new JLabel().getFont());
        panel.add(note, at(0, 2, 1));
        rows++;
    }

    private GridBagConstraints at(int column, int width, double weight) {
        return new GridBagConstraints(
                column,
                rows,
                width,
                1,
                weight,
                0,
                GridBagConstraints.NORTHWEST,
                GridBagConstraints.HORIZONTAL,
                new Insets(GAP, GAP, GAP, GAP),
                0,
                0);
    }
}
