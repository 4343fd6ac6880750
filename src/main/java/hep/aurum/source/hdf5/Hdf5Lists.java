package hep.aurum.source.hdf5;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Say how a column of lists lies in a group: all values one after another in the data set of its name, and where each row
 * begins in a second one (see the description of the package).
 */
final class Hdf5Lists {

    /** Attribute of the values: the name of the data set of where each row begins. */
    static final String OFFSETS = "offsets";

    /** Attribute of where each row begins: the name of the data set of the values. */
    static final String OFFSETS_OF = "offsets_of";

    private static final String MEANING = "meaning";

    private Hdf5Lists() {}

    /** Return a name for the offsets of a column that no column has. */
    static String offsetsName(String column, List<String> columns) {
        Set<String> taken = new HashSet<>(columns);
        String name = column + "_offsets";
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    /** Write where each row begins, counted in items, and one place more. */
    static WritableDataset putOffsets(WritableGroup group, String name, ColumnData data, int rows) {
        Column column = data.column();
        long[] offsets = new long[rows + 1];
        for (int row = 0; row <= rows; row++) {
            offsets[row] = data.start(row) / column.width();
        }
        WritableDataset dataset = group.putDataset(name, offsets);
        dataset.putAttribute(OFFSETS_OF, column.name());
        dataset.putAttribute(
                MEANING,
                "row i of " + column.name() + " is " + column.name() + "[" + name + "[i]:" + name
                        + "[i + 1]], without a " + column.name() + " every row is empty");
        return dataset;
    }

    /** Return a text among the attributes of a data set; empty if there is none. */
    static String text(Dataset dataset, String name) {
        Attribute attribute = dataset.getAttributes().get(name);
        return attribute != null && attribute.getData() instanceof String text ? text : "";
    }

    /** Return the column of lists whose values are a column of their own. */
    static Column lists(Column values) {
        return new Column(
                values.name(), values.type(), Column.Layout.LIST, values.width(), values.unit(), values.description());
    }
}
