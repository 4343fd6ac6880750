package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.source.SharedData;
import hep.aurum.source.root.TreeBuilder.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read trees that are cut, garbled, or that lie: each ends in one sentence. */
class TreeDamageTest {

    @TempDir
    Path folder;

    /** Read all columns of all trees; return the rows. */
    private static long read(Path file) {
        long rows = 0;
        for (TableSource table : new RootTableFormat().tables(file)) {
            try (TableCursor cursor = table.open(table.header().columnNames())) {
                for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    rows += batch.rows();
                }
            }
        }
        return rows;
    }

    private void readOrFailWell(byte[] bytes) throws IOException {
        Path file = folder.resolve("damaged.root");
        Files.write(file, bytes);
        try {
            read(file);
        } catch (Failure e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (OutOfMemoryError e) {
            fail("memory is not bounded", e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "root-tree/uproot-nesteddirs.root, 60",
        "root-tree/uproot-small-flat-tree.root, 60",
        "root-tree/uproot-HZZ-zstd.root, 8",
        "root-delphes/delphes-10events.root, 6"
    })
    void garbledCopiesEndInASentence(String name, int copies) throws IOException {
        byte[] original = Files.readAllBytes(SharedData.file("thirdparty/" + name));
        UniformRandomProvider random = RandomStreams.of(20_251).stream("garble", 0);
        for (int copy = 0; copy < copies; copy++) {
            byte[] bytes = original.clone();
            for (int i = 0; i < 1 + copy % 20; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrFailWell(bytes);
        }
    }

    @Test
    void truncatedCopiesEndInASentence() throws IOException {
        byte[] original = Files.readAllBytes(SharedData.file("thirdparty/root-tree/uproot-small-flat-tree.root"));
        for (int length = 0; length < original.length; length += 397) {
            byte[] bytes = Arrays.copyOf(original, length);
            Path file = folder.resolve("cut.root");
            Files.write(file, bytes);
            assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class);
        }
    }

    private Path written(TreeBuilder tree, RootFileBuilder file) throws IOException {
        tree.add();
        return file.write(folder.resolve("t.root"));
    }

    @Test
    void garbledTreesInThePlainAreRefusedOrRead() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        tree.branch("x").leaf("TLeafI", "x", "x[n]", 1, false, "n").basket(Storage.PLAIN, new byte[4], new byte[8]);
        tree.branch("s")
                .leaf("TLeafC", "s", "s", 3, false, null)
                .basket(Storage.EMBEDDED, new byte[] {1, 'a'}, new byte[] {0});
        tree.branch("v").element("vector<string>", 6, -1, 0, -1).basket(Storage.PLAIN, new byte[10], new byte[10]);
        byte[] original = Files.readAllBytes(written(tree, file));
        UniformRandomProvider random = RandomStreams.of(20_252).stream("garble", 0);
        for (int copy = 0; copy < 600; copy++) {
            byte[] bytes = original.clone();
            for (int i = 0; i < 1 + copy % 3; i++) {
                bytes[100 + random.nextInt(bytes.length - 100)] = (byte) random.nextInt(256);
            }
            readOrFailWell(bytes);
        }
    }

    @Test
    void countOfRowsThatIsNegativeIsRefused() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();

        Path path = written(new TreeBuilder(file, "t", -1), file);

        assertThatThrownBy(() -> read(path)).isInstanceOf(BadInput.class).hasMessageContaining("claims -1 entries");
    }

    @Test
    void rowsThatNoBasketHoldsAreMissed() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();
        TreeBuilder tree = new TreeBuilder(file, "t", 3_000_000_000L);
        tree.branch("x").leaf("TLeafI", "x", "x", 1, false, null).basket(Storage.PLAIN, 2, new byte[8]);

        Path path = written(tree, file);

        assertThatThrownBy(() -> read(path)).isInstanceOf(BadInput.class).hasMessageContaining("no basket holds row 2");
    }

    @Test
    void entriesThatAreNoWholeNumberOfValuesAreRefused() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();
        TreeBuilder tree = new TreeBuilder(file, "t", 2);
        tree.branch("x").leaf("TLeafI", "x", "x[n]", 1, false, "n").basket(Storage.PLAIN, new byte[4], new byte[7]);

        Path path = written(tree, file);

        assertThatThrownBy(() -> read(path))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("7 bytes are no list of int32_t")
                .hasMessageContaining("entry 1");
    }

    @Test
    void vectorThatClaimsMoreThanItHasIsRefused() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();
        TreeBuilder tree = new TreeBuilder(file, "t", 1);
        byte[] vector = RootFileBuilder.bytes(out -> RootFileBuilder.object(out, 9, o -> {
            o.writeInt(Integer.MAX_VALUE);
            o.writeByte(0);
        }));
        tree.branch("v").element("vector<string>", 6, -1, 0, -1).basket(Storage.PLAIN, vector);

        Path path = written(tree, file);

        assertThatThrownBy(() -> read(path)).isInstanceOf(BadInput.class).hasMessageContaining("\"v\"");
    }

    @Test
    void latestCycleOfATreeIsTheOneThatIsRead() throws IOException {
        RootFileBuilder file = RootFileBuilder.small();
        TreeBuilder early = new TreeBuilder(file, "t", 0);
        TreeBuilder late = new TreeBuilder(file, "t", 1);
        early.branch("x").leaf("TLeafI", "x", "x", 1, false, null);
        late.branch("x").leaf("TLeafI", "x", "x", 1, false, null).basket(Storage.PLAIN, 1, new byte[4]);
        file.top().add("t", 2, "TTree", late.build()).add("t", 1, "TTree", early.build());

        List<TableSource> tables = new RootTableFormat().tables(file.write(folder.resolve("t.root")));

        assertThat(tables)
                .singleElement()
                .satisfies(table -> assertThat(table.header().rows()).hasValue(1));
    }

    /** Baskets lie behind the first 5 GB of a sparse file, with offsets of 8 bytes. */
    @Test
    void basketsBeyondFourGigabytesAreRead() throws IOException {
        RootFileBuilder file = RootFileBuilder.big(5_000_000_000L);
        TreeBuilder tree = new TreeBuilder(file, "t", 3);
        tree.branch("x")
                .leaf("TLeafI", "x", "x", 1, false, null)
                .basket(Storage.PLAIN, 2, new byte[8])
                .basket(Storage.EMBEDDED, 1, new byte[] {0, 0, 0, 9});

        Path path = written(tree, file);

        RootTree table = (RootTree) new RootTableFormat().tables(path).get(0);
        try (TableCursor cursor = table.open(List.of("x"))) {
            TableBatch batch = Objects.requireNonNull(cursor.next());
            assertThat(batch.rows()).isEqualTo(3);
            assertThat(batch.column(0).integer(2)).isEqualTo(9);
        }
    }
}
