package hep.aurum.plot.style;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Lay out one line with sub- and superscripts: {@code p_{T}(H) [GeV]}, {@code 300 fb^{−1}}.
 *
 * <p>Only {@code _{} and {@code ^{} start a script, so that column names such as {@code delta_phi} stay as they are. Two
 * scripts without anything between, {@code 1.2^{+0.3}_{−0.2}}, stand above one another.
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
        double stack = 0;
        boolean afterScript = false;
        int i = 0;
        while (i < markup.length()) {
            int script = nextScript(markup, i);
            boolean scripted = script == i;
            int end = scripted ? Math.max(i, markup.indexOf('}', i)) : script;
            String text = markup.substring(scripted ? i + 2 : i, end);
            double rise = scripted ? (markup.charAt(i) == '^' ? 0.38 : -0.22) * size : 0;
            Font font = HouseFont.font(text, style, scripted ? SCRIPT * size : size);
            // A second script of the same letter stands below or above the first one.
            double start = scripted && afterScript ? stack : x;
            if (!text.isEmpty()) {
                runs.add(new Run(text, font, start, rise));
                stack = start;
                x = Math.max(x, start + HouseFont.width(text, font));
            }
            afterScript = scripted && !afterScript;
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
        double width = 0;
        for (Run run : runs) {
            width = Math.max(width, run.x + HouseFont.width(run.text, run.font));
        }
        return width;
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
