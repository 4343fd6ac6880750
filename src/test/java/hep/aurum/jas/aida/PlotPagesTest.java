package hep.aurum.jas.aida;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.hist.Axis;
import hep.aurum.jas.host.Aida;
import hep.aurum.jas.host.Plots;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlotPagesTest {

    private final HostTree tree = HostTree.of(new Aida(), null);

    private Object histogram(String path) {
        return tree.create(path, path, Axis.uniform("x", "", 2, 0, 1));
    }

    @Test
    void processesOfOneObservableShareARegionAndTenObservablesTakeTwoPages() {
        Map<String, Object> objects = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            objects.put("/features/signal/x" + i, histogram("/features/signal/x" + i));
            objects.put("/features/background/x" + i, histogram("/features/background/x" + i));
        }
        objects.put("/inference/scan/expected/mu", histogram("/inference/scan/expected/mu"));
        objects.put("/inference/scan/observed/mu", histogram("/inference/scan/observed/mu"));
        Plots plots = new Plots();

        new PlotPages(plots).show("vbf", objects);

        assertThat(plots.pages())
                .extracting(Plots.Page::name)
                .containsExactly("vbf features", "vbf features 2", "vbf inference");
        assertThat(plots.pages().get(0).data()).hasSize(9).allMatch(region -> region.size() == 2);
        assertThat(plots.pages().get(1).data().get(0)).hasSize(2);
        assertThat(plots.pages().get(2).data().get(0)).hasSize(2);
        assertThat(plots.pages()).allMatch(Plots.Page::isShown);
    }
}
