package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.math.random.RandomStreams;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read files that a test wrote byte by byte. */
class RootFormatTest {

    private static final double[] CONTENTS = {7, 1, 2, 3, 4, 5, 8};

    @TempDir
    Path folder;

    private int files;

    private Path write(RootFileBuilder builder) throws IOException {
        return builder.write(folder.resolve("f" + files++ + ".root"));
    }

    private RootFile open(RootFileBuilder builder) throws IOException {
        return RootFile.open(write(builder));
    }

    @Test
    void latestCycleIsMeantUnlessOneIsNamed() throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top()
                .directory("a")
                .directory("b")
                .add("h", 2, "TH1D", RootFileBuilder.histogram("second", CONTENTS))
                .add("h", 1, "TH1D", RootFileBuilder.histogram("first", CONTENTS));

        try (RootFile file = open(builder)) {
            assertThat(file.keys()).extracting(RootKey::toString).containsExactly("a;1", "a/b;1", "a/b/h;2", "a/b/h;1");
            assertThat(file.histogram("a/b/h").title()).isEqualTo("second");
            assertThat(file.histogram("/a/b/h;1").title()).isEqualTo("first");
            assertThat(file.contains("a/b/h;2")).isTrue();
            assertThat(file.contains("a/b/h;3")).isFalse();
        }
    }

    @Test
    void flowBinsAxisAndLaterMembersAreKeptOrPassedOver() throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top().add("h", 1, "TH1D", RootFileBuilder.histogram("mass", CONTENTS));

        try (RootFile file = open(builder)) {
            Histogram1D h = file.histogram("h");

            assertThat(h.heights()).containsExactly(1, 2, 3, 4, 5);
            assertThat(h.height(-1)).isEqualTo(7);
            assertThat(h.height(5)).isEqualTo(8);
            assertThat(h.sumW2(3)).isEqualTo(4);
            assertThat(h.entries(3)).isEqualTo(4);
            assertThat(h.axis().name()).isEqualTo("m");
            assertThat(h.axis().unit()).isEqualTo("GeV");
            assertThat(h.axis().edges()).containsExactly(0, 2, 4, 6, 8, 10);
            assertThat(file.details("h")).isEqualTo(new HistogramDetails("TH1D", 4, false, 0, List.of(), List.of()));
        }
    }

    @Test
    void offsetsBeyondFourGigabytesAreFollowed() throws IOException {
        RootFileBuilder builder = RootFileBuilder.big(5_000_000_000L);
        builder.top().directory("d").add("h", 1, "TH1D", RootFileBuilder.histogram("far", CONTENTS));

        try (RootFile file = open(builder)) {
            assertThat(file.histogram("d/h").heights()).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void profileKeepsItsSums() throws IOException {
        // Bin 1: (y, w) = (1, 2), (3, 1); bin 2: (5, 4). Sums of w, w squared, wy, wy squared.
        byte[] profile = RootFileBuilder.bytes(out -> RootFileBuilder.object(out, 7, o -> {
            RootFileBuilder.object(o, 3, base -> {
                RootFileBuilder.head(
                        base, "p", 4, axis -> RootFileBuilder.axis(axis, "x", 2, 0, 2), 3, 0, 2 + 9, 100, 0);
                RootFileBuilder.doubles(base, 0, 2 + 3, 20, 0);
            });
            RootFileBuilder.doubles(o, 0, 3, 4, 0);
            o.write(new byte[4 + 4 * 8]);
            RootFileBuilder.doubles(o, 0, 5, 16, 0);
        }));
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top().add("p", 1, "TProfile", profile);

        try (RootFile file = open(builder)) {
            Profile1D p = file.profile("p");

            assertThat(p.sumW(0)).isEqualTo(3);
            assertThat(p.sumW2(0)).isEqualTo(5);
            assertThat(p.height(0)).isCloseTo(5.0 / 3, within(1e-15));
            assertThat(p.spread(0)).isCloseTo(Math.sqrt(11.0 / 3 - 25.0 / 9), within(1e-15));
            assertThat(p.height(1)).isEqualTo(5);
            assertThat(p.sumW2(1)).isEqualTo(16);
        }
    }

    @Test
    void profileOfTwoVariablesKeepsItsSums() throws IOException {
        // Two bins of x, one of y, with their flow: 4 times 3 cells. Cell (0, 0): (z, w) = (1, 2), (3, 1).
        double[] wz = new double[12];
        double[] wz2 = new double[12];
        double[] w = new double[12];
        double[] w2 = new double[12];
        wz[5] = 2 + 3;
        wz2[5] = 2 + 9;
        w[5] = 3;
        w2[5] = 5;
        byte[] profile = RootFileBuilder.bytes(out -> RootFileBuilder.object(out, 8, o -> {
            RootFileBuilder.object(o, 4, base -> {
                RootFileBuilder.object(base, 5, plane -> {
                    RootFileBuilder.head(plane, "p", 12, axis -> RootFileBuilder.axis(axis, "x", 2, 0, 2), 2, wz2);
                    plane.write(new byte[4 * 8]);
                });
                RootFileBuilder.doubles(base, wz);
            });
            RootFileBuilder.doubles(o, w);
            o.write(new byte[4 + 4 * 8]);
            RootFileBuilder.doubles(o, w2);
        }));
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top().add("p", 1, "TProfile2D", profile);

        try (RootFile file = open(builder)) {
            Profile2D p = file.profile2D("p");

            assertThat(p.sumW(0, 0)).isEqualTo(3);
            assertThat(p.sumW2(0, 0)).isEqualTo(5);
            assertThat(p.height(0, 0)).isCloseTo(5.0 / 3, within(1e-15));
            assertThat(p.spread(0, 0)).isCloseTo(Math.sqrt(11.0 / 3 - 25.0 / 9), within(1e-15));
            assertThat(p.binMeanX(0, 0)).isEqualTo(0.5);
            assertThat(p.sumW(1, 0)).isZero();
            assertThat(file.details("p").entries()).isEqualTo(2);
        }
    }

    @Test
    void namesOfBinsAreRead() throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top().add("h", 1, "TH1D", labelled("h"));

        try (RootFile file = open(builder)) {
            assertThat(file.details("h").xLabels()).containsExactly("all", "", "tagged");
            assertThat(file.histogram("h").heights()).containsExactly(9, 8, 7);
        }
        RootFileBuilder wrong = RootFileBuilder.small();
        wrong.top().add("h", 1, "TH1D", labelled(12345));
        try (RootFile file = open(wrong)) {
            assertThatThrownBy(() -> file.histogram("h"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("12345")
                    .hasMessageContaining("\"h\" at byte");
        }
    }

    private static byte[] labelled(String name) {
        // Objects count their places from the key: 26 bytes and the strings "TH1D", the name and "".
        int keyLength = 26 + 5 + 1 + name.length() + 1;
        String plain = new String(labelled(0), StandardCharsets.ISO_8859_1);
        return labelled(plain.indexOf("TObjString\0") - 4 + keyLength + 2);
    }

    private static byte[] labelled(int classPlace) {
        RootFileBuilder.Body labels = out -> {
            byte[] list = RootFileBuilder.bytes(l -> RootFileBuilder.object(l, 5, o -> {
                RootFileBuilder.tObject(o, 0);
                RootFileBuilder.string(o, "");
                o.writeInt(2);
                item(o, 1, "all", RootFileBuilder.bytes(c -> {
                    c.writeInt(-1);
                    c.write("TObjString\0".getBytes(StandardCharsets.US_ASCII));
                }));
                item(o, 3, "tagged", RootFileBuilder.bytes(c -> c.writeInt(0x80000000 | classPlace)));
            }));
            byte[] name = "THashList\0".getBytes(StandardCharsets.US_ASCII);
            out.writeInt(0x40000000 | (4 + name.length + list.length));
            out.writeInt(-1);
            out.write(name);
            out.write(list);
        };
        return RootFileBuilder.bytes(out -> RootFileBuilder.object(out, 3, o -> {
            RootFileBuilder.head(o, "", 5, a -> RootFileBuilder.axis(a, "", 3, 0, 3, labels), 1);
            RootFileBuilder.doubles(o, 0, 9, 8, 7, 0);
        }));
    }

    private static void item(DataOutputStream out, int bin, String text, byte[] className) throws IOException {
        byte[] object = RootFileBuilder.bytes(o -> RootFileBuilder.object(o, 1, s -> {
            RootFileBuilder.tObject(s, bin);
            RootFileBuilder.string(s, text);
        }));
        out.writeInt(0x40000000 | (className.length + object.length));
        out.write(className);
        out.write(object);
        out.writeByte(0);
    }

    @Test
    void deflateOfOldFilesAndSeveralBlocksAreUndone() throws IOException {
        byte[] object = RootFileBuilder.histogram("old", CONTENTS);
        byte[] first = Arrays.copyOf(object, 100);
        byte[] second = Arrays.copyOfRange(object, 100, object.length);
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top()
                .add("h", 1, "TH1D", object, joined(block("CS", first, true), block("ZL", second, false)))
                .add("unknown", 1, "TH1D", object, block("QQ", object, false));

        try (RootFile file = open(builder)) {
            assertThat(file.histogram("h").heights()).containsExactly(1, 2, 3, 4, 5);
            assertThatThrownBy(() -> file.histogram("unknown"))
                    .isInstanceOf(NotSupported.class)
                    .hasMessageContaining("QQ");
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        return RootFileBuilder.bytes(out -> {
            out.write(a);
            out.write(b);
        });
    }

    private static byte[] block(String method, byte[] bytes, boolean isBare) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, isBare))) {
            out.write(bytes);
        }
        return RootFileBuilder.bytes(out -> {
            out.write(method.getBytes(StandardCharsets.US_ASCII));
            out.writeByte(8);
            for (int length : new int[] {packed.size(), bytes.length}) {
                out.writeByte(length);
                out.writeByte(length >> 8);
                out.writeByte(length >> 16);
            }
            packed.writeTo(out);
        });
    }

    /** The values of the specification's reference implementation. */
    @Test
    void checksumIsThatOfItsSpecification() {
        assertThat(hash("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(hash("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(hash("abc")).isEqualTo(0x44BC2CF5AD770999L);
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return XxHash64.of(bytes, 0, bytes.length);
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top()
                .add("signal", 1, "TH1D", RootFileBuilder.histogram("", CONTENTS))
                .add("n", 1, "TTree", new byte[9]);

        try (RootFile file = open(builder)) {
            assertThatThrownBy(() -> file.histogram("sginal"))
                    .isInstanceOf(NotFound.class)
                    .hasMessageContaining("did you mean \"signal\"?");
            assertThatThrownBy(() -> file.histogram("n"))
                    .isInstanceOf(NotSupported.class)
                    .hasMessageContaining("TTree");
            assertThatThrownBy(() -> file.histogram2D("signal")).isInstanceOf(NotSupported.class);
            assertThatThrownBy(() -> file.profile("signal")).isInstanceOf(NotSupported.class);
        }
        assertThatThrownBy(() -> RootFile.open(folder.resolve("absent.root")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.root");
        assertThatThrownBy(() -> RootFile.open(folder)).isInstanceOf(BadInput.class);
        Path text = Files.writeString(folder.resolve("text.root"), "<LesHouchesEvents>".repeat(9));
        assertThatThrownBy(() -> RootFile.open(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a ROOT file");
    }

    @Test
    void directoryThatContainsItselfIsRefused() throws IOException {
        RootFileBuilder probe = RootFileBuilder.small();
        probe.top().directory("d").directory("e");
        byte[] bytes = Files.readAllBytes(write(probe));
        // The list of the top directory is the last record; its offset stands in the top directory.
        long list = topList(bytes);
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top().directory("d").directory("e").listAt(list);
        Path loop = write(builder);

        assertThatThrownBy(() -> RootFile.open(loop))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("inside itself")
                .hasMessageContaining("byte " + list);
    }

    private static long topList(byte[] bytes) throws IOException {
        int directory = 100 + ByteBuffer.wrap(bytes).getInt(28);
        return ByteBuffer.wrap(bytes).getInt(directory + 2 + 8 + 8 + 8);
    }

    @Test
    void deepDirectoriesAreRefused() throws IOException {
        RootFileBuilder builder = RootFileBuilder.small();
        RootFileBuilder.Directory directory = builder.top();
        for (int i = 0; i < 100; i++) {
            directory = directory.directory("d");
        }
        Path deep = write(builder);

        assertThatThrownBy(() -> RootFile.open(deep))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("too deeply");
    }

    @Test
    @Tag("slow")
    void everyTruncationIsRefused() throws IOException {
        Path file = write(garbleMe());

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long length = channel.size() - 1; length >= 0; length--) {
                channel.truncate(length);
                assertThatThrownBy(() -> RootFile.open(file)).isInstanceOf(BadInput.class);
            }
        }
    }

    private static RootFileBuilder garbleMe() throws IOException {
        byte[] object = RootFileBuilder.histogram("mass", CONTENTS);
        RootFileBuilder builder = RootFileBuilder.small();
        builder.top()
                .add("plain", 1, "TH1D", object)
                .add("packed", 1, "TH1D", object, block("ZL", object, false))
                .add("labelled", 1, "TH1D", labelled("labelled"))
                .directory("d")
                .add("h", 1, "TH1D", object);
        return builder;
    }

    @Test
    @Tag("slow")
    void garbledBytesGiveAFailureOrAHistogram() throws IOException {
        Path file = write(garbleMe());
        byte[] whole = Files.readAllBytes(file);
        UniformRandomProvider random = RandomStreams.of(20261126).stream("garbled", 0);
        int refused = 0;

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < whole.length; at++) {
                for (int value : new int[] {0xff, random.nextInt(256)}) {
                    channel.write(ByteBuffer.wrap(new byte[] {(byte) value}), at);
                    refused += isRefused(file) ? 1 : 0;
                }
                channel.write(ByteBuffer.wrap(whole, at, 1), at);
            }
        }

        assertThat(isRefused(file)).isFalse();
        assertThat(refused).isBetween(whole.length / 4, 2 * whole.length);
    }

    /** Read everything; any exception but ours escapes and fails the test. */
    static boolean isRefused(Path path) {
        try (RootFile file = RootFile.open(path)) {
            for (RootKey key : file.keys()) {
                if (key.className().startsWith("TH1")) {
                    file.histogram(key.toString());
                    file.details(key.toString());
                } else if (key.className().startsWith("TH2")) {
                    file.histogram2D(key.toString());
                }
            }
            return false;
        } catch (Failure expected) {
            return true;
        }
    }
}
