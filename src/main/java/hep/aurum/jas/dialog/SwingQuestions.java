package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.jas.child.RunSettings;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** Ask in windows. */
public final class SwingQuestions implements Questions {

    private final Component parent;
    private @Nullable JFileChooser chooser;

    /**
     * Create dialogs.
     *
     * @param parent what they stand in front of
     */
    public SwingQuestions(Component parent) {
        this.parent = parent;
    }

    /** One chooser, made at its first use, remembers the folder. */
    private JFileChooser chooser(String title, int mode) {
        JFileChooser made = chooser == null ? new JFileChooser() : chooser;
        chooser = made;
        made.setDialogTitle(title);
        made.setFileSelectionMode(mode);
        return made;
    }

    @Override
    public Optional<Path> file(String title) {
        JFileChooser files = chooser(title, JFileChooser.FILES_ONLY);
        return answer(files, files.showOpenDialog(parent));
    }

    @Override
    public Optional<Path> folder(String title) {
        JFileChooser folders = chooser(title, JFileChooser.DIRECTORIES_ONLY);
        return answer(folders, folders.showOpenDialog(parent));
    }

    private static Optional<Path> answer(JFileChooser files, int button) {
        File file = files.getSelectedFile();
        return button == JFileChooser.APPROVE_OPTION && file != null ? Optional.of(file.toPath()) : Optional.empty();
    }

    @Override
    public Optional<TemplateChoice> templates(List<TreeHistogram> candidates) {
        TemplateForm form = new TemplateForm(candidates);
        form.choose().addActionListener(click -> {
            JFileChooser files = chooser("Save workspace", JFileChooser.FILES_ONLY);
            answer(files, files.showSaveDialog(parent))
                    .ifPresent(path -> form.workspace().setText(path.toString()));
        });
        return ask("Test histograms", form.panel(), form::choice);
    }

    @Override
    public Optional<PeakChoice> peak(List<TreeHistogram> candidates) {
        PeakForm form = new PeakForm(candidates);
        return ask("Scan for a peak", form.panel(), form::choice);
    }

    @Override
    public Optional<RunSettings> settings(RunSettings current) {
        SettingsForm form = new SettingsForm(current);
        return ask("Memory and threads of runs", form.panel(), form::settings);
    }

    /** Ask until the answer makes sense or the question is cancelled. */
    private <T> Optional<T> ask(String title, JPanel panel, Supplier<T> answer) {
        while (true) {
            int button = JOptionPane.showConfirmDialog(
                    parent, panel, title, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
            if (button != JOptionPane.OK_OPTION) {
                return Optional.empty();
            }
            try {
                return Optional.of(answer.get());
            } catch (BadInput e) {
                JOptionPane.showMessageDialog(parent, e.getMessage(), title, JOptionPane.WARNING_MESSAGE);
            }
        }
    }
}
