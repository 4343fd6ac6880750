package hep.aurum.jas.page;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.io.Serial;
import java.nio.file.Path;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Show a study with what is needed to run it: output folder, variables, a button to start and one to cancel. */
public final class StudyPage extends TextPage {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int WIDE = 36;
    private static final int NARROW = 24;

    private final JTextField folder = new JTextField(WIDE);
    private final JTextField variables = new JTextField(NARROW);
    private final JCheckBox force = new JCheckBox("Replace earlier results");
    private final JButton run = new JButton("Run");
    private final JButton cancel = new JButton("Cancel");
    private final JLabel state = new JLabel(" ");

    /**
     * Create a page.
     *
     * @param text what the study is
     * @param out output folder that is proposed
     */
    public StudyPage(String text, Path out) {
        super(text);
        folder.setText(out.toString());
        folder.setName("folder");
        variables.setName("variables");
        variables.setToolTipText("values of the study's variables: folder=DATA name=value");
        run.setName("run");
        cancel.setName("cancel");
        cancel.setEnabled(false);
        JPanel top = new JPanel();
        top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
        JPanel fields = new JPanel(new FlowLayout(FlowLayout.LEFT));
        fields.add(new JLabel("Output folder"));
        fields.add(folder);
        fields.add(new JLabel("Variables"));
        fields.add(variables);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
        buttons.add(run);
        buttons.add(cancel);
        buttons.add(force);
        buttons.add(Box.createHorizontalStrut(NARROW));
        buttons.add(state);
        top.add(fields);
        top.add(buttons);
        add(top, BorderLayout.NORTH);
    }

    /** Listen to the two buttons. */
    public void listen(ActionListener start, ActionListener stop) {
        run.addActionListener(start);
        cancel.addActionListener(stop);
    }

    /** Return the output folder. */
    public Path folder() {
        return Path.of(folder.getText().strip());
    }

    /** Return the variables as they were typed. */
    public String variables() {
        return variables.getText().strip();
    }

    /** Return whether earlier results are replaced. */
    public boolean isForced() {
        return force.isSelected();
    }

    /** Show whether the study is running. */
    public void setRunning(boolean isRunning) {
        run.setEnabled(!isRunning);
        cancel.setEnabled(isRunning);
    }

    /** Show how far the study is. */
    public void setState(String text) {
        state.setText(text);
    }

    /** Return the button that starts. */
    public JButton runButton() {
        return run;
    }

    /** Return the button that cancels. */
    public JButton cancelButton() {
        return cancel;
    }

    /** Return the field of the output folder. */
    public JTextField folderField() {
        return folder;
    }
}
