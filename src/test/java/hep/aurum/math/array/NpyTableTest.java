package hep.aurum.math.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
            strings = {"(-1, 2)", "(2, 3)", "(9999999999, 9999999999)", "(2, 0)", "(2, 1, 1)", "()", "(2*1,)", "(True,)"
            })
    void refusesShapesThatAreNotThoseOfTheFile(String shape) throws IOException {
        Path path = file("'<f8'", "False", shape, new byte[16]);

        assertThatThrownBy(() -> NpyTable.open(path)).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesObjectsAndColumns() throws IOException {
        Path objects = file("'|O'", "False", "(2,)", new byte[16]);
        assertThatThrownBy(() -> NpyTable.open(objects)).isInstanceOf(NotSupported.class);

        Path columns = file("'<f8'", "True", "(1, 2)", new byte[16]);
        assertThatThrownBy(() -> NpyTable.open(columns))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("ascontiguousarray");
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = Files.readAllBytes(file("'<f8'", "False", "(2,)", new byte[16]));
        Path path = folder.resolve("cut.npy");

        for (int length = 0; length < whole.length; length++) {
            Files.write(path, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> NpyTable.open(path)).isInstanceOf(BadInput.class);
        }
    }

    private Path file(String type, String fortran, String shape, byte[] numbers) throws IOException {
        byte[] header = ("{'descr': " + type + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length);
        bytes.put(header).put(numbers);
        return Files.write(folder.resolve("numbers.npy"), bytes.array());
    }
}
