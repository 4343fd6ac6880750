package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.ArrayTable;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import hep.aurum.math.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hold a format that is written to its word: what it claims to hold reads back to the last bit, all else is refused.
 *
 * <p>Values are random bits with the ends of every range among them; the payload of NaN is not compared.
 */
public abstract class TableRoundTripContract {

    private static final String[] TEXTS = {
        "",
        "a",
        "true",
        "12",
        "-0.0",
        "nan",
        " blank ",
        "comma, semicolon; tab\t",
        "quote\"s\"",
        "line\nend\r\n",
        "#x",
        "\u03b3\u03b3 \u2192 H",
        "\ud83d\ude00",
        "x".repeat(300),
        "'",
        "\\",
        "c0"
    };

    @TempDir
    Path folder = Path.of("");

    /** Return the format. */
    protected abstract TableFormat format();

    /** Return a file name that asks for it. */
    protected abstract String fileName();

    /** Return whether the format claims to hold such columns. */
    protected abstract boolean holds(ColumnType type, Layout layout);

    /** Return whether the format keeps the widths of types, names of columns, and attributes. */
    protected boolean isExact() {
        return true;
    }

    /** Return whether lists may have items of several values. */
    protected boolean holdsWideLists() {
        return false;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 5000})
    void everyBitReadsBack(int rows) {
        ArrayTable table = table(rows, 11).inBatchesOf(977);
        Path file = folder.resolve(fileName());
        write(table, file);

        assertThat(format().accepts(Decompression.head(file, 1 << 16))).isTrue();
        List<TableSource> tables = format().tables(file);
        assertThat(tables).hasSize(1);
        TableSource back = tables.get(0);
        back.header().rows().ifPresent(known -> assertThat(known).isEqualTo(rows));
        if (isExact()) {
            assertThat(back.header().columns()).isEqualTo(table.header().columns());
        }
        assertSame(table, back, table.header().columnNames());
        List<String> some = new ArrayList<>(table.header().columnNames().subList(0, 3));
        Collections.reverse(some);
        assertSame(table, back, some);
        assertSame(table, back, some);
    }

    @Test
    void aTableOfNoRowsHasItsColumns() {
        ArrayTable table = table(0, 3);
        Path file = folder.resolve(fileName());
        write(table, file);

        TableSource back = format().tables(file).get(0);
        assertThat(back.header().columnNames()).isEqualTo(table.header().columnNames());
        assertSame(table, back, table.header().columnNames());
    }

    @Test
    void attributesReadBackOrAreLosses() {
        Map<String, String> attributes = Map.of("generator", "Pythia \u03b3", "quote'\"s", "a = b\n;");
        ArrayTable table = table(5, 5).withAttributes(attributes);
        Path file = folder.resolve(fileName());
        List<String> losses = write(table, file);

        Map<String, String> back = format().tables(file).get(0).header().attributes();
        boolean kept = back.entrySet().containsAll(attributes.entrySet());
        assertThat(kept || losses.stream().anyMatch(loss -> loss.contains("attributes")))
                .as("attributes %s, losses %s", back, losses)
                .isTrue();
    }

    @Test
    void whatItCannotHoldIsRefused() {
        for (ColumnType type : ColumnType.values()) {
            for (Layout layout : Layout.values()) {
                if (!holds(type, layout)) {
                    Column column = new Column("wrong", type, layout, layout == Layout.FIXED ? 2 : 1, "", "");
                    TableHeader header = ArrayTable.of("t", 0, List.of(new ColumnBuffer(column).data()))
                            .header();
                    assertThatThrownBy(() -> format().create(folder.resolve(fileName()), header))
                            .isInstanceOf(NotSupported.class)
                            .hasMessageContaining("wrong");
                }
            }
        }
    }

    @Test
    void aFileThatIsNotFinishedNeverAppears() throws IOException {
        ArrayTable table = table(100, 9);
        Path file = folder.resolve(fileName());
        try (TableWriter writer = format().create(file, table.header())) {
            copy(table, writer);
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void anUnknownColumnHasASuggestion() {
        ArrayTable table = table(3, 1);
        Path file = folder.resolve(fileName());
        write(table, file);
        String name = table.header().columnNames().get(0);

        assertThatThrownBy(() -> format().tables(file).get(0).open(List.of(name + "_")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"" + name);
    }

    /** Write a table; return the losses. */
    protected final List<String> write(TableSource table, Path file) {
        try (TableWriter writer = format().create(file, table.header())) {
            copy(table, writer);
            writer.finish();
            return writer.losses();
        }
    }

    private static void copy(TableSource table, TableWriter writer) {
        try (TableCursor rows = table.open(table.header().columnNames())) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                writer.write(batch);
            }
        }
    }

    private static void assertSame(TableSource expected, TableSource actual, List<String> columns) {
        List<ColumnData> left = whole(expected, columns);
        List<ColumnData> right = whole(actual, columns);
        int rows = (int) expected.header().rows().orElseThrow();
        for (int c = 0; c < left.size(); c++) {
            ColumnData a = left.get(c);
            ColumnData b = right.get(c);
            for (int row = 0; row < rows; row++) {
                if (a.count(row) != b.count(row)) {
                    assertThat(b.count(row))
                            .as("count of %s, row %d", columns.get(c), row)
                            .isEqualTo(a.count(row));
                }
                for (int i = 0; i < a.count(row); i++) {
                    if (!isSame(a, a.start(row) + i, b, b.start(row) + i)) {
                        assertThat(text(b, b.start(row) + i))
                                .as("%s, row %d, value %d", columns.get(c), row, i)
                                .isEqualTo(text(a, a.start(row) + i));
                    }
                }
            }
        }
    }

    /** Compare doubles by their bits, integers by their value, whatever their width. */
    private static boolean isSame(ColumnData a, int i, ColumnData b, int j) {
        ColumnType type = a.column().type();
        if (type.isReal() != b.column().type().isReal()
                || type.isInteger() != b.column().type().isInteger()) {
            return false;
        }
        return type == ColumnType.TEXT
                ? a.text(i).equals(b.text(j))
                : type.isReal()
                        ? Double.doubleToLongBits(a.real(i)) == Double.doubleToLongBits(b.real(j))
                        : a.integer(i) == b.integer(j);
    }

    private static String text(ColumnData data, int position) {
        ColumnType type = data.column().type();
        return type.label() + " "
                + (type == ColumnType.TEXT
                        ? data.text(position)
                        : type.isReal() ? Double.toString(data.real(position)) : Long.toString(data.integer(position)));
    }

    private static List<ColumnData> whole(TableSource table, List<String> columns) {
        List<ColumnBuffer> buffers = new ArrayList<>();
        long rows = 0;
        try (TableCursor cursor = table.open(columns)) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                assertThat(batch.first()).isEqualTo(rows);
                assertThat(batch.rows()).isPositive();
                for (int c = 0; c < columns.size(); c++) {
                    if (buffers.size() == c) {
                        buffers.add(new ColumnBuffer(batch.column(c).column()));
                    }
                    buffers.get(c).addRows(batch.column(c), 0, batch.rows());
                }
                rows += batch.rows();
            }
        }
        assertThat(rows).isEqualTo(table.header().rows().orElse(rows));
        return buffers.stream().map(ColumnBuffer::data).toList();
    }

    /** Return a table of every type and layout that the format claims. */
    protected final ArrayTable table(int rows, int seed) {
        List<ColumnData> columns = new ArrayList<>();
        UniformRandomProvider random = RandomStreams.of(seed).stream("round trip", rows);
        for (ColumnType type : ColumnType.values()) {
            for (Layout layout : Layout.values()) {
                if (holds(type, layout)) {
                    int width = layout == Layout.FIXED ? 3 : layout == Layout.LIST && holdsWideLists() ? 2 : 1;
                    String name = type.label() + "_" + layout.name().charAt(0) + " \u03b7'\"";
                    columns.add(data(new Column(name, type, layout, width, "", ""), rows, random));
                }
            }
        }
        return ArrayTable.of("events", rows, columns);
    }

    private static ColumnData data(Column column, int rows, UniformRandomProvider random) {
        ColumnBuffer buffer = new ColumnBuffer(column);
        for (int row = 0; row < rows; row++) {
            int count = column.width() * (column.layout() == Layout.LIST ? random.nextInt(4) : 1);
            for (int i = 0; i < count; i++) {
                add(buffer, random);
            }
            if (column.layout() == Layout.LIST) {
                buffer.endRow();
            }
        }
        return buffer.data();
    }

    private static void add(ColumnBuffer buffer, UniformRandomProvider random) {
        long bits = random.nextInt(4) == 0 ? extreme(random) : random.nextLong();
        switch (buffer.column().type()) {
            case BOOL -> buffer.add(bits & 1);
            case INT8 -> buffer.add((long) (byte) bits);
            case UINT8 -> buffer.add(bits & 0xff);
            case INT16 -> buffer.add((long) (short) bits);
            case UINT16 -> buffer.add(bits & 0xffff);
            case INT32 -> buffer.add((long) (int) bits);
            case UINT32 -> buffer.add(bits & 0xffffffffL);
            case INT64, UINT64 -> buffer.add(bits);
            case FLOAT32 ->
                buffer.add(
                        (double) (random.nextInt(4) == 0 ? (float) special(random) : Float.intBitsToFloat((int) bits)));
            case FLOAT64 -> buffer.add(random.nextInt(4) == 0 ? special(random) : Double.longBitsToDouble(bits));
            case TEXT -> buffer.add(TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private static long extreme(UniformRandomProvider random) {
        long[] ends = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, Integer.MIN_VALUE, 255, 65535};
        return ends[random.nextInt(ends.length)];
    }

    private static double special(UniformRandomProvider random) {
        double[] values = {
            0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.1,
            Float.MIN_VALUE
        };
        return values[random.nextInt(values.length)];
    }
}
