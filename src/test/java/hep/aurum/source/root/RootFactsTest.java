package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compare with what other programs say about files that ROOT wrote. */
class RootFactsTest {

    @Test
    void sumsOfTheTemplatesOfATutorialAreThoseThatAreStated() {
        try (RootFile file = RootFile.open(SharedRoot.file("combine/template-analysis-datacard-input.root"))) {
            assertThat(file.keys()).hasSize(7).allMatch(key -> key.className().equals("TH1F"));
            assertThat(file.keys())
                    .allMatch(key -> file.histogram(key.path()).axis().bins() == 10);
            // Contents are of single precision.
            assertThat(file.histogram("background").sumOfHeights()).isCloseTo(100, within(1e-5));
            assertThat(file.histogram("background_alphaUp").sumOfHeights()).isCloseTo(115, within(1e-5));
            assertThat(file.histogram("background_alphaDown").sumOfHeights()).isCloseTo(90, within(1e-5));
            assertThat(file.histogram("signal_sigmaUp").sumOfHeights()).isCloseTo(18.4, within(1e-5));
            assertThat(file.histogram("signal").sumOfHeights()).isCloseTo(24, within(1e-5));
            assertThat(file.histogram("data_obs").sumOfHeights()).isEqualTo(85);
        }
    }

    @Test
    void varianceThatIsNotANumberIsReplacedByTheHeightAndCounted() {
        try (RootFile file = RootFile.open(SharedRoot.file("combine/template-analysis-datacard-input.root"))) {
            Histogram1D data = file.histogram("data_obs");

            assertThat(file.details("data_obs").unknownVariances()).isEqualTo(1);
            assertThat(data.sumW2(0)).isEqualTo(data.height(0)).isEqualTo(22);
            assertThat(data.sumW2(1)).isCloseTo(14, within(1e-12));
        }
    }

    /** The four fills of the file's script: (x, y, weight), on (-2, 2) with 2 bins in x and 4 in y. */
    @Test
    void fourWeightedFillsInTwoDimensionsAreWhereTheyWereFilled() {
        Axis x = Axis.uniform("", "", 2, -2, 2);
        Axis y = Axis.uniform("", "", 4, -2, 2);
        Histogram2D expected = Histogram2D.builder("", x, y)
                .fill(-1.5, -1.5, 20)
                .fill(1.5, 1.5, 1)
                .fill(-1.5, 1.5, 20)
                .fill(1.5, -1.5, 1)
                .build();

        try (RootFile file = RootFile.open(SharedRoot.file("root-hist/histograms1d2d.root"))) {
            for (String name : List.of("myTH2F", "myTH2D")) {
                Histogram2D h = file.histogram2D(name);

                assertThat(h.xAxis()).isEqualTo(x);
                assertThat(h.yAxis()).isEqualTo(y);
                for (int i = -1; i <= 2; i++) {
                    for (int j = -1; j <= 4; j++) {
                        assertThat(h.height(i, j)).isEqualTo(expected.height(i, j));
                        assertThat(h.sumW2(i, j)).isEqualTo(expected.sumW2(i, j));
                        assertThat(h.entries(i, j)).isEqualTo(expected.entries(i, j));
                    }
                }
                // The fills lie at y of ±1.5, which are centres, and at x of ±1.5, where centres are ±1.
                assertThat(h.meanY()).isEqualTo(expected.meanY());
                assertThat(h.meanX()).isCloseTo(expected.meanX() / 1.5, within(1e-15));
                assertThat(file.details(name).entries()).isEqualTo(4);
            }
        }
    }

    @Test
    void fourWeightedFillsInOneDimensionHaveTheStatedSums() {
        try (RootFile file = RootFile.open(SharedRoot.file("root-hist/histograms1d2d.root"))) {
            for (String name : List.of("myTH1F", "myTH1D", "myTH1D_nonuniform")) {
                Histogram1D h = file.histogram(name);

                assertThat(h.heights()).containsExactly(40, 2);
                assertThat(h.sumW2(-1)).isZero();
                assertThat(h.sumW2(0)).isEqualTo(800);
                assertThat(h.sumW2(1)).isEqualTo(2);
                assertThat(h.height(-1) + h.height(2)).isZero();
                assertThat(h.entries()).isEqualTo(4);
                assertThat(file.details(name).isWeighted()).isTrue();
            }
            assertThat(file.histogram("myTH1F").axis().edges()).containsExactly(-2, 0, 2);
            assertThat(file.histogram("myTH1D_nonuniform").axis().edges()).containsExactly(-2, 1, 2);
        }
    }

    @Test
    void threeHistogramsHaveTheStatedSums() {
        try (RootFile file = RootFile.open(SharedRoot.file("root-hist/uproot-histograms.root"))) {
            assertThat(file.histogram("one").axis().bins()).isEqualTo(10);
            assertThat(file.histogram("one").allEntries()).isEqualTo(10000);
            assertThat(file.histogram("two").allEntries()).isEqualTo(10000);
            assertThat(file.details("three").entries()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HZZ12, 10822, 10900, 10900, 6211, 6262, 16655, 14723, 14728",
        "ZZ4mu12, 77011, 97000, 97097, 0, 0, 1, 1, 1",
        "ZZ4e12, 0, 0, 0, 52158, 60353, 0, 0, 0",
        "ZZ2mu2e12, 0, 0, 0, 0, 0, 96113, 13869, 61378",
        "DY50TuneZ12, 0, 0, 0, 0, 0, 11, 2, 2",
        "TTBar12, 0, 0, 0, 0, 0, 2, 0, 0",
        "DoubleMu12, 69, 95, 95, 0, 0, 217, 28, 104",
        "DoubleE12, 0, 0, 0, 36, 41, 192, 8, 75"
    })
    void integralsOfFourLeptonMassesInADirectoryAreThoseThatAreStated(
            String name, double a, double b, double c, double d, double e, double f, double g, double h) {
        try (RootFile file = RootFile.open(SharedRoot.file("root-cms-h4l/" + name + ".root"))) {
            assertThat(file.key("demo").className()).isEqualTo("TDirectory");
            assertThat(file.keys()).hasSize(96);
            assertThat(List.of(
                                    "mass4mu_7TeV",
                                    "mass4mu_8TeV",
                                    "mass4mu_full",
                                    "mass4e_7TeV",
                                    "mass4e_full",
                                    "massZmu_2mu2e",
                                    "mass2mu2e_8TeV_low",
                                    "mass2mu2e_full")
                            .stream()
                            .map(h1 -> file.histogram("demo/" + h1).sumOfHeights()))
                    .containsExactly(a, b, c, d, e, f, g, h);
        }
    }

    @Test
    void nestedDirectoriesAreListedBeforeWhatTheyHold() {
        try (RootFile file = RootFile.open(SharedRoot.file("root-tree/uproot-nesteddirs.root"))) {
            List<String> paths =
                    file.keys().stream().map(RootKey::path).distinct().toList();

            assertThat(paths).contains("one", "one/two", "one/two/tree", "one/tree", "three", "three/tree");
            assertThat(paths.indexOf("one")).isLessThan(paths.indexOf("one/two"));
            assertThat(file.key("one/two/tree").className()).isEqualTo("TTree");
        }
    }

    /** One tree was written with four compressions: every basket decompresses to the same bytes. */
    @Test
    void fourCompressionsOfOneTreeHoldTheSameBytes() {
        Map<String, List<Byte>> zlib = baskets("zlib");

        assertThat(zlib).hasSize(51);
        for (String compression : List.of("lz4", "lzma", "zstd")) {
            assertThat(baskets(compression)).isEqualTo(zlib);
        }
    }

    private static Map<String, List<Byte>> baskets(String compression) {
        Map<String, ByteArrayOutputStream> branches = new TreeMap<>();
        Set<String> methods = new HashSet<>();
        try (RootBytes file = RootBytes.open(SharedRoot.file("root-tree/uproot-HZZ-" + compression + ".root"))) {
            FileHeader header = FileHeader.read(file);
            long at = header.begin();
            while (at < header.end()) {
                int length = file.read(at, 4, "a length").i32();
                if (length > 0) {
                    RootCursor record = file.read(at, length, "a record");
                    KeyRecord key = KeyRecord.read(record);
                    if (key.className().equals("TBasket")) {
                        record.skip(key.keyLength() - record.position());
                        byte[] stored = record.rest();
                        if (stored.length < key.objectLength()) {
                            methods.add(new String(stored, 0, 2, java.nio.charset.StandardCharsets.US_ASCII));
                        }
                        branches.computeIfAbsent(key.name(), name -> new ByteArrayOutputStream())
                                .writeBytes(RecordBlocks.decompressed(stored, key.objectLength(), record.where()));
                    }
                }
                at += Math.abs(length);
            }
        }
        assertThat(methods)
                .contains(Map.of("zlib", "ZL", "lz4", "L4", "lzma", "XZ", "zstd", "ZS")
                        .get(compression));
        Map<String, List<Byte>> bytes = new TreeMap<>();
        branches.forEach((name, out) -> {
            List<Byte> list = new ArrayList<>();
            for (byte value : out.toByteArray()) {
                list.add(value);
            }
            bytes.put(name, list);
        });
        return bytes;
    }

    /** The list of classes uses every kind of pointer: a new class, a class that was named before, null. */
    @ParameterizedTest
    @ValueSource(
            strings = {"root-hist/histograms1d2d.root", "root-cms-h4l/HZZ12.root", "root-tree/uproot-HZZ-zstd.root"})
    void pointersOfTheListOfClassesAreFollowed(String name) {
        try (RootBytes file = RootBytes.open(SharedRoot.file(name))) {
            FileHeader header = FileHeader.read(file);
            RootCursor record = file.read(header.infoOffset(), header.infoLength(), "the classes");
            KeyRecord key = KeyRecord.read(record);
            record.skip(key.keyLength() - record.position());
            byte[] object = RecordBlocks.decompressed(record.rest(), key.objectLength(), record.where());
            RootCursor cursor = new RootCursor(ByteBuffer.wrap(object), record.where(), key.keyLength());

            RootCursor.Frame list = cursor.enter("TList", 1);
            cursor.object();
            cursor.string();
            int count = cursor.i32();
            List<String> described = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                RootCursor.Pointer pointer = cursor.pointer();
                if (pointer.className().equals("TStreamerInfo")) {
                    RootCursor.Frame info = cursor.enter("TStreamerInfo", 1);
                    described.add(RootNamed.read(cursor).name());
                    cursor.skip(8);
                    RootCursor.Pointer elements = cursor.pointer();
                    assertThat(elements.className()).isEqualTo("TObjArray");
                    elements(cursor);
                    cursor.leave(elements);
                    cursor.leave(info);
                } else {
                    // Rules for evolving classes, in later versions.
                    assertThat(pointer.className()).isEqualTo("TList");
                }
                cursor.leave(pointer);
                cursor.skip(cursor.u8());
            }
            cursor.leave(list);

            assertThat(cursor.remaining()).isZero();
            assertThat(described).contains("TObject", "TNamed", "TAttLine", "TAttFill", "TAttMarker");
        }
    }

    private static void elements(RootCursor cursor) {
        RootCursor.Frame array = cursor.enter("TObjArray", 1);
        cursor.object();
        cursor.string();
        int count = cursor.i32();
        cursor.i32();
        for (int i = 0; i < count; i++) {
            RootCursor.Pointer element = cursor.pointer();
            assertThat(element.className()).startsWith("TStreamer");
            cursor.leave(element);
        }
        cursor.leave(array);
    }
}
