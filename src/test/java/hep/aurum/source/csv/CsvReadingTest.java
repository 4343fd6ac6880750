package hep.aurum.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read what programs and people write, and refuse the rest with line and column. */
class CsvReadingTest {

    @TempDir
    Path folder = Path.of("");

    private CsvTable table(String text) {
        try {
            return CsvTable.open(Files.writeString(folder.resolve("t.csv"), text.replace("\\n", "\n")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> column(CsvTable table, String name) {
        List<String> values = new ArrayList<>();
        try (TableCursor cursor = table.open(List.of(name))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                ColumnData data = batch.column(0);
                for (int i = 0; i < data.start(batch.rows()); i++) {
                    values.add(
                            switch (data.column().type()) {
                                case TEXT -> data.text(i);
                                case FLOAT64 -> Double.toString(data.real(i));
                                default -> Long.toString(data.integer(i));
                            });
                }
            }
        }
        return values;
    }

    private static String columns(CsvTable table) {
        return table.header().columns().stream()
                .map(c -> c.name() + ":" + c.type().label() + (c.layout() == Column.Layout.FIXED ? c.width() : ""))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2.5\\n           | a:int64 b:float64",
                "a, b\\n1, 2.5\\n          | a:int64 b:float64",
                "a;b\\n1;x,y\\n            | a:int64 b:text",
                "a\tb\\n1\t\\n             | a:int64 b:float64",
                "# note\\n1 2\\n3 4        | c0:int64 c1:int64",
                "# pt eta\\n 1  2.5\\n33 4 | pt:int64 eta:float64",
                "1,2\\n\\n#x\\n3,4\\n      | c0:int64 c1:int64",
                "a,b\\ntrue,-0\\nfalse,1\\n| a:bool b:float64",
                "a,b\\n1,\\n2,NaN\\n       | a:int64 b:float64",
                "a,b\\n1,-inf\\n2,1D-3\\n  | a:int64 b:float64",
                "a,b\\n9223372036854775807,18446744073709551615\\n1,1|a:int64 b:uint64",
                "a,b\\n9223372036854775808,-9223372036854775808\\n-1,1|a:float64 b:int64",
                "^a^,^b^\\n^1^,^2.5^\\n   | a:int64 b:float64",
                "a,b\\n^1^,2.5\\n          | a:text b:float64",
                "x[0],x[1],y\\n1,2.5,3\\n  | x:float642 y:int64",
                "date,b\\n2011-01,1\\n     | date:text b:int64",
                "m\\n125.1\\n124\\n        | m:float64"
            })
    void namesAndTypesAreFound(String text, String expected) {
        assertThat(columns(table(text.replace('^', '"')))).isEqualTo(expected);
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineEnds() {
        CsvTable table = table("\ufeffname,n\r\n\"a,b\",1\r\n\"say \"\"x\"\"\",2\r\n\"two\r\nlines\" ,3\r\n\"\",4");

        assertThat(table.header().columnNames()).containsExactly("name", "n");
        assertThat(column(table, "name")).containsExactly("a,b", "say \"x\"", "two\r\nlines", "");
        assertThat(column(table, "n")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void blanksAlignColumnsAlsoAroundQuotes() {
        CsvTable table = table("id  name   x\n 1 \"a b\"  2.5\n22  \"c\"\t3\n");

        assertThat(column(table, "name")).containsExactly("a b", "c");
        assertThat(column(table, "x")).containsExactly("2.5", "3.0");
    }

    @Test
    void missingAndInfiniteNumbers() {
        CsvTable table = table("a,x\n1,\n2,nan\n3,-Infinity\n4,+inf\n5,-0.0\n6,4.9e-324\n");

        assertThat(column(table, "x")).containsExactly("NaN", "NaN", "-Infinity", "Infinity", "-0.0", "4.9E-324");
    }

    @Test
    void aTypeCanBeDeclared() {
        CsvTable table = table("run,x\n007,1\n008,2\n");

        assertThat(column(table.withType("run", ColumnType.TEXT), "run")).containsExactly("007", "008");
        assertThat(column(table.withType("x", ColumnType.FLOAT64), "x")).containsExactly("1.0", "2.0");
        assertThatThrownBy(() -> column(table.withType("run", ColumnType.BOOL), "run"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("\"007\" in column run (field 1), expected bool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b\\n1,2\\n1,2,3\\n       | line 3 | has 3 fields, expected 2",
                "a,b\\n1,2\\n^x\\n          | line 3 | never closed",
                "a,b\\n1,2\\n^x^y,1\\n      | line 3 | text behind a closing",
                "a,b\\n1,1e999\\n           | line 2 | \"1e999\" in column b (field 2), expected float64",
            })
    void malformedLinesAreNamed(String text, String line, String what) {
        assertThatThrownBy(() -> column(table(text.replace('^', '"')), "b"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(line)
                .hasMessageContaining(what);
    }

    @Test
    void quotedFieldsAreBounded() {
        String text = "a,b\n1,2\n\"" + "x\n".repeat(2000) + "\",1\n";

        assertThatThrownBy(() -> column(table(text), "b"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("1000 lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<a>,<b>",
                "{\"a\": 1, \"b\": 2}",
                "a\0,b",
                "one\ntwo three\n",
                "some words",
                "some words\nand more\n"
            })
    void whatIsNoTableIsNotAccepted(String text) {
        assertThat(new CsvFormat().accepts(text.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void recordsNeedNoLineEnd() throws IOException {
        byte[] text = "1,2".getBytes(StandardCharsets.UTF_8);
        try (CsvRecords records = new CsvRecords(new LineReader(new ByteArrayInputStream(text), "t"), (byte) ',')) {
            assertThat(records.next()).isTrue();
            assertThat(records.fields()).isEqualTo(2);
            assertThat(records.next()).isFalse();
        }
    }
}
