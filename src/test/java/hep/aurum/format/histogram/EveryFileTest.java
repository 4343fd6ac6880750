package hep.aurum.format.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.format.yoda.YodaFile;
import hep.aurum.format.yoda.YodaVersion;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Content;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Points;
import hep.aurum.hist.Unread;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Take every file of histograms of the shared data to every format and back.
 *
 * <p>In its own format, and in JSON, an object comes back equal: every double has the same bits. In another format what is
 * named as lost may differ in what the sentence says; all other objects are equal, and of the named ones every number that
 * the format has columns for.
 */
class EveryFileTest {

    private static final List<String> FOLDERS = List.of("aida", "yoda", "root-hist");

    @TempDir
    private Path folder;

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : FOLDERS) {
            Path shared = SharedData.file("thirdparty/" + name);
            try (Stream<Path> all = Files.list(shared)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    @Test
    void thereAreAsManyFilesAsTheListOfTheDataNames() throws IOException {
        assertThat(files()).hasSize(2 + 7 + 2);
    }

    @TestFactory
    Stream<DynamicTest> everyFileGoesToEveryFormatAndBack() throws IOException {
        return files().stream()
                .flatMap(file -> Stream.of("json", "aida", "yoda", "csv")
                        .flatMap(ending -> Stream.of("", ".gz").map(gz -> ending + gz))
                        .map(ending -> DynamicTest.dynamicTest(
                                file.getFileName() + " as " + ending, () -> there(file, ending))));
    }

    private void there(Path file, String ending) {
        List<AnalysisObject> objects = HistogramFiles.read(file);
        assertThat(objects).isNotEmpty().noneMatch(object -> object.content() instanceof Unread);
        String format = ending.replace(".gz", "");
        WhatFits fits = WhatFits.of(format, objects);
        assumeTrue(!fits.kept().isEmpty(), "the format has none of the kinds");
        Path copy = folder.resolve("copy." + ending);

        List<String> losses = HistogramFiles.writeWhatFits(copy, objects);
        List<AnalysisObject> back = HistogramFiles.read(copy);

        if (format.equals("json") || file.toString().endsWith("." + format)) {
            assertThat(losses).isEmpty();
            assertThat(back).isEqualTo(objects);
        }
        assertThat(back.stream().map(AnalysisObject::path))
                .containsExactlyElementsOf(
                        fits.kept().stream().map(AnalysisObject::path).toList());
        Map<String, AnalysisObject> byPath = new HashMap<>();
        back.forEach(object -> byPath.put(object.path(), object));
        for (AnalysisObject object : fits.kept()) {
            AnalysisObject copied = Objects.requireNonNull(byPath.get(object.path()));
            if (losses.stream().noneMatch(loss -> loss.startsWith(object.path() + ":"))) {
                assertThat(copied).isEqualTo(object);
            } else {
                requireNumbers(object.content(), copied.content(), format);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFileGoesToEveryVersionOfYodaAndBack() throws IOException {
        return files().stream()
                .flatMap(file -> Stream.of(YodaVersion.values())
                        .map(version -> DynamicTest.dynamicTest(
                                file.getFileName() + " as " + version, () -> yoda(file, version))));
    }

    private void yoda(Path file, YodaVersion version) {
        List<AnalysisObject> objects =
                WhatFits.of("yoda", HistogramFiles.read(file)).kept();
        Path copy = folder.resolve("copy.yoda");

        List<String> losses = YodaFile.write(copy, objects, version);
        List<AnalysisObject> back = YodaFile.read(copy);

        for (int i = 0; i < objects.size(); i++) {
            AnalysisObject object = objects.get(i);
            if (losses.stream().noneMatch(loss -> loss.startsWith(object.path() + ":"))) {
                assertThat(back.get(i)).isEqualTo(object);
            } else {
                requireNumbers(object.content(), back.get(i).content(), "yoda");
            }
        }
    }

    /** Require what no format loses: the sums of the bins in range, or the values of points with their errors. */
    private static void requireNumbers(Content content, Content copied, String format) {
        if (content instanceof Binned one && copied instanceof Binned other) {
            requireBins(one, other, format);
        } else if (content instanceof Points points) {
            requirePoints(points, (Points) copied);
        } else if (content instanceof Estimate estimate) {
            requirePoints(estimate.points(), (Points) copied);
        } else {
            assertThat(copied).isEqualTo(content);
        }
    }

    private static void requireBins(Binned one, Binned other, String format) {
        assertThat(other.getClass()).isEqualTo(one.getClass());
        assertThat(other.cells()).isEqualTo(one.cells());
        int nx = one.axes().get(0).bins() + 2;
        int ny = one.cells() / nx;
        // YODA's old versions have no flow bins of two variables and no mixed moments of profiles.
        int columns = format.equals("csv") ? one.columns() : Math.min(6, one.columns());
        for (int cell = 0; cell < one.cells(); cell++) {
            boolean isFlow = ny > 1 && (cell % nx == 0 || cell % nx == nx - 1 || cell < nx || cell >= nx * (ny - 1));
            if (!isFlow || format.equals("csv")) {
                assertThat(other.cellEntries(cell)).isEqualTo(one.cellEntries(cell));
                for (int c = 0; c < columns; c++) {
                    assertThat(other.cellSum(c, cell)).isEqualTo(one.cellSum(c, cell));
                }
            }
        }
    }

    private static void requirePoints(Points one, Points other) {
        assertThat(other.size()).isEqualTo(one.size());
        assertThat(other.dimension()).isEqualTo(one.dimension());
        for (int i = 0; i < one.size(); i++) {
            for (int d = 0; d < one.dimension(); d++) {
                assertThat(other.value(i, d)).isEqualTo(one.value(i, d));
                assertThat(other.minus(i, d)).isEqualTo(one.minus(i, d));
                assertThat(other.plus(i, d)).isEqualTo(one.plus(i, d));
            }
        }
    }
}
