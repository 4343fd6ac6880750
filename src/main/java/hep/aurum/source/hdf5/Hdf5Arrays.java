package hep.aurum.source.hdf5;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import java.lang.reflect.Array;

/** Turn a column into the array that the library writes with the same type. */
final class Hdf5Arrays {

    private Hdf5Arrays() {}

    /**
     * Return an array of one dimension for single values, of two for a fixed number; the items of all lists one after
     * another.
     */
    static Object of(ColumnData data, int rows) {
        Column column = data.column();
        int values = data.start(rows);
        boolean list = column.layout() == Column.Layout.LIST;
        if (column.layout() == Column.Layout.SCALAR || list && column.width() == 1) {
            return flat(data, 0, values);
        }
        int items = values / column.width();
        Object all = Array.newInstance(flat(data, 0, 0).getClass(), items);
        for (int i = 0; i < items; i++) {
            Array.set(all, i, flat(data, i * column.width(), column.width()));
        }
        return all;
    }

    private static Object flat(ColumnData data, int from, int count) {
        Class<?> type = type(data.column().type());
        Object array = Array.newInstance(type, count);
        for (int i = 0; i < count; i++) {
            set(array, i, data, from + i);
        }
        return array;
    }

    private static Class<?> type(ColumnType type) {
        return switch (type) {
            case BOOL -> boolean.class;
            case INT8, UINT8 -> byte.class;
            case INT16, UINT16 -> short.class;
            case INT32, UINT32 -> int.class;
            case INT64, UINT64 -> long.class;
            case FLOAT32 -> float.class;
            case FLOAT64 -> double.class;
            case TEXT -> String.class;
        };
    }

    private static void set(Object array, int i, ColumnData data, int position) {
        switch (data.column().type()) {
            case BOOL -> Array.setBoolean(array, i, data.integer(position) != 0);
            case INT8, UINT8 -> Array.setByte(array, i, (byte) data.integer(position));
            case INT16, UINT16 -> Array.setShort(array, i, (short) data.integer(position));
            case INT32, UINT32 -> Array.setInt(array, i, (int) data.integer(position));
            case INT64, UINT64 -> Array.setLong(array, i, data.integer(position));
            case FLOAT32 -> Array.setFloat(array, i, (float) data.real(position));
            case FLOAT64 -> Array.setDouble(array, i, data.real(position));
            case TEXT -> Array.set(array, i, data.text(position));
        }
    }
}
