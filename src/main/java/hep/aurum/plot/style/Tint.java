package hep.aurum.plot.style;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Hold a colour for those who may not know AWT: scripts name it, or hand over a {@link Color}. */
public final class Tint {

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Map<String, Color> NAMED = named();

    private final Color color;

    private Tint(Color color) {
        this.color = color;
    }

    /** The words of colours mean those of the palette, which are told apart with any colour vision. */
    private static Map<String, Color> named() {
        Map<String, Color> named = new LinkedHashMap<>();
        named.put("black", Palette.INK);
        named.put("blue", Palette.SIX.get(0));
        named.put("orange", Palette.SIX.get(1));
        named.put("red", Palette.SIX.get(2));
        named.put("purple", Palette.SIX.get(3));
        named.put("magenta", Palette.SIX.get(3));
        named.put("gray", Palette.SIX.get(4));
        named.put("grey", Palette.SIX.get(4));
        named.put("violet", Palette.SIX.get(5));
        named.put("yellow", Palette.TEN.get(1));
        named.put("brown", Palette.TEN.get(5));
        named.put("cyan", Palette.TEN.get(9));
        named.put("green", new Color(0x2e8b57));
        named.put("white", Color.WHITE);
        return named;
    }

    /**
     * Return a colour.
     *
     * @param colour a name such as {@code blue}, which means the palette's, {@code #e42536}, or a {@link Color}
     * @throws NotFound if there is no such name
     * @throws BadInput if it is neither
     */
    public static Tint of(Object colour) {
        if (colour instanceof Tint tint) {
            return tint;
        }
        if (colour instanceof Color exact) {
            return new Tint(exact);
        }
        if (!(colour instanceof CharSequence)) {
            throw new BadInput("a colour is " + colour, "", "give a name such as blue, or #e42536");
        }
        String name = colour.toString().strip().toLowerCase(Locale.ROOT);
        if (HEX.matcher(name).matches()) {
            return new Tint(new Color(Integer.parseInt(name.substring(1), 16)));
        }
        Color found = NAMED.get(name);
        if (found == null) {
            throw new NotFound("no colour is named \"" + name + "\"", "", Names.suggest(name, NAMED.keySet()));
        }
        return new Tint(found);
    }

    /** Return the colour as AWT has it. */
    public Color color() {
        return color;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tint tint && color.equals(tint.color);
    }

    @Override
    public int hashCode() {
        return color.hashCode();
    }

    @Override
    public String toString() {
        return Palette.css(color);
    }
}
