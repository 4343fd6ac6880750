package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.NamedColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Translate {@code tuple}, of which columns of numbers are read. */
final class TupleCodec {

    private static final Set<String> WHOLE = Set.of("byte", "short", "int", "long");
    private static final Set<String> REAL = Set.of("float", "double");
    private static final double LARGEST = 1L << 53;

    private TupleCodec() {}

    static NamedColumns decode(AidaElement object) {
        List<AidaElement> declared = object.require("columns").all("column");
        for (AidaElement column : declared) {
            String type = column.text("type", "");
            if (!WHOLE.contains(type) && !REAL.contains(type)) {
                throw new NotSupported(
                        "column " + column.text("name", "") + " has the type " + type + ", expected numbers",
                        object.toString(),
                        "read the element itself");
            }
        }
        List<AidaElement> rows = object.child("rows").map(r -> r.all("row")).orElse(List.of());
        double[][] values = new double[declared.size()][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            List<AidaElement> entries = rows.get(i).children();
            if (entries.size() != declared.size()) {
                throw new BadInput(
                        "row " + i + " has " + entries.size() + " entries, expected " + declared.size(),
                        object.toString(),
                        "");
            }
            for (int c = 0; c < values.length; c++) {
                values[c][i] = entries.get(c).measured("value", Double.NaN);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            AidaElement column = declared.get(c);
            boolean isWhole = WHOLE.contains(column.text("type", ""));
            if (isWhole) {
                requireWhole(values[c], column);
            }
            columns.add(Column.of(column.text("name", ""), isWhole, values[c]));
        }
        return NamedColumns.of(object.text("title", ""), columns);
    }

    private static void requireWhole(double[] values, AidaElement column) {
        for (double value : values) {
            if (value != Math.rint(value) || Math.abs(value) > LARGEST) {
                throw new NotSupported(
                        "the column has " + value + ", expected a whole number up to 2^53",
                        column.toString(),
                        "read the element itself");
            }
        }
    }

    static AidaElement encode(String path, String name, NamedColumns table, List<AidaElement> annotations) {
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", table.title()));
        items.addAll(annotations);
        List<AidaElement> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            columns.add(AidaElement.leaf("column", "name", column.name(), "type", type(column)));
        }
        List<AidaElement> rows = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            List<AidaElement> entries = new ArrayList<>();
            for (Column column : table.columns()) {
                double value = column.get(i);
                String text = column.isWhole() ? Long.toString((long) value) : Codec.number(value);
                entries.add(AidaElement.leaf("entry", "value", text));
            }
            rows.add(AidaElement.leaf("row").with(entries));
        }
        return AidaElement.leaf("tuple", "name", name, "path", path, "title", table.title())
                .with(List.of(
                        AidaElement.leaf("annotation").with(items),
                        AidaElement.leaf("columns").with(columns),
                        AidaElement.leaf("rows").with(rows)));
    }

    private static String type(Column column) {
        if (!column.isWhole()) {
            return "double";
        }
        for (double value : column.values()) {
            if (value != (int) value) {
                return "long";
            }
        }
        return "int";
    }
}
