package hep.aurum.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of others hold what their makers say. */
class CsvFactsTest {

    /** The facts are those of the generator's own summary: rows, weights, pairs of photons, their mean mass, jets. */
    @ParameterizedTest
    @CsvSource({
        "yy_sig_8k.csv.gz, 8000, 8000, 4811, 125.0461, 1.3055",
        "yy_bkg_16k.csv.gz, 16000, 16000, 6290, 117.694, 0.68325",
        "yy_sig_nompi_30k.csv.gz, 30000, 30000.3713, 18751, 125.0743, 1.217"
    })
    void photonPairs(String name, long rows, double weights, long complete, double mass, double jets) {
        CsvTable table = CsvTable.open(SharedData.file("generated/pythia/" + name));
        double weightSum = 0;
        double massSum = 0;
        double jetSum = 0;
        long pairs = 0;
        long read = 0;
        try (TableCursor cursor = table.open(List.of("m", "weight", "n_jets", "n_sel"))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    weightSum += batch.column(1).real(row);
                    jetSum += batch.column(2).integer(row);
                    boolean pair = batch.column(3).integer(row) >= 2;
                    pairs += pair ? 1 : 0;
                    massSum += pair ? batch.column(0).real(row) : 0;
                }
                read += batch.rows();
            }
        }

        assertThat(table.header().columns()).hasSize(41);
        assertThat(table.header().rows()).hasValue(rows);
        assertThat(read).isEqualTo(rows);
        assertThat(weightSum).isCloseTo(weights, within(5e-5));
        assertThat(pairs).isEqualTo(complete);
        assertThat(massSum / pairs).isCloseTo(mass, within(5.1e-4));
        assertThat(jetSum / rows).isCloseTo(jets, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"2e2mu_2011, 13", "4e_2011, 7", "4mu_2011, 18"})
    void fourLeptons(String name, long events) {
        CsvTable table = CsvTable.open(SharedData.file("thirdparty/csv/" + name + ".csv"));

        assertThat(table.header().rows()).hasValue(events);
        assertThat(table.header().columns().get(40).name()).isEqualTo("M");
        assertThat(table.header().columns().get(40).type()).isEqualTo(ColumnType.FLOAT64);
        assertThat(table.header().columns().get(0).type()).isEqualTo(ColumnType.INT64);
    }

    @Test
    void otherTextIsNotTaken() {
        for (String name : List.of(
                "thirdparty/yoda/test1.yoda", "generated/pythia/yy_sig_100.lhe", "thirdparty/pyhf/1bin_lumi.json")) {
            byte[] head = hep.aurum.source.Decompression.head(SharedData.file(name), 1 << 16);
            assertThat(new CsvFormat().accepts(head)).as(name).isFalse();
        }
    }
}
