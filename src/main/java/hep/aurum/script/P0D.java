package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.NamedColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Hold a row of numbers that grows. */
public final class P0D {

    private static final int FIRST_ROOM = 16;

    private String title;
    private double[] values = new double[FIRST_ROOM];
    private int size;

    /** Create an empty row. */
    public P0D(String title) {
        this.title = title;
    }

    /** Read a row from a file of any format, as {@link #toFile} writes it. */
    public static P0D read(String path, String name) {
        NamedColumns table = HistFiles.read(path, name, NamedColumns.class);
        Check.argument(
                table.columns().size() == 1,
                "%s has %d columns, expected 1",
                name,
                table.columns().size());
        return new P0D(table.title()).fill(table.columns().get(0).values());
    }

    /** Write the row to a file of its own, in the format that the ending says. */
    public P0D toFile(String path) {
        NamedColumns.Column column = NamedColumns.Column.of("x", false, getArray());
        HistFiles.write(path, NamedColumns.of(title, List.of(column)));
        return this;
    }

    /** Add a number. */
    public P0D add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        return this;
    }

    /** Add numbers. */
    public P0D fill(double[] more) {
        for (double value : more) {
            add(value);
        }
        return this;
    }

    /** Add numbers. */
    public P0D fill(List<? extends Number> more) {
        return fill(Numbers.array(more));
    }

    /** Forget all numbers. */
    public P0D clear() {
        size = 0;
        return this;
    }

    /** Return the title. */
    public String getTitle() {
        return title;
    }

    /** Replace the title. */
    public P0D setTitle(String newTitle) {
        title = newTitle;
        return this;
    }

    /** Return how many numbers there are. */
    public int size() {
        return size;
    }

    /** Return number {@code i}, from 0. */
    public double get(int i) {
        Check.argument(i >= 0 && i < size, "number %d of %d", i, size);
        return values[i];
    }

    /** Return a copy of the numbers. */
    public double[] getArray() {
        return Arrays.copyOf(values, size);
    }

    /** Return the sum. */
    public double getSum() {
        return Arrays.stream(values, 0, size).sum();
    }

    /** Return the smallest number; infinite for an empty row. */
    public double getMin() {
        return Arrays.stream(values, 0, size).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Return the largest number; minus infinity for an empty row. */
    public double getMax() {
        return Arrays.stream(values, 0, size).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Return the mean, 0 for an empty row. */
    public double mean() {
        return cloud().mean(0);
    }

    /** Return the spread around the mean, \(\sqrt{\overline{x^2} - \bar x^2}\). */
    public double rms() {
        return cloud().rms(0);
    }

    private Cloud cloud() {
        Cloud.Builder cloud = Cloud.builder(title, 1);
        for (int i = 0; i < size; i++) {
            cloud.fill(1, values[i]);
        }
        return cloud.build();
    }

    /** Bin the numbers. */
    public H1D getH1D(int bins, double min, double max) {
        return new H1D(title, bins, min, max).fill(this);
    }

    @Override
    public String toString() {
        return size == 0
                ? "P0D \"" + title + "\": empty"
                : String.format(
                        Locale.ROOT,
                        "P0D \"%s\": %d numbers from %.6g to %.6g, mean %.6g",
                        title,
                        size,
                        getMin(),
                        getMax(),
                        mean());
    }
}
