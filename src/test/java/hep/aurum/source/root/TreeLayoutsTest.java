package hep.aurum.source.root;

import static hep.aurum.source.root.RootFileBuilder.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.root.RootFileBuilder.Body;
import hep.aurum.source.root.TreeBuilder.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Read trees that a test wrote byte by byte, one layout of entries each. */
class TreeLayoutsTest {

    @TempDir
    Path folder;

    private final RootFileBuilder file = RootFileBuilder.small();

    private RootTree written(TreeBuilder builder) throws IOException {
        builder.add();
        try (RootFile root = RootFile.open(file.write(folder.resolve("t.root")))) {
            return root.tree("t");
        }
    }

    private static byte[] entry(Body body) {
        return bytes(body);
    }

    private static ColumnData read(RootTree tree, String column) {
        try (TableCursor cursor = tree.open(List.of(column))) {
            TableBatch batch = Objects.requireNonNull(cursor.next());
            assertThat((long) batch.rows()).isEqualTo(tree.entries());
            return batch.column(0);
        }
    }

    private static List<Double> reals(RootTree tree, String column) {
        ColumnData data = read(tree, column);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < data.start((int) tree.entries()); i++) {
            values.add(data.real(i));
        }
        return values;
    }

    private static List<String> texts(RootTree tree, String column) {
        ColumnData data = read(tree, column);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < data.start((int) tree.entries()); i++) {
            values.add(data.text(i));
        }
        return values;
    }

    private static List<Integer> counts(RootTree tree, String column) {
        ColumnData data = read(tree, column);
        List<Integer> counts = new ArrayList<>();
        for (int row = 0; row < tree.entries(); row++) {
            counts.add(data.count(row));
        }
        return counts;
    }

    /** All bits set tell signed from unsigned. */
    @Test
    void everyPlainLeafHasItsOwnType() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 1);
        byte[] ones = {-1, -1, -1, -1, -1, -1, -1, -1};
        String[] leaves = {"TLeafB", "TLeafS", "TLeafI", "TLeafL", "TLeafG"};
        int[] sizes = {1, 2, 4, 8, 8};
        for (int i = 0; i < leaves.length; i++) {
            byte[] content = java.util.Arrays.copyOf(ones, sizes[i]);
            String name = leaves[i].substring(5);
            tree.branch(name).leaf(leaves[i], name, name, 1, false, null).basket(Storage.PLAIN, 1, content);
            tree.branch("u" + name)
                    .leaf(leaves[i], "u" + name, "u" + name, 1, true, null)
                    .basket(Storage.PLAIN, 1, content);
        }
        tree.branch("O").leaf("TLeafO", "O", "O", 1, false, null).basket(Storage.PLAIN, 1, new byte[] {1});
        tree.branch("F")
                .leaf("TLeafF", "F", "F", 1, false, null)
                .basket(Storage.PLAIN, 1, entry(o -> o.writeFloat(0.1f)));
        tree.branch("D")
                .leaf("TLeafD", "D", "D", 1, false, null)
                .basket(Storage.PLAIN, 1, entry(o -> o.writeDouble(0.1)));

        RootTree read = written(tree);

        assertThat(read.header().columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.INT8,
                        ColumnType.UINT8,
                        ColumnType.INT16,
                        ColumnType.UINT16,
                        ColumnType.INT32,
                        ColumnType.UINT32,
                        ColumnType.INT64,
                        ColumnType.UINT64,
                        ColumnType.INT64,
                        ColumnType.UINT64,
                        ColumnType.BOOL,
                        ColumnType.FLOAT32,
                        ColumnType.FLOAT64);
        for (String name : List.of("B", "S", "I", "L", "G")) {
            assertThat(read(read, name).integer(0)).isEqualTo(-1);
        }
        assertThat(read(read, "uB").integer(0)).isEqualTo(255);
        assertThat(read(read, "uS").integer(0)).isEqualTo(65535);
        assertThat(read(read, "uI").integer(0)).isEqualTo(4294967295L);
        assertThat(read(read, "uL").real(0)).isEqualTo(0x1p64);
        assertThat(read(read, "O").integer(0)).isEqualTo(1);
        assertThat(read(read, "F").real(0)).isEqualTo((double) 0.1f);
        assertThat(read(read, "D").real(0)).isEqualTo(0.1);
        assertThat(read.branches())
                .extracting(RootBranch::type)
                .containsExactly(
                        "int8_t",
                        "uint8_t",
                        "int16_t",
                        "uint16_t",
                        "int32_t",
                        "uint32_t",
                        "int64_t",
                        "uint64_t",
                        "int64_t",
                        "uint64_t",
                        "bool",
                        "float",
                        "double");
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void listsOfFixedInnerLengthFollowTheTableOfEntries(Storage storage) throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 4);
        tree.branch("x")
                .leaf("TLeafS", "x", "x[n][3]", 3, false, "n")
                .basket(Storage.ZLIB, entry(o -> {}), entry(o -> {
                    for (int i = 1; i <= 6; i++) {
                        o.writeShort(i);
                    }
                }))
                .basket(
                        storage,
                        entry(o -> {
                            o.writeShort(7);
                            o.writeShort(8);
                            o.writeShort(9);
                        }),
                        entry(o -> {}));

        RootTree read = written(tree);

        assertThat(read.branches()).containsExactly(new RootBranch("x", "int16_t[][3]", true));
        assertThat(read.header().columns().get(0).width()).isEqualTo(3);
        assertThat(counts(read, "x")).containsExactly(0, 6, 3, 0);
        assertThat(reals(read, "x")).containsExactly(1., 2., 3., 4., 5., 6., 7., 8., 9.);
    }

    @Test
    void severalLeavesOfABranchAreColumnsOfTheirOwn() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        tree.branch("hit", "a/I:b[2]/F:c/b")
                .leaf("TLeafI", "a", "a", 1, false, null)
                .leaf("TLeafF", "b", "b[2]", 2, false, null)
                .leaf("TLeafB", "c", "c", 1, true, null)
                .basket(Storage.ZLIB, 2, entry(o -> {
                    for (int i = 0; i < 2; i++) {
                        o.writeInt(10 + i);
                        o.writeFloat(0.5f + i);
                        o.writeFloat(2.5f + i);
                        o.writeByte(200 + i);
                    }
                }));

        RootTree read = written(tree);

        assertThat(read.header().columnNames()).containsExactly("hit.a", "hit.b", "hit.c");
        assertThat(reals(read, "hit.a")).containsExactly(10., 11.);
        assertThat(reals(read, "hit.b")).containsExactly(0.5, 2.5, 1.5, 3.5);
        assertThat(reals(read, "hit.c")).containsExactly(200., 201.);
        assertThat(read.branches())
                .containsExactly(new RootBranch("hit", "struct {int32_t a; float b[2]; uint8_t c;}", true));
    }

    @Test
    void textsOfAnyLengthAreRead() throws IOException {
        String big = "x".repeat(300);
        TreeBuilder tree = new TreeBuilder(file, "t", 3);
        tree.branch("s")
                .leaf("TLeafC", "s", "s", 300, false, null)
                .basket(
                        Storage.EMBEDDED,
                        entry(o -> RootFileBuilder.string(o, "é")),
                        entry(o -> RootFileBuilder.string(o, "")),
                        entry(o -> RootFileBuilder.string(o, big)));
        tree.branch("v")
                .element("vector<string>", 6, -1, 0, -1)
                .basket(
                        Storage.ZLIB,
                        entry(o -> vector(o, 2, v -> {
                            RootFileBuilder.string(v, "a");
                            RootFileBuilder.string(v, big);
                        })),
                        entry(o -> vector(o, 0, v -> {})),
                        entry(o -> vector(o, 1, v -> RootFileBuilder.string(v, ""))));

        RootTree read = written(tree);

        assertThat(texts(read, "s")).containsExactly("é", "", big);
        assertThat(counts(read, "v")).containsExactly(2, 0, 1);
        assertThat(texts(read, "v")).containsExactly("a", big, "");
    }

    private static void vector(java.io.DataOutputStream out, int count, Body items) throws IOException {
        RootFileBuilder.object(out, 9, o -> {
            o.writeInt(count);
            items.write(o);
        });
    }

    @Test
    void vectorsOfNumbersAndOfTruthValuesAreLists() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        tree.branch("b")
                .element("vector<bool>", 6, -1, 0, -1)
                .basket(
                        Storage.PLAIN,
                        entry(o -> vector(o, 3, v -> v.write(new byte[] {1, 0, 1}))),
                        entry(o -> vector(o, 0, v -> {})));
        tree.branch("l")
                .element("std::vector<unsigned long, std::allocator<unsigned long> >", 6, -1, 0, -1)
                .basket(
                        Storage.PLAIN,
                        entry(o -> vector(o, 1, v -> v.writeLong(5))),
                        entry(o -> vector(o, 1, v -> v.writeLong(6))));
        tree.branch("vv")
                .element("vector<vector<float> >", 6, -1, 0, -1)
                .basket(Storage.PLAIN, entry(o -> vector(o, 0, v -> {})), entry(o -> vector(o, 0, v -> {})));

        RootTree read = written(tree);

        assertThat(read.header().columns())
                .containsExactly(Column.list("b", ColumnType.BOOL), Column.list("l", ColumnType.UINT64));
        assertThat(reals(read, "b")).containsExactly(1., 0., 1.);
        assertThat(reals(read, "l")).containsExactly(5., 6.);
        assertThat(read.branches())
                .contains(
                        new RootBranch("l", "std::vector<uint64_t>", true),
                        new RootBranch("vv", "vector<vector<float> >", false));
        assertThat(read.header().problems())
                .containsExactly("branch \"vv\" is left out: the class vector<vector<float> > is not read");
        assertThatThrownBy(() -> read.open(List.of("vv")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("is not read");
    }

    /** Others refer to the second object, so that two bytes more follow its bits. */
    @Test
    void bitsOfObjectsThatOthersReferToArePassedOverCorrectly() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        TreeBuilder.Branch jets = tree.branch("Jet").element("Jet", 4, -1, 3, -1);
        jets.child("Jet.fBits")
                .element("TObject", 1, 1, 31, 15)
                .basket(
                        Storage.ZLIB,
                        entry(o -> {
                            o.writeInt(0x03000000);
                            o.writeInt(0x03000010);
                            o.writeShort(1);
                            o.writeInt(0x03000001);
                        }),
                        entry(o -> {}));

        RootTree read = written(tree);

        assertThat(read.header().columns()).containsExactly(Column.list("Jet.fBits", ColumnType.UINT32));
        assertThat(counts(read, "Jet.fBits")).containsExactly(3, 0);
        assertThat(reals(read, "Jet.fBits"))
                .containsExactly((double) 0x03000000, (double) 0x03000010, (double) 0x03000001);
    }

    /** A range is stored in steps, a mantissa of 12 bits follows the exponent of a float in 3 bytes. */
    @Test
    void packedNumbersFollowTheRangeInTheTitle() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        tree.branch("range", "r/d[-10,30,8]")
                .leaf("TLeafD32", "r", "r/d[-10,30,8]", 1, false, null)
                .basket(Storage.PLAIN, 2, entry(o -> {
                    o.writeInt(0);
                    o.writeInt(64);
                }));
        tree.branch("angle", "p/d[-pi,pi,16]")
                .leaf("TLeafD32", "p", "p/d[-pi,pi,16]", 1, false, null)
                .basket(Storage.PLAIN, 2, entry(o -> {
                    o.writeInt(0);
                    o.writeInt(1 << 14);
                }));
        tree.branch("plain").leaf("TLeafD32", "q", "q", 1, false, null).basket(Storage.PLAIN, 2, entry(o -> {
            o.writeFloat(0.1f);
            o.writeFloat(-3);
        }));
        // -1.5 is sign 1, exponent 127, mantissa 0.5.
        tree.branch("half").leaf("TLeafF16", "h", "h", 1, false, null).basket(Storage.PLAIN, 2, entry(o -> {
            o.writeByte(127);
            o.writeShort(1 << 13 | 1 << 11);
            o.writeByte(128);
            o.writeShort(0);
        }));

        RootTree read = written(tree);

        assertThat(reals(read, "range")).containsExactly(-10., -10 + 64 * 40 / 256.);
        assertThat(reals(read, "angle")).containsExactly(-Math.PI, -Math.PI + (1 << 14) / (65536 / (2 * Math.PI)));
        assertThat(reals(read, "plain")).containsExactly((double) 0.1f, -3.);
        assertThat(reals(read, "half")).containsExactly(-1.5, 2.);
        assertThat(read.header().columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.FLOAT64, ColumnType.FLOAT64, ColumnType.FLOAT64, ColumnType.FLOAT32);
    }

    @Test
    void branchesThatCannotBeReadAreNamedAndTheOthersRead() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 1);
        tree.branch("far").leaf("TLeafI", "far", "far", 1, false, null).elsewhere("other.root");
        tree.branch("short").leaf("TLeafI", "short", "short", 1, false, null).claims(0);
        tree.branch("object").element("Unknown", 1, -1, 0, -1);
        tree.branch("good")
                .leaf("TLeafI", "good", "good", 1, false, null)
                .basket(Storage.PLAIN, 1, entry(o -> o.writeInt(7)));

        RootTree read = written(tree);

        assertThat(read.header().columnNames()).containsExactly("good");
        assertThat(read.header().problems())
                .containsExactly(
                        "branch \"far\" is left out: its entries are in the file other.root",
                        "branch \"short\" is left out: it has 0 entries, the tree 1",
                        "branch \"object\" is left out: the class Unknown is not read");
        assertThat(reals(read, "good")).containsExactly(7.);
        assertThat(read.entries()).isEqualTo(1);
    }

    @Test
    void equalNamesAreToldApartByTheBranchesThatTheyArePartOf() throws IOException {
        TreeBuilder tree = new TreeBuilder(file, "t", 1);
        for (String top : List.of("a", "b")) {
            tree.branch(top)
                    .element("P", 1, -1, 0, -1)
                    .child("x")
                    .element("P", 1, 0, 0, 3)
                    .basket(Storage.PLAIN, 1, entry(o -> o.writeInt(top.charAt(0))));
        }

        RootTree read = written(tree);

        assertThat(read.header().columnNames()).containsExactly("a/x", "b/x");
        assertThat(reals(read, "b/x")).containsExactly((double) 'b');
    }
}
