package hep.aurum.format.pyhf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleHistogramsTest {

    private static final String WORKSPACE = """
            {"channels": [{"name": "SR", "samples": [
              {"name": "signal", "data": [5, 10], "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]},
              {"name": "bkg", "data": [50, 60], "modifiers":
                [{"name": "staterror_SR", "type": "staterror", "data": [3, 4]}]}]}],
             "observations": [{"name": "SR", "data": [49, 64]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
             "version": "1.0.0"}""";

    @Test
    void samplesAndObservationsOfAWorkspaceAreHistograms() {
        Workspace workspace = PyhfWorkspace.parse(WORKSPACE, "test");

        List<AnalysisObject> objects = SampleHistograms.of(workspace);

        assertThat(objects.stream().map(AnalysisObject::path)).containsExactly("/SR/signal", "/SR/bkg", "/SR/data");
        Histogram1D background = (Histogram1D) objects.get(1).content();
        assertThat(background.heights()).containsExactly(50, 60);
        assertThat(background.errors()).containsExactly(3, 4);
        assertThat(((Histogram1D) objects.get(2).content()).errors()).containsExactly(7, 8);
    }

    @Test
    void aHistogramBecomesASampleAndComesBack() {
        Axis mass = Axis.of("m", "GeV", 100, 120, 160);
        Histogram1D h = Histogram1D.ofHeights("ggH", mass, new double[] {0.1, 7}, new double[] {0.25, 0.5});

        Sample sample = SampleHistograms.sample("ggH", h, "staterror_SR");

        assertThat(sample.data()).containsExactly(0.1, 7.0);
        assertThat(SampleHistograms.histogram(sample, mass)).isEqualTo(h);
        assertThatThrownBy(() -> SampleHistograms.histogram(sample, Axis.uniform("x", "", 3, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 bins");
    }
}
