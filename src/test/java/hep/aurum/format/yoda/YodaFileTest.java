package hep.aurum.format.yoda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Counter;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.hist.Unread;
import hep.aurum.source.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YodaFileTest {

    private static final Axis MASS = Axis.uniform("m(yy)", "GeV", 11, 105, 160);

    @TempDir
    Path folder;

    /** Facts stated with the files: golden histogram of go-hep. */
    @ParameterizedTest
    @ValueSource(strings = {"h1d_v1_golden.yoda", "h1d_v2_golden.yoda"})
    void goldenHistogramHasItsStatedFacts(String name) {
        Histogram1D h = (Histogram1D) only(shared(name)).content();

        assertThat(h.totals()).containsExactly(8, 8, -4, 230);
        assertThat(h.totalEntries()).isEqualTo(8);
        assertThat(h.height(-1)).isEqualTo(1);
        assertThat(h.height(10)).isEqualTo(1);
        assertThat(h.axis().bins()).isEqualTo(10);
        assertThat(h.sumWX(-1)).isEqualTo(-10);
        assertThat(h.sumWX2(10)).isEqualTo(100);
        assertThat(h.hasStatedTotal()).isFalse();
    }

    @Test
    void fileOfYodaHasItsStatedFacts() {
        AnalysisObject object = only(shared("test1.yoda"));
        Histogram1D h = (Histogram1D) object.content();

        assertThat(object.path()).isEqualTo("/foo/bar/baz");
        assertThat(h.title()).isEqualTo("foobar");
        assertThat(h.totals()).containsExactly(9, 9, 363, 22201);
        assertThat(h.mean()).isCloseTo(40.33333, within(1e-5));
    }

    @Test
    void otherGoldenFilesHaveTheNumbersThatTheyPrint() {
        Histogram2D h = (Histogram2D) only(shared("h2d_v2_golden.yoda")).content();
        Profile1D p = (Profile1D) only(shared("p1d_v2_golden.yoda")).content();
        Points s = (Points) only(shared("s2d_v2_golden.yoda")).content();

        assertThat(h.totals()).containsExactly(3, 3, 0, 0.5, 1, 3, 0);
        assertThat(h.sumWXY(1, 3)).isEqualTo(-0.5);
        assertThat(h.yAxis().edges()).containsExactly(-2, -1.2, -0.4, 0.4, 1.2, 2);
        assertThat(Arrays.copyOf(p.totals(), 6)).containsExactly(11, 11, 35, 385, 100, 1240);
        assertThat(p.sumWY2(p.axis().bins())).isEqualTo(1084);
        assertThat(s.size()).isEqualTo(20);
        assertThat(s.plus(12, 1)).isEqualTo(5.59017);
    }

    @Test
    void referenceDataHaveTheirStatedNumberOfScatters() {
        List<AnalysisObject> objects = YodaFile.read(shared("ATLAS_2014_I1306615.yoda"));

        assertThat(objects).allMatch(o -> o.content() instanceof Points);
        assertThat(objects)
                .filteredOn(o -> ((Points) o.content()).dimension() == 2)
                .hasSize(67);
        assertThat(objects)
                .filteredOn(o -> ((Points) o.content()).dimension() == 3)
                .hasSize(1);
        assertThat(objects.get(0).annotations()).isEqualTo(Map.of("IsRef", "1"));
        assertThat(objects.get(0).content().title()).isEqualTo("doi:10.17182/hepdata.65179.v2/t1");
    }

    /** Compare what is written with the file itself, number by number, without our reader. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATLAS_2014_I1306615.yoda",
                "h1d_v1_golden.yoda",
                "h1d_v2_golden.yoda",
                "h2d_v2_golden.yoda",
                "p1d_v2_golden.yoda",
                "s2d_v2_golden.yoda",
                "test1.yoda"
            })
    void everyNumberOfTheSharedFilesIsWrittenAgain(String name) throws IOException {
        List<AnalysisObject> objects = YodaFile.read(shared(name));

        Path copy = folder.resolve("copy.yoda");
        assertThat(YodaFile.write(copy, objects, YodaVersion.V2)).isEmpty();

        assertThat(rows(copy)).isEqualTo(rows(shared(name)));
        assertThat(YodaFile.read(copy)).isEqualTo(objects);
    }

    @ParameterizedTest
    @EnumSource(YodaVersion.class)
    void objectsComeBackBitByBit(YodaVersion version) {
        List<AnalysisObject> objects = List.of(
                new AnalysisObject(
                        "/A/h",
                        histogram(),
                        Map.of(
                                "ScaledBy",
                                "4.7e-09",
                                "Note",
                                " blank: \"quoted\" #1\nline",
                                "List",
                                "{stat: {dn: -1}}")),
                AnalysisObject.of("/A/plane", planeInRange()),
                AnalysisObject.of("/A/profile", straightProfile()),
                AnalysisObject.of("/A/count", new Counter("~", 2.5, -0.1, 1e-300)),
                AnalysisObject.of("/A/points", points()));

        for (String name : List.of("a.yoda", "a.yoda.gz")) {
            Path file = folder.resolve(name);
            assertThat(YodaFile.write(file, objects, version)).isEmpty();
            assertThat(YodaFile.read(file)).isEqualTo(objects);
        }
    }

    @Test
    void versionThreeKeepsFlowBinsErrorSourcesAndMixedMoments() {
        double[] values = {Double.NaN, 1, 2, 0.1};
        Estimate estimate = Estimate.of(
                "sigma",
                List.of(Axis.of("pt", "GeV", 0, 10, 30)),
                values,
                List.of(
                        ErrorSource.of(
                                "stat", new double[] {Double.NaN, -0.1, -0.2, 0}, new double[] {Double.NaN, 0.1, 0.3, 0
                                }),
                        ErrorSource.of("sys, \"lumi\"", new double[] {0, 0.4, -1, 0}, new double[] {0, 0.3, 1, 0})));
        List<AnalysisObject> objects = List.of(
                AnalysisObject.of("/e", estimate),
                AnalysisObject.of("/plane", plane()),
                AnalysisObject.of("/profile", profile()),
                AnalysisObject.of("/number", Estimate.of("", List.of(), new double[] {7}, List.of())));
        Path file = folder.resolve("a.yoda");

        assertThat(YodaFile.write(file, objects, YodaVersion.V3)).isEmpty();
        assertThat(YodaFile.read(file)).isEqualTo(objects);
        assertThat(YodaFile.write(file, objects, YodaVersion.V2))
                .hasSize(4)
                .anyMatch(loss -> loss.startsWith("/plane: its flow bins"));
        Points points = (Points) YodaFile.read(file).get(0).content();
        assertThat(points.value(1, 0)).isEqualTo(20);
        assertThat(points.minus(1, 1)).isEqualTo(Math.sqrt(0.2 * 0.2 + 1));
        // Both changes of the second source point upwards: nothing downwards, the larger upwards.
        assertThat(points.minus(0, 1)).isEqualTo(0.1);
        assertThat(points.plus(0, 1)).isEqualTo(Math.sqrt(0.1 * 0.1 + 0.4 * 0.4));
    }

    @Test
    void totalsThatAreNotTheSumOfTheBinsAreKept() throws IOException {
        Histogram1D h = Histogram1D.builder("h", MASS).fill(120).build().withTotal(7.5, 8, 9, 10, 11);
        Path file = folder.resolve("a.yoda");

        YodaFile.write(file, List.of(AnalysisObject.of("/h", h)), YodaVersion.V2);
        Histogram1D back = (Histogram1D) only(file).content();

        assertThat(back).isEqualTo(h);
        assertThat(back.plus(back).totals()).containsExactly(16, 18, 20, 22);
        assertThat(back.scaledBy(2).totals()).containsExactly(16, 36, 20, 22);
        assertThat(YodaFile.write(file, List.of(AnalysisObject.of("/h", h)), YodaVersion.V3))
                .singleElement()
                .asString()
                .contains("total");
    }

    @Test
    void blocksWithoutATypeAreKeptAsTheyStand() throws IOException {
        String text = """
                BEGIN YODA_BINNEDESTIMATE<S>_V3 /words
                Path: /words
                Title: ""
                Type: BinnedEstimate<s>
                ---
                Edges(A1): ["ee", "mumu"]
                ErrorLabels: []
                # value
                1.0
                END YODA_BINNEDESTIMATE<S>_V3

                BEGIN YODA_HISTO1D_V2 /gap
                Path: /gap
                Title: t
                Type: Histo1D
                ---
                0 1 1 1 1 1 1
                2 3 1 1 1 1 1
                END YODA_HISTO1D_V2

                BEGIN YODA_HISTO1D_V2 /nan
                Title: t
                ---
                0 1 nan 1 1 1 1
                END YODA_HISTO1D_V2

                """;
        List<AnalysisObject> objects = parse(text);

        assertThat(objects).allMatch(o -> o.content() instanceof Unread);
        assertThat(((Unread) objects.get(1).content()).reason()).isEqualTo("its bins have gaps");
        YodaFile.write(folder.resolve("a.yoda"), objects, YodaVersion.V2);
        assertThat(Files.readString(folder.resolve("a.yoda"))).isEqualTo(text);
    }

    @Test
    void damagedFilesAreRefusedInOneSentence() throws IOException {
        String head = "BEGIN YODA_HISTO1D_V2 /h\nPath: /h\n---\n";
        String end = "\nEND YODA_HISTO1D_V2\n";
        for (String text : List.of(
                "",
                "not yoda",
                head,
                head + "0 1 1 1 1 1 1\nBEGIN YODA_HISTO1D_V2 /i\n",
                head + "0 1 1 1 1 1" + end,
                head + "0 1 1 1 1 1 1 1" + end,
                head + "0 1 1 x 1 1 1" + end,
                head + "0 1 1 0x1p3 1 1 1" + end,
                head + "Underflow Underflow 1" + end,
                "BEGIN YODA_HISTO1D_V3 /h\n---\nEdges(A1): [0, 1]\n1 1 1 1 1" + end,
                "BEGIN YODA_HISTO1D_V3 /h\n---\nEdges(A1): 0, 1\n" + end,
                "BEGIN YODA_HISTO2D_V3 /h\n---\nEdges(A1): [0, 1]\n" + end,
                "BEGIN YODA_ESTIMATE1D_V3 /h\n---\nErrorLabels: [\"a]\n" + end,
                "BEGIN YODA_COUNTER_V2 /h\n---\n" + end,
                "BEGIN YODA_SCATTER2D_V2 /h\n---\n1 2 3 4 5" + end)) {
            assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(BadInput.class);
        }
        Path file = folder.resolve("a.yoda.gz");
        YodaFile.write(file, List.of(AnalysisObject.of("/h", histogram())), YodaVersion.V2);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
        assertThatThrownBy(() -> YodaFile.read(file)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> YodaFile.read(folder.resolve("none"))).isInstanceOf(BadInput.class);
        Cloud cloud = Cloud.builder("c", 1).fill(1, 2).build();
        assertThatThrownBy(() -> YodaFile.write(
                        folder.resolve("c.yoda"), List.of(AnalysisObject.of("/c", cloud)), YodaVersion.V2))
                .isInstanceOf(NotSupported.class);
        assertThat(folder.resolve("c.yoda")).doesNotExist();
    }

    private static Path shared(String name) {
        return SharedData.file("thirdparty/yoda/" + name);
    }

    private static AnalysisObject only(Path file) {
        List<AnalysisObject> objects = YodaFile.read(file);
        assertThat(objects).hasSize(1);
        return objects.get(0);
    }

    private static List<AnalysisObject> parse(String text) throws IOException {
        return YodaFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yoda");
    }

    /** Return the fields of all lines of numbers, as numbers. */
    private static List<List<Double>> rows(Path file) throws IOException {
        List<List<Double>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.matches("(-?[0-9]|Total|Underflow|Overflow).*")) {
                rows.add(Arrays.stream(line.split("\\s+"))
                        .map(field -> Character.isLetter(field.charAt(0)) ? -1.0 : Double.parseDouble(field))
                        .toList());
            }
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static double wave(int i) {
        return StrictMath.sin(1.7 * i) + 0.3;
    }

    private static Histogram1D histogram() {
        Histogram1D.Builder fill = Histogram1D.builder("\"m\" of\n$\\gamma$", MASS);
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

    private static Histogram2D planeInRange() {
        Histogram2D.Builder fill = Histogram2D.builder("plane", MASS, Axis.of("y", "", -1, 0, 0.5, 2));
        for (int i = 0; i < 300; i++) {
            fill.fill(130 + 15 * wave(i), wave(i + 7), wave(i * 3));
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

    /** A profile with one fill a bin, whose mixed moments follow from the others. */
    private static Profile1D straightProfile() {
        return Profile1D.builder("profile", MASS)
                .fill(112, 3, 0.5)
                .fill(131, -2, 0.25)
                .build();
    }

    private static Points points() {
        double[][] values = {{1, 2, 3}, {0.1, Double.NaN, -1e-7}};
        double[][] errors = {{0.5, 0.5, 0.5}, {0.01, Double.POSITIVE_INFINITY, 0}};
        return Points.of("points", values, errors, errors);
    }

    /** The columns of the block are those that YODA's own writer of version 1 names. */
    @Test
    void aProfileOfTwoVariablesIsReadFromEveryVersion() throws IOException {
        Path file = folder.resolve("p.yoda");
        Files.writeString(file, """
                BEGIN YODA_PROFILE2D /p
                Path=/p
                Title=t
                Type=Profile2D
                # sumw	 sumw2	 sumwx	 sumwx2	 sumwy	 sumwy2	 sumwz	 sumwz2	 sumwxy	 numEntries
                Total   	Total   	4	10	1.25	0.4375	11	31	52	688	3.25	2
                # 2D outflow persistency not currently supported until API is stable
                # xlow	 xhigh	 ylow	 yhigh	 sumw	 sumw2	 sumwx	 sumwx2	 sumwy	 sumwy2	 sumwz	 sumwz2	 sumwxy	 numEntries
                0	1	0	4	4	10	1.25	0.4375	11	31	52	688	3.25	2
                1	2	0	4	0	0	0	0	0	0	0	0	0	0
                END YODA_PROFILE2D
                """);

        Profile2D p = (Profile2D) YodaFile.read(file).get(0).content();

        assertThat(p.height(0, 0)).isEqualTo(13.0);
        assertThat(p.spread(0, 0)).isCloseTo(Math.sqrt(3.0), within(1e-12));
        assertThat(p.entries(0, 0)).isEqualTo(2);
        assertThat(p.xAxis().bins()).isEqualTo(2);
        assertThat(p.hasStatedTotal()).isFalse();
        for (YodaVersion version : YodaVersion.values()) {
            List<AnalysisObject> objects = List.of(AnalysisObject.of("/p", p));
            assertThat(YodaFile.write(file, objects, version)).isEmpty();
            assertThat(YodaFile.read(file)).isEqualTo(objects);
        }
        Profile2D filled = Profile2D.builder("f", p.xAxis(), p.yAxis())
                .fill(0.5, 2, 10)
                .fill(0.25, 3, 14, 3)
                .fill(-1, 3, 14)
                .build();
        List<AnalysisObject> objects = List.of(AnalysisObject.of("/f", filled));
        assertThat(YodaFile.write(file, objects, YodaVersion.V3)).isEmpty();
        assertThat(YodaFile.read(file)).isEqualTo(objects);
        assertThat(YodaFile.write(file, objects, YodaVersion.V2))
                .singleElement()
                .asString()
                .contains("flow bins", "w x z");
        Profile2D old = (Profile2D) YodaFile.read(file).get(0).content();
        assertThat(old.height(0, 0)).isEqualTo(13.0);
        assertThat(old.totals()[6]).isEqualTo(66.0);
    }
}
