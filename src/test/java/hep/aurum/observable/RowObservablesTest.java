package hep.aurum.observable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.observable.collection.RowEvents;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.collection.RowWeight;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.detector.Detector;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowObservablesTest {

    private static final double TINY = 1e-12;

    /** Three rows: jets (out of order in pt), leptons, missing momentum, flags, weights. */
    private static MemoryTable nano() {
        return new MemoryTable()
                .list("Jet_pt", row(40, 90, 25), row(30), row())
                .list("Jet_eta", row(0.5, -1, 3), row(0), row())
                .list("Jet_phi", row(0, 1, 2), row(-1), row())
                .list("Jet_mass", row(5, 6, 7), row(0), row())
                .list("Jet_btagDeepFlavB", row(0.9, 0.1, 0.5), row(0.75), row())
                .list("Electron_pt", row(20), row(), row(50))
                .list("Electron_eta", row(1), row(), row(0))
                .list("Electron_phi", row(1), row(), row(0))
                .add(Column.list("Electron_charge", ColumnType.INT32), row(-1), row(), row(1))
                .list("Muon_pt", row(35), row(11), row())
                .list("Muon_eta", row(0), row(0), row())
                .list("Muon_phi", row(3), row(0), row())
                .add(Column.list("Muon_charge", ColumnType.INT32), row(1), row(-1), row())
                .add(Column.list("Muon_tightId", ColumnType.BOOL), row(1), row(0), row())
                .scalar("MET_pt", 3, 4, 5)
                .scalar("MET_phi", 0, 1, 2)
                .scalar("nJet", ColumnType.INT32, 3, 1, 0)
                .scalar("HLT_IsoMu24", ColumnType.BOOL, 1, 0, 1)
                .scalar("run time (s)", 7, 8, 9)
                .list("LHEScaleWeight", row(1, 1.5), row(2, 2.5), row(3))
                .add(Column.fixed("x", ColumnType.FLOAT64, 2), row(1, 2), row(3, 4), row(5, 6));
    }

    private static double[] row(double... items) {
        return items;
    }

    private static Scope scope(MemoryTable table) {
        return Scope.of(ParticleClasses.standard(), TableLayout.of(table.header()));
    }

    /** Evaluate observables for all rows. */
    private static List<double[]> evaluate(MemoryTable table, TableLayout layout, Observable... observables) {
        ObservableSet set = ObservableSet.of(List.of(observables));
        RowReader reader = RowReader.of(layout, set.requirements());
        EventAnalysis analysis = EventAnalysis.ofRows(Selection.all(), set, reader);
        List<double[]> rows = new ArrayList<>();
        try (EventCursor events = events(table, reader.columns()).open()) {
            for (Event event = events.next(); event != null; event = events.next()) {
                double[] x = new double[set.size()];
                analysis.evaluate(event, event.number(), 0, x);
                rows.add(x);
            }
        }
        return rows;
    }

    private static RowEvents events(MemoryTable table, List<String> columns) {
        EventHeader header = new EventHeader(
                "memory",
                "memory",
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        return RowEvents.of(table, columns, header, RowWeight.ONE, List.of());
    }

    private static double[] values(MemoryTable table, String expression) {
        Observable observable = Observable.of("x", expression, scope(table)).withDefault(-7);
        return evaluate(table, TableLayout.of(table.header()), observable).stream()
                .mapToDouble(x -> x[0])
                .toArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pt(Jet[1])                                      | 90 30 -7",
                "pt(jet[2])                                      | 40 -7 -7",
                "Jet[2].btagDeepFlavB                            | 0.9 -7 -7",
                "btagDeepFlavB(jet[1])                           | 0.1 0.75 -7",
                "count(Jet{btagDeepFlavB > 0.3 and pt > 26})     | 1 1 0",
                "Jet{btagDeepFlavB > 0.3}[2].pt                  | 25 -7 -7",
                "ht(jet) + Jet_pt[0]                             | 195 60 -7",
                "count(lepton)                                   | 2 1 1",
                "charge(lepton[1])                               | 1 -1 1",
                "charge(electron[1]) * charge(muon[1])           | -1 -7 -7",
                "count(pdg(-11))                                 | 0 0 1",
                "count(Muon{tightId})                            | 1 0 0",
                "count(Muon{tightId == 0})                       | 0 1 0",
                "pt(met)                                         | 3 4 5",
                "MET_pt^2                                        | 9 16 25",
                "pt(MET)                                         | 3 4 5",
                "MET.phi                                         | 0 1 2",
                "nJet                                            | 3 1 0",
                "HLT_IsoMu24                                     | 1 0 1",
                "not HLT_IsoMu24 or nJet > 2                     | 1 1 0",
                "`run time (s)` - 7                              | 0 1 2",
                "LHEScaleWeight[1]                               | 1.5 2.5 -7",
                "x[0] + 10 * x[1]                                | 21 43 65",
                "exists(jet[2])                                  | 1 0 0",
                "count(Jet{deltaR(object, Jet[1]) < 1e-9})       | 1 1 0",
                "bit(nJet, 0)                                    | 1 1 0",
                "bit(nJet, 1)                                    | 1 0 0",
            })
    void understandsColumns(String text, String expected) {
        double[] numbers = Arrays.stream(expected.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(values(nano(), text)).containsExactly(numbers, within(TINY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pt(Jett[1])              | did you mean \"Jet\"",
                "btagDeepFlvB(Jet[1])     | did you mean \"btagDeepFlavB\"",
                "Jet[1].btag              | have no btag",
                "charge(Jet[1])           | objects of Jet have no charge",
                "tightId(lepton[1])       | objects of Electron have no tightId",
                "MET_ptt                  | did you mean \"MET_pt\"",
                "count(photon)            | no collection of the table is called so",
                "count(bjet)              | declare a working point in the study",
                "Jet.btagDeepFlavB        | one object before the property",
                "tightId(sum(Muon))       | no single object",
                "x[2]                     | has 2 values in each row",
                "x                        | write x[0] for the first",
                "LHEScaleWeight[-1]       | a whole number from 0",
                "`no such`                | a name that is known",
            })
    void refusesWithTheNearestName(String text, String sentence) {
        assertThatThrownBy(() -> Expression.parse(text, scope(nano())))
                .isInstanceOf(Failure.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(sentence));
    }

    @Test
    void readsOnlyWhatIsAskedFor() {
        MemoryTable table = nano();

        values(table, "if(count(Jet{btagDeepFlavB > 0.5}) > 0, MET_pt, 0)");

        assertThat(table.asked())
                .containsExactlyInAnyOrder("Jet_pt", "Jet_eta", "Jet_phi", "Jet_mass", "Jet_btagDeepFlavB", "MET_pt");
    }

    @Test
    void definesCollectionsInPlaceOfClasses() {
        MemoryTable table = nano();
        Scope plain = scope(table);
        Scope scope = plain.define("bjet", Expression.parse("Jet{btagDeepFlavB > 0.3}", plain))
                .define("jet", Expression.parse("jet{pt > 30}", plain))
                .define("met", Expression.parse("MET", plain));

        Observable tagged = Observable.of("n", "10 * count(bjet) + count(jet)", scope);

        assertThat(evaluate(table, TableLayout.of(table.header()), tagged))
                .extracting(x -> x[0])
                .containsExactly(22.0, 10.0, 0.0);
        assertThat(scope.define("b2", Expression.parse("bjet[1]", scope)).table())
                .isNotNull();
    }

    @Test
    void takesDelphesBitsForTags() {
        MemoryTable table = new MemoryTable()
                .list("Jet.PT", row(50, 60), row(70))
                .list("Jet.Eta", row(0, 0), row(0))
                .list("Jet.Phi", row(0, 1), row(0))
                .list("Jet.Mass", row(0, 0), row(0))
                .add(Column.list("Jet.BTag", ColumnType.UINT32), row(1, 2), row(3))
                .list("MissingET.MET", row(8), row(9))
                .list("MissingET.Phi", row(0), row(0))
                .list("Photon.PT", row(10), row(10))
                .list("Photon.Eta", row(2), row(2))
                .list("Photon.Phi", row(0), row(0))
                .list("Photon.E", row(37), row(38));

        assertThat(values(table, "pt(bjet[1])")).containsExactly(50, 70);
        assertThat(values(table, "count(Jet{BTag == 2})")).containsExactly(1, 0);
        assertThat(values(table, "Jet[1].BTag")).containsExactly(2, 3);
        assertThat(values(table, "MissingET.MET")).containsExactly(8, 9);
        assertThat(values(table, "pt(met)")).containsExactly(8, 9);
        // Photons are massless whatever the rounding of their energy.
        assertThat(values(table, "abs(mass(photon[1])) < 1e-5")).containsExactly(1, 1);
    }

    @Test
    void convertsUnits() {
        MemoryTable table = new MemoryTable()
                .list("jet_pt", row(50000))
                .list("jet_eta", row(1))
                .list("jet_phi", row(2))
                .list("jet_e", row(90000))
                .scalar("met_et", 3000)
                .scalar("met_phi", 0);
        TableLayout layout = TableLayout.of(table.header(), 1e-3);
        Scope scope = Scope.of(ParticleClasses.standard(), layout);

        double[] x = evaluate(
                        table,
                        layout,
                        Observable.of("pt", "pt(jet[1])", scope),
                        Observable.of("member", "jet[1].PT", scope),
                        Observable.of("e", "energy(jet[1])", scope),
                        Observable.of("met", "pt(met)", scope),
                        Observable.of("raw", "met_et", scope))
                .get(0);

        assertThat(x).containsExactly(new double[] {50, 50, 90, 3, 3000}, within(1e-11));
    }

    @Test
    void neverLetsNotANumberThrough() {
        MemoryTable table = new MemoryTable().scalar("m", 1, Double.NaN).scalar("n", 1, 1);
        Scope scope = scope(table);
        TableLayout layout = TableLayout.of(table.header());
        Observable bare = Observable.of("m", "if(m > 0, 1, 2)", scope);

        assertThatThrownBy(() -> evaluate(table, layout, bare))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the column m has no finite number in row 2");
        assertThat(evaluate(table, layout, bare.withDefault(-1).withFlag("has_m"), Observable.of("n", "n", scope)))
                .containsExactly(new double[] {1, 1, 1}, new double[] {-1, 0, 1});
    }

    @Test
    void refusesNotANumberInACut() {
        MemoryTable table = new MemoryTable().scalar("m", 1, Double.NaN);
        Scope scope = scope(table);
        Selection selection = Selection.of(List.of("m > 0"), scope);
        ObservableSet observables = ObservableSet.of(List.of(Observable.of("one", "1", scope)));
        RowReader reader = RowReader.of(TableLayout.of(table.header()), selection.requirements());
        EventAnalysis analysis = EventAnalysis.ofRows(selection, observables, reader);
        double[] x = new double[1];

        try (EventCursor events = events(table, reader.columns()).open()) {
            assertThat(analysis.evaluate(Objects.requireNonNull(events.next()), 1, 0, x))
                    .isTrue();
            Event second = Objects.requireNonNull(events.next());
            assertThatThrownBy(() -> analysis.evaluate(second, 2, 0, x))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("the column m has no finite number in row 2, which cut 1 needs");
        }
    }

    @Test
    void namesAMomentumThatIsNotFinite() {
        MemoryTable table = new MemoryTable()
                .list("Jet_pt", row(50), row(40, Double.NaN))
                .list("Jet_eta", row(1), row(1, 1))
                .list("Jet_phi", row(2), row(2, 2));

        assertThatThrownBy(() -> values(table, "pt(Jet[1])"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("event 2 has an object of Jet")
                .hasMessageContaining("pt = NaN");
    }

    /** Incoming partons have a direction and no momentum in NanoAOD: they are outside of every acceptance. */
    @Test
    void keepsObjectsAlongTheBeam() {
        MemoryTable table = new MemoryTable()
                .list("GenPart_pt", row(0, 0, 50))
                .list("GenPart_eta", row(24128, -24128, 1))
                .list("GenPart_phi", row(0, 0, 2))
                .list("GenPart_mass", row(0, 0, 125));

        assertThat(values(table, "count(GenPart)")).containsExactly(3);
        assertThat(values(table, "count(GenPart{abs(eta) < 5})")).containsExactly(1);
        assertThat(values(table, "count(GenPart{eta < -5})")).containsExactly(1);
        assertThat(values(table, "mass(sum(GenPart))")[0]).isCloseTo(125, within(1e-9));
    }

    @Test
    void refusesCollectionsOfUnequalLength() {
        MemoryTable table = new MemoryTable()
                .list("Jet_pt", row(50, 60))
                .list("Jet_eta", row(1))
                .list("Jet_phi", row(2, 3));

        assertThatThrownBy(() -> values(table, "pt(Jet[1])"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("1 values of eta for 2 objects of Jet");
    }

    @Test
    void doesNotKnowColumnsInGeneratedEvents() {
        assertThatThrownBy(() -> Expression.parse("pt(Jet[1])", Scope.of(ParticleClasses.standard())))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"jet\"");
    }

    /** The same two events as particles and as a table of momenta give the same features to the last bit. */
    @Test
    void agreesWithGeneratedEventsToTheLastBit() {
        List<Event> generated = List.of(VbfEvents.FIRST, VbfEvents.SECOND);
        MemoryTable table = new MemoryTable();
        for (int id : new int[] {22, 21}) {
            String name = id == 22 ? "Photon" : "Jet";
            table.list(name + "_px", column(generated, id, p -> p.momentum().px()));
            table.list(name + "_py", column(generated, id, p -> p.momentum().py()));
            table.list(name + "_pz", column(generated, id, p -> p.momentum().pz()));
            table.list(name + "_E", column(generated, id, p -> p.momentum().energy()));
        }
        List<String> texts = List.of(
                "mass(photon[1] + photon[2])",
                "signedDeltaPhi(jet[1], jet[2])",
                "costhetastar(photon[1], photon[2])",
                "mass(jet[1] + jet[2])",
                "deltaEta(jet[1], jet[2])",
                "ht(jet)",
                "pt(photon[2])",
                "rapidity(photon[1] + photon[2])");
        ParticleClasses classes = ParticleClasses.standard();
        EventAnalysis direct = EventAnalysis.of(
                Detector.ideal(classes), Selection.all(), set(texts, Scope.of(classes)), RandomStreams.of(1));

        List<double[]> rows = evaluate(
                table,
                TableLayout.of(table.header()),
                set(texts, scope(table)).observables().toArray(Observable[]::new));

        for (int i = 0; i < generated.size(); i++) {
            double[] x = new double[texts.size()];
            direct.evaluate(generated.get(i), i + 1, 0, x);
            assertThat(rows.get(i)).containsExactly(x);
        }
    }

    private static double[][] column(
            List<Event> events, int pdgId, java.util.function.ToDoubleFunction<Particle> value) {
        return events.stream()
                .map(event -> event.particles().stream()
                        .filter(Particle::isFinal)
                        .filter(p -> pdgId == 22 ? p.pdgId() == 22 : Math.abs(p.pdgId()) <= 5)
                        .mapToDouble(value)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static ObservableSet set(List<String> texts, Scope scope) {
        return ObservableSet.of(
                texts.stream().map(text -> Observable.of(text, text, scope)).toList());
    }

    @Test
    void knowsTheChargeOfGeneratedParticles() {
        Event event = VbfEvents.event(
                1,
                1,
                VbfEvents.massless(-11, 30, 0, 0),
                VbfEvents.massless(13, 20, 0, 1),
                VbfEvents.massless(2, 10, 0, 2));
        ParticleClasses classes = ParticleClasses.standard();
        EventAnalysis analysis = EventAnalysis.of(
                Detector.ideal(classes),
                Selection.all(),
                set(
                        List.of("charge(lepton[1])", "muon[1].charge", "jet[1].charge", "count(lepton{charge > 0})"),
                        Scope.of(classes)),
                RandomStreams.of(1));
        double[] x = new double[4];

        analysis.evaluate(event, 1, 0, x);

        assertThat(x).containsExactly(new double[] {1, -1, 2 / 3.0, 1}, within(TINY));
    }
}
