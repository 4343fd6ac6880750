package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NumpyFileTest {

    @TempDir
    private Path folder;

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(NumpyFileTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileOfNumpyIsReadByRowsAndByColumns() {
        INDArray byRows = NumpyFile.read(resource("by-rows.npy"));
        INDArray byColumns = NumpyFile.read(resource("by-columns.npy"));
        INDArray cube = NumpyFile.read(resource("cube-by-columns.npy"));

        assertThat(byRows.dataType()).isEqualTo(DataType.DOUBLE);
        assertThat(byRows.toDoubleMatrix()).isDeepEqualTo(new double[][] {{1, 2.5, -3}, {0.1, 1e300, 6}});
        assertThat(byColumns.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(byColumns.toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 2.5f, -3}, {0.1f, 10, 6}});
        assertThat(cube.shape()).containsExactly(2, 3, 4);
        for (int i = 0; i < 24; i++) {
            assertThat(cube.getDouble(i / 12, i / 4 % 3, i % 4)).isEqualTo(i);
        }
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        INDArray stored = NumpyFile.read(resource("by-rows.npy"));
        Path file = folder.resolve("again.npy");

        NumpyFile.write(stored.dup('f'), file);

        assertThat(NumpyFile.read(file)).isEqualTo(stored);
        byte[] numbers = Files.readAllBytes(file);
        byte[] original = Files.readAllBytes(resource("by-rows.npy"));
        assertThat(Arrays.copyOfRange(numbers, numbers.length - 48, numbers.length))
                .containsExactly(Arrays.copyOfRange(original, original.length - 48, original.length));
    }

    @Test
    void aViewIsWrittenWithoutItsSurroundings() {
        INDArray matrix = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Path file = folder.resolve("column.npy");

        NumpyFile.write(matrix.getColumn(1), file);

        assertThat(NumpyFile.read(file).toDoubleVector()).containsExactly(2, 5);
    }

    /** ND4J's reader would end the process at the first of these. */
    @ParameterizedTest
    @CsvSource({
        "big-endian.npy, does not hold little-endian float32 or float64",
        "integers.npy, does not hold little-endian float32 or float64",
        "README.md, does not begin like a .npy file of version 1.0"
    })
    void otherFilesAreRefused(String name, String why) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NumpyFile.read(resource(name)))
                .withMessageContaining(name + " " + why);
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(resource("by-rows.npy"));
        Path file = folder.resolve("cut.npy");

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> NumpyFile.read(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(2, 3)|(2, 4)|has 48 bytes of numbers",
                "(2, 3)|(0, 3)|holds no numbers",
                "(2, 3)|(999999999, 999999999, 999999999)|has 48 bytes of numbers",
                "(2, 3)|(99999999999999999999,)|has a header with the size",
                "'shape'|'shade'|has a header without order or shape"
            })
    void aHeaderThatDoesNotFitIsRefused(String from, String to, String why) throws IOException {
        String text = new String(Files.readAllBytes(resource("by-rows.npy")), StandardCharsets.ISO_8859_1);
        int padding = to.length() - from.length();
        String changed = text.replace(from, to).replaceFirst(" {" + padding + "}\n", "\n");
        Path file = folder.resolve("changed.npy");
        Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(changed).hasSameSizeAs(text);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NumpyFile.read(file))
                .withMessageContaining(why);
    }
}
