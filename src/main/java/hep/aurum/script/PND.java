package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.hist.NamedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Hold rows of numbers, each with as many as the first. */
public final class PND {

    private String title;
    private final List<double[]> rows = new ArrayList<>();

    /** Create an empty table. */
    public PND(String title) {
        this.title = title;
    }

    /** Read a table from a file of any format, as {@link #toFile} writes it. */
    public static PND read(String path, String name) {
        NamedColumns table = HistFiles.read(path, name, NamedColumns.class);
        PND copy = new PND(table.title());
        for (int i = 0; i < table.rows(); i++) {
            int row = i;
            copy.add(table.columns().stream()
                    .mapToDouble(column -> column.get(row))
                    .toArray());
        }
        return copy;
    }

    /** Write the table to a file of its own, in the format that the ending says; its columns are x0, x1, ... */
    public PND toFile(String path) {
        HistFiles.write(
                path,
                NamedColumns.of(
                        title,
                        IntStream.range(0, getDimension())
                                .mapToObj(c -> NamedColumns.Column.of("x" + c, false, getColumn(c)))
                                .toList()));
        return this;
    }

    /** Add a row. */
    public PND add(double[] row) {
        if (!rows.isEmpty()) {
            Check.length("the row", row.length, getDimension());
        }
        Check.argument(row.length > 0, "a row without numbers");
        rows.add(row.clone());
        return this;
    }

    /** Add a row. */
    public PND add(List<? extends Number> row) {
        return add(Numbers.array(row));
    }

    /** Forget all rows. */
    public PND clear() {
        rows.clear();
        return this;
    }

    /** Return the title. */
    public String getTitle() {
        return title;
    }

    /** Replace the title. */
    public PND setTitle(String newTitle) {
        title = newTitle;
        return this;
    }

    /** Return the number of rows. */
    public int size() {
        return rows.size();
    }

    /** Return how many numbers a row has, 0 as long as there is none. */
    public int getDimension() {
        return rows.isEmpty() ? 0 : rows.get(0).length;
    }

    /** Return a copy of row {@code i}, from 0. */
    public double[] get(int i) {
        Check.argument(i >= 0 && i < size(), "row %d of %d", i, size());
        return rows.get(i).clone();
    }

    /** Return column {@code c}, from 0. */
    public double[] getColumn(int c) {
        Check.argument(c >= 0 && c < getDimension(), "column %d of %d", c, getDimension());
        return rows.stream().mapToDouble(row -> row[c]).toArray();
    }

    /** Return column {@code c} as a row of numbers. */
    public P0D getP0D(int c) {
        return new P0D(title).fill(getColumn(c));
    }

    /** Return the smallest number of a column. */
    public double getMin(int c) {
        return getP0D(c).getMin();
    }

    /** Return the largest number of a column. */
    public double getMax(int c) {
        return getP0D(c).getMax();
    }

    /** Return the mean of a column. */
    public double mean(int c) {
        return getP0D(c).mean();
    }

    @Override
    public String toString() {
        return "PND \"" + title + "\": " + size() + " rows of " + getDimension() + " numbers";
    }
}
