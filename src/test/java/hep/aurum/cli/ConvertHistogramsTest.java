package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Counter;
import hep.aurum.hist.Histogram1D;
import hep.aurum.source.SharedData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Convert files of histograms from the command line. */
class ConvertHistogramsTest {

    private static final Histogram1D H = Histogram1D.builder("h", Axis.uniform("x", "", 2, 0, 2))
            .fill(0.5, 0.1)
            .build();

    @TempDir
    private Path folder;

    private Path in;

    @BeforeEach
    void writeInput() {
        in = folder.resolve("in.json");
        HistogramFiles.write(
                in,
                List.of(
                        AnalysisObject.of("/a/h", H),
                        AnalysisObject.of("/a/n", new Counter("n", 1, 2, 3)),
                        AnalysisObject.of(
                                "/a/c", Cloud.builder("c", 1).fill(1, 0.5).build())));
    }

    private CommandRun convert(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("convert"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void whatAFormatHasNoKindForIsLeftOutWithASentence() {
        Path yoda = folder.resolve("out.yoda.gz");
        Path aida = folder.resolve("out.aida");

        CommandRun toYoda = convert(in.toString(), yoda.toString());
        CommandRun toAida = convert(in.toString(), aida.toString(), "--json");

        assertThat(toYoda.code()).isZero();
        assertThat(toYoda.err()).contains("/a/c is left out").doesNotContain("/a/n");
        assertThat(HistogramFiles.read(yoda)).hasSize(2).contains(AnalysisObject.of("/a/h", H));
        assertThat(toAida.out()).startsWith("{").contains("\"objects\"", "/a/n is left out");
        assertThat(HistogramFiles.read(aida)).hasSize(2).contains(AnalysisObject.of("/a/h", H));
    }

    @Test
    void optionsOfEventsAndUnknownEndingsAreRefused() {
        assertThat(convert(in.toString(), folder.resolve("a.yoda").toString(), "--maximum", "1")
                        .code())
                .isEqualTo(2);
        assertThat(convert(in.toString(), folder.resolve("a.lhe").toString()).sentence())
                .contains("cannot tell the format");
        assertThat(convert(in.toString(), in.toString()).sentence()).contains("the same file");
        assertThat(folder.resolve("a.lhe")).doesNotExist();
    }

    /** Facts stated with the file: each of its histograms sums to 42 from 4 entries. */
    @Test
    void histogramsOfARootFileAreConverted() {
        Path root = SharedData.file("thirdparty/root-hist/histograms1d2d.root");
        Path out = folder.resolve("out.yoda");

        assertThat(convert(root.toString(), out.toString()).code()).isZero();

        assertThat(HistogramFiles.read(out))
                .filteredOn(object -> object.content() instanceof Histogram1D)
                .isNotEmpty()
                .allSatisfy(object -> assertThat(((Histogram1D) object.content()).sumOfAllHeights())
                        .isEqualTo(42.0));
    }
}
