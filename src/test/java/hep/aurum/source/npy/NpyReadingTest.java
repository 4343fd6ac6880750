package hep.aurum.source.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read arrays as NumPy writes them, and refuse the rest. */
class NpyReadingTest {

    @TempDir
    Path folder = Path.of("");

    /** Return a file as numpy.lib.format describes it. */
    private static byte[] npy(int version, String type, boolean columnsFirst, String shape, byte... values) {
        String header = "{'descr': " + type + ", 'fortran_order': " + (columnsFirst ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        byte[] text = header.getBytes(version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.allocate(12 + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        bytes.put(text).put(values);
        byte[] whole = new byte[bytes.position()];
        bytes.flip().get(whole);
        return whole;
    }

    private TableSource open(String name, byte[] bytes) {
        try {
            return new NpyFormat()
                    .tables(Files.write(folder.resolve(name), bytes))
                    .get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> values(TableSource table, String column) {
        List<String> values = new ArrayList<>();
        try (TableCursor cursor = table.open(List.of(column))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                ColumnData data = batch.column(0);
                for (int i = 0; i < data.start(batch.rows()); i++) {
                    ColumnType type = data.column().type();
                    values.add(
                            type == ColumnType.TEXT
                                    ? data.text(i)
                                    : type.isReal() ? Double.toString(data.real(i)) : Long.toString(data.integer(i)));
                }
            }
        }
        return values;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** Bytes by the definitions of the types: IEEE 754, two's complement, UCS-4. */
    @ParameterizedTest
    @CsvSource({
        "<f8, 000000000000f83f 0000000000000080, 1.5 -0.0",
        ">f8, 3ff8000000000000 7ff0000000000000, 1.5 Infinity",
        "<f4, 0000c03f 000080ff, 1.5 -Infinity",
        ">f2, 3e00 0200, 1.5 3.0517578125E-5",
        "<f2, ff7b 00fc, 65504.0 -Infinity",
        "|i1, ff 7f, -1 127",
        "|u1, ff 7f, 255 127",
        "<i2, feff 0080, -2 -32768",
        ">u2, fffe 8000, 65534 32768",
        "<i4, ffffffff 01000000, -1 1",
        "<u4, ffffffff 01000000, 4294967295 1",
        "<i8, ffffffffffffff7f 0000000000000080, 9223372036854775807 -9223372036854775808",
        "<u8, ffffffffffffffff 0100000000000000, -1 1",
        "|b1, 00 01, 0 1",
        "|S3, 616200 787a79, ab xzy",
        "<U2, b3030000 00000000 61000000 00f60100, \u03b3 a\ud83d\ude00"
    })
    void typesAreRead(String type, String bytes, String expected) {
        for (int version = 1; version <= 3; version++) {
            TableSource table = open("t.npy", npy(version, "'" + type + "'", false, "(2,)", hex(bytes)));

            assertThat(String.join(" ", values(table, "values"))).isEqualTo(expected);
            assertThat(table.header().rows()).hasValue(2);
        }
    }

    @Test
    void dimensionsAreRowsAndValues() {
        byte[] six = {1, 2, 3, 4, 5, 6};

        TableSource rows = open("r.npy", npy(1, "'|i1'", false, "(2, 3)", six));
        TableSource columns = open("c.npy", npy(1, "'|i1'", true, "(2, 3)", six));
        TableSource deep = open("d.npy", npy(1, "'|i1'", false, "(1, 3, 2)", six));

        assertThat(rows.header().columns()).containsExactly(Column.fixed("values", ColumnType.INT8, 3));
        assertThat(values(rows, "values")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(values(columns, "values")).containsExactly("1", "3", "5", "2", "4", "6");
        assertThat(deep.header().columns()).containsExactly(Column.fixed("values", ColumnType.INT8, 6));
    }

    @Test
    void recordsAreColumns() {
        String type = "[('x', '|i1'), ('', '|V2'), (('a title', 'y'), '>i2'), ('v', '|u1', (2,))]";
        TableSource table = open("t.npy", npy(1, type, false, "(2,)", hex("01 aaaa 0102 0a0b  02 aaaa 0201 0c0d")));

        assertThat(table.header().columnNames()).containsExactly("x", "y", "v");
        assertThat(values(table, "x")).containsExactly("1", "2");
        assertThat(values(table, "y")).containsExactly("258", "513");
        assertThat(values(table, "v")).containsExactly("10", "11", "12", "13");
    }

    @Test
    void gzipIsUndone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(npy(1, "'|i1'", false, "(2,)", (byte) 3, (byte) 4));
        }

        assertThat(values(open("t.npy.gz", bytes.toByteArray()), "values")).containsExactly("3", "4");
    }

    @Test
    void arraysOfOtherLengthsAreTablesOfTheirOwn() throws IOException {
        Path file = folder.resolve("t.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int n = 1; n <= 2; n++) {
                zip.putNextEntry(new ZipEntry("a" + n + ".npy"));
                zip.write(npy(1, "'|i1'", false, "(" + n + ",)", new byte[n]));
            }
            zip.putNextEntry(new ZipEntry("../../odd.npy"));
            zip.write(npy(1, "'|O'", false, "(1,)", (byte) 0));
        }

        List<TableSource> tables = new NpyFormat().tables(file);

        assertThat(tables).extracting(table -> table.header().name()).containsExactly("a1", "a2");
        assertThat(tables.get(0).header().problems()).singleElement().asString().contains("Python objects");
        assertThat(values(tables.get(1), "a2")).containsExactly("0", "0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^<f8^; (2,); holds 1 bytes of values, but its header says 16",
                "^|i1^; (0,); holds 1 bytes of values, but its header says 0",
                "^|i1^; (-1,); malformed",
                "^|i1^; 1; not a dictionary",
                "^|i1^; (9223372036854775807,); malformed",
                "^<f8^; (999999999999999999, 1000000); impossible shape",
                "^|i1^; ((((((((((1,),),),),),),),),),); nested more than",
                "[]; (1,); without a type",
                "^|i1^, ^descr^: 1; (1,); two values of descr",
                "__import__(^os^); (1,); malformed"
            })
    void malformedHeadersAreNamed(String type, String shape, String what) {
        byte[] bytes = npy(1, type.replace('^', '\''), false, shape, (byte) 0);

        assertThatThrownBy(() -> open("t.npy", bytes))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^|O^; (1,); Python objects",
                "[(^a^, ^|O^)]; (1,); Python objects",
                "^<c16^; (1,); type <c16",
                "^<M8[ns]^; (1,); type <M8[ns]",
                "^|i1^; (); single value",
                "^|i1^; (1, 0); values",
                "^<f8^; (1, 99999999); values",
                "^<U9999999^; (1,); type <U9999999"
            })
    void whatIsNotReadIsNamed(String type, String shape, String what) {
        byte[] bytes = npy(1, type.replace('^', '\''), false, shape, (byte) 0);

        assertThatThrownBy(() -> open("t.npy", bytes))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining(what);
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        byte[] sound = npy(1, "'|i1'", false, "(2,)", (byte) 1, (byte) 2);
        for (int length = 1; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> open("t.npy", cut)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(sound);
        }
        for (int length = 1; length < zipped.size(); length++) {
            byte[] cut = Arrays.copyOf(zipped.toByteArray(), length);
            assertThatThrownBy(() -> open("t.npz", cut)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
    }

    /** A header of its own may say more than the entry holds; nothing of that size is ever allocated. */
    @Test
    void aBombIsRefused() throws IOException {
        Path file = folder.resolve("t.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy(1, "'<f8'", false, "(99999999999999,)", new byte[1 << 20]));
        }

        assertThatThrownBy(() -> new NpyFormat().tables(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("its header says 799999999999992");
    }

    @Test
    void namesInAZipAreText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("\u00e9.npy"));
            zip.write(npy(1, "'<i1'", false, "(1,)", (byte) 1));
        }
        byte[] whole = bytes.toByteArray();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = whole[i] == (byte) 0xc3 ? (byte) 0xff : whole[i];
        }

        assertThatThrownBy(() -> open("names.npz", whole))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("names.npz")
                .hasMessageContaining("entry");
    }
}
