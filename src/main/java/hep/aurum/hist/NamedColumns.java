package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/** Hold columns of numbers with their names: a small table that lies beside histograms. */
public final class NamedColumns implements Content {

    private final String title;
    private final List<Column> columns;

    private NamedColumns(String title, List<Column> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** Create a table from columns of equal length. */
    public static NamedColumns of(String title, List<Column> columns) {
        columns.forEach(column -> Check.length(
                "column " + column.name(), column.size(), columns.get(0).size()));
        return new NamedColumns(title, List.copyOf(columns));
    }

    @Override
    public String title() {
        return title;
    }

    /** Return the columns. */
    public List<Column> columns() {
        return columns;
    }

    /** Return the number of rows. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedColumns table && title.equals(table.title) && columns.equals(table.columns);
    }

    @Override
    public int hashCode() {
        return 31 * title.hashCode() + columns.hashCode();
    }

    @Override
    public String toString() {
        return "NamedColumns " + title + ": " + rows() + " rows, " + columns.size() + " columns";
    }

    /** Hold one column. */
    public static final class Column {

        private final String name;
        private final boolean whole;
        private final double[] values;

        private Column(String name, boolean whole, double[] values) {
            this.name = name;
            this.whole = whole;
            this.values = values;
        }

        /**
         * Create a column.
         *
         * @param whole whether it was declared to hold whole numbers
         * @param values {@code [rows]}
         */
        public static Column of(String name, boolean whole, double... values) {
            return new Column(name, whole, values.clone());
        }

        /** Return the name. */
        public String name() {
            return name;
        }

        /** Return whether it was declared to hold whole numbers. */
        public boolean isWhole() {
            return whole;
        }

        /** Return the number of rows. */
        public int size() {
            return values.length;
        }

        /** Return the value of row {@code i}. */
        public double get(int i) {
            return values[i];
        }

        /** Return a copy of the values. */
        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Column column
                    && name.equals(column.name)
                    && whole == column.whole
                    && Arrays.equals(values, column.values);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return name + " of " + size() + " rows";
        }
    }
}
