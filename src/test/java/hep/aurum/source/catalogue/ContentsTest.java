package hep.aurum.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.EventSources;
import hep.aurum.source.Formats;
import hep.aurum.source.MemoryTableFormat;
import hep.aurum.source.SharedData;
import hep.aurum.source.catalogue.Contents.Depth;
import hep.aurum.source.particle.ParticleTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {

    @TempDir
    private Path folder;

    private static TableSource table(String name, @Nullable BadInput failure, ColumnData... columns) {
        List<ColumnData> data = List.of(columns);
        TableHeader header = new TableHeader(
                "Test 1",
                "t.mem",
                name,
                data.stream().map(ColumnData::column).toList(),
                OptionalLong.of(3),
                Map.of(),
                List.of());
        return MemoryTableFormat.table(header, List.of(new TableBatch(0, 3, data)), failure);
    }

    private static ColumnData reals(String name, double... values) {
        return ColumnData.of(Column.scalar(name, ColumnType.FLOAT32), values);
    }

    private static ColumnData lists(String name, int[] offsets, double... values) {
        return ColumnData.ofLists(Column.list(name, ColumnType.FLOAT64), offsets, values);
    }

    private Contents contents(Depth depth, TableSource... tables) {
        MemoryTableFormat format = new MemoryTableFormat();
        Path file = folder.resolve("t.mem");
        format.put(file, List.of(tables));
        return Contents.of(file, new Formats(EventSources.formats(), List.of(format)), depth, Progress.NONE);
    }

    @ParameterizedTest
    @CsvSource({"WHOLE", "QUICK"})
    void aTableIsDescribedByItsColumnsAndWeights(Depth depth) {
        Contents contents = contents(
                depth,
                table("Runs", null, reals("genEventSumw", 1, 2, 3)),
                table(
                        "Events",
                        null,
                        reals("genWeight", 0.5, -0.25, 2),
                        lists("Jet_pt", new int[] {0, 2, 2, 3}, 1, 2, 3),
                        lists("Weight.Weight", new int[] {0, 2, 4, 6}, 1, 10, 2, 20, 3, 30),
                        ColumnData.of(Column.fixed("p4", ColumnType.FLOAT32, 4), new double[12])));

        assertThat(contents.mainTable()).isEqualTo("Events");
        assertThat(contents.hasEvents()).isFalse();
        assertThat(contents.sample().events()).isEqualTo(3);
        assertThat(contents.sample().sumOfWeights())
                .isEqualTo(Map.of("", 2.25, "genWeight", 2.25, "Weight.Weight[0]", 6.0, "Weight.Weight[1]", 60.0));
        assertThat(contents.tables().get(1).columns())
                .containsExactly(
                        Map.entry("genWeight", "float32"),
                        Map.entry("Jet_pt", "float64[]"),
                        Map.entry("Weight.Weight", "float64[]"),
                        Map.entry("p4", "float32[4]"));
        assertThat(contents.sample().problems()).isEmpty();
        assertThat(contents.sample().isComplete()).isTrue();
    }

    @Test
    void rowsWithoutWeightsCountOneEach() {
        Contents contents = contents(Depth.WHOLE, table("data", null, reals("m", 1, 2, 3)));

        assertThat(contents.sample().weights()).isEmpty();
        assertThat(contents.sample().sumOfWeights()).isEqualTo(Map.of("", 3.0));
    }

    @Test
    void listsOfWeightsThatDifferInLengthAreNotAddedUp() {
        Contents contents =
                contents(Depth.WHOLE, table("data", null, lists("weights", new int[] {0, 1, 3, 3}, 1, 2, 3)));

        assertThat(contents.sample().weights()).isEmpty();
        assertThat(contents.sample().problems())
                .singleElement()
                .asString()
                .contains("weights is not added up")
                .contains("differ in length");
    }

    @Test
    void damageOfATableIsSaidWithTheGoodRows() {
        BadInput damage = new BadInput("the basket at byte 77 of t.mem is damaged", "", "");
        Contents contents = contents(Depth.WHOLE, table("data", damage, reals("weight", 1, 2, 3)));

        assertThat(contents.sample().events()).isEqualTo(3);
        assertThat(contents.sample().failure()).isSameAs(damage);
        assertThat(contents.sample().problems().get(0)).contains("byte 77");
    }

    @Test
    void damageOfASideTableIsFoundToo() {
        BadInput damage = new BadInput("the basket at byte 77 of t.mem is damaged", "", "");
        Contents contents = contents(
                Depth.WHOLE, table("Events", null, reals("x", 1, 2, 3)), table("Runs", damage, reals("y", 1, 2, 3)));

        assertThat(contents.sample().isComplete()).isFalse();
        assertThat(contents.sample().problems()).containsExactly("Runs: the basket at byte 77 of t.mem is damaged");
    }

    @Test
    void aTableOfParticlesIsDescribedAsItsEvents() {
        Path lhe = SharedData.file("generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe");
        Contents direct = Contents.of(lhe, Depth.WHOLE, Progress.NONE);
        Contents contents = contents(Depth.WHOLE, ParticleTable.of(EventSources.open(lhe)));

        assertThat(contents.hasEvents()).isTrue();
        assertThat(contents.sample().events()).isEqualTo(200);
        assertThat(contents.sample().sumOfWeights()).isEqualTo(direct.sample().sumOfWeights());
        assertThat(contents.sample().crossSectionPb()).isEqualTo(direct.sample().crossSectionPb());
        assertThat(contents.units().energy()).isEqualTo("GeV");
        assertThat(contents.tables().get(0).columns()).containsEntry("particle.px", "float64[]");
    }

    /** Sums and entries are those of the data's own description. */
    @Test
    void histogramsOfRootFilesAreListed() {
        Path file = SharedData.file("thirdparty/root-hist/histograms1d2d.root");

        List<HistogramContents> histograms =
                Contents.of(file, Depth.WHOLE, Progress.NONE).histograms();

        assertThat(histograms).hasSize(5).allSatisfy(histogram -> {
            assertThat(histogram.sum()).isEqualTo(42);
            assertThat(histogram.entries()).isEqualTo(4);
        });
        assertThat(histograms.get(2).type()).isEqualTo("TH2F");
        assertThat(histograms.get(2).bins()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"demo/mass4mu_8TeV, 10900", "demo/mass4e_full, 6262", "demo/mass2mu2e_8TeV_low, 14723"})
    void sumsOfHistogramsAreTheirIntegrals(String name, double integral) {
        Path file = SharedData.file("thirdparty/root-cms-h4l/HZZ12.root");

        assertThat(Contents.of(file, Depth.WHOLE, Progress.NONE).histograms())
                .filteredOn(histogram -> histogram.name().equals(name))
                .singleElement()
                .satisfies(histogram -> assertThat(histogram.sum()).isCloseTo(integral, within(1e-9)));
    }

    @Test
    void theObjectHasTheseKeysAndNoOther() {
        Map<String, @Nullable Object> map =
                contents(Depth.WHOLE, table("t", null, reals("m", 1, 2, 3))).toMap();

        assertThat(map.keySet())
                .containsExactly(
                        "format",
                        "events",
                        "weights",
                        "sum_of_weights",
                        "cross_section_pb",
                        "trees",
                        "histograms",
                        "units",
                        "problems");
        assertThat(map.get("trees")).isEqualTo(Map.of("t", Map.of("entries", 3L, "branches", Map.of("m", "float32"))));
    }

    @Test
    void unitsOfHepMcAreThoseOfItsFirstEvent() {
        byte[] head = "HepMC::Version 3.02\nE 0 1 2\nU MEV CM\nW 1\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(Units.ofEvents("HepMC3", head)).isEqualTo(new Units("GeV", "mm", "MeV", "cm", Map.of()));
        assertThat(Units.ofEvents("LHE 3.0", head)).isEqualTo(new Units("GeV", "mm", "GeV", "mm", Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'BEGIN YODA_HISTO1D_V2 /h', a YODA file of histograms",
        "'<?xml version=\"1.0\"?><aida/>', an AIDA file of histograms",
        "'<!DOCTYPE html><html>', a page of the web",
        "'version https://git-lfs.github.com/spec/v1', the pointer of Git LFS",
        "'{\"channels\": []}', a JSON document",
        "'%PDF-1.7', a PDF document",
        "'\u0001some words', begins with \".some words\""
    })
    void whatIsNoFileOfEventsIsNamed(String text, String what) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8);

        Contents contents = Contents.of(file, Depth.WHOLE, Progress.NONE);

        assertThat(contents.sample().failure())
                .isNotNull()
                .hasMessageContaining(what)
                .hasMessageContaining("LHE");
    }
}
