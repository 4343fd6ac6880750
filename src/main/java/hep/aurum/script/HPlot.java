package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.FigureGrid;
import hep.aurum.plot.FigureWindow;
import hep.aurum.plot.FigureWriter;
import hep.aurum.plot.LiveFigure;
import hep.aurum.plot.figure.FittedFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draw histograms, points and functions on one or several pads, and export the picture.
 *
 * <p>An object is drawn as it is at that moment: what is filled or set later needs another {@code draw}. The methods
 * that set something act on the pad that {@link #cd} chose, the first one to begin with.
 */
public final class HPlot {

    private static final int MOST_PADS = 10;
    private static final int SMALLEST = 100;
    private static final int LARGEST = 5000;

    /** Below this width a pad is drawn larger and reduced, so that its letters do not fill it. */
    private static final double COMFORTABLE = 480;

    private final String title;
    private final int width;
    private final int height;
    private final int nx;
    private final int ny;
    private final List<Pad> pads = new ArrayList<>();
    private Pad pad;
    private String globalTitle = "";
    private @Nullable LiveFigure shown;

    /** Create a canvas of 600 by 400 points. */
    public HPlot() {
        this("Canvas");
    }

    /** Create a canvas of 600 by 400 points with a title of its window. */
    public HPlot(String title) {
        this(title, 600, 400);
    }

    /** Create a canvas with one pad. */
    public HPlot(String title, int width, int height) {
        this(title, width, height, 1, 1);
    }

    /** Create a canvas with {@code nx} columns and {@code ny} rows of pads; the size is in points. */
    public HPlot(String title, int width, int height, int nx, int ny) {
        Check.argument(
                width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST,
                "a canvas of %d by %d, expected %d to %d",
                width,
                height,
                SMALLEST,
                LARGEST);
        Check.argument(
                nx >= 1 && nx <= MOST_PADS && ny >= 1 && ny <= MOST_PADS,
                "a canvas of %d columns and %d rows, expected 1 to %d",
                nx,
                ny,
                MOST_PADS);
        this.title = title;
        this.width = width;
        this.height = height;
        this.nx = nx;
        this.ny = ny;
        for (int i = 0; i < nx * ny; i++) {
            pads.add(new Pad());
        }
        this.pad = pads.get(0);
    }

    /** Go to a pad: column i from the left, row j from the top, both from 1. */
    public HPlot cd(int i, int j) {
        Check.argument(i >= 1 && i <= nx && j >= 1 && j <= ny, "no pad in column %d of %d, row %d of %d", i, nx, j, ny);
        pad = pads.get((j - 1) * nx + i - 1);
        return this;
    }

    /** Let both axes show all that is drawn. */
    public HPlot setAutoRange() {
        pad.x = pad.x.withAutomaticRange();
        pad.y = pad.y.withAutomaticRange();
        return changed();
    }

    /** Set the ends of both axes. */
    public HPlot setRange(double xmin, double xmax, double ymin, double ymax) {
        return setRangeX(xmin, xmax).setRangeY(ymin, ymax);
    }

    /** Set the ends of the horizontal axis. */
    public HPlot setRangeX(double min, double max) {
        pad.x = pad.x.withRange(min, max);
        return changed();
    }

    /** Set the ends of the vertical axis. */
    public HPlot setRangeY(double min, double max) {
        pad.y = pad.y.withRange(min, max);
        return changed();
    }

    /** Set the title of the whole canvas. */
    public HPlot setGTitle(String text) {
        globalTitle = text;
        return changed();
    }

    /** Set the title of the pad. */
    public HPlot setName(String text) {
        pad.name = text;
        return changed();
    }

    /** Set the title of the horizontal axis, with its unit in brackets. */
    public HPlot setNameX(String text) {
        pad.x = pad.x.withLabel(text);
        return changed();
    }

    /** Set the title of the vertical axis. */
    public HPlot setNameY(String text) {
        pad.y = pad.y.withLabel(text);
        return changed();
    }

    /** Give an axis, 0 for x and 1 for y, a logarithmic or a linear scale. */
    public HPlot setLogScale(int axis, boolean yes) {
        Check.argument(axis == 0 || axis == 1, "axis %d, expected 0 for x or 1 for y", axis);
        if (axis == 0) {
            pad.x = pad.x.withLogarithmic(yes);
        } else {
            pad.y = pad.y.withLogarithmic(yes);
        }
        return changed();
    }

    /** Explain what is drawn in a legend, or leave it out. */
    public HPlot setLegend(boolean shown) {
        pad.legend = shown;
        return changed();
    }

    /**
     * Draw an object on the pad, above what is there.
     *
     * @param object an H1D, H2D, HProf1D, P1D or F1D, a histogram, profile or points of {@code hist}, an HLabel, a list of
     *     these, or any {@link Figure}, which takes the whole pad
     * @throws NotSupported if it is something else
     */
    public HPlot draw(Object object) {
        if (object instanceof Drawn<?> drawn) {
            pad.add(drawn.drawing());
            if (object instanceof H1D h) {
                pad.suggest(h.get().axis().label());
            }
        } else if (object instanceof HLabel label) {
            pad.add(label.canvasText());
        } else if (object instanceof Figure figure) {
            pad.show(figure);
        } else if (object instanceof Histogram1D h) {
            draw(H1D.of(h));
        } else if (object instanceof Histogram2D h) {
            draw(H2D.of(h));
        } else if (object instanceof Profile1D p) {
            draw(HProf1D.of(p));
        } else if (object instanceof Points p) {
            draw(P1D.of(p));
        } else if (object instanceof Iterable<?> several) {
            several.forEach(this::draw);
        } else {
            throw new NotSupported(
                    "a canvas cannot draw "
                            + (object == null
                                    ? "null"
                                    : "an object of the class "
                                            + object.getClass().getSimpleName()),
                    "",
                    "draw an H1D, H2D, HProf1D, P1D, F1D, HLabel or figure");
        }
        return changed();
    }

    /** Draw two objects; BeanShell does not know methods of any number of arguments. */
    public HPlot draw(Object first, Object second) {
        return draw(first).draw(second);
    }

    /** Draw three objects. */
    public HPlot draw(Object first, Object second, Object third) {
        return draw(first).draw(second).draw(third);
    }

    /** Draw any number of objects. */
    public HPlot draw(Object... objects) {
        for (Object object : objects) {
            draw(object);
        }
        return changed();
    }

    /** Put a text on the pad. */
    public HPlot add(HLabel label) {
        return draw(label);
    }

    /** State entries, mean and rms of a histogram in the frame. */
    public HPlot drawStatBox(H1D histogram) {
        pad.note(List.of(
                histogram.getTitle(),
                "Entries " + histogram.entries(),
                String.format(Locale.ROOT, "Mean %.4g", histogram.mean()),
                String.format(Locale.ROOT, "RMS %.4g", histogram.rms())));
        return changed();
    }

    /** Remove everything from the pad; titles and axes stay. */
    public HPlot clear() {
        pad.clear();
        return changed();
    }

    /** Remove everything from all pads. */
    public HPlot clearAll() {
        pads.forEach(Pad::clear);
        return changed();
    }

    /** Return the picture as it is now; what is drawn later does not change it. */
    public Figure figure() {
        if (pads.size() == 1) {
            return pads.get(0).isWhole()
                    ? new FittedFigure(pads.get(0).figure("", width, height), globalTitle, width, height)
                    : pads.get(0).figure(globalTitle, width, height);
        }
        int above = globalTitle.isEmpty() ? 0 : FittedFigure.HEADING;
        int cellWidth = width / nx;
        int cellHeight = (height - above) / ny;
        double scale = Math.max(1, COMFORTABLE / cellWidth);
        FigureGrid grid = FigureGrid.empty(nx, ny);
        for (int i = 0; i < pads.size(); i++) {
            Figure figure =
                    pads.get(i).figure("", (int) Math.round(scale * cellWidth), (int) Math.round(scale * cellHeight));
            grid = grid.with(i % nx, i / nx, new FittedFigure(figure, "", cellWidth, cellHeight));
        }
        return above == 0 ? grid : new FittedFigure(grid, globalTitle, grid.width(), grid.height() + above);
    }

    private HPlot changed() {
        if (shown != null) {
            shown.set(figure());
        }
        return this;
    }

    /**
     * Open a window, which follows what is drawn from now on.
     *
     * <p>Without a screen nothing happens, so that the same script runs on a cluster.
     */
    public HPlot visible() {
        LiveFigure live = shown == null ? new LiveFigure(figure()) : shown;
        shown = FigureWindow.show(title, live) ? live : null;
        return this;
    }

    /** Open a window, or do nothing. */
    public HPlot visible(boolean yes) {
        return yes ? visible() : this;
    }

    /** Paint the window anew, or open it. */
    public HPlot update() {
        return shown == null ? visible() : changed();
    }

    /**
     * Write the picture to a file, whose folder is created if it is not there.
     *
     * @param path ends in {@code .pdf}, {@code .svg} or {@code .png}
     * @throws NotSupported if the ending is another
     */
    public HPlot export(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!List.of("pdf", "svg", "png").contains(ending)) {
            throw new NotSupported(
                    "cannot tell the format of the figure " + path, "", "end the name in .pdf, .svg or .png");
        }
        FigureWriter.write(figure(), Values.output(path));
        return this;
    }

    @Override
    public String toString() {
        return "HPlot \"" + title + "\": " + nx + " x " + ny + " pads, " + width + " x " + height + " points";
    }
}
