package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compare with what other programs say about trees that ROOT wrote. */
class TreeFactsTest {

    private static List<TableSource> tables(String file) {
        return new RootTableFormat().tables(SharedData.file("thirdparty/" + file));
    }

    private static RootTree tree(String file, String path) {
        return (RootTree) tables(file).stream()
                .filter(table -> table.header().name().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Return all values of a column, row after row. */
    private static List<Double> values(RootTree tree, String column) {
        List<Double> values = new ArrayList<>();
        long rows = 0;
        try (TableCursor cursor = tree.open(List.of(column))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                ColumnData data = batch.column(0);
                for (int i = 0; i < data.start(batch.rows()); i++) {
                    values.add(data.real(i));
                }
                assertThat(batch.first()).isEqualTo(rows);
                rows += batch.rows();
            }
        }
        assertThat(rows).isEqualTo(tree.entries());
        return values;
    }

    private static List<String> texts(RootTree tree, String column) {
        List<String> values = new ArrayList<>();
        try (TableCursor cursor = tree.open(List.of(column))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                ColumnData data = batch.column(0);
                for (int i = 0; i < data.start(batch.rows()); i++) {
                    values.add(data.text(i));
                }
            }
        }
        return values;
    }

    private static double sum(RootTree tree, String column) {
        return values(tree, column).stream().mapToDouble(value -> value).sum();
    }

    private static ColumnType type(RootTree tree, String column) {
        return tree.header().columns().stream()
                .filter(c -> c.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "lzma", "zlib", "zstd"})
    void tutorialTreeIsTheSameInEveryCompression(String compression) {
        RootTree tree = tree("root-tree/uproot-HZZ-" + compression + ".root", "events");

        assertThat(tree.entries()).isEqualTo(2421);
        assertThat(tree.branches()).hasSize(51).allMatch(RootBranch::isReadable);
        assertThat(sum(tree, "NMuon")).isEqualTo(3825);
        List<Double> energies = values(tree, "Muon_E");
        assertThat(energies).hasSize(3825);
        assertThat(energies.get(0)).isCloseTo(54.779499, within(5e-7));
        assertThat(sum(tree, "Muon_E")).isCloseTo(382567.089, within(5e-4));
        assertThat(sum(tree, "EventWeight")).isCloseTo(16.9225214, within(5e-8));
        assertThat(tree.header().format()).startsWith("ROOT 6.");
        assertThat(type(tree, "Jet_ID")).isEqualTo(ColumnType.BOOL);
        assertThat(type(tree, "NMuon")).isEqualTo(ColumnType.INT32);
    }

    @Test
    void treesInNestedDirectoriesAreNamedByTheirPaths() {
        assertThat(tables("root-tree/uproot-nesteddirs.root"))
                .extracting(
                        table -> table.header().name(),
                        table -> table.header().rows().orElse(-1))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("one/two/tree", 100L),
                        org.assertj.core.groups.Tuple.tuple("one/tree", 4L),
                        org.assertj.core.groups.Tuple.tuple("three/tree", 100L));
    }

    /** Entry i of that tree holds i in every number, and lists of i modulo 10 times i. */
    @Test
    void everyPrimitiveTypeArrayListAndTextIsRead() {
        RootTree tree = tree("root-tree/uproot-small-flat-tree.root", "tree");

        assertThat(tree.entries()).isEqualTo(100);
        assertThat(tree.branches()).hasSize(20);
        for (String name : List.of("Int32", "Int64", "UInt32", "UInt64", "Float32", "Float64")) {
            assertThat(type(tree, name).name()).isEqualTo(name.toUpperCase(java.util.Locale.ROOT));
            List<Double> expected = new ArrayList<>();
            List<Double> lists = new ArrayList<>();
            for (double i = 0; i < 100; i++) {
                expected.add(i);
                for (int k = 0; k < i % 10; k++) {
                    lists.add(i);
                }
            }
            assertThat(values(tree, name)).isEqualTo(expected);
            assertThat(values(tree, "Slice" + name)).isEqualTo(lists);
            assertThat(sum(tree, "Array" + name)).isEqualTo(49500);
        }
        assertThat(sum(tree, "Int32")).isEqualTo(4950);
        assertThat(texts(tree, "Str").subList(0, 2)).containsExactly("evt-000", "evt-001");
        assertThat(texts(tree, "Str").get(99)).isEqualTo("evt-099");
    }

    /** The same content as members of a split object, with vectors and texts of the standard library. */
    @Test
    void splitObjectsAreReadMemberByMember() {
        RootTree tree = tree("root-tree/uproot-nesteddirs.root", "three/tree");

        assertThat(tree.header().problems()).isEmpty();
        for (String name : List.of("I16", "I32", "I64", "U16", "U32", "U64", "F32", "F64")) {
            assertThat(sum(tree, name)).isEqualTo(4950);
            assertThat(sum(tree, "Array" + name)).isEqualTo(49500);
            assertThat(values(tree, "StlVec" + name))
                    .isEqualTo(values(tree, "Slice" + name))
                    .hasSize(450);
        }
        assertThat(texts(tree, "StdStr").get(7)).isEqualTo("std-007");
        assertThat(texts(tree, "Beg").get(99)).isEqualTo("beg-099");
        assertThat(texts(tree, "StlVecStr")).hasSize(450).contains("vec-099");
        assertThat(sum(tree, "P3.Py")).isEqualTo(4950);
        assertThat(tree.branches())
                .contains(
                        new RootBranch("P3", "P3", false),
                        new RootBranch("ArrayI16[10]", "int16_t[10]", true),
                        new RootBranch("StlVecF32", "std::vector<float>", true),
                        new RootBranch("StdStr", "std::string", true));
    }

    @Test
    void delphesCollectionsAreListsOfTheirMembers() {
        RootTree tree = tree("root-delphes/delphes-10events.root", "Delphes");

        assertThat(tree.entries()).isEqualTo(10);
        assertThat(tree.branches()).hasSize(292);
        assertThat(tree.types()).hasSize(292).containsEntry("Jet.PT", "float32[]");
        // Its writer called two collections Particle: the generator's, and jets.
        assertThat(values(tree, "Particle.PT")).hasSize(22736);
        assertThat(tree.types().get("Particle#2")).isEqualTo("TClonesArray<Jet>");
        assertThat(values(tree, "Particle.PT#2")).hasSize((int) sum(tree, "Particle_size#2"));
        assertThat(values(tree, "Jet_size").subList(0, 3)).containsExactly(8., 6., 5.);
        assertThat(sum(tree, "Jet_size")).isEqualTo(60);
        assertThat(values(tree, "Jet.PT")).hasSize(60);
        assertThat(values(tree, "Jet.PT").get(0)).isCloseTo(68.992661, within(5e-7));
        assertThat(sum(tree, "Jet.PT")).isCloseTo(3978.17651, within(5e-6));
        assertThat(sum(tree, "Jet.BTag")).isEqualTo(9);
        assertThat(sum(tree, "Particle_size")).isEqualTo(22736);
        assertThat(sum(tree, "Particle.PID")).isEqualTo(815907);
        assertThat(values(tree, "Jet.Tau[5]")).hasSize(5 * 60);
        assertThat(type(tree, "Jet.fBits")).isEqualTo(ColumnType.UINT32);
        assertThat(tree.branches())
                .contains(
                        new RootBranch("Jet", "TClonesArray<Jet>", false),
                        new RootBranch("Jet.PT", "float[]", true),
                        new RootBranch("Jet.Tau[5]", "float[][5]", true),
                        new RootBranch("Jet.Constituents", "TRefArray[]", false));
        assertThat(tree.header().problems())
                .contains("branch \"Jet.Area\" is left out: items of the class TLorentzVector are not read");
    }

    /** The jets of an event are as many in each of their columns as their counter says, and ordered in momentum. */
    @Test
    void columnsOfACollectionHaveTheRowsOfItsCounter() {
        RootTree tree = tree("root-delphes/delphes-10events.root", "Delphes");

        try (TableCursor cursor = tree.open(List.of("Jet_size", "Jet.PT", "Jet.Tau", "Jet.fBits"))) {
            TableBatch batch = Objects.requireNonNull(cursor.next());
            assertThat(batch.rows()).isEqualTo(10);
            for (int row = 0; row < batch.rows(); row++) {
                int jets = (int) batch.column(0).integer(row);
                ColumnData pt = batch.column(1);
                assertThat(pt.count(row)).isEqualTo(jets);
                assertThat(batch.column(2).count(row)).isEqualTo(5 * jets);
                assertThat(batch.column(3).count(row)).isEqualTo(jets);
                for (int i = pt.start(row) + 1; i < pt.start(row + 1); i++) {
                    assertThat(pt.real(i)).isLessThanOrEqualTo(pt.real(i - 1));
                }
            }
            assertThat(cursor.next()).isNull();
        }
    }

    @Test
    void nanoAodOfACollisionSimulationIsReadWithItsRuns() {
        RootTree tree = tree("root-nanoaod/nano_dy.root", "Events");

        assertThat(tree.entries()).isEqualTo(40);
        assertThat(tree.branches()).hasSize(1499).allMatch(RootBranch::isReadable);
        // Single precision: the stated sums have six decimals of digits.
        assertThat(sum(tree, "genWeight")).isCloseTo(578762.436, within(1e-3));
        assertThat(sum(tree, "nJet")).isEqualTo(188);
        assertThat(sum(tree, "Jet_pt")).isCloseTo(5737.71094, within(5e-6));
        assertThat(sum(tree, "nMuon")).isEqualTo(18);
        assertThat(values(tree, "Electron_pt")).hasSize(25);
        assertThat(values(tree, "Photon_pt")).hasSize(28);
        assertThat(sum(tree, "MET_pt")).isCloseTo(1253.30672, within(5e-6));
        assertThat(values(tree, "nLHEPdfWeight")).hasSize(40).allMatch(n -> n == 33);
        assertThat(values(tree, "nLHEScaleWeight")).hasSize(40).allMatch(n -> n == 9);
        assertThat(values(tree, "LHEPdfWeight")).hasSize(40 * 33);
        assertThat(tree("root-nanoaod/nano_dy.root", "Runs").header().columnNames())
                .anyMatch(name -> name.startsWith("genEventSumw"));
    }

    @Test
    void nanoAodOfAnotherReaderIsRead() {
        RootTree tree = tree("root-nanoaod/nano_tree.root", "Events");

        assertThat(tree.entries()).isEqualTo(10);
        assertThat(tree.branches()).hasSize(1011);
        assertThat(sum(tree, "nJet")).isEqualTo(31);
        assertThat(sum(tree, "Jet_pt")).isEqualTo(1432.3125);
        assertThat(values(tree, "LHEPdfWeight")).hasSize(10 * 101);
        assertThat(type(tree, "event")).isEqualTo(ColumnType.UINT64);
        assertThat(type(tree, "Jet_jetId")).isEqualTo(ColumnType.INT32);
    }

    /** All columns at once are what each is alone: 1499 branches share the memory of a batch. */
    @Test
    void allColumnsAtOnceAreWhatEachIsAlone() {
        RootTree tree = tree("root-nanoaod/nano_dy.root", "Events");
        List<String> names = tree.header().columnNames();
        double[] sums = new double[names.size()];

        try (TableCursor cursor = tree.open(names)) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int c = 0; c < sums.length; c++) {
                    ColumnData data = batch.column(c);
                    for (int i = data.start(0); i < data.start(batch.rows()); i++) {
                        sums[c] += data.real(i);
                    }
                }
            }
        }

        for (int c = 0; c < sums.length; c += 50) {
            assertThat(sums[c]).isEqualTo(sum(tree, names.get(c)));
        }
    }

    @ParameterizedTest
    @CsvSource({"root-hist/uproot-histograms.root", "root-cms-h4l/HZZ12.root"})
    void fileWithoutTreesHasNoTables(String file) {
        assertThat(tables(file)).isEmpty();
    }

    @Test
    void unknownColumnIsRefusedWithTheNearest() {
        RootTree tree = tree("root-tree/uproot-HZZ-zlib.root", "events");

        assertThatThrownBy(() -> tree.open(List.of("Muon_e")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("Muon_E");
    }

    @Test
    void formatIsFoundByItsFirstBytes() {
        byte[] head = {'r', 'o', 'o', 't', 0};

        assertThat(ServiceLoader.load(TableFormat.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(format -> format.accepts(head)))
                .singleElement()
                .isInstanceOf(RootTableFormat.class);
        assertThat(new RootTableFormat().accepts(new byte[] {'r', 'o'})).isFalse();
    }
}
