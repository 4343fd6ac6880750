package hep.aurum.event.table;

import hep.aurum.base.Check;

/**
 * Describe a column of a table.
 *
 * @param name its full name in the file, such as {@code Jet_pt} or {@code Jet.PT}
 * @param type type of its values
 * @param layout how many values a row has
 * @param width number of values of a row ({@link Layout#FIXED}) or of an item of its list ({@link Layout#LIST}); 1 where
 *     there is one
 * @param unit unit of the values, empty if the file states none
 * @param description what the file says about it, empty if nothing
 */
public record Column(String name, ColumnType type, Layout layout, int width, String unit, String description) {

    /** Say how many values a row has. */
    public enum Layout {
        /** One. */
        SCALAR,
        /** The same number in every row. */
        FIXED,
        /** A list, whose length differs from row to row. */
        LIST
    }

    /** Check the width. */
    public Column {
        Check.argument(width >= 1, "column %s has a width of %d, expected at least 1", name, width);
        Check.argument(layout != Layout.SCALAR || width == 1, "the scalar column %s has a width of %d", name, width);
    }

    /** Return a column of one value per row. */
    public static Column scalar(String name, ColumnType type) {
        return new Column(name, type, Layout.SCALAR, 1, "", "");
    }

    /** Return a column of a fixed number of values per row. */
    public static Column fixed(String name, ColumnType type, int width) {
        return new Column(name, type, Layout.FIXED, width, "", "");
    }

    /** Return a column of lists. */
    public static Column list(String name, ColumnType type) {
        return new Column(name, type, Layout.LIST, 1, "", "");
    }

    /** Return the type as it is printed: {@code float32}, {@code float32[3]} for three in every row, {@code float32[]} for lists. */
    public String typeLabel() {
        String items = width == 1 && layout != Layout.FIXED ? "" : "[" + width + "]";
        return type.label() + (layout == Layout.LIST ? "[]" : "") + items;
    }
}
