package hep.aurum.observable.collection;

import hep.aurum.event.table.ColumnType;
import hep.aurum.observable.object.RowView;
import java.util.Arrays;

/**
 * Name one number that every object of a collection has.
 *
 * <p>The values of a row are the items of one column, or, in a table of single numbers such as {@code pt1}, {@code pt2},
 * one column per object.
 */
public final class Member {

    private final String name;
    private final ColumnType type;
    private final int[] columns;
    private final boolean spread;

    private Member(String name, ColumnType type, boolean spread, int... columns) {
        this.name = name;
        this.type = type;
        this.spread = spread;
        this.columns = columns.clone();
    }

    static Member listed(String name, ColumnType type, int column) {
        return new Member(name, type, false, column);
    }

    static Member spread(String name, ColumnType type, int... columns) {
        return new Member(name, type, true, columns);
    }

    /** Return its name without the collection's. */
    public String name() {
        return name;
    }

    /** Return whether its values are true or false. */
    public boolean isTruth() {
        return type == ColumnType.BOOL;
    }

    /** Return whether its values are whole numbers. */
    public boolean isInteger() {
        return type.isInteger();
    }

    /** Return the numbers of the columns that hold it. */
    public int[] columns() {
        return columns.clone();
    }

    /** Return the number of the column that holds it for an object. */
    public int column(int item) {
        return columns[spread ? item : 0];
    }

    /** Return its value for the object at a place of the collection, from 0. */
    public double value(RowView row, int item) {
        return spread ? row.real(columns[item], 0) : row.real(columns[0], item);
    }

    /** Return for how many objects a row holds it. */
    public int count(RowView row) {
        return spread ? columns.length : row.count(columns[0]);
    }

    /** Return this member under another name. */
    Member named(String other) {
        return new Member(other, type, spread, columns);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(columns);
    }
}
