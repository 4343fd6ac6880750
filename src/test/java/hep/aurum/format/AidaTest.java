package hep.aurum.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.format.aida.AidaObject;
import hep.aurum.format.aida.AidaTree;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AidaTest {

    private static final Axis MASS = Axis.uniform("m(yy)", "GeV", 11, 105, 160);

    @TempDir
    Path folder;

    @Test
    void histogramsComeBackValueForValuePlainAndCompressed() {
        Histogram1D h = filled1D();
        Histogram2D h2 = filled2D();
        Profile1D p = filledProfile();
        AidaTree tree = AidaTree.of(List.of(
                AidaObject.of("/study/signal", "m", h),
                AidaObject.of("/study/signal", "plane", h2),
                AidaObject.of("/study", "profile", p)));

        for (String name : List.of("a.aida", "a.aida.gz")) {
            tree.write(folder.resolve(name));
            AidaTree back = AidaTree.read(folder.resolve(name));

            assertThat(back.paths()).containsExactly("/study/signal/m", "/study/signal/plane", "/study/profile");
            assertThat(back.find("/study/signal/m").histogram1D()).isEqualTo(h);
            assertThat(back.find("/study/signal/plane").histogram2D()).isEqualTo(h2);
            assertThat(back.find("/study/profile").profile1D()).isEqualTo(p);
            assertThat(back).isEqualTo(tree);
        }
    }

    @Test
    void fileHasTheDocumentTypeAndEscapesTitles() throws IOException {
        Histogram1D h = filled1D().withTitle("a < b & \"c\"\nnew line");

        AidaTree.of(List.of(AidaObject.of("/", "h", h))).write(folder.resolve("h.aida"));
        String text = Files.readString(folder.resolve("h.aida"));

        assertThat(text)
                .contains("<!DOCTYPE aida SYSTEM \"http://aida.freehep.org/schemas/3.3/aida.dtd\">")
                .contains("<aida version=\"3.3\">")
                .contains("a &lt; b &amp; &quot;c&quot;&#10;new line")
                .contains("binNum=\"OVERFLOW\"");
        assertThat(AidaTree.read(folder.resolve("h.aida"))
                        .find("/h")
                        .histogram1D()
                        .title())
                .isEqualTo(h.title());
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void sumsOfTheAnnotationAreLeftAsideWhenTheBinsWereEdited() throws IOException {
        Path file = folder.resolve("h.aida");
        AidaTree.of(List.of(AidaObject.of("/", "h", filled1D()))).write(file);
        String text = Files.readString(file);
        assertThat(text).contains("aurum.sumWX");
        String height = "height=\"" + filled1D().height(3) + "\"";
        Files.writeString(file, text.replace(height, "height=\"1234.5\""));

        Histogram1D edited = AidaTree.read(file).find("/h").histogram1D();

        assertThat(edited.height(3)).isEqualTo(1234.5);
        assertThat(edited.binMean(3)).isCloseTo(filled1D().binMean(3), within(1e-9));
    }

    @Test
    void unweightedBinsNeedNoHeightAndVariableEdgesAreRead() {
        AidaTree tree = parse("""
                <aida version="3.3"><histogram1d name="h" path="/" title="t">
                <axis direction="x" numberOfBins="3" min="0" max="10">
                <binBorder value="1"/><binBorder value="4"/></axis>
                <data1d><bin1d binNum="1" entries="9"/><bin1d binNum="OVERFLOW" entries="2" height="5" error="3"/>
                </data1d></histogram1d></aida>""");

        Histogram1D h = tree.find("/h").histogram1D();

        assertThat(h.axis().edges()).containsExactly(0, 1, 4, 10);
        assertThat(h.height(1)).isEqualTo(9);
        assertThat(h.error(1)).isEqualTo(3);
        assertThat(h.binMean(1)).isEqualTo(2.5);
        assertThat(h.height(3)).isEqualTo(5);
    }

    @Test
    void hostileDocumentsAreRefusedInOneSentence() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String external = "<!DOCTYPE aida [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<aida><tuple name=\"a\" path=\"/\">&x;</tuple></aida>";
        String bomb = "<!DOCTYPE aida [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<aida><tuple name=\"&b;\" path=\"/\"/></aida>";

        for (String text : List.of(
                external,
                bomb,
                "",
                "not xml",
                "<aida><histogram1d",
                "<html/>",
                "<aida>" + "<a>".repeat(40) + "</a>".repeat(40) + "</aida>",
                histogram("numberOfBins=\"2000000000\" min=\"0\" max=\"1\"", ""),
                histogram("numberOfBins=\"2\" min=\"1\" max=\"1\"", ""),
                histogram("numberOfBins=\"2\" min=\"0\" max=\"1\"", "<bin1d binNum=\"2\" entries=\"1\"/>"),
                histogram("numberOfBins=\"2\" min=\"0\" max=\"1\"", "<bin1d binNum=\"1\" entries=\"-1\"/>"),
                histogram("numberOfBins=\"2\" min=\"0\" max=\"1\"", "<bin1d binNum=\"1\" height=\"NaN\"/>"))) {
            assertThatThrownBy(() -> parse(text).find("/h").histogram1D())
                    .as(text)
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void truncatedCompressedFileAndMissingFolderAreRefused() throws IOException {
        Path file = folder.resolve("h.aida.gz");
        AidaTree tree = AidaTree.of(List.of(AidaObject.of("/", "h", filled1D())));
        tree.write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> AidaTree.read(file)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> AidaTree.read(folder.resolve("absent"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> tree.write(folder.resolve("no/such/h.aida"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> tree.find("/hh"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"/h\"");
        assertThatThrownBy(() -> tree.find("/h").points()).isInstanceOf(NotSupported.class);
    }

    /** Facts stated with the files: CMS open data four-lepton events, written by JAIDA. */
    @Test
    void fourLeptonFileOfJaidaHasItsStatedFacts() {
        AidaTree tree = AidaTree.read(shared("aida/h4l_2011.aida"));
        Histogram1D m4l = tree.find("/higgs4l/m4l").histogram1D();
        Histogram1D weighted = tree.find("/higgs4l/m4l_weighted").histogram1D();

        assertThat(m4l.allEntries()).isEqualTo(38);
        assertThat(m4l.entries()).isEqualTo(20);
        assertThat(m4l.entries(m4l.axis().bins())).isEqualTo(18);
        assertThat(m4l.mean()).isCloseTo(107.0213250, within(1e-7));
        assertThat(m4l.rms()).isCloseTo(23.56849324, within(1e-8));
        assertThat(m4l.axis().center(18)).isEqualTo(125.5);
        assertThat(m4l.height(18)).isEqualTo(1);
        assertThat(java.util.Arrays.stream(m4l.heights()).max()).hasValue(5);
        assertThat(weighted.sumOfAllHeights()).isCloseTo(1906.167441, within(1e-6));
        assertThat(weighted.mean()).isCloseTo(127.1762757127482, within(1e-10));
        Histogram2D plane = tree.find("/higgs4l/mZ1_mZ2").histogram2D();
        assertThat(plane.entries()).isEqualTo(38);
        assertThat(plane.rmsY()).isCloseTo(33.91275957071534, within(1e-10));
        Profile1D profile = tree.find("/higgs4l/pt1_vs_m4l").profile1D();
        assertThat(profile.height(1)).isCloseTo(26.918561192586864, within(1e-12));
        assertThat(profile.spread(1)).isCloseTo(9.702607493269856, within(1e-10));
        assertThat(tree.find("/higgs4l/events")
                        .element()
                        .child("rows")
                        .orElseThrow()
                        .children())
                .hasSize(38);
    }

    @Test
    void referencePointsHaveTheirStatedFactsAndEveryFileIsWrittenAsItWasRead() {
        AidaTree points = AidaTree.read(shared("aida/ATLAS_2011_S9120807.aida"));
        List<Points> sets = points.objects().stream().map(AidaObject::points).toList();

        assertThat(sets).hasSize(3);
        assertThat(sets.stream().mapToInt(Points::size).sum()).isEqualTo(25);
        Points first = sets.get(0);
        assertThat(new double[] {first.value(0, 0), first.minus(0, 0), first.plus(0, 0)})
                .containsExactly(15, 15, 15);
        assertThat(new double[] {first.value(0, 1), first.minus(0, 1), first.plus(0, 1)})
                .containsExactly(0.19691, 0.05828, 0.07007);
        for (String name : List.of("aida/ATLAS_2011_S9120807.aida", "aida/h4l_2011.aida")) {
            AidaTree tree = AidaTree.read(shared(name));
            tree.write(folder.resolve("copy.aida"));
            assertThat(AidaTree.read(folder.resolve("copy.aida"))).isEqualTo(tree);
        }
    }

    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("aurum.data", "absent"), "thirdparty", name);
        Assumptions.assumeTrue(Files.exists(file), "shared data not there: " + file);
        return file;
    }

    private static String histogram(String axis, String bins) {
        return "<aida><histogram1d name=\"h\" path=\"/\"><axis direction=\"x\" " + axis + "/><data1d>" + bins
                + "</data1d></histogram1d></aida>";
    }

    private static AidaTree parse(String text) {
        return AidaTree.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.aida");
    }

    private static double wave(int i) {
        return StrictMath.sin(1.7 * i) + 0.3;
    }

    private static Histogram1D filled1D() {
        Histogram1D.Builder fill = Histogram1D.builder("mass", MASS);
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i * 3));
        }
        return fill.build();
    }

    private static Histogram2D filled2D() {
        Histogram2D.Builder fill = Histogram2D.builder("plane", MASS, Axis.of("y", "", -1, 0, 0.5, 1));
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i + 7), wave(i * 3));
        }
        return fill.build();
    }

    private static Profile1D filledProfile() {
        Profile1D.Builder fill = Profile1D.builder("profile", MASS);
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i + 7), 1 + wave(i * 3) * wave(i * 3));
        }
        return fill.build();
    }
}
