package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.NotSupported;
import hep.aurum.plot.FigureWriter;
import hep.aurum.plot.figure.CanvasFigure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HPlotTest {

    @TempDir
    Path folder;

    private static H1D histogram() {
        return new H1D("counts", 2, 0, 2).fill(0.5, 3).fill(1.5);
    }

    @Test
    void threeFormatsAreWrittenByTheirEndings() throws Exception {
        HPlot plot = new HPlot("Canvas", 600, 400)
                .visible()
                .setNameX("m [GeV]")
                .setName("√s = 13 TeV")
                .draw(histogram(), new F1D("2*x", 0, 2))
                .drawStatBox(histogram())
                .add(new HLabel("here", 0.2, 0.8));
        for (String ending : List.of("pdf", "svg", "png")) {
            plot.export(folder.resolve("f." + ending).toString());
        }

        String svg = Files.readString(folder.resolve("f.svg"));
        assertThat(svg).isEqualTo(FigureWriter.svg(plot.figure(), "figure"));
        assertThat(svg).contains(">counts<", ">2*x<", ">m [GeV]<", ">√s = 13 TeV<", ">here<", ">Entries 2<");
        assertThat(svg).contains(">Mean 0.7500<");
        assertThat(Files.readAllBytes(folder.resolve("f.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readString(folder.resolve("f.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1");
        assertThatThrownBy(() -> plot.export(folder.resolve("f.eps").toString()))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining(".pdf, .svg or .png");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void objectsAreDrawnAsTheyAreAtThatMoment() {
        H1D h = histogram();
        F1D line = new F1D("a*x", 0, 1).setPar("a", 1);
        HPlot plot = new HPlot().draw(h).draw(line);
        h.fill(0.5, 100);
        line.setPar("a", 7);

        List<Map<String, Object>> drawn = drawings(plot);

        assertThat(drawn.get(0)).containsEntry("heights", List.of(3.0, 1.0));
        assertThat((List<?>) drawn.get(1).get("y")).last().isEqualTo(1.0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> drawings(HPlot plot) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(plot.figure().data().get("drawings"));
    }

    @Test
    void padsAreCountedFromOneColumnFirst() {
        HPlot plot = new HPlot("c", 600, 400, 2, 3).setGTitle("All of them");
        plot.cd(2, 3).setName("last").draw(histogram());

        List<?> cells = (List<?>) Objects.requireNonNull(plot.figure().data().get("cells"));

        assertThat(plot.figure().title()).isEqualTo("All of them");
        assertThat(plot.figure().width()).isEqualTo(600);
        assertThat(cells).hasSize(6);
        assertThat(cells.get(5).toString()).contains("last").contains("counts");
        assertThat(cells.get(4).toString()).doesNotContain("counts");
        assertThatThrownBy(() -> plot.cd(3, 1)).hasMessageContaining("column 3 of 2");
        assertThatThrownBy(() -> plot.cd(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void axesDoAsTheyAreTold() {
        HPlot plot = new HPlot().draw(histogram()).setRange(-1, 5, 0.1, 20).setLogScale(1, true);
        CanvasFigure figure = (CanvasFigure) plot.figure();

        assertThat(figure.x().min().getAsDouble()).isEqualTo(-1);
        assertThat(figure.y().max().getAsDouble()).isEqualTo(20);
        assertThat(figure.y().logarithmic()).isTrue();
        assertThat(((CanvasFigure) plot.setAutoRange().figure()).x().min()).isEmpty();
        assertThat(((CanvasFigure) plot.setLegend(false).figure()).legend()).isFalse();
        assertThat(((CanvasFigure) plot.clear().figure()).drawings()).isEmpty();
        assertThatThrownBy(() -> plot.setLogScale(2, true)).hasMessageContaining("expected 0 for x or 1 for y");
        assertThatThrownBy(() -> plot.setRangeX(1, 1)).hasMessageContaining("expected min < max");
    }

    @Test
    void allKindsOfObjectsAreDrawn() {
        HPlot plot = new HPlot();
        plot.draw(
                new H2D("h2", 2, 0, 1, 2, 0, 1).fill(0.5, 0.5),
                new HProf1D("p", 2, 0, 1).fill(0.5, 0.5),
                new P1D("points").add(0.2, 0.3, 0.1),
                histogram().get(),
                new P1D("q").add(0, 1).get(),
                new HProf1D("pp", 2, 0, 1).fill(0.5, 0.5).get(),
                List.of(histogram(), new HLabel("text", 0.1, 0.2, "USER")));

        assertThat(drawings(plot)).hasSize(7);
        assertThat(FigureWriter.svg(plot.figure(), "f")).contains(">text<");
        assertThat(new HPlot().draw(plot.figure()).figure().data())
                .isEqualTo(plot.figure().data());
        assertThatThrownBy(() -> plot.draw("a string"))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("String");
    }
}
