package hep.aurum.report;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Hold a table that the reader can sort.
 *
 * @param title what it lists
 * @param note how to read it; may be empty
 * @param columns their headings, with units
 * @param rows one cell per column
 */
public record TableItem(String title, String note, List<String> columns, List<List<Cell>> rows) implements Item {

    /** Copy the lists and check the length of every row. */
    public TableItem {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            Check.argument(
                    row.size() == columns.size(),
                    "a row of %s cells in the table \"%s\" of %s columns",
                    row.size(),
                    title,
                    columns.size());
        }
    }

    /** Start a table without rows. */
    public static TableItem of(String title, String... columns) {
        return new TableItem(title, "", List.of(columns), List.of());
    }

    /** Say how to read it. */
    public TableItem withNote(String text) {
        return new TableItem(title, text, columns, rows);
    }

    /** Replace the rows. */
    public TableItem withRows(List<List<Cell>> newRows) {
        return new TableItem(title, note, columns, newRows);
    }

    /** Add a row. */
    public TableItem withRow(Cell... cells) {
        List<List<Cell>> more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new TableItem(title, note, columns, more);
    }

    /** Return whether a column holds numbers in every row that says anything, so that it is set flush right. */
    boolean isNumeric(int column) {
        return rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell ->
                                cell.kind() == Kind.NUMBER || cell.text().equals(Numbers.NONE))
                && rows.stream().anyMatch(row -> row.get(column).kind() == Kind.NUMBER);
    }

    /** Say how a cell is set. */
    public enum Kind {
        /** As text, with scripts. */
        TEXT,
        /** As it is, in the typeface of code. */
        VERBATIM,
        /** As a number, flush right where the whole column is. */
        NUMBER
    }

    /**
     * Hold one cell.
     *
     * @param text what is shown
     * @param key what it is sorted by; by the text where it is empty
     * @param kind how it is set
     */
    public record Cell(String text, OptionalDouble key, Kind kind) {

        /** Show a text. */
        public static Cell text(String text) {
            return new Cell(text, OptionalDouble.empty(), Kind.TEXT);
        }

        /** Show a name of a file or a piece of code. */
        public static Cell verbatim(String text) {
            return new Cell(text, OptionalDouble.empty(), Kind.VERBATIM);
        }

        /** Show a number, printed by {@link Numbers}. */
        public static Cell number(String text, double value) {
            return new Cell(text, Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value), Kind.NUMBER);
        }

        /** Show a number with four significant digits. */
        public static Cell number(double value) {
            return number(Numbers.plain(value), value);
        }

        /** Show a count. */
        public static Cell count(long value) {
            return number(Numbers.count(value), value);
        }

        /** Show a value with its error. */
        public static Cell plusMinus(double value, double error) {
            return number(Numbers.plusMinus(value, error), value);
        }

        /** Show a state by its sign and a word; worse ones are larger. */
        public static Cell state(State state, String word) {
            return new Cell(state.sign() + " " + word, OptionalDouble.of(state.ordinal()), Kind.TEXT);
        }

        /** Show that there is nothing. */
        public static Cell none() {
            return text(Numbers.NONE);
        }
    }
}
