package hep.aurum.source.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.event.table.ArrayTable;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.EventSources;
import hep.aurum.source.SameEvents;
import hep.aurum.source.SharedData;
import hep.aurum.source.convert.Conversion;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.filter.DeflatePipelineFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of varying length in HDF5, and chunks that are larger than they say. */
class Hdf5ListsTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe",
                "generated/pythia/vbf_showered_eft.hepmc3.gz",
                "thirdparty/hepmc/inputIO1.hepmc"
            })
    void eventsReadBackBitByBit(String name) {
        Path source = SharedData.file(name);
        Path file = folder.resolve("events.h5");

        long written = Conversion.of(source, file).run(Progress.NONE).events();

        assertThat(SameEvents.require(EventSources.open(file), EventSources.open(source)))
                .isEqualTo(written)
                .isPositive();
    }

    /** What a user of h5py finds, as the description of the package promises it. */
    @Test
    void valuesAndOffsetsAreTwoDataSets() {
        Column wide = new Column("p4", ColumnType.FLOAT64, Layout.LIST, 2, "GeV", "");
        Column taken = Column.list("n", ColumnType.INT32);
        Column other = Column.scalar("n_offsets", ColumnType.INT32);
        Column empty = new Column("none", ColumnType.TEXT, Layout.LIST, 1, "mm", "nothing at all");
        Path file = folder.resolve("t.h5");
        ArrayTable table = ArrayTable.of(
                "events",
                3,
                List.of(
                        ColumnData.ofLists(wide, new int[] {0, 4, 4, 6}, new double[] {1, 2, 3, 4, 5, 6}),
                        ColumnData.ofLists(taken, new int[] {0, 0, 1, 2}, new long[] {7, 8}),
                        ColumnData.of(other, new long[] {1, 2, 3}),
                        ColumnData.ofLists(empty, new int[4], new String[0])));
        try (TableWriter writer = new Hdf5Format().create(file, table.header());
                TableCursor rows = table.open(table.header().columnNames())) {
            writer.write(Objects.requireNonNull(rows.next()));
            writer.finish();
        }

        try (HdfFile hdf = new HdfFile(file)) {
            Dataset values = hdf.getDatasetByPath("events/p4");
            assertThat(values.getData()).isEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 6}});
            assertThat(values.getAttribute("offsets").getData()).isEqualTo("p4_offsets");
            Dataset offsets = hdf.getDatasetByPath("events/p4_offsets");
            assertThat(offsets.getData()).isEqualTo(new long[] {0, 2, 2, 3});
            assertThat(offsets.getAttribute("offsets_of").getData()).isEqualTo("p4");
            assertThat(hdf.getDatasetByPath("events/n_offsets_").getData()).isEqualTo(new long[] {0, 0, 1, 2});
            assertThat(hdf.getDatasetByPath("events/none_offsets").getData()).isEqualTo(new long[4]);
        }
        TableSource back = new Hdf5Format().tables(file).get(0);
        assertThat(back.header().columns()).containsExactly(wide, taken, other, empty);
    }

    private Path foreign(int[] offsets) {
        Path file = folder.resolve("foreign.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("pt", new float[] {1, 2, 3});
            WritableDataset starts = hdf.putDataset("starts", offsets);
            starts.putAttribute("offsets_of", "pt");
            hdf.putDataset("met", new double[] {10, 20});
        }
        return file;
    }

    @Test
    void theListsOfOthersAreRead() {
        TableSource table =
                new Hdf5Format().tables(foreign(new int[] {0, 1, 3})).get(0);

        assertThat(table.header().columnNames()).containsExactly("met", "pt");
        try (TableCursor rows = table.open(List.of("pt", "met"))) {
            TableBatch batch = Objects.requireNonNull(rows.next());
            assertThat(batch.rows()).isEqualTo(2);
            assertThat(batch.column(0).count(0)).isEqualTo(1);
            assertThat(batch.column(0).count(1)).isEqualTo(2);
            assertThat(batch.column(0).real(2)).isEqualTo(3);
            assertThat(batch.column(1).real(1)).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "0, 2, 1", "0, 1, 4", "0, 1, 2", "0, -1, 3", "0, 2147483647, 3"})
    void offsetsThatAreNoneAreRefused(int first, int second, int third) {
        TableSource table = new Hdf5Format()
                .tables(foreign(new int[] {first, second, third}))
                .get(0);

        try (TableCursor rows = table.open(List.of("pt"))) {
            assertThatThrownBy(rows::next).isInstanceOf(BadInput.class).hasMessageContaining("starts");
        }
    }

    /** Deflate, but of a chunk full of zeros that is a thousand times as large as it should be. */
    private static final class Bomb extends DeflatePipelineFilter {

        @Override
        public byte[] encode(byte[] plain, int[] options) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 200; i++) {
                    deflater.write(zeros);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }

    @Test
    void aChunkThatExplodesIsRefused() {
        Path file = folder.resolve("bomb.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            DatasetCreationOptions options = DatasetCreationOptions.builder()
                    .chunkDimensions(1000)
                    .filter(new Bomb(), 6)
                    .build();
            hdf.putDataset("x", new double[2000], options);
        }

        try (TableCursor rows = new Hdf5Format().tables(file).get(0).open(List.of("x"))) {
            assertThatThrownBy(rows::next)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("decompresses to more than the 8000 bytes");
        }
    }

    /** Noise hardly compresses, so that the chunks are inflated twice: first to see that they are sound. */
    @Test
    void largeChunksThatAreSoundAreRead() {
        Path file = folder.resolve("sound.h5");
        double[] values = new double[60_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.sin(i * (double) i);
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            DatasetCreationOptions options = DatasetCreationOptions.builder()
                    .chunkDimensions(50_000)
                    .deflate()
                    .build();
            hdf.putDataset("x", values, options);
        }

        int row = 0;
        try (TableCursor rows = new Hdf5Format().tables(file).get(0).open(List.of("x"))) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int i = 0; i < batch.rows(); i++) {
                    assertThat(batch.column(0).real(i)).isEqualTo(values[row++]);
                }
            }
        }
        assertThat(row).isEqualTo(values.length);
    }
}
