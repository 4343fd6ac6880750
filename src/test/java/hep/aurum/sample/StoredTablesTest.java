package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.array.NpyWriter;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTablesTest {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("c HW", -0.1, 1 / 3.0, 0));
    private static final List<String> NAMES = List.of("pt", "η");
    private static final MonomialBasis BASIS = MonomialBasis.complete(1, 2);

    @TempDir
    private Path folder;

    private static EventSample events() {
        return new EventSample(
                SPACE,
                NAMES,
                List.of("signal"),
                BASIS,
                new double[] {1, 2, 3, 4, 0.1, 6},
                new double[] {1, 2, 1, 0.3, 0, 0, 5, -1, 7},
                new int[3],
                new long[] {Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, 7});
    }

    private static LabelledSample examples() {
        return LabelledSample.of(
                        SPACE,
                        NAMES,
                        ArrayTable.of(new double[] {1, 2, 3, 4, 0.1, 6}, 2),
                        ArrayTable.of(new double[] {0.1, 0.2, 0.3}, 1),
                        ArrayTable.of(new double[] {0, 1, 0}, 1))
                .withRatio(ArrayTable.of(new double[] {0.5, 0, 2}, 1));
    }

    @Test
    void eventsComeBackAsTheyWere() {
        StoredEvents.write(events(), folder.resolve("new/folder"));

        StoredEvents stored = StoredEvents.open(folder.resolve("new/folder"));

        assertThat(stored.space()).isEqualTo(SPACE);
        assertThat(stored.featureNames()).isEqualTo(NAMES);
        assertThat(stored.basis()).isEqualTo(BASIS);
        assertThat(stored.size()).isEqualTo(3);
        MinedEvents.Labeller memory = events().labeller();
        MinedEvents.Labeller disk = stored.labeller();
        double[] here = new double[1];
        double[] there = new double[1];
        for (int i = 0; i < 3; i++) {
            assertThat(stored.feature(i, 1)).isEqualTo(events().feature(i, 1));
            assertThat(stored.origin(i)).isEqualTo(events().origin(i));
            assertThat(disk.ratio(i, new double[] {0.3}, there)).isEqualTo(memory.ratio(i, new double[] {0.3}, here));
            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void aTableInTheWayLeavesNoDraftBehind() throws IOException {
        Files.writeString(folder.resolve("coefficients.npy"), "in the way");

        assertThatThrownBy(() -> StoredEvents.write(events(), folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("exists already");

        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("coefficients.npy"));
    }

    @Test
    void parametersOfOneNameAreRefused() throws IOException {
        StoredEvents.write(events(), folder);
        String line = Files.readString(folder.resolve("parameters.txt"));
        Files.writeString(folder.resolve("parameters.txt"), line + line);

        assertThatThrownBy(() -> StoredEvents.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("parameters.txt");
    }

    @Test
    void nothingIsLeftOfWhatWasNotFinishedAndNothingIsOverwritten() {
        try (StoredEvents.Writer writer = StoredEvents.writer(folder, SPACE, NAMES, BASIS)) {
            writer.append(events());
            assertThatThrownBy(() -> writer.append(new double[] {1, Double.NaN}, new double[3], 41))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("feature 1 of generator event 41 is NaN");
        }
        assertThat(folder).isEmptyDirectory();

        StoredEvents.write(events(), folder);
        assertThatThrownBy(() -> StoredEvents.write(events(), folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("x.npy exists already");
        assertThat(StoredEvents.open(folder).size()).isEqualTo(3);
        assertThat(folder.toFile().list()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|2|1 2 3 NaN 5 6|x.npy holds in row 1, column 1 (η) the number NaN",
                "x|3|1 2 3 4 5 6|x.npy has 2 rows of 3 numbers, expected rows of 2",
                "coefficients|3|1 2 3 4 5 6|coefficients.npy has 2 rows of 3 numbers, expected 3 of 3",
                "coefficients|3|1 2 3 4 5 Infinity 7 8 9|row 1, column 2",
                "monomials|1|0 1 1|monomials.npy: the rows of exponents repeat",
                "monomials|1|0 -1 2|monomials.npy holds in row 1, column 0 the number -1.0, expected a power",
                "origin|1|0 1 2|origin.npy does not hold integers"
            })
    void brokenEventsAreRefusedByFileRowAndColumn(String table, int columns, String numbers, String message)
            throws IOException {
        StoredEvents.write(events(), folder);
        replace(table, columns, numbers);

        assertThatThrownBy(() -> StoredEvents.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining(table + ".npy");
    }

    @Test
    void weightsInMemoryThatAreNotFiniteAreRefusedByEvent() {
        EventSample broken = events().subset(new int[] {0, 2}, new double[] {1, Double.NaN});

        assertThatThrownBy(broken::labeller)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("coefficient 0 of the weight of generator event 7 is NaN");
    }

    @Test
    void examplesComeBackAsTheyWereUnderEverySuffix() {
        LabelledSample full = examples()
                .withTheta1(examples().theta0())
                .withScore(ArrayTable.of(new double[] {1, -2, 3}, 1))
                .withWeight(ArrayTable.of(new double[] {1, -1, 1}, 1))
                .withOrigins(new long[] {5, 5, Long.MIN_VALUE});
        LabelledFolder.of(folder).write(examples());
        LabelledFolder.of(folder).withSuffix("_train").write(full);

        LabelledSample plain = LabelledSample.open(folder);
        LabelledSample train = LabelledFolder.of(folder).withSuffix("_train").open();

        assertThat(folder.resolve("t_xz_train.npy")).exists();
        assertThat(plain.score()).isEmpty();
        assertThat(plain.theta1()).isEmpty();
        assertThat(plain.weight()).isEmpty();
        assertThat(train.space()).isEqualTo(SPACE);
        for (int i = 0; i < 3; i++) {
            assertThat(train.x().get(i, 0)).isEqualTo(full.x().get(i, 0));
            assertThat(train.theta0().get(i, 0)).isEqualTo(full.theta0().get(i, 0));
            assertThat(train.y().get(i, 0)).isEqualTo(full.y().get(i, 0));
            assertThat(train.ratio().orElseThrow().get(i, 0))
                    .isEqualTo(full.ratio().orElseThrow().get(i, 0));
            assertThat(train.score().orElseThrow().get(i, 0))
                    .isEqualTo(full.score().orElseThrow().get(i, 0));
            assertThat(train.weight().orElseThrow().get(i, 0))
                    .isEqualTo(full.weight().orElseThrow().get(i, 0));
            assertThat(train.theta1().orElseThrow().get(i, 0))
                    .isEqualTo(full.theta1().orElseThrow().get(i, 0));
            assertThat(train.origin(i)).isEqualTo(full.origin(i));
        }
    }

    /** MadMiner writes neither names nor origins. */
    @Test
    void foldersWithoutNamesOpenWithThem() throws IOException {
        LabelledFolder.of(folder).withSuffix("_test").write(examples());
        for (String other : List.of("features.txt", "parameters.txt", "origin_test.npy")) {
            Files.delete(folder.resolve(other));
        }
        LabelledFolder test = LabelledFolder.of(folder).withSuffix("_test");

        assertThat(test.withNames(SPACE, NAMES).open().origin(2)).isEqualTo(2);
        assertThatThrownBy(test::open).isInstanceOf(BadInput.class).hasMessageContaining("parameters.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|2|1 2 3 4 5 -Infinity|x.npy holds in row 2, column 1 (η) the number -Infinity",
                "theta0|1|1 2|theta0.npy has 2 rows of 1 numbers, expected 3 of 1",
                "theta0|1|1 NaN 2|theta0.npy holds in row 1, column 0 (c HW) the number NaN",
                "theta1|2|1 2 3 4 5 6|theta1.npy has 3 rows of 2 numbers, expected 3 of 1",
                "y|1|0 1 0.5|y.npy holds in row 2, column 0 (y) the number 0.5, expected 0 or 1",
                "r_xz|1|0 1 -2|r_xz.npy holds in row 2, column 0 (r_xz) the number -2.0, which without signed weights",
                "r_xz|1|0 Infinity 2|r_xz.npy holds in row 1, column 0 (r_xz) the number Infinity",
                "t_xz|1|NaN 1 2|t_xz.npy holds in row 0, column 0 (c HW) the number NaN",
                "weight|1|1 2|weight.npy has 2 rows of 1 numbers, expected 3 of 1"
            })
    void brokenExamplesAreRefusedByFileRowAndColumn(String table, int columns, String numbers, String message)
            throws IOException {
        LabelledFolder.of(folder).write(examples());
        replace(table, columns, numbers);

        assertThatThrownBy(() -> LabelledSample.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining(folder.resolve(table + ".npy").toString());
    }

    @Test
    void negativeRatiosNeedWeights() throws IOException {
        LabelledFolder.of(folder).write(examples().withWeight(ArrayTable.of(new double[] {1, 1, -1}, 1)));
        replace("r_xz", 1, "0 1 -2");

        assertThat(LabelledSample.open(folder).ratio().orElseThrow().get(2, 0)).isEqualTo(-2);
    }

    @Test
    void everyTruncatedFileIsRefused() throws IOException {
        LabelledFolder.of(folder).write(examples());
        for (String table : List.of("x", "y", "theta0", "r_xz", "origin")) {
            Path path = folder.resolve(table + ".npy");
            byte[] whole = Files.readAllBytes(path);
            Files.write(path, java.util.Arrays.copyOf(whole, whole.length - 1));

            assertThatThrownBy(() -> LabelledSample.open(folder))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(table + ".npy");
            Files.write(path, whole);
        }
    }

    private void replace(String table, int columns, String numbers) throws IOException {
        String[] values = numbers.split(" ");
        try (NpyWriter writer = NpyWriter.of(folder.resolve(table + ".npy"), columns)) {
            for (int i = 0; i < values.length; i += columns) {
                double[] row = new double[columns];
                for (int j = 0; j < columns; j++) {
                    row[j] = Double.parseDouble(values[i + j]);
                }
                writer.append(row);
            }
            writer.finish();
        }
    }
}
