package hep.aurum.source.parquet;

import hep.aurum.event.table.ColumnData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Append lists to a table of DuckDB, as arrays of the type of its column. */
final class ListAppender {

    private ListAppender() {}

    static void append(DuckDBAppender to, ColumnData data, int from, int count) throws SQLException {
        switch (data.column().type()) {
            case BOOL -> {
                boolean[] values = new boolean[count];
                for (int i = 0; i < count; i++) {
                    values[i] = data.integer(from + i) != 0;
                }
                to.append(values);
            }
            case INT8, UINT8 -> {
                byte[] values = new byte[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (byte) data.integer(from + i);
                }
                to.appendByteArray(values);
            }
            case INT16, UINT16 -> {
                short[] values = new short[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (short) data.integer(from + i);
                }
                to.append(values);
            }
            default -> appendWide(to, data, from, count);
        }
    }

    private static void appendWide(DuckDBAppender to, ColumnData data, int from, int count) throws SQLException {
        switch (data.column().type()) {
            case INT32, UINT32 -> {
                int[] values = new int[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (int) data.integer(from + i);
                }
                to.append(values);
            }
            case FLOAT32 -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (float) data.real(from + i);
                }
                to.append(values);
            }
            case FLOAT64 -> {
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = data.real(from + i);
                }
                to.append(values);
            }
            case TEXT -> {
                List<String> values = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    values.add(data.text(from + i));
                }
                to.append(values);
            }
            default -> {
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    values[i] = data.integer(from + i);
                }
                to.append(values);
            }
        }
    }
}
