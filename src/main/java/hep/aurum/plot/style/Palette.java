package hep.aurum.plot.style;

import java.awt.Color;
import java.util.List;

/**
 * Name the colours: M. A. Petroff's sequences, made to be told apart with any colour vision.
 *
 * @see <a href="https://arxiv.org/abs/2107.02270">M. A. Petroff, Accessible color sequences for data visualization</a>
 */
public final class Palette {

    /** The sequence of six. */
    public static final List<Color> SIX = List.of(
            new Color(0x5790fc),
            new Color(0xf89c20),
            new Color(0xe42536),
            new Color(0x964a8b),
            new Color(0x9c9ca1),
            new Color(0x7a21dd));

    /** The sequence of ten. */
    public static final List<Color> TEN = List.of(
            new Color(0x3f90da),
            new Color(0xffa90e),
            new Color(0xbd1f01),
            new Color(0x94a4a2),
            new Color(0x832db6),
            new Color(0xa96b59),
            new Color(0xe76300),
            new Color(0xb9ac70),
            new Color(0x717581),
            new Color(0x92dadd));

    /** Axes, text and data. */
    public static final Color INK = Color.BLACK;

    /** Reference lines and secondary text. */
    public static final Color FAINT = new Color(0x717581);

    private Palette() {}

    /** Return colour {@code i} of a figure that needs {@code count}: six suffice, or ten, which then repeat. */
    public static Color of(int i, int count) {
        List<Color> colours = count <= SIX.size() ? SIX : TEN;
        return colours.get(i % colours.size());
    }

    /** Return a colour as CSS writes it. */
    public static String css(Color colour) {
        return String.format(java.util.Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
