package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTest {

    @Test
    void aProfileHoldsMeansAndTheirErrors() {
        HProf1D profile = new HProf1D("p", 2, 0, 2)
                .fill(0.5, 1)
                .fill(0.5, 3)
                .fill(1.5, 4, 2)
                .fill(1.5, 10, 1);
        double spread = Math.sqrt((2 * 16 + 100) / 3.0 - 36);

        assertThat(profile.binHeight(0)).isEqualTo(2);
        assertThat(profile.binRms(0)).isEqualTo(1);
        assertThat(profile.binError(0)).isCloseTo(1 / Math.sqrt(2), within(1e-15));
        assertThat(profile.binHeight(1)).isEqualTo(6);
        assertThat(profile.binError(1)).isCloseTo(spread / Math.sqrt(9 / 5.0), within(1e-14));
        assertThat(profile.entries()).isEqualTo(4);
        assertThat(profile.getP1D().getXright(1)).isEqualTo(0.5);
        assertThat(profile.getP1D().getYupper(0)).isEqualTo(profile.binError(0));
    }

    @Test
    void cellsOfTwoVariables() {
        H2D h = new H2D("h", 2, 0, 2, 3, 0, 3).fill(0.5, 2.5, 2).fill(1.5, 0.5).fill(List.of(9), List.of(1));

        assertThat(h.binHeight(0, 2)).isEqualTo(2);
        assertThat(h.binError(0, 2)).isEqualTo(2);
        assertThat(h.entries()).isEqualTo(2);
        assertThat(h.allEntries()).isEqualTo(3);
        assertThat(h.getMeanX()).isCloseTo((2 * 0.5 + 1.5) / 3, within(1e-15));
        assertThat(h.setTitle("new").get().title()).isEqualTo("new");
        assertThat(h.get().allEntries()).isEqualTo(3);
        assertThat(h.scale(2).binHeight(1, 0)).isEqualTo(2);
    }

    @Test
    void pointsHaveErrorsUpwardsAndDownwards() {
        P1D p = new P1D("p").add(1, 2).add(2, 3, 0.5).add(3, 4, 0.5, 0.25).add(4, 6, 0.1, 0.2, 0.3, 0.4);

        assertThat(p.size()).isEqualTo(4);
        assertThat(p.getYupper(2)).isEqualTo(0.5);
        assertThat(p.getYlower(2)).isEqualTo(0.25);
        assertThat(p.getXleft(3)).isEqualTo(0.1);
        assertThat(p.getXright(3)).isEqualTo(0.2);
        assertThat(p.getArrayYupper()).containsExactly(0, 0.5, 0.5, 0.3);
        assertThat(p.mean(0)).isEqualTo(2.5);
        assertThat(p.getMax(1)).isEqualTo(6);
        assertThatThrownBy(() -> p.getX(4)).hasMessageContaining("point 4 of 4");
        assertThatThrownBy(() -> p.add(1, 1, -1)).hasMessageContaining("expected 0 or more");
    }

    @Test
    void operationsPropagateErrorsOfPoints() {
        P1D a = new P1D("a").add(1, 6, 3, 1);
        P1D b = new P1D("b").add(1, 2, 0.5, 4);

        P1D difference = a.oper(b, "d", "-");
        P1D quotient = a.oper(b, "q", "/");
        P1D product = a.oper(b, "p", "*");

        assertThat(difference.getY(0)).isEqualTo(4);
        assertThat(difference.getYupper(0)).isEqualTo(5);
        assertThat(difference.getYlower(0)).isCloseTo(Math.sqrt(1.25), within(1e-15));
        assertThat(quotient.getY(0)).isEqualTo(3);
        assertThat(quotient.getYupper(0)).isCloseTo(3 * Math.sqrt(0.25 + 4), within(1e-14));
        assertThat(product.getYupper(0)).isCloseTo(Math.sqrt(36 + 9), within(1e-14));
        assertThatThrownBy(() -> a.oper(new P1D("c"), "", "+")).hasMessageContaining("1 points with 0 points");
    }

    @Test
    void rowsAndTablesOfNumbers() {
        P0D row = new P0D("row").fill(List.of(1, 2.5, 4L));
        for (int i = 0; i < 40; i++) {
            row.add(2.5);
        }
        PND table = new PND("table").add(new double[] {1, 2}).add(List.of(3, 5));

        assertThat(row.size()).isEqualTo(43);
        assertThat(row.mean()).isEqualTo(2.5);
        assertThat(row.rms()).isCloseTo(Math.sqrt(4.5 / 43), within(1e-14));
        assertThat(row.getH1D(2, 0, 4).heights()).containsExactly(1, 41);
        assertThat(table.getColumn(1)).containsExactly(2, 5);
        assertThat(table.get(1)).containsExactly(3, 5);
        assertThat(table.mean(0)).isEqualTo(2);
        assertThatThrownBy(() -> table.add(new double[3])).hasMessageContaining("3 entries, expected 2");
    }

    @Test
    void everythingIsReadBackFromItsFile(@TempDir Path folder) {
        String json = folder.resolve("o.json").toString();

        P1D points = new P1D("my points").add(1, 2, 0.1, 0.2, 0.3, 0.4);
        assertThat(P1D.read(points.toFile(json) == points ? json : "", "my points")
                        .get())
                .isEqualTo(points.get());
        P0D row = new P0D("row").fill(new double[] {1, 2});
        row.toFile(json);
        assertThat(P0D.read(json, "row").getArray()).containsExactly(1, 2);
        PND table = new PND("table").add(new double[] {1, 2}).add(new double[] {3, 4});
        table.toFile(json);
        assertThat(PND.read(json, "table").getColumn(1)).containsExactly(2, 4);
        HProf1D profile = new HProf1D("p", 2, 0, 2).fill(0.5, 1);
        profile.toFile(json);
        assertThat(HProf1D.read(json, "p").get()).isEqualTo(profile.get());
        H2D h2 = new H2D("h2", 2, 0, 2, 2, 0, 2).fill(0.5, 1);
        h2.toFile(json);
        assertThat(H2D.read(json, "h2").get()).isEqualTo(h2.get());
    }
}
