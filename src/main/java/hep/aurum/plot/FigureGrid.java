package hep.aurum.plot;

import hep.aurum.base.Check;
import hep.aurum.plot.style.HouseChart;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Show figures beside and below one another on one page; any cell may be empty.
 *
 * <p>A column is as wide as its widest figure and a row as high as its highest; figures keep their size and stand at the
 * upper left of their cells.
 *
 * <pre>{@code
 * FigureGrid.of(2, List.of(scan, contour, pulls));
 * FigureGrid.empty(2, 2).with(0, 0, scan).with(1, 1, contour);
 * }</pre>
 */
public final class FigureGrid implements Figure {

    private static final int MOST = 64;
    private static final int EMPTY_WIDTH = 64;
    private static final int EMPTY_HEIGHT = 48;

    private final int columns;
    private final int rows;
    private final List<Optional<Figure>> cells;

    private FigureGrid(int columns, int rows, List<Optional<Figure>> cells) {
        this.columns = columns;
        this.rows = rows;
        this.cells = List.copyOf(cells);
    }

    /** Create a page of empty cells, at most 64 in either direction. */
    public static FigureGrid empty(int columns, int rows) {
        Check.argument(
                columns > 0 && columns <= MOST && rows > 0 && rows <= MOST,
                "a page of %s x %s figures, expected 1 to %s in either direction",
                columns,
                rows,
                MOST);
        return new FigureGrid(columns, rows, Collections.nCopies(columns * rows, Optional.empty()));
    }

    /** Fill rows from the left with figures, from the top. */
    public static FigureGrid of(int columns, List<? extends Figure> figures) {
        Check.argument(columns > 0, "a page of %s columns, expected 1 or more", columns);
        Check.argument(!figures.isEmpty(), "a page without a figure");
        FigureGrid grid = empty(columns, (figures.size() + columns - 1) / columns);
        for (int i = 0; i < figures.size(); i++) {
            grid = grid.with(i % columns, i / columns, figures.get(i));
        }
        return grid;
    }

    /** Put a figure into a cell, counted from 0 at the upper left. */
    public FigureGrid with(int column, int row, Figure figure) {
        Check.argument(
                column >= 0 && column < columns && row >= 0 && row < rows,
                "cell (%s, %s) of a page of %s x %s figures",
                column,
                row,
                columns,
                rows);
        List<Optional<Figure>> changed = new ArrayList<>(cells);
        changed.set(row * columns + column, Optional.of(figure));
        return new FigureGrid(columns, rows, changed);
    }

    private Optional<Figure> at(int column, int row) {
        return cells.get(row * columns + column);
    }

    private int[] widths() {
        int[] widths = new int[columns];
        Arrays.fill(widths, EMPTY_WIDTH);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int width = at(column, row).map(Figure::width).orElse(0);
                widths[column] = Math.max(widths[column], width);
            }
        }
        return widths;
    }

    private int[] heights() {
        int[] heights = new int[rows];
        Arrays.fill(heights, EMPTY_HEIGHT);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int height = at(column, row).map(Figure::height).orElse(0);
                heights[row] = Math.max(heights[row], height);
            }
        }
        return heights;
    }

    @Override
    public String title() {
        return String.join(
                "; ",
                cells.stream().flatMap(Optional::stream).map(Figure::title).toList());
    }

    @Override
    public int width() {
        return Arrays.stream(widths()).sum();
    }

    @Override
    public int height() {
        return Arrays.stream(heights()).sum();
    }

    @Override
    public void draw(Graphics2D g) {
        int[] widths = widths();
        int[] heights = heights();
        HouseChart.page(g, width(), height());
        int y = 0;
        for (int row = 0; row < rows; row++) {
            int x = 0;
            for (int column = 0; column < columns; column++) {
                if (at(column, row).isPresent()) {
                    draw(g, at(column, row).get(), x, y);
                }
                x += widths[column];
            }
            y += heights[row];
        }
    }

    private static void draw(Graphics2D g, Figure figure, int x, int y) {
        Graphics2D cell = (Graphics2D) g.create();
        cell.translate(x, y);
        figure.draw(cell);
        cell.dispose();
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "grid");
        data.put("columns", columns);
        data.put("rows", rows);
        List<Object> list = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Map<String, Object> cell = new LinkedHashMap<>();
                cell.put("column", column);
                cell.put("row", row);
                at(column, row).ifPresent(figure -> cell.put("content", figure.data()));
                list.add(cell);
            }
        }
        data.put("cells", list);
        return data;
    }
}
