package hep.aurum.plot;

import hep.aurum.base.BadInput;
import hep.aurum.plot.style.RichText;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/**
 * Show a figure in a window of its own, which keeps the figure's proportions and saves it as SVG, PDF or PNG.
 *
 * <p>Files are written by {@link FigureWriter}, the same as without a window. Several figures share a window through
 * {@link FigureGrid}.
 *
 * <pre>{@code
 * FigureWindow.show("Limits", limits);
 * FigureWindow.show("Fit", FigureGrid.of(2, List.of(pulls, correlations)));
 * }</pre>
 */
public final class FigureWindow {

    /** Part of the screen that a window takes at most. */
    private static final double PART_OF_SCREEN = 0.85;

    private static final List<String> KINDS = List.of("svg", "pdf", "png");

    private FigureWindow() {}

    /**
     * Open a window and return at once; closing it ends nothing else.
     *
     * @return whether there is a screen: without one, as on a cluster, nothing happens and the answer is false
     */
    public static boolean show(String title, Figure figure) {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        EventQueue.invokeLater(() -> open(title, figure));
        return true;
    }

    private static void open(String title, Figure figure) {
        JFrame frame = new JFrame(RichText.plain(title));
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        FigurePanel panel = new FigurePanel(figure);
        Dimension screen = frame.getToolkit().getScreenSize();
        panel.fitInto(PART_OF_SCREEN * screen.width, PART_OF_SCREEN * screen.height);
        frame.add(panel);
        frame.setJMenuBar(menu(frame, title, figure));
        frame.pack();
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
    }

    private static JMenuBar menu(JFrame frame, String title, Figure figure) {
        JMenu menu = new JMenu("File");
        for (String kind : KINDS) {
            JMenuItem item = new JMenuItem("Save as " + kind.toUpperCase(Locale.ROOT) + "…");
            item.addActionListener(event -> save(frame, title, figure, kind));
            menu.add(item);
        }
        JMenuItem close = new JMenuItem("Close");
        close.addActionListener(event -> frame.dispose());
        menu.addSeparator();
        menu.add(close);
        JMenuBar bar = new JMenuBar();
        bar.add(menu);
        return bar;
    }

    private static void save(JFrame frame, String title, Figure figure, String kind) {
        JFileChooser chooser = new JFileChooser();
        chooser.setFileFilter(new FileNameExtensionFilter(kind.toUpperCase(Locale.ROOT) + " files", kind));
        chooser.setSelectedFile(new File(fileName(title) + "." + kind));
        if (chooser.showSaveDialog(frame) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = withSuffix(chooser.getSelectedFile().toPath(), kind);
        boolean taken = file.toFile().exists();
        if (taken && JOptionPane.showConfirmDialog(frame, file + " exists. Replace it?") != JOptionPane.YES_OPTION) {
            return;
        }
        try {
            FigureWriter.write(figure, file);
        } catch (BadInput e) {
            JOptionPane.showMessageDialog(frame, e.getMessage(), "Not saved", JOptionPane.ERROR_MESSAGE);
        }
    }

    /** Return a title as the name of a file. */
    static String fileName(String title) {
        String name = RichText.plain(title).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? "figure" : name;
    }

    /** Return a file that ends as its kind says. */
    static Path withSuffix(Path file, String kind) {
        String name = String.valueOf(file.getFileName());
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith("." + kind);
        return ends ? file : file.resolveSibling(name + "." + kind);
    }
}
