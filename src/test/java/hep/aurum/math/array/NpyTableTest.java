package hep.aurum.math.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTableTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">f8"})
    void givesNumbersByRowsInEitherByteOrder(String type) throws IOException {
        ByteBuffer numbers =
                ByteBuffer.allocate(48).order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 6; i++) {
            numbers.putDouble(0.1 * i);
        }

        NpyTable table = NpyTable.open(file("'" + type + "'", "False", "(3, 2)", numbers.array()));

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.get(2, 1)).isEqualTo(0.1 * 5);
    }

    @Test
    void givesOneDimensionAsOneColumn() throws IOException {
        NpyTable table = NpyTable.open(file("'|u1'", "False", "(3,)", new byte[] {1, 2, (byte) 200}));

        assertThat(table.columns()).isEqualTo(1);
        assertThat(table.get(2, 0)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(-1, 2)",
                "(2, 3)",
                "(9999999999, 9999999999)",
                "(2, 0)",
                "(2*1,)",
                "(True,)",
                "(2)",
                "(3,)",
                "(1,)",
                "(,)",
                "(1,,2)"
            })
    void refusesShapesThatAreNotThoseOfTheFile(String shape) throws IOException {
        Path path = file("'<f8'", "False", shape, new byte[16]);

        assertThatThrownBy(() -> NpyTable.open(path)).isInstanceOf(BadInput.class);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(NpyTableTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"littlef8", "bigf8", "littlef4", "columns", "version2", "version3"})
    void readsWhatNumpyWrote(String name) {
        double[] expected = {1, 2.5, -3, 0.1, 1e30, 6};

        // Pieces of one, two and more numbers, and the usual ones.
        for (int bits : new int[] {3, 4, 5, 29}) {
            NpyTable table = NpyTable.open(resource(name + ".npy"), bits);

            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.columns()).isEqualTo(3);
            for (int i = 0; i < 6; i++) {
                double number = name.endsWith("f4") ? (float) expected[i] : expected[i];
                assertThat(table.get(i / 3, i % 3)).isEqualTo(number);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bool, 1, 0, 1",
        "i1, -128, 7, 127",
        "i2, -32768, 7, 32767",
        "i4, -2147483648, 7, 2147483647",
        "i8, -9007199254740992, 7, 9007199254740992",
        "u1, 0, 7, 255",
        "u2, 0, 7, 65535",
        "u4, 0, 7, 4294967295",
        "u8, 0, 7, 9007199254740992"
    })
    void readsIntegersThatNumpyWrote(String name, long first, long second, long third) {
        NpyTable table = NpyTable.open(resource(name + ".npy"), 3);

        assertThat(new double[] {table.get(0, 0), table.get(1, 0), table.get(2, 0)})
                .containsExactly(first, second, third);
        assertThat(new long[] {table.getLong(0, 0), table.getLong(1, 0), table.getLong(2, 0)})
                .containsExactly(first, second, third);
    }

    @Test
    void refusesIntegersThatFloatMayNotHold() throws IOException {
        NpyTable table = NpyTable.open(resource("i8-large.npy"));
        byte[] ones = new byte[8];
        Arrays.fill(ones, (byte) -1);
        NpyTable unsigned = NpyTable.open(file("'<u8'", "False", "(1,)", ones));

        assertThat(table.getLong(1, 0)).isEqualTo((1L << 53) + 1);
        assertThatThrownBy(() -> table.get(1, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("i8-large.npy holds 9007199254740993 in row 1, column 0");
        assertThatThrownBy(() -> unsigned.get(0, 0)).hasMessageContaining("18446744073709551615");
        assertThatThrownBy(() -> unsigned.getLong(0, 0)).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesObjectsAndOtherDimensions() {
        for (String name : List.of("object", "cube")) {
            assertThatThrownBy(() -> NpyTable.open(resource(name + ".npy"))).isInstanceOf(NotSupported.class);
        }
        for (String type : List.of("'<f2'", "'<c16'", "'<U4'", "'<M8[ns]'", "[('a', '<f8')]")) {
            assertThatThrownBy(() -> NpyTable.open(file(type, "False", "(2,)", new byte[16])))
                    .isInstanceOf(NotSupported.class);
        }
        assertThatThrownBy(() -> NpyTable.open(file("'<f8'", "False", "()", new byte[8])))
                .isInstanceOf(NotSupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'shape':(2,1),'fortran_order':False,'descr':'<f8'}\n",
                "{\"fortran_order\" : False , \"descr\" : \"<f8\" , \"shape\" : ( 2L , ) , }   \n",
                " {\n'descr': '<f8',\n 'shape': (2, 1,), 'fortran_order': True}\n"
            })
    void readsKeysInAnyOrderAndWhiteSpace(String header) throws IOException {
        NpyTable table = NpyTable.open(raw(header, new byte[16]));

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.columns()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'shape': (2,), 'descr': '<f8'}\n",
                "{'shape': (2,), 'descr': '<f8', 'fortran_order': False, 'descr': '<f8'}\n",
                "{'shape': (2,), 'descr': '<f8', 'fortran_order': 'x'}\n",
                "{'shape': (2,), 'descr': '<f8', 'fortran_order': False, 'more': 1}\n",
                "{'shape': (2,) 'descr': '<f8', 'fortran_order': False}\n",
                "'shape': (2,), 'descr': '<f8', 'fortran_order': False\n",
                "{'shape': (2,), 'descr': '<f8', 'fortran_order': False} + open('x')\n",
                "\n"
            })
    void refusesOtherHeaders(String header) {
        assertThatThrownBy(() -> NpyTable.open(raw(header, new byte[16]))).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesBytesAfterTheNumbersAndFilesThatAreNotThere() {
        assertThatThrownBy(() -> NpyTable.open(file("'<f8'", "False", "(2,)", new byte[17])))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds 17 bytes of numbers, but its header says 16");
        assertThatThrownBy(() -> NpyTable.open(folder.resolve("none.npy")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no file none.npy");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = Files.readAllBytes(file("'<f8'", "False", "(2,)", new byte[16]));
        Path path = folder.resolve("cut.npy");

        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NpyTable.open(path)).isInstanceOf(BadInput.class);
        }
    }

    private Path file(String type, String fortran, String shape, byte[] numbers) throws IOException {
        return raw("{'descr': " + type + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n", numbers);
    }

    private Path raw(String text, byte[] numbers) throws IOException {
        byte[] header = text.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length);
        bytes.put(header).put(numbers);
        return Files.write(folder.resolve("numbers.npy"), bytes.array());
    }
}
