package hep.aurum.jas.page;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.Insets;
import java.io.Serial;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Show text in letters of one width, to read and to copy. */
public class TextPage extends JPanel {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SIZE = 12;
    private static final int MARGIN = 8;
    private static final int MOST = 2_000_000;

    private final JTextArea area = new JTextArea();

    /** Create a page. */
    public TextPage(String text) {
        super(new BorderLayout());
        area.setEditable(false);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, SIZE));
        area.setMargin(new Insets(MARGIN, MARGIN, MARGIN, MARGIN));
        area.setText(text);
        area.setCaretPosition(0);
        add(new JScrollPane(area), BorderLayout.CENTER);
    }

    /** Return the text. */
    public final String text() {
        return area.getText();
    }

    /** Replace the text. */
    public final void setText(String text) {
        area.setText(text);
        area.setCaretPosition(0);
    }

    /** Add a line and show it; of a very long text the older half goes. */
    public final void append(String line) {
        if (area.getDocument().getLength() > MOST) {
            area.replaceRange("", 0, MOST / 2);
        }
        area.append(line + "\n");
        area.setCaretPosition(area.getDocument().getLength());
    }
}
