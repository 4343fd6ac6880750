package hep.aurum.jas.dialog;

import hep.aurum.jas.child.RunSettings;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Ask in fields for memory and threads. */
final class SettingsForm {

    private final Form form = new Form();
    private final RunSettings current;
    private final JTextField memory;
    private final JTextField threads;

    SettingsForm(RunSettings current) {
        this.current = current;
        form.note("A run has a Java machine of its own. Its results do not depend on the number of threads.");
        memory = form.text("Memory in MB", Integer.toString(current.memory()));
        threads = form.text("Threads", Integer.toString(current.threads()));
    }

    JPanel panel() {
        return form.panel();
    }

    RunSettings settings() {
        return new RunSettings(
                Fields.whole("Memory", memory.getText(), current.memory()),
                Fields.whole("Threads", threads.getText(), current.threads()));
    }
}
