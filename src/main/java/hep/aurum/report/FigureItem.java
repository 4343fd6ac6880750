package hep.aurum.report;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.FigureFrames;
import hep.aurum.plot.FigureWriter;
import hep.aurum.plot.style.FrameMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hold a picture that the reader can enlarge and read values from.
 *
 * @param name letters, digits, {@code _}, {@code -} and {@code .}: starts the ids in the page and names the saved files
 * @param title what it shows, for readers who cannot see it too
 * @param caption what to look at
 * @param width in points
 * @param height in points
 * @param svg the picture, its ids starting with the name
 * @param data the numbers behind it as JSON
 * @param frames where its values stand
 */
public record FigureItem(
        String name,
        String title,
        String caption,
        int width,
        int height,
        String svg,
        String data,
        List<FrameMap> frames)
        implements Item {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** Copy the list and check the name. */
    public FigureItem {
        Check.argument(NAME.matcher(name).matches(), "\"%s\" cannot name a figure of a page", name);
        frames = List.copyOf(frames);
    }

    /**
     * Draw a figure.
     *
     * @param data {@link Figure#data()} as JSON text
     */
    public static FigureItem of(Figure figure, String name, String caption, String data) {
        return new FigureItem(
                name,
                figure.title(),
                caption,
                figure.width(),
                figure.height(),
                FigureWriter.svg(figure, name),
                data,
                FigureFrames.of(figure));
    }
}
