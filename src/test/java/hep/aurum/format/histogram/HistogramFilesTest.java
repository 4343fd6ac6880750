package hep.aurum.format.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Counter;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.NamedColumns.Column;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.hist.Unread;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramFilesTest {

    private static final Axis MASS = Axis.uniform("m(yy)", "GeV", 11, 105, 160);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.aida", "a.aida.gz", "a.json", "a.json.gz"})
    void objectsOfEveryKindComeBackBitByBit(String name) {
        List<AnalysisObject> objects = List.of(
                new AnalysisObject("/A/h", histogram(), Map.of("ScaledBy", "4.7e-09", "Note", "a < \"b\"\nc")),
                AnalysisObject.of("/A/total", histogram().withTotal(301.5, 1, 2, 3, 4)),
                AnalysisObject.of(
                        "/A/shared", Histogram1D.of("s", MASS, halves(), halves(), halves(), halves(), halves())),
                AnalysisObject.of("/A/plane", plane()),
                AnalysisObject.of("/A/profile", profile()),
                AnalysisObject.of("/A/profile2", profile2D()),
                AnalysisObject.of("/A/points", points()),
                AnalysisObject.of("/cloud", cloud(1)),
                AnalysisObject.of("/cloud2", cloud(2)),
                AnalysisObject.of("/tuple", table()));
        Path file = folder.resolve(name);

        assertThat(HistogramFiles.write(file, objects)).isEmpty();

        assertThat(HistogramFiles.read(file)).isEqualTo(objects);
    }

    @Test
    void jsonKeepsCountersEstimatesAndWhatIsNotANumber() {
        double[] values = {Double.NaN, 1, Double.POSITIVE_INFINITY, 0.1};
        Estimate estimate = Estimate.of(
                "sigma",
                List.of(Axis.of("pt", "GeV", 0, 10, 30)),
                values,
                List.of(ErrorSource.of("stat", new double[] {Double.NaN, -1, 0, 0}, values)));
        List<AnalysisObject> objects = List.of(
                AnalysisObject.of("/e", estimate),
                AnalysisObject.of("/p", estimate.points()),
                AnalysisObject.of("/c", new Counter("n", 2.5, -1, 3)));
        Path file = folder.resolve("a.json");

        assertThat(HistogramFiles.write(file, objects)).isEmpty();
        assertThat(HistogramFiles.read(file)).isEqualTo(objects);
    }

    @Test
    void csvKeepsEveryNumberAndSaysWhatItLeavesOut() {
        List<List<AnalysisObject>> files = List.of(
                List.of(AnalysisObject.of("/a,\"b\"", histogram()), AnalysisObject.of("/b", histogram())),
                List.of(AnalysisObject.of("/plane", plane())),
                List.of(AnalysisObject.of("/profile", profile())),
                List.of(AnalysisObject.of("/profile2", profile2D())),
                List.of(AnalysisObject.of("/points", points())));
        for (List<AnalysisObject> objects : files) {
            Path file = folder.resolve("a.csv");

            assertThat(HistogramFiles.write(file, objects)).hasSize(objects.size());
            List<AnalysisObject> back = HistogramFiles.read(file);

            assertThat(back.stream().map(AnalysisObject::path))
                    .isEqualTo(objects.stream().map(AnalysisObject::path).toList());
            // A second writing shows that no number has changed.
            Path again = folder.resolve("b.csv");
            HistogramFiles.write(again, back);
            assertThat(again).hasSameTextualContentAs(file);
        }
        assertThatThrownBy(() -> HistogramFiles.write(
                        folder.resolve("c.csv"),
                        List.of(AnalysisObject.of("/h", histogram()), AnalysisObject.of("/p", plane()))))
                .isInstanceOf(NotSupported.class);
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }

    @Test
    void jsonOfHeightsAndErrorsAloneIsAHistogram() throws IOException {
        Path file = folder.resolve("hand.json");
        Files.writeString(file, """
                {"format": "aurum-histograms", "version": 1, "objects": [
                  {"path": "/h", "type": "histogram1d", "axes": [{"edges": [0, 1, 3]}], "data": [4, 9]}]}""");

        Histogram1D h = (Histogram1D) HistogramFiles.read(file).get(0).content();

        assertThat(h.heights()).containsExactly(4, 9);
        assertThat(h.errors()).containsExactly(2, 3);
    }

    /** Facts stated with the files: CMS open data four-lepton events, written by JAIDA. */
    @Test
    void fileOfJaidaHasEveryKindWithItsStatedFacts() {
        Map<String, AnalysisObject> objects = byPath(HistogramFiles.read(shared("aida/h4l_2011.aida")));

        Cloud cloud = (Cloud)
                Objects.requireNonNull(objects.get("/higgs4l/m4l_cloud")).content();
        assertThat(cloud.size()).isEqualTo(38);
        assertThat(cloud.mean(0)).isCloseTo(175.0024605, within(1e-7));
        Histogram1D m4l = (Histogram1D)
                Objects.requireNonNull(objects.get("/higgs4l/m4l")).content();
        Histogram1D fromCloud = cloud.histogram(m4l.axis());
        assertThat(fromCloud.heights()).isEqualTo(m4l.heights());
        assertThat(fromCloud.mean()).isCloseTo(107.0213250, within(1e-7));
        assertThat(fromCloud.rms()).isCloseTo(23.56849324, within(1e-8));
        NamedColumns events = (NamedColumns)
                Objects.requireNonNull(objects.get("/higgs4l/events")).content();
        assertThat(events.rows()).isEqualTo(38);
        assertThat(events.columns().stream().map(Column::name)).containsExactly("m4l", "mZ1", "mZ2", "run");
        assertThat(events.columns().get(3).get(0)).isEqualTo(172401);
        Points points = (Points)
                Objects.requireNonNull(objects.get("/higgs4l/m4l_points")).content();
        assertThat(points.size()).isEqualTo(37);
        assertThat(points.value(0, 0)).isEqualTo(71.5);
        Histogram1D weighted = (Histogram1D)
                Objects.requireNonNull(objects.get("/higgs4l/m4l_weighted")).content();
        assertThat(weighted.sumOfAllHeights()).isCloseTo(1906.167441, within(1e-6));
        assertThat(((Histogram2D) Objects.requireNonNull(objects.get("/higgs4l/mZ1_mZ2"))
                                .content())
                        .entries())
                .isEqualTo(38);
        assertThat(((Profile1D) Objects.requireNonNull(objects.get("/higgs4l/pt1_vs_m4l"))
                                .content())
                        .entries())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aida/h4l_2011.aida",
                "aida/ATLAS_2011_S9120807.aida",
                "yoda/ATLAS_2014_I1306615.yoda",
                "yoda/test1.yoda",
                "combine/template-analysis-datacard-input.root"
            })
    void sharedFilesGoThroughAidaAndJsonAndComeBackUnchanged(String name) {
        List<AnalysisObject> objects = HistogramFiles.read(shared(name));
        assertThat(objects).isNotEmpty().noneMatch(o -> o.content() instanceof Unread);

        for (String copy : List.of("copy.aida", "copy.json")) {
            assertThat(HistogramFiles.write(folder.resolve(copy), objects)).isEmpty();
            assertThat(HistogramFiles.read(folder.resolve(copy))).isEqualTo(objects);
        }
    }

    /** Facts stated with the file: template histograms of a datacard of Combine. */
    @Test
    void histogramsOfARootFileComeIn() {
        Map<String, AnalysisObject> objects =
                byPath(HistogramFiles.read(shared("combine/template-analysis-datacard-input.root")));

        assertThat(objects).hasSize(7);
        Histogram1D up = (Histogram1D)
                Objects.requireNonNull(objects.get("/background_alphaUp")).content();
        assertThat(up.axis().bins()).isEqualTo(10);
        assertThat(up.sumOfHeights()).isCloseTo(115.0, within(1e-4));
        assertThat(((Histogram1D) Objects.requireNonNull(objects.get("/signal_sigmaUp"))
                                .content())
                        .sumOfHeights())
                .isCloseTo(18.4, within(1e-5));
    }

    @Test
    void cloudsThatWereBinnedAreHistogramsAndTextColumnsAreKept() throws IOException {
        Path file = folder.resolve("a.aida");
        Files.writeString(file, """
                <aida version="3.3">
                <cloud1d name="c" path="/" title="t" maxEntries="5"><histogram1d name="c" path="/" title="t">
                <axis direction="x" numberOfBins="2" min="0" max="2"/>
                <data1d><bin1d binNum="1" entries="9"/></data1d></histogram1d></cloud1d>
                <tuple name="t" path="/" title="names"><columns><column name="n" type="string"/></columns>
                <rows><row><entry value="a &amp; b"/></row></rows></tuple>
                </aida>""");

        List<AnalysisObject> objects = HistogramFiles.read(file);
        HistogramFiles.write(folder.resolve("b.aida"), objects);

        assertThat(((Histogram1D) objects.get(0).content()).height(1)).isEqualTo(9);
        assertThat(objects.get(1).kind()).isEqualTo("tuple");
        assertThat(HistogramFiles.read(folder.resolve("b.aida"))).isEqualTo(objects);
        assertThatThrownBy(() -> HistogramFiles.write(folder.resolve("b.json"), objects))
                .isInstanceOf(NotSupported.class);
    }

    @Test
    void filesThatHoldNoHistogramsOrAreDamagedAreRefusedInOneSentence() throws IOException {
        String json = "{\"format\": \"aurum-histograms\", \"version\": 1, \"objects\": [%s]}";
        String csv = "path,x_low,x_high,height,error,entries,sum_w,sum_w2,sum_wx,sum_wx2\n";
        for (String text : List.of(
                "",
                "hello",
                "<html/>",
                "<aida><histogram1d",
                "<aida><cloud1d name=\"a\" path=\"/\"/></aida>",
                "<aida><cloud1d name=\"a\" path=\"/\"><entries1d><entry1d/></entries1d></cloud1d></aida>",
                "<aida><tuple name=\"a\" path=\"/\"><columns><column name=\"x\" type=\"int\"/></columns>"
                        + "<rows><row/></rows></tuple></aida>",
                "<aida><dataPointSet name=\"a\" path=\"/\" dimension=\"99\"/></aida>",
                String.format(json, "1"),
                String.format(json, "{\"path\": \"/h\", \"type\": \"x\"}"),
                String.format(json, "{\"path\": \"h\", \"type\": \"counter\", \"entries\": 1, \"w\": 1, \"w2\": 1}"),
                String.format(json, "{\"path\": \"/h\", \"type\": \"histogram1d\", \"axes\": [], \"data\": []}"),
                String.format(
                        json,
                        "{\"path\": \"/h\", \"type\": \"histogram1d\", \"axes\": [{\"edges\": [0, 1]}], \"data\": [1, 2]}"),
                String.format(
                        json,
                        "{\"path\": \"/h\", \"type\": \"histogram1d\", \"axes\": [{\"edges\": [0, 1]}],"
                                + "\"sums\": {\"w\": [1]}, \"entries\": [1]}"),
                String.format(json, "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"),
                csv + "/h,1,2",
                csv + "/h,-inf,1,0,0,0,0,0,0,0\n/h,1,2,0,0,0,0,0,0,0\n",
                csv + "/h,-inf,1,0,0,0,0,0,0,x\n",
                csv + "/h")) {
            Path file = Files.writeString(folder.resolve("bad"), text);
            assertThatThrownBy(() -> HistogramFiles.read(file)).as(text).isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> HistogramFiles.read(folder.resolve("none"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> HistogramFiles.write(folder.resolve("a.txt"), List.of()))
                .isInstanceOf(NotSupported.class);
        assertThatThrownBy(() ->
                        HistogramFiles.write(folder.resolve("a.aida"), List.of(AnalysisObject.of("/", histogram()))))
                .isInstanceOf(NotSupported.class);
    }

    /** Damage files at every few bytes; whatever comes of it, it is an object or one sentence, never another exception. */
    @ParameterizedTest
    @ValueSource(strings = {"a.yoda", "a.aida", "a.json", "a.csv"})
    void damagedCopiesAreReadOrRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        Histogram1D h = Histogram1D.builder("h", Axis.of("x", "GeV", 0, 1, 3))
                .fill(0.5, 0.1)
                .build();
        HistogramFiles.write(file, List.of(AnalysisObject.of("/a/h", h)));
        byte[] sound = Files.readAllBytes(file);
        byte[] damage = {'-', '9', '"', '<', ' ', '\n', ',', 'e', 0, (byte) 0xff};
        int refused = 0;
        int count = 0;
        for (int i = 0; i < sound.length; i += 3, count++) {
            byte[] copy = i % 2 == 0 ? Arrays.copyOf(sound, i) : sound.clone();
            if (i % 2 == 1) {
                copy[i] = damage[count % damage.length];
            }
            Files.write(file, copy);
            try {
                HistogramFiles.read(file);
            } catch (Failure e) {
                assertThat(e.what()).as("byte %d", i).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(count / 3);
    }

    private static Path shared(String name) {
        return SharedData.file("thirdparty/" + name);
    }

    private static Map<String, AnalysisObject> byPath(List<AnalysisObject> objects) {
        return objects.stream().collect(Collectors.toMap(AnalysisObject::path, o -> o));
    }

    private static double[] halves() {
        double[] halves = new double[13];
        Arrays.setAll(halves, i -> 0.5 * i);
        return halves;
    }

    private static double wave(int i) {
        return StrictMath.sin(1.7 * i) + 0.3;
    }

    private static Histogram1D histogram() {
        Histogram1D.Builder fill = Histogram1D.builder("mass", MASS);
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i * 3));
        }
        return fill.build();
    }

    private static Histogram2D plane() {
        Histogram2D.Builder fill = Histogram2D.builder("plane", MASS, Axis.of("y", "", -1, 0, 0.5, 1));
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i + 7), wave(i * 3));
        }
        return fill.build();
    }

    private static Profile1D profile() {
        Profile1D.Builder fill = Profile1D.builder("profile", MASS);
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i + 7), wave(i * 3));
        }
        return fill.build();
    }

    private static Profile2D profile2D() {
        Profile2D.Builder fill = Profile2D.builder("profile2", MASS, Axis.of("y", "", -1, 0, 0.3, 1));
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 30 * wave(i), wave(i + 7), wave(i * 3), 1 + wave(i + 1));
        }
        return fill.build();
    }

    private static Points points() {
        double[][] values = {{1, 2, 3}, {0.1, Double.NaN, -1e-7}};
        double[][] errors = {{0.5, 0.5, 0.5}, {0.01, Double.POSITIVE_INFINITY, 0}};
        return Points.of("points", values, errors, errors);
    }

    private static Cloud cloud(int dimension) {
        Cloud.Builder fill = Cloud.builder("cloud", dimension);
        for (int i = 0; i < 50; i++) {
            fill.fill(
                    i % 3 == 0 ? 1 : wave(i), dimension == 1 ? new double[] {wave(i + 1)} : new double[] {i, wave(i)});
        }
        return fill.build();
    }

    private static NamedColumns table() {
        return NamedColumns.of(
                "table",
                List.of(
                        Column.of("x", false, 0.1, -0.0, 1e300),
                        Column.of("run", true, 1, -2, 3),
                        Column.of("id", true, 1L << 40, 0, 1)));
    }
}
