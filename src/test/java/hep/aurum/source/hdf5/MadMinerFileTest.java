package hep.aurum.source.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Read files of MadMiner, laid out as its own code writes them: madminer/utils/interfaces/madminer_hdf5.py of
 * github.com/madminer-tool/madminer at 0002b2c8 ({@code _save_parameters} to {@code _save_events}).
 */
class MadMinerFileTest {

    private static final int EVENTS = 10_000;

    @TempDir
    Path folder = Path.of("");

    private Path write(int weightRows, int chunk) {
        Path file = folder.resolve("madminer.h5");
        double[][] observations = new double[EVENTS][];
        double[][] weights = new double[weightRows][];
        long[] sampling = new long[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            observations[i] = new double[] {i, -0.5 * i};
            sampling[i] = i == EVENTS - 1 ? -1 : i % 2;
        }
        for (int i = 0; i < weightRows; i++) {
            weights[i] = new double[] {0.25, i / 1024.0, 0};
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup parameters = hdf.putGroup("parameters");
            parameters.putDataset("names", new String[] {"cHW", "cHWtil"});
            parameters.putDataset("lha_blocks", new String[] {"smeft", "smeftcpv"});
            parameters.putDataset("lha_ids", new long[] {4, 5});
            parameters.putDataset("max_power", new long[][] {{2}, {2}});
            parameters.putDataset("ranges", new double[][] {{-1, 1}, {-2, 2}});
            parameters.putDataset("transforms", new String[] {"", ""});
            WritableGroup benchmarks = hdf.putGroup("benchmarks");
            benchmarks.putDataset("names", new String[] {"sm", "b1", "pdf_1"});
            benchmarks.putDataset("values", new double[][] {{0, 0}, {1, 0.5}, {0, 0}});
            benchmarks.putDataset("is_nuisance", new long[] {0, 0, 1});
            benchmarks.putDataset("is_reference", new long[] {1, 0, 0});
            WritableGroup morphing = hdf.putGroup("morphing");
            morphing.putDataset("components", new long[][] {{0, 0}, {1, 0}});
            morphing.putDataset("morphing_matrix", new double[][] {{1, 0}, {-1, 1}});
            WritableGroup observables = hdf.putGroup("observables");
            observables.putDataset("names", new String[] {"pt_h", "dphi"});
            observables.putDataset("definitions", new String[] {"(a[0] + a[1]).pt", ""});
            WritableGroup samples = hdf.putGroup("samples");
            DatasetCreationOptions chunked = DatasetCreationOptions.builder()
                    .chunkDimensions(Math.max(1, chunk), 2)
                    .deflate()
                    .build();
            samples.putDataset("observations", observations, chunk > 0 ? chunked : DatasetCreationOptions.DEFAULT);
            samples.putDataset("weights", weights);
            samples.putDataset("sampling_benchmarks", sampling);
            hdf.putGroup("sample_summary").putDataset("signal_events_per_benchmark", new long[] {5000, 4999, 0});
        }
        return file;
    }

    private static void assertEvents(TableSource events) {
        int row = 0;
        List<String> names = List.of("weight_b1", "dphi", "sampling_benchmark", "pt_h", "weight_sm");
        try (TableCursor cursor = events.open(names)) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                List<ColumnData> columns = batch.columns();
                for (int i = 0; i < batch.rows(); i++, row++) {
                    double[] values = {
                        columns.get(0).real(i),
                        columns.get(1).real(i),
                        columns.get(2).integer(i),
                        columns.get(3).real(i),
                        columns.get(4).real(i)
                    };
                    double[] expected = {row / 1024.0, -0.5 * row, row == EVENTS - 1 ? -1 : row % 2, row, 0.25};
                    assertThat(values).isEqualTo(expected);
                }
            }
        }
        assertThat(row).isEqualTo(EVENTS);
    }

    @Test
    void eventsHaveObservablesAndWeights() {
        TableSource events = new Hdf5Format().tables(write(EVENTS, 0)).get(0);

        assertThat(events.header().format()).isEqualTo("MadMiner HDF5");
        assertThat(events.header().rows()).hasValue(EVENTS);
        assertThat(events.header().problems()).isEmpty();
        assertThat(events.header().columns())
                .containsExactly(
                        new Column("pt_h", ColumnType.FLOAT64, Column.Layout.SCALAR, 1, "", "(a[0] + a[1]).pt"),
                        Column.scalar("dphi", ColumnType.FLOAT64),
                        new Column("weight_sm", ColumnType.FLOAT64, Column.Layout.SCALAR, 1, "pb", ""),
                        new Column("weight_b1", ColumnType.FLOAT64, Column.Layout.SCALAR, 1, "pb", ""),
                        new Column("weight_pdf_1", ColumnType.FLOAT64, Column.Layout.SCALAR, 1, "pb", ""),
                        Column.scalar("sampling_benchmark", ColumnType.INT64));
        assertEvents(events);
    }

    @Test
    void compressedChunksAreReadInSlices() {
        assertEvents(new Hdf5Format().tables(write(EVENTS, 300)).get(0));
        assertEvents(new Hdf5Format().tables(write(EVENTS, 6000)).get(0));
    }

    @Test
    void parametersBenchmarksAndMorphingAreAttributes() {
        Map<String, String> attributes =
                new Hdf5Format().tables(write(EVENTS, 0)).get(0).header().attributes();

        assertThat(attributes)
                .containsEntry(
                        "benchmarks",
                        "{\"sm\": {\"cHW\": 0.0, \"cHWtil\": 0.0}, \"b1\": {\"cHW\": 1.0, \"cHWtil\": 0.5},"
                                + " \"pdf_1\": {\"cHW\": 0.0, \"cHWtil\": 0.0}}")
                .containsEntry("observables", "{\"pt_h\": \"(a[0] + a[1]).pt\", \"dphi\": \"\"}")
                .containsEntry("morphing/components", "[[0, 0], [1, 0]]")
                .containsEntry("morphing/morphing_matrix", "[[1.0, 0.0], [-1.0, 1.0]]")
                .containsEntry("benchmarks/is_nuisance", "[0, 0, 1]")
                .containsEntry("benchmarks/is_reference", "[1, 0, 0]")
                .containsEntry("sample_summary/signal_events_per_benchmark", "[5000, 4999, 0]");
        assertThat(attributes.get("parameters"))
                .startsWith("{\"cHW\": {\"lha_blocks\": \"smeft\", \"lha_ids\": 4, \"max_power\": [2],"
                        + " \"ranges\": [-1.0, 1.0], \"transforms\": \"\"}, \"cHWtil\":");
    }

    @Test
    void weightsMustBeThoseOfTheEvents() {
        Path file = write(EVENTS - 1, 0);

        assertThatThrownBy(() -> new Hdf5Format().tables(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has 10000 events, but weights of 9999");
    }
}
