package hep.aurum.plot.style;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Choose the typeface: the first of a list of Helvetica-like families that the machine has. */
public final class HouseFont {

    private static final List<String> FAMILIES =
            List.of("TeX Gyre Heros", "Helvetica", "Nimbus Sans", "Arial", "Liberation Sans", "DejaVu Sans");

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final String FAMILY = choose();

    private HouseFont() {}

    private static String choose() {
        Set<String> available = new LinkedHashSet<>(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        return FAMILIES.stream().filter(available::contains).findFirst().orElse(Font.SANS_SERIF);
    }

    /**
     * Return a font that can show a text: the house family, or the platform's sans-serif for missing glyphs.
     *
     * @param style {@link Font#PLAIN}, {@link Font#BOLD} or {@link Font#ITALIC}
     * @param size in points of the figure
     */
    public static Font font(String text, int style, double size) {
        Font house = new Font(FAMILY, style, 1).deriveFont((float) size);
        return house.canDisplayUpTo(text) < 0 ? house : new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
    }

    /** Return the width of a text in points of the figure. */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** Return the families for SVG: the one that was measured first, then what other machines may have. */
    public static String cssFamilies(Font font) {
        Set<String> names = new LinkedHashSet<>();
        names.add(font.getFamily().equals(Font.SANS_SERIF) ? "DejaVu Sans" : font.getFamily());
        names.addAll(List.of("TeX Gyre Heros", "Helvetica", "Arial"));
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(name.contains(" ") ? "'" + name + "'" : name).append(", ");
        }
        return list.append("sans-serif").toString();
    }
}
