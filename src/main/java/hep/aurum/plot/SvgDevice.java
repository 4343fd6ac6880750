package hep.aurum.plot;

import hep.aurum.plot.style.HouseFont;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.RichText;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.freehep.graphicsio.AbstractVectorGraphicsIO;
import org.freehep.graphicsio.svg.SVGGraphics2D;

/**
 * Draw SVG through FreeHEP, mending three things: paths are clipped, text keeps its width in any font, and the output
 * holds neither dates nor digits that a viewer could not show.
 *
 * <p>VectorGraphics 2.4 means to clip paths, but tests a path iterator that it has already used up, so no path is ever
 * clipped; here each clip becomes a {@code clipPath} of its own around what it cuts.
 */
final class SvgDevice extends SVGGraphics2D {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:-]+=\"[^\"]*\"");
    private static final String GROUP = "<g ";
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(E-?\\d+)?");

    private final Map<String, String> clips;
    private final String idPrefix;

    private SvgDevice(ByteArrayOutputStream out, Dimension size, String idPrefix) {
        super(out, size);
        this.clips = new LinkedHashMap<>();
        this.idPrefix = idPrefix;
    }

    private SvgDevice(SvgDevice parent) {
        super(parent, true);
        this.clips = parent.clips;
        this.idPrefix = parent.idPrefix;
    }

    static String draw(Figure figure, String idPrefix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dimension size = new Dimension(figure.width(), figure.height());
        SvgDevice g = new SvgDevice(bytes, size, idPrefix);
        Properties properties = new Properties();
        properties.setProperty(AbstractVectorGraphicsIO.TEXT_AS_SHAPES, "false");
        properties.setProperty(AbstractVectorGraphicsIO.CLIP, "false");
        properties.setProperty(SVGGraphics2D.TITLE, escape(RichText.plain(figure.title())));
        g.setProperties(properties);
        g.startExport();
        figure.draw(g);
        g.endExport();
        return tidy(bytes.toString(StandardCharsets.UTF_8));
    }

    @Override
    public Graphics create() {
        try {
            writeGraphicsSave();
        } catch (IOException e) {
            handleException(e);
        }
        return new SvgDevice(this);
    }

    @Override
    public void draw(Shape shape) {
        clipped(shape, getStroke().createStrokedShape(shape).getBounds2D(), true);
    }

    @Override
    public void fill(Shape shape) {
        clipped(shape, shape.getBounds2D(), false);
    }

    private void clipped(Shape shape, Rectangle2D bounds, boolean outline) {
        Shape clip = getClip();
        // The clip goes through forth and back transformations: leave room for their rounding.
        if (clip == null || grown(clip.getBounds2D()).contains(bounds) && new Area(clip).isRectangular()) {
            plain(shape, outline);
        } else if (clip.getBounds2D().intersects(grown(bounds))) {
            getOutputStream().println("<g clip-path=\"url(#" + clipId(clip) + ")\">");
            plain(shape, outline);
            getOutputStream().println("</g>");
        }
    }

    private static Rectangle2D grown(Rectangle2D r) {
        return new Rectangle2D.Double(r.getX() - 1e-3, r.getY() - 1e-3, r.getWidth() + 2e-3, r.getHeight() + 2e-3);
    }

    private void plain(Shape shape, boolean outline) {
        if (outline) {
            super.draw(shape);
        } else {
            super.fill(shape);
        }
    }

    /** Return the id of a clip in device coordinates, defining it at its first use. */
    private String clipId(Shape clip) {
        PathIterator path = getTransform().createTransformedShape(clip).getPathIterator(new AffineTransform());
        // FreeHEP returns the whole attribute, d="M …".
        String attribute = round(getPathContent(path));
        String content = attribute.substring(attribute.indexOf('"') + 1, attribute.lastIndexOf('"'));
        String id = clips.get(content);
        if (id == null) {
            id = idPrefix + "-clip" + (clips.size() + 1);
            clips.put(content, id);
            getOutputStream().println("<clipPath id=\"" + id + "\"><path d=\"" + content + "\"/></clipPath>");
        }
        return id;
    }

    @Override
    protected void writeString(String text, double x, double y) {
        Font font = getFont();
        AffineTransform at = getTransform();
        at.translate(x, y);
        StringBuilder tag = new StringBuilder("<text transform=\"matrix(");
        tag.append(String.format(
                Locale.ROOT,
                "%s %s %s %s %s %s",
                at.getScaleX(),
                at.getShearY(),
                at.getShearX(),
                at.getScaleY(),
                at.getTranslateX(),
                at.getTranslateY()));
        tag.append(")\" font-family=\"").append(HouseFont.cssFamilies(font));
        tag.append("\" font-size=\"").append(font.getSize2D()).append('"');
        tag.append(font.isBold() ? " font-weight=\"bold\"" : "");
        tag.append(font.isItalic() ? " font-style=\"italic\"" : "");
        tag.append(" textLength=\"").append(HouseFont.width(text, font));
        tag.append("\" lengthAdjust=\"spacingAndGlyphs\" stroke=\"none\" fill=\"");
        tag.append(getPaint() instanceof Color colour ? Palette.css(colour) : "#000000");
        tag.append("\" xml:space=\"preserve\">").append(escape(text)).append("</text>");
        getOutputStream().println(tag);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Fix what FreeHEP writes of the moment, and shorten coordinates to a hundredth of a point. */
    private static String tidy(String svg) {
        String timeless = svg.replaceFirst("<desc>[^<]*</desc>", "<desc>Creator: Aurum</desc>")
                .replaceFirst("<\\?xml[^>]*\\?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .replace("\r\n", "\n");
        return TAG.matcher(timeless).replaceAll(tag -> Matcher.quoteReplacement(round(ordered(tag.group()))));
    }

    /** FreeHEP keeps the attributes of a group in a hash table, whose order is another on another version of Java. */
    private static String ordered(String tag) {
        return tag.startsWith(GROUP)
                ? ATTRIBUTE
                        .matcher(tag)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .collect(Collectors.joining(" ", GROUP, ">"))
                : tag;
    }

    private static String round(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(number -> {
            BigDecimal rounded = new BigDecimal(number.group()).setScale(2, RoundingMode.HALF_EVEN);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        });
    }
}
