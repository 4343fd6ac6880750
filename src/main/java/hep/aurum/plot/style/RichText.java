package hep.aurum.plot.style;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Lay out one line with sub- and superscripts: {@code p_{T}(H) [GeV]}, {@code 300 fb^{−1}}.
 *
 * <p>Only {@code _{} and {@code ^{} start a script, so that column names such as {@code delta_phi} stay as they are.
 */
public final class RichText {

    private static final double SCRIPT = 0.72;

    private final List<Run> runs;

    private record Run(String text, Font font, double x, double rise) {}

    private RichText(List<Run> runs) {
        this.runs = runs;
    }

    /** Lay out a text in one style and size. */
    public static RichText of(String markup, int style, double size) {
        List<Run> runs = new ArrayList<>();
        double x = 0;
        int i = 0;
        while (i < markup.length()) {
            int script = nextScript(markup, i);
            int end = script == i ? Math.max(i, markup.indexOf('}', i)) : script;
            boolean scripted = script == i;
            String text = markup.substring(scripted ? i + 2 : i, end);
            double rise = scripted ? (markup.charAt(i) == '^' ? 0.38 : -0.22) * size : 0;
            Font font = HouseFont.font(text, style, scripted ? SCRIPT * size : size);
            if (!text.isEmpty()) {
                runs.add(new Run(text, font, x, rise));
                x += HouseFont.width(text, font);
            }
            i = scripted ? end + 1 : end;
        }
        return new RichText(runs);
    }

    /** Return a text without its markup. */
    public static String plain(String markup) {
        return markup.replaceAll("[_^]\\{([^}]*)}", "$1");
    }

    /** Find the next complete script, or the end of the text. */
    private static int nextScript(String markup, int start) {
        for (int i = start; i + 1 < markup.length(); i++) {
            boolean opens = (markup.charAt(i) == '_' || markup.charAt(i) == '^') && markup.charAt(i + 1) == '{';
            if (opens && markup.indexOf('}', i) > 0) {
                return i;
            }
        }
        return markup.length();
    }

    /** Return the width in points of the figure. */
    public double width() {
        if (runs.isEmpty()) {
            return 0;
        }
        Run last = runs.get(runs.size() - 1);
        return last.x + HouseFont.width(last.text, last.font);
    }

    /** Draw the line with its base line starting at (x, y). */
    public void draw(Graphics2D g, double x, double y) {
        for (Run run : runs) {
            g.setFont(run.font);
            g.drawString(run.text, (float) (x + run.x), (float) (y - run.rise));
        }
    }

    /** Draw the line so that a fraction of its width lies left of x: 0 starts there, 0.5 centres, 1 ends there. */
    public void draw(Graphics2D g, double x, double y, double alignment) {
        draw(g, x - alignment * width(), y);
    }
}
