package hep.aurum.observable.detector;

import static hep.aurum.observable.collection.MemoryTable.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.event.table.TableRow;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowResponseTest {

    private static final RandomStreams STREAMS = RandomStreams.of(3);

    private final MemoryTable table = new MemoryTable()
            .list("photon_pt", row(60, 40, 21))
            .list("photon_eta", row(0.5, -1, 2))
            .list("photon_phi", row(0, 3, 1))
            .list("photon_origin", row(7, 8, 9))
            .list("Jet_pt", row(80, 30))
            .list("Jet_eta", row(1, 2))
            .list("Jet_phi", row(2, -2))
            .list("Jet_mass", row(8, 4));
    private final TableLayout layout = TableLayout.of(table.header());
    private final Scope scope = Scope.of(ParticleClasses.standard(), layout);

    private Reconstruction truth(RowResponse response, Expression... more) {
        Requirements all = response.requirements();
        for (Expression each : more) {
            all = all.and(each.requirements());
        }
        RowReader reader = RowReader.of(layout, all);
        return reader.reconstruct(
                1,
                new TableRow(Objects.requireNonNull(table.open(reader.columns()).next()), 0));
    }

    private double value(RowResponse response, String text, long event, int copy) {
        Expression expression = Expression.parse(text, scope);
        return expression.number(Frame.of(response.see(truth(response, expression), STREAMS, event, copy)));
    }

    @Test
    void smearsWhatHasAResponseAndLeavesTheRest() {
        RowResponse response =
                RowResponse.ideal(scope).with("photon", ObjectResponse.ideal().withPtResolution("0.1"));

        assertThat(value(response, "pt(photon[1])", 1, 0)).isNotCloseTo(60, within(1e-9));
        assertThat(value(response, "pt(jet[1])", 1, 0)).isCloseTo(80, within(1e-12));
        assertThat(value(response, "mass(jet[1])", 1, 0)).isCloseTo(8, within(1e-12));
    }

    @Test
    void aMemberStaysWithItsObjectWhenTheOrderChanges() {
        RowResponse response =
                RowResponse.ideal(scope).with("photon", ObjectResponse.ideal().withPtResolution("0.5"));

        boolean changed = false;
        for (int copy = 0; copy < 50; copy++) {
            double origin = value(response, "origin(photon[1])", 1, copy);
            double eta = value(response, "eta(photon[1])", 1, copy);
            assertThat(eta).isCloseTo(origin == 7 ? 0.5 : origin == 8 ? -1 : 2, within(1e-9));
            changed |= origin != 7;
        }
        assertThat(changed).isTrue();
    }

    @Test
    void theFirstCollectionThatHoldsTheTrueObjectDecides() {
        Scope named = scope.define("hard", Expression.parse("photon{pt > 50}", scope))
                .define("marked", Expression.parse("photon{origin == 8}", scope));
        RowResponse response = RowResponse.ideal(named)
                .with("hard", ObjectResponse.ideal())
                .with("marked", ObjectResponse.ideal().withEfficiency("0"))
                .with("photon", ObjectResponse.ideal().withAcceptance(20.5, 1.5));

        Reconstruction seen = response.see(truth(response), STREAMS, 1, 0);

        // 60 GeV is hard and stays, 8 is marked and lost, the third is beyond the acceptance of other photons.
        assertThat(seen.size()).isEqualTo(1);
        assertThat(seen.momentum(0).pt()).isCloseTo(60, within(1e-12));
    }

    @Test
    void drawsByEventAndCopyWhateverElseIsAskedFor() {
        RowResponse response = RowResponse.ideal(scope)
                .with("photon", ObjectResponse.ideal().withPtResolution("0.1"))
                .with("jet", ObjectResponse.ideal().withPtResolution("0.2"));

        double first = value(response, "pt(photon[1])", 5, 1);
        assertThat(value(response, "pt(photon[1]) + 0 * pt(jet[1])", 5, 1)).isEqualTo(first);
        assertThat(value(response, "pt(photon[1])", 5, 2)).isNotEqualTo(first);
        assertThat(value(response, "pt(photon[1])", 6, 1)).isNotEqualTo(first);
        assertThat(response.isRandom()).isTrue();
        assertThat(RowResponse.ideal(scope).isRandom()).isFalse();
    }

    @Test
    void refusesWhatIsNoCollectionOrUndecided() {
        assertThatThrownBy(() -> RowResponse.ideal(scope).with("muon", ObjectResponse.ideal()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no collection of the table is called so");
        assertThatThrownBy(() -> RowResponse.ideal(scope).with("photon[1]", ObjectResponse.ideal()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("what a detector responds to");
        Scope odd = scope.define("far", Expression.parse("Jet{deltaR(object, photon[4]) > 1}", scope));
        RowResponse response =
                RowResponse.ideal(odd).with("far", ObjectResponse.ideal().withEfficiency("0.5"));
        assertThatThrownBy(() -> response.see(truth(response), STREAMS, 1, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("belongs to far is undefined");
    }
}
