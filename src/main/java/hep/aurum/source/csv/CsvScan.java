package hep.aurum.source.csv;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.source.Decompression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Find the columns of a file and their types by reading it once.
 *
 * @param columns in file order
 * @param rows how many there are; empty where the file is longer than what was read, or damaged
 * @param problems in sentences
 */
record CsvScan(List<Column> columns, OptionalLong rows, List<String> problems) {

    private static final long LONGEST = 1L << 28;

    CsvScan {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    static CsvScan of(Path file, CsvDialect dialect) {
        int[] bare = new int[dialect.fields()];
        boolean[] quoted = new boolean[dialect.fields()];
        int[] inside = new int[dialect.fields()];
        long rows = 0;
        boolean whole = false;
        try (CsvRecords records = CsvTable.records(file, dialect)) {
            boolean skip = dialect.header();
            while (!whole && records.position() < LONGEST) {
                if (!records.next()) {
                    whole = true;
                } else if (skip) {
                    skip = false;
                } else {
                    look(records, bare, quoted, inside);
                    rows++;
                }
            }
        } catch (IOException e) {
            throwIfFirst(rows, brokenOff(file.toString(), rows, e));
        } catch (BadInput e) {
            throwIfFirst(rows, e);
        }
        int[] kinds = kinds(bare, quoted, inside, rows);
        return columns(names(dialect), kinds, whole ? OptionalLong.of(rows) : OptionalLong.empty());
    }

    /** Let the rows in front of the damage be read; whoever reads on to it is told. */
    private static void throwIfFirst(long rows, BadInput damage) {
        if (rows == 0) {
            throw damage;
        }
    }

    static BadInput brokenOff(String file, long rows, IOException e) {
        return new BadInput(
                file + " breaks off behind " + rows + " rows: " + Decompression.reason(e),
                "",
                "generate the file again or copy it again");
    }

    private static void look(CsvRecords records, int[] bare, boolean[] quoted, int[] inside) {
        requireFields(records, bare.length);
        for (int f = 0; f < bare.length; f++) {
            int kind = bare[f] == CsvValues.TEXT
                    ? CsvValues.TEXT
                    : CsvValues.kind(records.bytes(), records.from(f), records.to(f));
            if (records.isQuoted(f)) {
                quoted[f] = true;
                inside[f] |= kind;
            } else {
                bare[f] |= kind;
            }
        }
    }

    static void requireFields(CsvRecords records, int expected) {
        if (records.fields() != expected) {
            throw records.malformed("has " + records.fields() + " fields, expected " + expected);
        }
    }

    /** Let quotation marks mean text, unless everything stands in them. */
    private static int[] kinds(int[] bare, boolean[] quoted, int[] inside, long rows) {
        boolean all = rows > 0;
        for (int f = 0; f < bare.length; f++) {
            all &= quoted[f] && bare[f] == 0;
        }
        int[] kinds = bare.clone();
        for (int f = 0; f < bare.length; f++) {
            if (quoted[f]) {
                kinds[f] |= all ? inside[f] : CsvValues.TEXT;
            }
        }
        return kinds;
    }

    private static List<String> names(CsvDialect dialect) {
        List<String> names = new ArrayList<>();
        for (int f = 0; f < dialect.fields(); f++) {
            names.add(dialect.names().isEmpty() ? "c" + f : dialect.names().get(f));
        }
        return names;
    }

    /** Join the fields x[0], x[1], ... into columns of fixed width. */
    private static CsvScan columns(List<String> names, int[] kinds, OptionalLong rows) {
        List<Column> columns = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> joined = new HashSet<>();
        for (int f = 0; f < names.size(); ) {
            int width = width(names, f);
            int all = 0;
            for (int i = f; i < f + Math.max(1, width); i++) {
                all |= kinds[i];
            }
            ColumnType type = CsvValues.type(all);
            String name = names.get(f);
            String stem = width > 0 ? name.substring(0, name.length() - "[0]".length()) : name;
            boolean free = joined.add(stem);
            columns.add(width > 0 && free ? Column.fixed(stem, type, width) : Column.scalar(name, type));
            if (type == ColumnType.FLOAT64 && (all & CsvValues.LONG) != 0) {
                problems.add("column " + stem + " has integers beyond 2^53 beside real numbers or empty fields, which"
                        + " double precision may not hold");
            }
            f += width > 0 && free ? width : 1;
        }
        return new CsvScan(columns, rows, problems);
    }

    private static int width(List<String> names, int first) {
        String name = names.get(first);
        if (!name.endsWith("[0]") || name.length() == "[0]".length()) {
            return 0;
        }
        String stem = name.substring(0, name.length() - "[0]".length());
        int width = 1;
        while (first + width < names.size() && names.get(first + width).equals(stem + "[" + width + "]")) {
            width++;
        }
        return width;
    }
}
